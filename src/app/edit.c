/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "app/edit.h"

#include "app/edit_past.h"
#include "view/grapheme.h"
#include "view/text.h"

#include <assert.h>
#include <string.h>

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t first(const Edit *edit)
{
    return smaller(edit->caret, edit->anchor);
}

static int32_t last(const Edit *edit)
{
    return larger(edit->caret, edit->anchor);
}

bool edit_has_selection(const Edit *edit)
{
    return edit->caret != edit->anchor;
}

void edit_wipe(Edit *edit)
{
    explicit_bzero(edit, sizeof *edit);
}

/* What a text from outside becomes, character by character. */
typedef struct Reader {
    const char *utf8;
    int32_t left;
} Reader;

static bool is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

static bool is_line_break(uint32_t character)
{
    return character == '\n' || character == '\r' || character == 0x85 ||
           character == 0x2028 || character == 0x2029;
}

/* The bytes of the next character that is kept, at *from; 0 at the end. */
static int32_t next_kept(Reader *reader, const char **from)
{
    while (reader->left > 0) {
        uint32_t character;
        const char *at = reader->utf8;
        const int32_t bytes = text_character(at, reader->left, &character);
        reader->utf8 += bytes;
        reader->left -= bytes;
        if (character == '\r' && reader->left > 0 && *reader->utf8 == '\n')
            continue;
        const char *instead = is_line_break(character) ? "\n"
                              : character == '\t'      ? " "
                                                       : NULL;
        *from = instead != NULL ? instead : at;
        if (instead != NULL)
            return 1;
        if (!is_control(character) && character != 0xFEFF &&
            (character != TEXT_BAD || bytes > 1))
            return bytes;
    }
    return 0;
}

/* How many bytes of it are kept, at most so many; into `out` unless that is NULL. */
static int32_t take(const char *utf8, int32_t most, char *out)
{
    Reader reader = { utf8, (int32_t)strlen(utf8) };
    const char *from;
    int32_t count = 0;
    for (int32_t bytes; (bytes = next_kept(&reader, &from)) > 0; count += bytes) {
        if (count + bytes > most)
            return count;
        if (out != NULL)
            memcpy(out + count, from, (size_t)bytes);
    }
    return count;
}

/* Moves what stands behind, so that `inserted` bytes have room in the place of from..to.
 */
static void open_gap(Edit *edit, int32_t from, int32_t to, int32_t inserted)
{
    memmove(edit->text + from + inserted, edit->text + to,
            (size_t)(edit->length - to) + 1);
    edit->length += inserted - (to - from);
}

static bool put(Edit *edit, EditKind kind, int32_t from, int32_t to, const char *utf8)
{
    const int32_t inserted = take(utf8, 2 * EDIT_BYTES_MAX, NULL);
    if (edit->length - (to - from) + inserted > EDIT_BYTES_MAX)
        return false;
    if (inserted == 0 && from == to)
        return true;
    char *letters = edit_past_note(edit, kind, from, to, inserted);
    open_gap(edit, from, to, inserted);
    take(utf8, inserted, edit->text + from);
    memcpy(letters, edit->text + from, (size_t)inserted);
    edit->caret = edit->anchor =
        grapheme_border(edit->text, edit->length, from + inserted);
    edit->is_line_end = false;
    return true;
}

bool edit_is_nothing(const char *utf8)
{
    enum { CHARACTER_BYTES = 4 };
    return take(utf8, CHARACTER_BYTES, NULL) == 0;
}

/* Where nothing comes, what is selected stays: only edit_remove takes something out. */
bool edit_type(Edit *edit, const char *utf8)
{
    edit_compose(edit, "", 0);
    if (edit_is_nothing(utf8))
        return true;
    return put(edit, EDIT_TYPED, first(edit), last(edit), utf8);
}

static void close_change(Edit *edit)
{
    edit->past.is_closed = true;
}

bool edit_paste(Edit *edit, const char *utf8)
{
    edit_compose(edit, "", 0);
    if (edit_is_nothing(utf8))
        return true;
    const bool is_in = put(edit, EDIT_OTHER, first(edit), last(edit), utf8);
    close_change(edit);
    return is_in;
}

bool edit_add_line(Edit *edit, const char *utf8)
{
    const bool is_first = edit->length == 0 || edit->text[edit->length - 1] == '\n';
    const int32_t added = take(utf8, 2 * EDIT_BYTES_MAX, NULL);
    if (edit->length + added + (is_first ? 0 : 1) > EDIT_BYTES_MAX)
        return false;
    if (added == 0)
        return true;
    edit_move_to(edit, edit->length, false);
    if (!is_first)
        edit_type(edit, "\n");
    put(edit, EDIT_TYPED, edit->length, edit->length, utf8);
    if (!is_first)
        edit_past_join(edit);
    close_change(edit);
    return true;
}

/* --- moving --- */

static int32_t step_from(const Edit *edit, EditStep step)
{
    const int32_t at = edit->caret;
    switch (step) {
    case EDIT_BACK: return grapheme_before(edit->text, edit->length, at);
    case EDIT_ON: return grapheme_next(edit->text, edit->length, at);
    case EDIT_WORD_BACK: return grapheme_word_before(edit->text, edit->length, at);
    case EDIT_WORD_ON: return grapheme_word_next(edit->text, edit->length, at);
    case EDIT_TO_START: return 0;
    default: return edit->length;
    }
}

void edit_select(Edit *edit, int32_t anchor, int32_t caret)
{
    edit_compose(edit, "", 0);
    edit->anchor = grapheme_border(edit->text, edit->length, anchor);
    edit->caret = grapheme_border(edit->text, edit->length, caret);
    edit->is_line_end = false;
    close_change(edit);
}

void edit_move_to(Edit *edit, int32_t at, bool selects)
{
    edit_select(edit, selects ? edit->anchor : at, at);
}

void edit_move(Edit *edit, EditStep step, bool selects)
{
    const bool ends = edit_has_selection(edit) && !selects;
    if (ends && step == EDIT_BACK)
        edit_move_to(edit, first(edit), false);
    else if (ends && step == EDIT_ON)
        edit_move_to(edit, last(edit), false);
    else
        edit_move_to(edit, step_from(edit, step), selects);
}

void edit_select_all(Edit *edit)
{
    edit_select(edit, 0, edit->length);
}

static EditKind kind_of_removal(EditStep step)
{
    return step == EDIT_BACK ? EDIT_RUBBED : step == EDIT_ON ? EDIT_DELETED : EDIT_OTHER;
}

bool edit_remove(Edit *edit, EditStep step)
{
    edit_compose(edit, "", 0);
    if (edit_has_selection(edit))
        return put(edit, EDIT_OTHER, first(edit), last(edit), "");
    const int32_t caret = edit->caret, other = step_from(edit, step);
    if (other == caret)
        return false;
    return put(edit, kind_of_removal(step), smaller(caret, other), larger(caret, other),
               "");
}

/* --- out, and in by other ways --- */

const char *edit_copy(Edit *edit)
{
    edit_compose(edit, "", 0);
    if (!edit_has_selection(edit))
        return NULL;
    const int32_t length = last(edit) - first(edit);
    memset(edit->copied, 0, sizeof edit->copied);
    memcpy(edit->copied, edit->text + first(edit), (size_t)length);
    return edit->copied;
}

const char *edit_cut(Edit *edit)
{
    const char *copied = edit_copy(edit);
    if (copied != NULL)
        edit_remove(edit, EDIT_BACK);
    return copied;
}

void edit_compose(Edit *edit, const char *utf8, int32_t caret)
{
    if (utf8[0] == '\0' && edit->composing_length == 0)
        return;
    edit->composing_length = take(utf8, EDIT_COMPOSING_MAX, edit->composing);
    edit->composing[edit->composing_length] = '\0';
    int32_t at = 0;
    for (uint32_t ignored; caret > 0 && at < edit->composing_length; caret--)
        at += text_character(edit->composing + at, edit->composing_length - at, &ignored);
    edit->composing_caret = grapheme_border(edit->composing, edit->composing_length, at);
    close_change(edit);
}

bool edit_settle(Edit *edit)
{
    const bool is_in = edit->composing_length == 0 ||
                       put(edit, EDIT_OTHER, first(edit), last(edit), edit->composing);
    edit_compose(edit, "", 0);
    return is_in;
}

EditShown edit_shown(Edit *edit)
{
    const int32_t from = first(edit), to = last(edit), middle = edit->composing_length;
    if (middle == 0)
        return (EditShown){ .utf8 = edit->text,
                            .length = edit->length,
                            .caret = edit->caret,
                            .selected = from,
                            .selected_end = to };
    memcpy(edit->shown, edit->text, (size_t)from);
    memcpy(edit->shown + from, edit->composing, (size_t)middle);
    memcpy(edit->shown + from + middle, edit->text + to, (size_t)(edit->length - to) + 1);
    const int32_t length = edit->length - (to - from) + middle;
    return (EditShown){ .utf8 = edit->shown,
                        .length = length,
                        .caret = grapheme_border(edit->shown, length,
                                                 from + edit->composing_caret),
                        .composed = from,
                        .composed_end = from + middle };
}
