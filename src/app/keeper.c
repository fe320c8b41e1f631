/* SPDX-License-Identifier: MIT */
#include "app/keeper.h"

#include "app/secret.h"
#include "app/shown.h"
#include "store/erased.h"
#include "store/kept.h"
#include "store/kept_line.h"
#include "store/marks.h"
#include "store/settings.h"
#include "store/utf8.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHOWN_FILE_MAX = LINES_FILE_MAX,
    SIZE_MAX_TEXT = 32,
    PATH_LETTERS = 60, /* of a path in a row … */
    PATH_HEAD = 20,    /* … of these before the cut */
    PROBLEM_LETTERS = 160,
    PROBLEM_HEAD = 40
};

_Static_assert((int)KEPT_COUNT <= (int)SCENE_ROWS_MAX,
               "every row has its place on the page");

struct Keeper {
    KeptFiles found;
    Erased erased;
    Shown shown;
};

Keeper *keeper_open(Error *error)
{
    Keeper *keeper = calloc(1, sizeof *keeper);
    if (keeper == NULL)
        error_set(error, "there is no memory left to look at what is kept");
    return keeper;
}

void keeper_close(Keeper *keeper)
{
    if (keeper == NULL)
        return;
    erased_forget(&keeper->erased);
    shown_forget(&keeper->shown);
    free(keeper);
}

/* --- words --- */

static const char *size_words(int64_t bytes, char out[SIZE_MAX_TEXT])
{
    const double kilo = (double)bytes / 1000;
    if (bytes < 1000)
        snprintf(out, SIZE_MAX_TEXT, "%d byte%s", (int)bytes, bytes == 1 ? "" : "s");
    else if (bytes < 100000)
        snprintf(out, SIZE_MAX_TEXT, "%.1f kB", kilo);
    else
        snprintf(out, SIZE_MAX_TEXT, "%.0f kB", kilo);
    return out;
}

/* A text that begins with the home folder, with ~ instead. */
static void with_tilde(const char *text, char *out, size_t size)
{
    const char *home = getenv("HOME");
    const size_t length = home != NULL ? strlen(home) : 0;
    if (length > 1 && strncmp(text, home, length) == 0 && text[length] == '/')
        snprintf(out, size, "~%s", text + length);
    else
        snprintf(out, size, "%s", text);
}

/* The bytes that the first letters take. */
static size_t letters_size(const char *text, int32_t letters)
{
    const size_t size = strlen(text);
    size_t at = 0;
    for (; letters > 0 && at < size; letters--) {
        const size_t length = utf8_letter(text + at, size - at);
        at += length > 0 ? length : 1;
    }
    return at;
}

/* Takes letters out of the middle until there are at most so many. */
static void shorten(char *text, int32_t letters, int32_t head)
{
    static const char cut[] = "\xE2\x80\xA6"; /* … */
    const int32_t count = utf8_count(text, strlen(text));
    if (count <= letters)
        return;
    const size_t before = letters_size(text, head);
    const char *tail = text + letters_size(text, count - (letters - head - 1));
    memmove(text + before + strlen(cut), tail, strlen(tail) + 1);
    memcpy(text + before, cut, strlen(cut));
}

static void path_words(const char *path, char out[FILES_PATH_MAX])
{
    with_tilde(path, out, FILES_PATH_MAX);
    shorten(out, PATH_LETTERS, PATH_HEAD);
}

static void tell_problem(VisitKept *kept, const Error *error)
{
    with_tilde(error->text, kept->problem, sizeof kept->problem);
    shorten(kept->problem, PROBLEM_LETTERS, PROBLEM_HEAD);
}

/* --- rows --- */

static int64_t sum_of(const KeptFiles *found)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < found->count; i++)
        sum += found->files[i].size;
    return sum;
}

static bool is_understood(KeptId id, const KeptFiles *found)
{
    Settings settings;
    if (id == KEPT_LINE)
        return kept_line_is_sound(found->path.text);
    return id != KEPT_SETTINGS || settings_load(found->path.text, &settings, NULL);
}

static bool can_write(KeptId id, const KeptFiles *found)
{
    FilePath path = found->path;
    const size_t length = strlen(path.text);
    /* Of a folder it is what would be made in it. */
    if (kept_rows[id].are_voices && length + 3 < sizeof path.text)
        strcpy(path.text + length, "/a");
    return kept_is_writable(path.text);
}

/* How much there is and where, and what is the matter with it. */
static void tell_files(KeptId id, const KeptFiles *found, VisitKeptRow *row)
{
    char path[FILES_PATH_MAX], size[SIZE_MAX_TEXT], files[64] = "";
    const bool are_voices = kept_rows[id].are_voices, is_writable = can_write(id, found);
    path_words(found->path.text, path);
    size_words(sum_of(found), size);
    if (found->count > 1)
        snprintf(files, sizeof files, " in %d files,", (int)found->count);
    else
        snprintf(files, sizeof files, " in");
    if (found->count == 0)
        snprintf(row->says, sizeof row->says, "Nothing kept yet.%s%.400s",
                 is_writable ? "" : " Nothing can be written at ",
                 is_writable ? "" : path);
    else
        snprintf(row->says, sizeof row->says, "%s%s %.400s%s%s%s", size, files, path,
                 found->count > 1 && !are_voices ? " and beside it" : "",
                 is_understood(id, found) ? "" : "; not all of it could be read",
                 is_writable ? "" : "; it cannot be written now");
}

static void tell_row(Keeper *keeper, KeptId id, VisitKeptRow *row)
{
    Error error = { "" };
    snprintf(row->what, sizeof row->what, "%s.", kept_rows[id].says);
    row->what[0] = (char)toupper((unsigned char)row->what[0]);
    row->is_there = false;
    if (!kept_find(id, &keeper->found, &error)) {
        snprintf(row->says, sizeof row->says, "%s", error.text);
        return;
    }
    row->is_there = keeper->found.count > 0;
    tell_files(id, &keeper->found, row);
}

static void tell_rows(Keeper *keeper, VisitKept *kept)
{
    for (KeptId id = 0; id < KEPT_COUNT; id++)
        tell_row(keeper, id, &kept->rows[id]);
    kept->row_count = KEPT_COUNT;
    kept->can_put_back = keeper->erased.count > 0;
}

/* --- a row's files, as they stand on the disk --- */

static void show_rest(Shown *shown, int64_t size)
{
    char words[SIZE_MAX_TEXT], sentence[128];
    snprintf(sentence, sizeof sentence,
             "The file goes on: it has %s, and this is as far as it is shown.",
             size_words(size, words));
    shown_say(shown, "");
    shown_say(shown, sentence);
    shown->is_full = false;
}

static void show_bytes(Shown *shown, const KeptFile *file)
{
    FileText text;
    Error error = { "" };
    if (!files_open(file->path.text, SHOWN_FILE_MAX, &text, &error)) {
        shown_say(shown, error.text);
        return;
    }
    shown_add(shown, text.bytes, text.size);
    if (shown->is_full || file->size > (int64_t)text.size)
        show_rest(shown, file->size);
    files_close(&text);
}

/* A clip is no text: how large it is. */
static void show_clip(Shown *shown, const KeptFile *file)
{
    char path[FILES_PATH_MAX], size[SIZE_MAX_TEXT], line[FILES_PATH_MAX + 64];
    with_tilde(file->path.text, path, sizeof path);
    snprintf(line, sizeof line, "%s: %s of sound", path, size_words(file->size, size));
    shown_say(shown, line);
}

/* Its path, and then all of it. */
static void show_file(Shown *shown, const KeptFile *file)
{
    char path[FILES_PATH_MAX];
    with_tilde(file->path.text, path, sizeof path);
    if (shown->count > 0)
        shown_say(shown, "");
    shown_say(shown, path);
    shown_say(shown, "");
    if (file->is_link)
        shown_say(shown, "A link. What it leads to stands below, if there is anything.");
    else
        show_bytes(shown, file);
}

static bool is_clip(KeptId id, const KeptFile *file)
{
    const char *name = strrchr(file->path.text, '/');
    return kept_rows[id].are_voices && name != NULL && strcmp(name, "/voice") != 0;
}

static void show_row(Keeper *keeper, KeptId id, VisitKept *kept)
{
    KeptFiles *found = &keeper->found;
    Error error = { "" };
    shown_forget(&keeper->shown);
    if (id == KEPT_LINE)
        secret_hold();
    if (!kept_find(id, found, &error))
        shown_say(&keeper->shown, error.text);
    else if (found->count == 0)
        shown_say(&keeper->shown, "Nothing kept yet.");
    for (int32_t i = 0; i < found->count; i++)
        if (is_clip(id, &found->files[i]))
            show_clip(&keeper->shown, &found->files[i]);
        else
            show_file(&keeper->shown, &found->files[i]);
    kept->lines = keeper->shown.lines;
    kept->line_count = keeper->shown.count;
}

/* --- wishes --- */

/* The marks of the person's own messages are named by the first words of these. */
static void erase_own_marks(Keeper *keeper, Error *error)
{
    KeptFiles *found = &keeper->found;
    if (kept_find(KEPT_MARKS, found, error) && found->is_there &&
        erased_hold(&keeper->erased, found, error))
        marks_erase_own(found->path.text, error);
}

static void erase_rows(Keeper *keeper, uint32_t rows, Error *error)
{
    for (KeptId id = 0; id < KEPT_COUNT; id++) {
        if ((rows >> id & 1) == 0 || !kept_find(id, &keeper->found, error))
            continue;
        if (id == KEPT_LINE)
            secret_hold();
        const int32_t gone = erased_take(&keeper->erased, &keeper->found, error);
        if (id == KEPT_MESSAGES && gone > 0)
            erase_own_marks(keeper, error);
    }
}

static void forget(Keeper *keeper, VisitKept *kept)
{
    erased_forget(&keeper->erased);
    shown_forget(&keeper->shown);
    kept->lines = NULL;
    kept->line_count = 0;
}

bool keeper_answer(Keeper *keeper, VisitKept *kept)
{
    const VisitKeptWish wish = kept->wish;
    const bool changes = wish.erases != 0 || wish.puts_back;
    Error error = { "" };
    kept->wish = (VisitKeptWish){ 0 };
    erase_rows(keeper, wish.erases, &error);
    if (wish.puts_back)
        erased_put_back(&keeper->erased, &error);
    if (wish.shows)
        show_row(keeper, (KeptId)wish.shown_row, kept);
    if (wish.forgets)
        forget(keeper, kept);
    if (changes)
        tell_problem(kept, &error);
    if (changes || wish.looks)
        tell_rows(keeper, kept);
    return changes;
}
