/* SPDX-License-Identifier: MIT */
/* Keep for later, with a disk: what is kept, what the page says and shows then. */
#include "app/line_shelf.h"
#include "app/secret.h"
#include "store/kept.h"
#include "store/paths.h"
#include "store/scratch.h"
#include "support/layout_proof.h"
#include "support/visit_rig.h"

enum { KEEP = CONTROL_TOOL + 2 };

static VisitRig *rig;

/* As the window does it: the disk before the picture. */
static void turn(void)
{
    line_shelf_mind(&rig->visit);
    visit_rig_turn(rig);
}

/* At the page, with this file; NULL for none. */
static void open_page(void **state, const char *file)
{
    FilePath path;
    setenv("XDG_DATA_HOME", *state, 1);
    assert_true(
        paths_kept(kept_rows[KEPT_LINE].folder, kept_rows[KEPT_LINE].file, &path, NULL));
    visit_rig_home(rig, "easing-in", 3);
    if (file != NULL) {
        static char room[KEPT_LINE_ROOM];
        assert_true(kept_line_save(path.text, "", room, NULL)); /* makes the folders */
        scratch_write(path.text, file);
    }
    visit_write_open(&rig->visit, rig->now_us);
    turn();
    visit_rig_wait(rig, 1000);
}

static void keep(const char *text)
{
    visit_type(&rig->visit, text, rig->now_us);
    visit_rig_press(rig, KEEP);
    turn();
}

static void a_kept_line_brings_no_chip_while_the_page_is_there(void **state)
{
    open_page(state, NULL);
    const int32_t count = rig->visit.scene.choice_count;
    const Rect field = layout_item_of(&rig->visit.layout, CONTROL_FIELD)->rect;
    keep("Thought of you.");
    assert_string_equal(rig->visit.scene.line,
                        "Kept in one file. It is listed under What is kept.");
    assert_int_equal(rig->visit.scene.choice_count, count);
    assert_int_equal(layout_item_of(&rig->visit.layout, CONTROL_FIELD)->rect.y, field.y);
    visit_rig_play(rig, "700 out 700");
    visit_write_open(&rig->visit, rig->now_us);
    turn();
    assert_int_equal(rig->visit.scene.choice_count, count + 1);
    assert_string_equal(rig->written.kept, "Thought of you.");
}

/* Kept the day before, or by another window meanwhile. */
static void what_was_kept_before_stays(void **state)
{
    open_page(state, "leeway line 1\nYesterday.\n");
    keep("Today.");
    assert_non_null(strstr(rig->visit.scene.line, "below the line that was there"));
    assert_string_equal(rig->written.kept, "Yesterday.");
    visit_rig_play(rig, "700 out 700");
    visit_write_open(&rig->visit, rig->now_us);
    turn();
    assert_string_equal(rig->written.kept, "Yesterday.\n\nToday.");
}

static void what_does_not_fit_is_told(void **state)
{
    static char much[KEPT_LINE_MAX + 1];
    open_page(state, "leeway line 1\nYesterday.\n");
    memset(much, 'a', KEPT_LINE_MAX - 1);
    keep(much);
    assert_non_null(strstr(rig->visit.scene.line, "A shorter text would"));
    visit_rig_play(rig, "hide 700 hide 700"); /* it is looked for again */
    turn();
    assert_string_equal(rig->written.kept, "Yesterday.");
}

static void a_line_that_cannot_be_read_is_told(void **state)
{
    open_page(state, "somebody's own words\n");
    assert_string_equal(
        rig->visit.scene.line,
        "A kept line is there and could not be read. What is kept shows it.");
    visit_type(&rig->visit, "a", rig->now_us);
    turn();
    assert_null(strstr(rig->visit.scene.line, "could not be read"));
}

/* Pieces of it may be where nobody can wipe them. */
static void once_held_is_held_to_the_end(void **state)
{
    open_page(state, NULL);
    visit_type(&rig->visit, "a", rig->now_us);
    turn();
    assert_true(secret_is_held());
    visit_field_key(&rig->visit, FIELD_RUB_OUT, false, rig->now_us);
    visit_rig_play(rig, "out");
    turn();
    assert_false(written_is_held(&rig->written));
    assert_true(secret_is_held());
}

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

#define AT_PAGE(test) cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_PAGE(a_kept_line_brings_no_chip_while_the_page_is_there),
        AT_PAGE(what_was_kept_before_stays),
        AT_PAGE(what_does_not_fit_is_told),
        AT_PAGE(a_line_that_cannot_be_read_is_told),
        AT_PAGE(once_held_is_held_to_the_end),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
