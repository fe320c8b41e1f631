/* SPDX-License-Identifier: MIT */
/* What was written is nowhere once it is gone, and in no core while it is there. */
#define _GNU_SOURCE
#include "app/letters.h"
#include "app/secret.h"
#include "app/visit_parts.h"
#include "store/scratch.h"
#include "support/edit_set.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MARKER "Anemone 7341 by the door, and the key under the third pot"

enum { LINE_BYTES = 512, SEARCHED = 12 };

/* --- the memory --- */

/* The flags of the mapping in which a byte lies, as the kernel tells them. */
static void flags_of(const void *at, char out[LINE_BYTES])
{
    FILE *file = fopen("/proc/self/smaps", "r");
    bool is_inside = false;
    out[0] = '\0';
    assert_non_null(file);
    for (char line[LINE_BYTES]; fgets(line, sizeof line, file) != NULL;) {
        unsigned long from, to;
        if (sscanf(line, "%lx-%lx ", &from, &to) == 2)
            is_inside = (unsigned long)at >= from && (unsigned long)at < to;
        else if (is_inside && strncmp(line, "VmFlags:", 8) == 0)
            strcpy(out, line);
    }
    fclose(file);
}

static void pages_are_zero_and_in_no_dump(void **state)
{
    (void)state;
    enum { SIZE = 100000 };
    char flags[LINE_BYTES];
    char *memory = secret_open(SIZE, NULL);
    assert_non_null(memory);
    for (int i = 0; i < SIZE; i++)
        assert_int_equal(memory[i], 0);
    flags_of(memory, flags);
    assert_non_null(strstr(flags, " dd"));
    flags_of(memory + SIZE - 1, flags);
    assert_non_null(strstr(flags, " dd"));
    secret_close(memory, SIZE);
    secret_close(NULL, SIZE);
}

/* The view has all of the text as well, in pieces. */
static void letters_are_in_no_dump(void **state)
{
    (void)state;
    char flags[LINE_BYTES];
    size_t size;
    Text *text = letters_open(NULL);
    assert_non_null(text);
    char *memory = text_memory(text, &size);
    assert_in_range((uintptr_t)text_own_flow(text), (uintptr_t)memory,
                    (uintptr_t)memory + size);
    flags_of(memory, flags);
    assert_non_null(strstr(flags, " dd"));
    flags_of(memory + size - 1, flags);
    assert_non_null(strstr(flags, " dd"));
    text_close(text);
}

/* --- the process --- */

static rlim_t core_limit(void)
{
    struct rlimit limit;
    getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_cur;
}

/* Pieces of what was held may be left where nobody can wipe them, so there is no way
 * back. */
static void once_it_is_held_nobody_looks_in(void **state)
{
    (void)state;
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        const bool was_held = secret_is_held();
        secret_hold();
        secret_hold();
        _exit(was_held || !secret_is_held() || prctl(PR_GET_DUMPABLE) != 0 ||
              core_limit() != 0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* Whether a crash leaves a core where cores are wanted; it would lie in the folder. */
static bool crash_leaves_core(const char *folder, bool is_held)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        struct rlimit limit;
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_CORE, &limit);
        signal(SIGSEGV, SIG_DFL);
        if (is_held)
            secret_hold();
        if (chdir(folder) == 0)
            kill(getpid(), SIGSEGV);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGSEGV);
    return WCOREDUMP(status);
}

static void a_crash_leaves_no_core(void **state)
{
    (void)state;
    void *folder;
    assert_int_equal(scratch_open(&folder), 0);
    const bool would_leave = crash_leaves_core(folder, false);
    const bool leaves = crash_leaves_core(folder, true);
    scratch_close(&folder);
    assert_false(leaves);
    if (!would_leave) {
        print_message("a_crash_leaves_no_core: nothing leaves a core here\n");
        skip();
    }
}

/* --- what is left --- */

/* Told by letters that are one too high, so that the search does not find itself. */
static __attribute__((no_sanitize("address"))) bool is_here(const char *at)
{
    static const char shifted[] = "Bofnpof!8452";
    for (int i = 0; i < SEARCHED; i++)
        if (at[i] + 1 != shifted[i])
            return false;
    return true;
}

static __attribute__((no_sanitize("address"))) int found_between(const char *at,
                                                                 const char *to)
{
    int found = 0;
    for (; at + SEARCHED <= to; at++)
        found += *at == 'A' && is_here(at);
    return found;
}

/* What is larger than any memory here is what a sanitizer notes about the rest. */
#define LARGEST (UINT64_C(1) << 32)

/* How often the marker stands in all that this process can write to. */
static int found_anywhere(void)
{
    int found = 0;
    FILE *file = fopen("/proc/self/maps", "r");
    assert_non_null(file);
    setvbuf(file, NULL, _IONBF, 0);
    for (char line[LINE_BYTES]; fgets(line, sizeof line, file) != NULL;) {
        unsigned long from, to;
        char mode[8];
        if (sscanf(line, "%lx-%lx %7s", &from, &to, mode) == 3 &&
            strncmp(mode, "rw", 2) == 0 && strstr(line, "[v") == NULL &&
            to - from < LARGEST)
            found += found_between((const char *)from, (const char *)to);
    }
    fclose(file);
    return found;
}

static void write_it(VisitRig *rig)
{
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_REACH);
    visit_rig_wait(rig, 1000);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    visit_rig_wait(rig, 1000);
    visit_type(&rig->visit, MARKER, rig->now_us);
    visit_rig_turn(rig);
}

/* Painted as the window paints it, so that everything that keeps pieces of a text has
 * kept some. */
static void paint_it(VisitRig *rig)
{
    const int32_t width = rig->visit.width_px, height = rig->visit.height_px;
    Raster raster = { calloc((size_t)(width * height), sizeof(uint32_t)),
                      width,
                      height,
                      width,
                      { 0, 0, width, height } };
    RasterTables *tables = raster_tables_open(width, height, NULL);
    Paint paint = paint_pixels(&raster, tables, rig->text, &theme_night);
    picture_paint_all(&paint, &rig->visit.view);
    raster_tables_close(tables);
    free(raster.pixels);
}

static void an_emptied_field_leaves_nothing(void **state)
{
    VisitRig *rig = *state;
    write_it(rig);
    paint_it(rig);
    assert_true(found_anywhere() > 1); /* the search finds what is there */
    visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
    visit_field_key(&rig->visit, FIELD_DELETE, false, rig->now_us);
    visit_rig_play(rig, "out");
    assert_int_equal(found_anywhere(), 0);
}

/* What is kept was read, shown and left. */
static void a_kept_line_that_was_shown_leaves_nothing(void **state)
{
    static const char *const lines[] = { "leeway line 1", MARKER };
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_kept_open(&rig->visit, rig->now_us);
    visit_go(&rig->visit, SCREEN_SHOWN, rig->now_us);
    rig->visit.kept.lines = lines;
    rig->visit.kept.line_count = 2;
    visit_rig_turn(rig);
    paint_it(rig);
    assert_true(found_anywhere() > 0);
    rig->visit.kept.lines = NULL;
    rig->visit.kept.line_count = 0;
    visit_rig_play(rig, "700 out 700 out");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_int_equal(found_anywhere(), 0);
}

/* Memory that is free has notes of its own at its beginning. */
#define HEAD_OF_A_LINE "leeway line 1\nThirty-two letters and more."

static void a_file_that_is_closed_leaves_nothing(void **state)
{
    (void)state;
    void *folder;
    FileText text;
    assert_int_equal(scratch_open(&folder), 0);
    const FilePath path = scratch_path(&folder, "line");
    const int file = open(path.text, O_WRONLY | O_CREAT, 0600);
    static const char bytes[] = HEAD_OF_A_LINE MARKER;
    assert_int_equal(write(file, bytes, strlen(bytes)), strlen(bytes));
    close(file);
    assert_true(files_open(path.text, sizeof bytes, &text, NULL));
    assert_int_equal(found_anywhere(), 1);
    files_close(&text);
    scratch_close(&folder);
    assert_int_equal(found_anywhere(), 0);
}

static void closing_leaves_nothing(void **state)
{
    VisitRig *rig = *state;
    Written *written = written_open(NULL);
    assert_non_null(written);
    write_it(rig);
    edit_set(&written->edit, MARKER);
    strcpy(written->kept, MARKER);
    paint_it(rig);
    written_wipe(&rig->written, rig->text);
    assert_true(found_anywhere() > 0);
    written_close(written, rig->text);
    assert_int_equal(found_anywhere(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_zero_and_in_no_dump),
        cmocka_unit_test(letters_are_in_no_dump),
        cmocka_unit_test(once_it_is_held_nobody_looks_in),
        cmocka_unit_test(a_crash_leaves_no_core),
        cmocka_unit_test(an_emptied_field_leaves_nothing),
        cmocka_unit_test(a_kept_line_that_was_shown_leaves_nothing),
        cmocka_unit_test(a_file_that_is_closed_leaves_nothing),
        cmocka_unit_test(closing_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
