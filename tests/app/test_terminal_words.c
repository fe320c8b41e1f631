/* SPDX-License-Identifier: MIT */
#include "app/terminal_words.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const Cue cue_rows[] = { { "scan.feet.1", "The feet.", 4000, "feet" } };
static const CueTable cues = { cue_rows, 1 };

static const struct {
    const char *says;
    PlanStep step;
    const char *words; /* NULL: nothing is told */
} rows[] = {
    { "settle", { .kind = PLAN_SETTLE }, "In a moment" },
    { "in", { .kind = PLAN_BREATH, .phase = BREATH_IN }, "In" },
    { "a cue is what is said", { .kind = PLAN_WORDS, .cue = 0 }, "The feet." },
    { "silence", { .kind = PLAN_QUIET, .cue = 0 }, NULL },
    { "it begins", { .kind = PLAN_BELL, .cue = PLAN_BELL_OPEN }, "A bell: it begins." },
    { "in between", { .kind = PLAN_BELL, .cue = PLAN_BELL_INTERVAL }, "A bell." },
    { "the end",
      { .kind = PLAN_BELL, .cue = PLAN_BELL_CLOSE },
      "A bell: that was the time." },
    { "a soft mark", { .kind = PLAN_BELL, .cue = PLAN_BELL_MARK }, NULL },
    { "the close", { .kind = PLAN_CLOSE }, NULL },
};

static void test_steps_have_their_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *words = terminal_words(&rows[i].step, &cues);
        if ((words == NULL) != (rows[i].words == NULL) ||
            (words != NULL && strcmp(words, rows[i].words) != 0))
            fail_msg("%s: %s", rows[i].says, words != NULL ? words : "nothing");
        if (words != NULL)
            assert_null(lint_words(words));
    }
}

static void test_every_practice_tells_its_keys(void **state)
{
    (void)state;
    static const struct {
        PracticeKind kind;
        bool is_quiet, has_holds;
        const char *line;
    } keys[] = {
        { PRACTICE_BREATHE, false, false,
          "Space pauses, Esc leaves, up quicker, down slower, m sound, o another way, p "
          "people to call, h hides." },
        { PRACTICE_BREATHE, false, true,
          "Space pauses, Esc leaves, up quicker, down slower, n leaves holds out, m "
          "sound, o another way, p people to call, h hides." },
        { PRACTICE_BREATHE, true, false,
          "Space pauses, Esc leaves, m sound, o another way, p people to call, h "
          "hides." },
        { PRACTICE_SCAN, false, false,
          "Space stays here, > next, < back, d leaves this out, up shorter, down longer, "
          "Esc leaves, m voice, o another way, p people to call, h hides." },
        { PRACTICE_SIT, false, false,
          "Space pauses, Esc leaves, m bells, o another way, p people to call, h "
          "hides." },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char line[TERMINAL_WORDS_MAX];
        assert_string_equal(
            terminal_words_keys(keys[i].kind, keys[i].is_quiet, keys[i].has_holds, line),
            keys[i].line);
        assert_null(lint_words(line));
    }
    char line[TERMINAL_WORDS_MAX];
    assert_string_equal(terminal_words_places(true, line),
                        "Space or > next, < back, d leaves this out, Esc leaves, m "
                        "voice, o another way, p people to call, h hides.");
    assert_null(lint_words(line));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_have_their_words),
        cmocka_unit_test(test_every_practice_tells_its_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
