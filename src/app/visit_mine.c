/* SPDX-License-Identifier: MIT */
#include "app/visit_mine.h"

#include "app/visit_parts.h"
#include "store/own_messages.h"
#include "store/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TOOL_KEEP, TOOL_MORE, TOOL_COUNT, ROWS_MAX = 2 * MESSAGES_OWN_MAX };
_Static_assert((int)MINE_ROWS <= (int)SCENE_ROWS_MAX &&
                   (int)TOOL_COUNT <= (int)SCENE_TOOLS_MAX,
               "the scene has room for all of it");

static const char usual_line[] =
    "Each is a few lines in a plain file, which anybody can write by hand.";

Edit *visit_mine_edit(const Visit *visit)
{
    return (Edit *)&visit->mine.edit;
}

/* --- the list --- */

/* A new row at the top; where there is no room, what was erased longest ago goes. */
static void add_row(VisitMine *mine, const Message *message)
{
    if (mine->count == ROWS_MAX)
        mine->count--;
    memmove(&mine->rows[1], &mine->rows[0], (size_t)mine->count * sizeof mine->rows[0]);
    mine->rows[0] = (MineRow){ .message = *message };
    mine->count++;
}

void visit_mine_open(Visit *visit, int64_t now_us)
{
    VisitMine *mine = &visit->mine;
    const Messages *messages = visit->house.messages;
    mine->back = visit->screen;
    mine->count = mine->page = 0;
    mine->answer = NULL;
    for (int32_t i = 0; i < messages->count; i++)
        if (messages->items[i].is_own)
            add_row(mine, &messages->items[i]);
    visit_go(visit, SCREEN_MINE, now_us);
}

static int32_t page_count(const VisitMine *mine)
{
    return mine->count > 0 ? (mine->count + MINE_ROWS - 1) / MINE_ROWS : 1;
}

static void turn_page(Visit *visit, int32_t step)
{
    VisitMine *mine = &visit->mine;
    const int32_t pages = page_count(mine);
    mine->page = (mine->page + step + pages) % pages;
}

static MineRow *row_at(Visit *visit, int32_t control)
{
    VisitMine *mine = &visit->mine;
    const int32_t row = control - CONTROL_LESS;
    const int32_t at = mine->page * MINE_ROWS + row;
    return row >= 0 && row < MINE_ROWS && at < mine->count ? &mine->rows[at] : NULL;
}

/* --- what was written --- */

/* On one line, with single spaces, and none at its ends. */
static void written(const Edit *edit, char out[EDIT_BYTES_MAX + 1])
{
    size_t length = 0;
    for (const char *c = edit->text; *c != '\0'; c++) {
        const bool is_space = *c == ' ' || *c == '\n' || *c == '\t';
        if (is_space && (length == 0 || out[length - 1] == ' '))
            continue;
        out[length++] = is_space ? ' ' : *c;
    }
    while (length > 0 && out[length - 1] == ' ')
        length--;
    out[length] = '\0';
}

static int32_t letters_of(const Visit *visit)
{
    char text[EDIT_BYTES_MAX + 1];
    written(&visit->mine.edit, text);
    return utf8_count(text, strlen(text));
}

/* --- wishes --- */

static void wish(Visit *visit, MineWish wish, const Message *message)
{
    visit->mine.wished = *message;
    visit->mine.wish = wish;
}

static void keep(Visit *visit)
{
    VisitMine *mine = &visit->mine;
    char text[EDIT_BYTES_MAX + 1];
    Message message = { .is_own = true };
    written(&mine->edit, text);
    const int32_t letters = letters_of(visit);
    if (letters == 0)
        mine->answer = "Nothing is written yet.";
    else if (!own_messages_has_room(visit->house.messages))
        mine->answer = "There is room for 64, and all of it is taken.";
    if (letters == 0 || letters > MESSAGES_LETTERS_MAX || mine->answer != NULL)
        return; /* too long a text is told as long as it is */
    snprintf(message.text, sizeof message.text, "%.*s", MESSAGES_TEXT_MAX - 1, text);
    wish(visit, MINE_WISH_KEEP, &message);
}
_Static_assert(MESSAGES_OWN_MAX == 64, "as told above");

static void press_row(Visit *visit, MineRow *row)
{
    VisitMine *mine = &visit->mine;
    const int32_t at = own_messages_find(visit->house.messages, row->message.id);
    if (at >= 0) {
        wish(visit, MINE_WISH_ERASE, &visit->house.messages->items[at]);
    } else if (own_messages_has_room(visit->house.messages)) {
        wish(visit, MINE_WISH_KEEP, &row->message);
    } else {
        mine->answer = "There is room for 64, and all of it is taken.";
    }
}

static MineRow *row_of(VisitMine *mine, const char *id)
{
    for (int32_t i = 0; i < mine->count; i++)
        if (strcmp(mine->rows[i].message.id, id) == 0)
            return &mine->rows[i];
    return NULL;
}

static void note_kept(Visit *visit, bool is_done)
{
    VisitMine *mine = &visit->mine;
    MineRow *row = row_of(mine, mine->wished.id);
    if (row == NULL) {
        add_row(mine, &mine->wished);
        mine->page = 0;
        edit_wipe(&mine->edit);
        mine->answer = "Kept. It takes turns with the others.";
    } else {
        row->is_erased = false;
        mine->answer = "It is back.";
    }
    if (!is_done)
        mine->answer = "It could not be written. It is here until Leeway closes.";
}

static void note_erased(Visit *visit, bool is_done)
{
    VisitMine *mine = &visit->mine;
    MineRow *row = row_of(mine, mine->wished.id);
    if (row != NULL)
        *row = (MineRow){ .message = mine->wished, .is_erased = true };
    mine->answer = is_done ? "Erased. It can be put back while this page is open."
                           : "It could not be erased from the disk. It is gone until "
                             "Leeway closes.";
}

void visit_mine_done(Visit *visit, bool is_done)
{
    const MineWish wish = visit->mine.wish;
    visit->mine.wish = MINE_WISH_NONE;
    if (wish == MINE_WISH_KEEP)
        note_kept(visit, is_done);
    else if (wish == MINE_WISH_ERASE)
        note_erased(visit, is_done);
}

/* --- keys and presses --- */

/* Never again: what is erased already stays so. */
static void erase_framed(Visit *visit)
{
    MineRow *row = row_at(visit, visit->focus);
    if (row != NULL && !row->is_erased)
        press_row(visit, row);
}

void visit_mine_act(Visit *visit, ActionId action, int64_t now_us)
{
    visit->mine.answer = NULL;
    switch (action) {
    case ACTION_OUT: visit_go(visit, visit->mine.back, now_us); break;
    case ACTION_QUICKER: visit_move_frame(visit, -1); break;
    case ACTION_SLOWER: visit_move_frame(visit, 1); break;
    case ACTION_BACK: turn_page(visit, -1); break;
    case ACTION_ON: turn_page(visit, 1); break;
    case ACTION_LEAVE_OUT: erase_framed(visit); break;
    default: break;
    }
}

void visit_mine_press(Visit *visit, int32_t control, int64_t now_us)
{
    MineRow *row = row_at(visit, control);
    (void)now_us;
    visit->focus = control;
    visit->mine.answer = NULL;
    if (control == CONTROL_TOOL + TOOL_KEEP)
        keep(visit);
    else if (control == CONTROL_TOOL + TOOL_MORE)
        turn_page(visit, 1);
    else if (row != NULL)
        press_row(visit, row);
}

/* --- what there is to see --- */

/* What a tool came to, else what is too long, else how it is kept. An answer is over with
 * the next letter. */
static const char *line_of(Visit *visit)
{
    VisitMine *mine = &visit->mine;
    const int32_t letters = letters_of(visit);
    if (mine->answer != NULL && visit->focus != CONTROL_FIELD)
        return mine->answer;
    if (letters <= MESSAGES_LETTERS_MAX)
        return usual_line;
    snprintf(mine->line, sizeof mine->line,
             "%" PRId32 " letters; %d are what a glance takes in.", letters,
             MESSAGES_LETTERS_MAX);
    return mine->line;
}

static void show_row(Visit *visit, MineRow *row, Scene *scene)
{
    const Messages *messages = visit->house.messages;
    const int32_t at = own_messages_find(messages, row->message.id);
    row->is_erased = at < 0;
    const bool is_muted = at >= 0 && messages->items[at].mark == MESSAGE_MUTED;
    scene->rows[scene->row_count++] =
        (SceneRow){ .label = at >= 0 ? messages->items[at].text : row->message.text,
                    .says = row->is_erased ? "Erased."
                            : is_muted     ? "Not for me: it never comes."
                                           : "",
                    .less = row->is_erased ? "Put back" : "Erase",
                    .longest = "Put back",
                    .has_steps = true };
}

void visit_mine_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitMine *mine = &visit->mine;
    const int32_t first = mine->page * MINE_ROWS;
    scene->line = "Messages of your own";
    scene->detail = line_of(visit);
    visit_field_show(visit, &mine->edit, "A new one", scene);
    for (int32_t i = first; i < mine->count && i < first + MINE_ROWS; i++)
        show_row(visit, &mine->rows[i], scene);
    scene->tools[TOOL_KEEP] = "Keep";
    scene->tool_count = TOOL_MORE;
    if (page_count(mine) > 1) {
        const bool is_last = mine->page == page_count(mine) - 1;
        scene->tools[TOOL_MORE] = is_last ? "The first ones" : "More";
        scene->tool_count = TOOL_COUNT;
    }
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}
