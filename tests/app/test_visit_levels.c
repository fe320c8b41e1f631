/* SPDX-License-Identifier: MIT */
/* What was remembered about sound, as the player is told it. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void begin_with(VisitRig *rig, const Settings *settings)
{
    const VisitHouse house = rig->visit.house;
    visit_init(&rig->visit, &house, settings, rig->now_us);
}

static void test_remembered_sound_reaches_the_player(void **state)
{
    static const struct {
        const char *sound;
        MixBed bed;
    } rows[] = {
        { "none", MIX_BED_NONE },   { "ocean", MIX_BED_OCEAN }, { "rain", MIX_BED_RAIN },
        { "brown", MIX_BED_BROWN }, { "later", MIX_BED_OCEAN },
    };
    VisitRig *rig = *state;
    visit_rig_home(rig, "4-6", 1);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        Settings settings = settings_default();
        strcpy(settings.sound, rows[r].sound);
        settings.marks_volume = 30;
        settings.bed_volume = 0;
        settings.is_mono = true;
        settings.delay_ms = 210;
        begin_with(rig, &settings);
        const MixLevels *levels = &rig->player.levels;
        assert_int_equal(levels->bed, rows[r].bed);
        assert_int_equal(levels->marks_less, 70);
        assert_int_equal(levels->bed_less, 100);
        assert_true(levels->is_mono);
        assert_int_equal(rig->player.delay_ms, 210);
    }
    const Settings settings = settings_default();
    begin_with(rig, &settings);
    assert_int_equal(rig->player.levels.marks_less, 0);
    assert_int_equal(rig->player.levels.bed_less, 0);
    assert_int_equal(rig->player.delay_ms, 0);
}

/* Sound alone is the bed that was chosen, and the sea where none was. */
static void test_sound_alone_is_the_chosen_bed(void **state)
{
    static const struct {
        const char *sound;
        MixBed bed;
    } rows[] = { { "none", MIX_BED_OCEAN },
                 { "rain", MIX_BED_RAIN },
                 { "brown", MIX_BED_BROWN } };
    VisitRig *rig = *state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        visit_rig_home(rig, "4-6", 1);
        strcpy(rig->visit.settings.sound, rows[r].sound);
        visit_rig_play(rig, "press 9000 another-way 700 take:sound 700");
        assert_true(rig->visit.is_quiet);
        assert_true(rig->player.levels.is_on);
        assert_int_equal(rig->player.levels.bed, rows[r].bed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_remembered_sound_reaches_the_player),
        cmocka_unit_test(test_sound_alone_is_the_chosen_bed),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
