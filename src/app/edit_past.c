/* SPDX-License-Identifier: MIT */
#include "app/edit_past.h"

#include <assert.h>
#include <string.h>

static int32_t size_of(const EditChange *change)
{
    return change->removed + change->inserted;
}

/* What was undone can not be done again once something else was written. */
static void forget_undone(EditPast *past)
{
    if (past->done < past->count)
        past->size = past->changes[past->done].start;
    past->count = past->done;
}

static void forget_oldest(EditPast *past)
{
    const int32_t size = size_of(&past->changes[0]);
    memmove(past->letters, past->letters + size, (size_t)(past->size - size));
    memmove(past->changes, past->changes + 1,
            (size_t)(past->count - 1) * sizeof past->changes[0]);
    past->size -= size;
    past->count--;
    past->done--;
    past->is_cut = true;
    for (int32_t i = 0; i < past->count; i++)
        past->changes[i].start -= size;
}

/* A letter behind a space begins a word, and with it a change of its own. */
static bool ends_with_space(const EditPast *past)
{
    const char last = past->letters[past->size - 1];
    return last == ' ' || last == '\n';
}

static bool joins(const EditPast *past, EditKind kind, int32_t from, int32_t to)
{
    if (past->is_closed || past->count == 0 || kind == EDIT_OTHER)
        return false;
    const EditChange *last = &past->changes[past->count - 1];
    if (last->kind != kind)
        return false;
    if (kind == EDIT_TYPED)
        return from == to && last->inserted > 0 && from == last->at + last->inserted &&
               !ends_with_space(past);
    return kind == EDIT_RUBBED ? to == last->at : from == last->at;
}

/* The last change takes in what lies beside it. */
static char *grow(Edit *edit, EditKind kind, int32_t from, int32_t to, int32_t inserted)
{
    EditPast *past = &edit->past;
    EditChange *last = &past->changes[past->count - 1];
    const int32_t removed = to - from;
    char *start = past->letters + last->start;
    if (kind == EDIT_RUBBED) {
        memmove(start + removed, start, (size_t)last->removed);
        memcpy(start, edit->text + from, (size_t)removed);
        last->at = from;
    } else if (kind == EDIT_DELETED) {
        memcpy(start + last->removed, edit->text + from, (size_t)removed);
    }
    char *room = past->letters + past->size;
    last->removed += removed;
    last->inserted += inserted;
    past->size += removed + inserted;
    return room;
}

char *edit_past_note(Edit *edit, EditKind kind, int32_t from, int32_t to,
                     int32_t inserted)
{
    EditPast *past = &edit->past;
    const int32_t needed = to - from + inserted;
    assert(needed <= EDIT_PAST_BYTES);
    forget_undone(past);
    const bool has_room = past->size + needed <= EDIT_PAST_BYTES;
    if (has_room && joins(past, kind, from, to))
        return grow(edit, kind, from, to, inserted);
    while (past->size + needed > EDIT_PAST_BYTES || past->count == EDIT_PAST_MAX)
        forget_oldest(past);
    char *letters = past->letters + past->size;
    memcpy(letters, edit->text + from, (size_t)(to - from));
    past->changes[past->count++] = (EditChange){ .kind = kind,
                                                 .at = from,
                                                 .removed = to - from,
                                                 .inserted = inserted,
                                                 .caret = edit->caret,
                                                 .anchor = edit->anchor,
                                                 .start = past->size };
    past->done = past->count;
    past->size += needed;
    past->is_closed = false;
    return letters + (to - from);
}

void edit_past_join(Edit *edit)
{
    EditPast *past = &edit->past;
    assert(past->count >= 2 && past->done == past->count);
    EditChange *before = &past->changes[past->count - 2];
    const EditChange *last = before + 1;
    assert(last->removed == 0 && last->at == before->at + before->inserted);
    before->inserted += last->inserted;
    past->count = --past->done;
}

/* `out` bytes at `at` give way to others. */
static void swap(Edit *edit, int32_t at, int32_t out, const char *in, int32_t in_length)
{
    char *place = edit->text + at;
    memmove(place + in_length, place + out, (size_t)(edit->length - at - out) + 1);
    memcpy(place, in, (size_t)in_length);
    edit->length += in_length - out;
    assert(edit->length <= EDIT_BYTES_MAX);
    edit->past.is_closed = true;
    edit->is_line_end = false;
}

bool edit_undo(Edit *edit)
{
    EditPast *past = &edit->past;
    edit_compose(edit, "", 0);
    if (past->done == 0)
        return false;
    const EditChange *change = &past->changes[--past->done];
    swap(edit, change->at, change->inserted, past->letters + change->start,
         change->removed);
    edit->caret = change->caret;
    edit->anchor = change->anchor;
    return true;
}

bool edit_redo(Edit *edit)
{
    EditPast *past = &edit->past;
    edit_compose(edit, "", 0);
    if (past->done == past->count)
        return false;
    const EditChange *change = &past->changes[past->done++];
    swap(edit, change->at, change->removed,
         past->letters + change->start + change->removed, change->inserted);
    edit_move_to(edit, change->at + change->inserted, false);
    return true;
}
