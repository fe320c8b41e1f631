/* SPDX-License-Identifier: MIT */
#include "store/cues.h"
#include "store/values.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const key_names[] = { "text", NULL };

const LinesFormat cues_format = {
    .kind = "cues",
    .version = 1,
    .keys = key_names,
};

/* Names as elsewhere, with dots between them: "scan.hands.1". */
static bool is_id(const char *text)
{
    const size_t length = strlen(text);
    return length > 0 && length < CUES_ID_MAX &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-.") == length &&
           text[0] != '.' && text[length - 1] != '.' && strstr(text, "..") == NULL;
}

/* "hands" of "scan.hands.1". A linger belongs to whatever place it is said at. */
static void find_place(const char *id, char place[CUES_ID_MAX])
{
    static const char scan[] = "scan.", linger[] = "scan.linger.";
    const char *last = strrchr(id, '.');
    const char *name = id + strlen(scan);
    place[0] = '\0';
    if (strncmp(id, scan, strlen(scan)) == 0 && last > name &&
        strncmp(id, linger, strlen(linger)) != 0)
        snprintf(place, CUES_ID_MAX, "%.*s", (int)(last - name), name);
}

static bool read_cue(Lines *lines, const LinesSection *section, CueBook *out)
{
    static const char *const required[] = { "text", NULL };
    const int32_t i = out->count;
    bool is_good = is_id(section->name);
    if (!is_good)
        lines_blame(lines, section->line, 1,
                    "a cue is named like \"scan.hands.1\", in at most %d letters",
                    CUES_ID_MAX - 1);
    if (!values_has_all(lines, section, required))
        return false;
    is_good &= values_text(lines, lines_find(lines, section, "text"), out->texts[i],
                           sizeof out->texts[i]);
    if (!is_good)
        return false;
    snprintf(out->ids[i], sizeof out->ids[i], "%s", section->name);
    find_place(out->ids[i], out->places[i]);
    return true;
}

/* The table points into the book it is in. */
static void link_table(CueBook *book)
{
    for (int32_t i = 0; i < book->count; i++)
        book->cues[i] = (Cue){
            .id = book->ids[i],
            .text = book->texts[i],
            .length_ms = cues_reading_ms(book->texts[i]),
            .place = book->places[i][0] != '\0' ? book->places[i] : NULL,
        };
}

void cues_read(Lines *lines, CueBook *out)
{
    *out = (CueBook){ 0 };
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++) {
        const LinesSection *section = &lines->sections[i];
        if (out->count == CUES_MAX) {
            lines_blame(lines, section->line, 1, "there are more than %d cues", CUES_MAX);
            break;
        }
        out->count += read_cue(lines, section, out);
    }
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no cue in this file");
    link_table(out);
}

/* A book is big, so it waits on the heap and not on the stack. */
static bool install(Lines *lines, CueBook *book, Error *error)
{
    CueBook *read = malloc(sizeof *read);
    if (read == NULL) {
        error_set(error, "there is not enough memory to read %s", lines->name);
        return false;
    }
    cues_read(lines, read);
    const bool is_good = lines_is_good(lines, error);
    if (is_good) {
        *book = *read;
        link_table(book);
    }
    free(read);
    return is_good;
}

bool cues_load(const char *path, CueBook *book, Error *error)
{
    Lines *lines = lines_open_file(path, &cues_format, error);
    const bool is_loaded = lines != NULL && install(lines, book, error);
    lines_close(lines);
    return is_loaded;
}

int32_t cues_find(const CueBook *book, const char *id)
{
    for (int32_t i = 0; i < book->count; i++)
        if (strcmp(book->ids[i], id) == 0)
            return i;
    return PLAN_NO_CUE;
}

CueTable cues_table(const CueBook *book)
{
    return (CueTable){ .cues = book->cues, .count = book->count };
}

static int32_t count_words(const char *text)
{
    int32_t count = 0;
    for (; *text != '\0'; text++)
        count += *text != ' ' && (text[1] == ' ' || text[1] == '\0');
    return count;
}

int32_t cues_reading_ms(const char *text)
{
    const int32_t length =
        CUES_READING_MORE_MS + CUES_READING_WORD_MS * count_words(text);
    return length < CUES_READING_MIN_MS ? CUES_READING_MIN_MS : length;
}

void cues_set_length(CueBook *book, int32_t index, int32_t length_ms)
{
    assert(index >= 0 && index < book->count && length_ms >= 0);
    book->cues[index].length_ms =
        length_ms > 0 ? length_ms : cues_reading_ms(book->texts[index]);
}
