/* SPDX-License-Identifier: MIT */
#include "app/plan_text.h"
#include "app/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { ARGS_MAX = 8 };

/* What `leeway plan PRACTICE` prints for the arguments behind it. The caller frees it. */
static char *printed_of(const char *practice, const char *const args[ARGS_MAX])
{
    char program[] = "leeway";
    char *argv[ARGS_MAX + 3] = { program, (char *)(uintptr_t)practice };
    int argc = 2;
    for (int i = 0; i < ARGS_MAX && args[i] != NULL; i++)
        argv[argc++] = (char *)(uintptr_t)args[i];

    Options options;
    PracticeRequest request;
    PlacesShelf *shelf = NULL;
    Error error = { "" };
    if (!options_parse(argc, argv, &options, &error) ||
        request_practice(&options, 0, &shelf, &request, &error) != STATUS_FINE)
        fail_msg("%s", error.text);

    Plan plan;
    BreathPattern target;
    const bool is_breathing = request_breath(&request, &target);
    request_lay_out(&request, shelf, &plan);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    plan_text_print(out, &plan, is_breathing ? &target : NULL,
                    shelf != NULL ? &shelf->cues : NULL);
    assert_int_equal(fclose(out), 0);
    places_shelf_close(shelf);
    return text;
}

static char *printed(const char *const args[ARGS_MAX])
{
    return printed_of("breathe", args);
}

static char *read_golden(const char *path)
{
    char *text = NULL;
    size_t size = 0, used = 0;
    FILE *file = fopen(path, "rb");
    FILE *copy = open_memstream(&text, &size);
    char block[4096];
    while (file != NULL && (used = fread(block, 1, sizeof block, file)) > 0)
        fwrite(block, 1, used, copy);
    if (file != NULL)
        fclose(file);
    fclose(copy);
    return text;
}

/* UPDATE=1 takes what is printed now as the new truth. */
static void check_golden(const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/app/golden/%s.txt", LEEWAY_TESTS_DIR, name);
    if (getenv("UPDATE") != NULL) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fputs(text, file);
        assert_int_equal(fclose(file), 0);
    }
    char *golden = read_golden(path);
    if (strcmp(text, golden) != 0)
        fail_msg("%s differs; UPDATE=1 renews it. Printed:\n%s", path, text);
    free(golden);
}

static void test_prints_what_was_agreed(void **state)
{
    (void)state;
    static const struct {
        const char *golden;
        const char *args[ARGS_MAX];
    } rows[] = {
        { "default", { NULL } },
        { "4-6_minutes-5", { "4-6", "--minutes", "5" } },
        { "4-7-8", { "4-7-8" } },
        { "4-4-4-4", { "4-4-4-4" } },
        { "4-4-4-4_no-holds", { "4-4-4-4", "--no-holds" } },
        { "sigh", { "2+0.8-6", "--minutes", "2" } },
        { "from-3-4", { "5.5-5.5", "--from", "3-4" } },
        { "from-with-holds", { "4-7-8", "--from", "3-4-5", "--breaths", "16" } },
        { "from-cut-short", { "4-6", "--from", "2-3", "--breaths", "4" } },
        { "breaths-3_lead-in-0", { "4-6", "--breaths", "3", "--lead-in", "0" } },
        { "pace-0.75_no-holds",
          { "4-7-8", "--pace", "0.75", "--no-holds", "--minutes", "1" } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *text = printed(rows[i].args);
        check_golden(rows[i].golden, text);
        free(text);
    }
}

/* Without a voice, so that a voice that is made anew changes nothing here. */
static void test_prints_scans_and_sits_as_agreed(void **state)
{
    (void)state;
    static const struct {
        const char *golden;
        const char *practice;
        const char *args[ARGS_MAX];
    } rows[] = {
        { "scan", "scan", { "--voice", "none" } },
        { "scan_feet-to-head_minutes-7",
          "scan",
          { "feet-to-head", "--minutes", "7", "--voice", "none" } },
        { "scan_outside-in_minutes-10_leave-out",
          "scan",
          { "outside-in", "--minutes", "10", "--leave-out", "legs,face", "--voice",
            "none" } },
        { "scan_look-around", "scan", { "look-around", "--voice", "none" } },
        { "scan_look-around_one-place",
          "scan",
          { "look-around", "--leave-out", "room-seen,room-at-hand,room-heard,room-air",
            "--voice", "none" } },
        { "sit", "sit", { NULL } },
        { "sit_every-5", "sit", { "--minutes", "20", "--bell", "every:5" } },
        { "sit_at", "sit", { "--minutes", "20", "--bell", "at:3,10,15.5" } },
        { "sit_none_lead-in-0", "sit", { "--bell", "none", "--lead-in", "0" } },
        { "sit_open", "sit", { "--minutes", "0", "--bell", "every:15" } },
        { "sit_open_none", "sit", { "--minutes", "0" } },
        { "reach", "reach", { NULL } },
        { "reach_60", "reach", { "--seconds", "60", "--no-holds" } },
        { "reach_120_pace-0.75_lead-in-0",
          "reach",
          { "--seconds", "120", "--pace", "0.75", "--lead-in", "0" } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *text = printed_of(rows[i].practice, rows[i].args);
        check_golden(rows[i].golden, text);
        free(text);
    }
}

/* What a program finds that reads the rows. */
typedef struct Reading {
    int rows, breaths, closes;
    long long end_ms; /* where the last row ends */
    long long first_ms;
    bool is_contiguous;
    bool has_five_columns;
} Reading;

static int count_of(const char *line, char wanted)
{
    int count = 0;
    for (; *line != '\0' && *line != '\n'; line++)
        count += *line == wanted;
    return count;
}

static Reading read_rows(const char *text)
{
    Reading reading = { .is_contiguous = true, .has_five_columns = true };
    for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1) {
        long long start, length;
        char kind[16], name[64];
        if (*line == '#' || sscanf(line, "%lld\t%lld\t%15[^\t]\t%63[^\t]", &start,
                                   &length, kind, name) != 4)
            continue;
        if (reading.rows++ == 0)
            reading.first_ms = start;
        else
            reading.is_contiguous &= start == reading.end_ms;
        reading.end_ms = start + length;
        reading.has_five_columns &= count_of(line, '\t') == 4;
        reading.breaths += strcmp(name, "in") == 0;
        reading.closes += strcmp(kind, "close") == 0;
    }
    return reading;
}

static void test_rows_follow_each_other(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        const char *args[ARGS_MAX];
        int breaths;
        long long end_ms;
    } rows[] = {
        { "five minutes", { "4-6", "--minutes", "5" }, 30, 303000 },
        { "a second more", { "4-6", "--minutes", "5", "--lead-in", "4" }, 30, 304000 },
        { "a tie goes to the fewer", { "4-6", "--minutes", "0.25" }, 1, 13000 },
        { "at least one", { "4-6", "--minutes", "0.001" }, 1, 13000 },
        { "holds", { "4-7-8" }, 9, 174000 },
        { "a top-up", { "2+0.8-6", "--breaths", "10" }, 10, 91000 },
        { "many", { "4-6", "--breaths", "100000" }, 100000, 1000003000 },
        { "a day", { "4-6", "--minutes", "1440" }, 8640, 86403000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *text = printed(rows[i].args);
        const Reading got = read_rows(text);
        free(text);
        if (!got.is_contiguous || !got.has_five_columns || got.first_ms != 0 ||
            got.closes != 1 || got.breaths != rows[i].breaths ||
            got.end_ms != rows[i].end_ms)
            fail_msg("%s: %d breaths, %d closes, to %lld", rows[i].says, got.breaths,
                     got.closes, got.end_ms);
    }
}

/* Every route, every whole length it is made for, with and without a voice. */
static void test_scans_add_up(void **state)
{
    (void)state;
    static const char *const routes[] = { "hands-and-feet", "outside-in",
                                          "feet-to-head",   "head-to-feet",
                                          "look-around",    "seat-and-floor" };
    static const char *const minutes[] = { "1", "3", "5", "7", "10", "20", "45", "120" };
    for (size_t r = 0; r < sizeof routes / sizeof *routes; r++)
        for (size_t m = 0; m < sizeof minutes / sizeof *minutes; m++) {
            char *text = printed_of(
                "scan", (const char *[ARGS_MAX]){ routes[r], "--minutes", minutes[m] });
            const Reading got = read_rows(text);
            free(text);
            if (!got.is_contiguous || !got.has_five_columns || got.closes != 1 ||
                got.end_ms != 3000 + 60000LL * atoi(minutes[m]))
                fail_msg("%s, %s minutes: to %lld", routes[r], minutes[m], got.end_ms);
        }
}

static void test_open_end_shows_an_hour_of_whole_breaths(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        const char *args[ARGS_MAX];
        int breaths;
        long long end_ms;
    } rows[] = {
        { "even", { "4-6", "--minutes", "0" }, 360, 3603000 },
        { "the last one is whole", { "4-7", "--minutes", "0" }, 328, 3611000 },
        { "holds", { "4-7-8", "--minutes", "0", "--lead-in", "0" }, 190, 3610000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *text = printed(rows[i].args);
        const Reading got = read_rows(text);
        const bool is_told = strstr(text, "# total_ms\topen\n") != NULL;
        free(text);
        if (!is_told || !got.is_contiguous || got.closes != 0 ||
            got.breaths != rows[i].breaths || got.end_ms != rows[i].end_ms)
            fail_msg("%s: %d breaths, to %lld", rows[i].says, got.breaths, got.end_ms);
    }
}

static void test_rate_has_two_decimals(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        BreathPattern pattern;
        const char *rate;
    } rows[] = {
        { "six", { { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } }, "6.00" },
        { "holds count", { { 4000, 0, 7000, 8000, 0 } }, "3.16" },
        { "rounded up", { { 2000, 800, 0, 6000, 0 } }, "6.82" },
        { "a zero in the middle", { { 6000, 0, 0, 5950, 0 } }, "5.02" },
        { "half goes up", { { 16000, 0, 0, 16000, 0 } }, "1.88" },
        { "quickest", { { 1500, 0, 0, 1500, 0 } }, "20.00" },
        { "slowest", { { 60000, 60000, 60000, 60000, 60000 } }, "0.20" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char rate[PLAN_TEXT_RATE_MAX];
        plan_text_rate(&rows[i].pattern, rate);
        if (strcmp(rate, rows[i].rate) != 0)
            fail_msg("%s: %s", rows[i].says, rate);
    }
}

static int away_from_home(void **state)
{
    (void)state;
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    return setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prints_what_was_agreed),
        cmocka_unit_test(test_prints_scans_and_sits_as_agreed),
        cmocka_unit_test(test_rows_follow_each_other),
        cmocka_unit_test(test_scans_add_up),
        cmocka_unit_test(test_open_end_shows_an_hour_of_whole_breaths),
        cmocka_unit_test(test_rate_has_two_decimals),
    };
    return cmocka_run_group_tests(tests, away_from_home, NULL);
}
