/* SPDX-License-Identifier: MIT */
/* A key is answered by a line on every page, and nothing moves because of it. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef struct Place {
    int32_t control;
    Rect rect;
} Place;

static int32_t controls_of(const VisitRig *rig, Place out[LAYOUT_ITEMS_MAX])
{
    int32_t count = 0;
    const Layout *layout = &rig->visit.layout;
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].control != CONTROL_NONE)
            out[count++] = (Place){ layout->items[i].control, layout->items[i].rect };
    return count;
}

static void expect_answered(VisitRig *rig, const char *name)
{
    Place before[LAYOUT_ITEMS_MAX], after[LAYOUT_ITEMS_MAX];
    visit_rig_play(rig, "3000");
    const LayoutFit fit = rig->visit.layout.fit;
    const int32_t count = controls_of(rig, before);
    visit_rig_play(rig, "sound");
    if (strstr(visit_rig_picture(rig), "Sound on, softly.") == NULL)
        fail_msg("%s, %d wide: no answer", name, rig->visit.width_px);
    if (rig->visit.layout.fit != fit || controls_of(rig, after) != count)
        fail_msg("%s: it is laid out anew", name);
    for (int32_t i = 0; i < count; i++)
        if (memcmp(&before[i], &after[i], sizeof before[i]) != 0)
            fail_msg("%s: something moves", name);
    visit_rig_play(rig, "5000");
    if (strstr(visit_rig_picture(rig), "Sound on, softly.") != NULL)
        fail_msg("%s: it stays", name);
}

static void to_own_patterns(VisitRig *rig)
{
    visit_own_open(&rig->visit, rig->now_us);
}

static void to_maker(VisitRig *rig)
{
    visit_maker_open(&rig->visit, NULL, rig->now_us);
}

static void to_kept(VisitRig *rig)
{
    visit_kept_open(&rig->visit, rig->now_us);
}

static void test_m_is_answered_where_nothing_moves(void **state)
{
    static const struct {
        const char *name, *script;
        void (*go)(VisitRig *rig);
    } rows[] = {
        { "after", "press 5000 out", NULL },
        { "other ways", "press 5000 another-way", NULL },
        { "smaller ways", "press 5000 out 700 frame-next frame-next press", NULL },
        { "a list", "frame-next frame-next press", NULL },
        { "own patterns", "0", to_own_patterns },
        { "the maker", "0", to_maker },
        { "what is kept", "0", to_kept },
    };
    static const int32_t sizes[][2] = { { 1280, 720 }, { 640, 480 }, { 480, 360 } };
    VisitRig *rig = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int s = 0; s < 3; s++) {
            visit_rig_home(rig, "easing-in", 3);
            visit_size(&rig->visit, sizes[s][0], sizes[s][1]);
            visit_rig_play(rig, rows[i].script);
            if (rows[i].go != NULL)
                rows[i].go(rig);
            expect_answered(rig, rows[i].name);
        }
}

static void test_an_answer_stays_on_its_page(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_play(rig, "press 5000 quicker 300 out 1600");
    assert_null(strstr(visit_rig_picture(rig), "A little quicker"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_m_is_answered_where_nothing_moves),
        cmocka_unit_test(test_an_answer_stays_on_its_page),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
