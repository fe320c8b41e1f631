/* SPDX-License-Identifier: MIT */
#include "app/message_shelf.h"

#include "app/quote.h"
#include "app/visit.h"
#include "store/kept.h"
#include "store/marks.h"
#include "store/own_messages.h"
#include "store/paths.h"

#include <stdlib.h>
#include <string.h>

/* --- loading --- */

/* No place for a file of one's own is no matter as long as nothing is to be kept. */
static void load_own(Messages *messages)
{
    FilePath path;
    Error wrong = { "" };
    if (kept_path(KEPT_MESSAGES, &path, NULL) &&
        !own_messages_load(path.text, messages, &wrong))
        quote_tell(wrong.text);
}

static void load_marks(Messages *messages)
{
    FilePath path;
    Error wrong = { "" };
    if (kept_path(KEPT_MARKS, &path, NULL) && !marks_load(path.text, messages, &wrong))
        quote_tell(wrong.text);
}

bool message_shelf_load(Messages *messages, Error *error)
{
    FilePath path;
    messages->count = 0;
    const bool is_loaded = paths_asset("messages/en", &path, error) &&
                           messages_load(path.text, messages, error);
    load_own(messages);
    load_marks(messages);
    return is_loaded;
}

/* --- following the disk --- */

/* Takes the own ones out of the list; returns how many there were, or -1 without memory.
 * The caller frees them. */
static int32_t take_own(Messages *messages, Message **own)
{
    int32_t count = 0;
    *own = malloc(MESSAGES_OWN_MAX * sizeof **own);
    if (*own == NULL)
        return -1;
    for (int32_t i = messages->count - 1; i >= 0 && messages->items[i].is_own; i--)
        (*own)[count++] = messages->items[i];
    messages->count -= count;
    return count;
}

/* The file of messages says nothing of marks. */
static void take_mark(Message *message, const Message *before)
{
    message->mark = before->mark;
    message->was_muted = before->was_muted;
    message->is_mark_new = before->is_mark_new;
    message->is_mark_only_here = before->is_mark_only_here;
}

/* What the file does not have, but what has no other place or was not understood; those
 * that were taken last come first again. */
static void take_over(Messages *messages, const Message *own, int32_t count,
                      bool is_understood)
{
    for (int32_t i = count - 1; i >= 0; i--) {
        const int32_t at = own_messages_find(messages, own[i].id);
        if (at >= 0)
            take_mark(&messages->items[at], &own[i]);
        else if ((own[i].is_only_here || !is_understood) &&
                 own_messages_has_room(messages))
            own_messages_put(messages, &own[i]);
    }
}

static void follow_own(Messages *messages)
{
    FilePath path;
    Message *own = NULL;
    if (!kept_path(KEPT_MESSAGES, &path, NULL))
        return;
    const int32_t count = take_own(messages, &own);
    if (count < 0)
        return;
    const bool is_understood = own_messages_load(path.text, messages, NULL);
    take_over(messages, own, count, is_understood);
    free(own);
}

/* A file that is not understood does not bring back what was muted. */
static void follow_marks(Messages *messages)
{
    FilePath path;
    MessageMark before[MESSAGES_ALL_MAX];
    for (int32_t i = 0; i < messages->count; i++)
        before[i] = messages->items[i].mark;
    if (!kept_path(KEPT_MARKS, &path, NULL))
        return;
    const bool is_understood = marks_load(path.text, messages, NULL);
    for (int32_t i = 0; i < messages->count; i++) {
        Message *item = &messages->items[i];
        const bool is_plain = item->mark == MESSAGE_PLAIN;
        if (item->is_mark_new || item->is_mark_only_here || (!is_understood && is_plain))
            item->mark = before[i];
    }
}

void message_shelf_follow(Visit *visit, Messages *messages)
{
    follow_own(messages);
    follow_marks(messages);
    visit_message_follow(visit);
}

/* --- wishes --- */

/* A mark that the disk refuses counts all the same until the program ends. */
static void write_marks(Visit *visit, Messages *messages)
{
    FilePath path;
    Error error = { "" };
    for (int32_t i = 0; i < messages->count; i++) {
        Message *item = &messages->items[i];
        if (!item->is_mark_new)
            continue;
        item->is_mark_new = false;
        item->is_mark_only_here =
            !kept_path(KEPT_MARKS, &path, &error) || !marks_keep(path.text, item, &error);
        if (!item->is_mark_only_here)
            continue;
        quote_tell(error.text);
        visit_message_failed(visit);
    }
}

/* What the disk refuses is done all the same until the program ends. */
static bool keep(Message *message, Messages *messages, Error *error)
{
    FilePath path;
    const bool has_place = kept_path(KEPT_MESSAGES, &path, error);
    const bool is_kept =
        own_messages_keep(path.text, messages, message, has_place ? error : NULL) &&
        has_place;
    message->is_only_here = !is_kept;
    message->is_mark_new = message->mark != MESSAGE_PLAIN; /* it went with the message */
    own_messages_put(messages, message);
    return is_kept;
}

static bool write_mark(const Message *message, MessageMark mark, Error *error)
{
    FilePath path;
    Message marked = *message;
    marked.mark = mark;
    return !kept_path(KEPT_MARKS, &path, NULL) || marks_keep(path.text, &marked, error);
}

/* Its id is its first words, so its mark goes with it: first, so that what is told not to
 * be erased is still there as it was. */
static bool erase_from_disk(const Message *message, Error *error)
{
    FilePath path;
    if (!write_mark(message, MESSAGE_PLAIN, error))
        return false;
    if (!kept_path(KEPT_MESSAGES, &path, NULL) ||
        own_messages_erase(path.text, message->id, error))
        return true;
    write_mark(message, message->mark, NULL);
    return false;
}

static bool erase(const Message *message, Messages *messages, Error *error)
{
    const bool is_gone = erase_from_disk(message, error);
    if (is_gone)
        own_messages_remove(messages, message->id);
    else
        own_messages_pass_by(messages, message->id);
    return is_gone;
}

static void write_own(Visit *visit, Messages *messages)
{
    VisitMine *mine = &visit->mine;
    Error error = { "" };
    if (mine->wish == MINE_WISH_NONE)
        return;
    const bool is_done = mine->wish == MINE_WISH_ERASE
                             ? erase(&mine->wished, messages, &error)
                             : keep(&mine->wished, messages, &error);
    if (!is_done)
        quote_tell(error.text);
    visit_message_follow(visit);
    visit_mine_done(visit, is_done);
}

void message_shelf_mind(Visit *visit, Messages *messages)
{
    write_own(visit, messages);
    write_marks(visit, messages);
}
