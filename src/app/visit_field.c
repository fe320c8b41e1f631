/* SPDX-License-Identifier: MIT */
#include "app/visit_field.h"

#include "app/visit_parts.h"

#include <string.h>

enum { POINTS_OF_A_LINE = 20, LINE_US = 80000 /* while the pointer is held outside */ };

Edit *visit_field_edit(const Visit *visit)
{
    return visit->focus == CONTROL_FIELD ? visit_edit(visit) : NULL;
}

static SceneField scene_of(const Visit *visit, Edit *edit)
{
    const EditShown shown = edit_shown(edit);
    return (SceneField){ .text = shown.utf8,
                         .length = shown.length,
                         .caret = shown.caret,
                         .selected = shown.selected,
                         .selected_end = shown.selected_end,
                         .composed = shown.composed,
                         .composed_end = shown.composed_end,
                         .is_line_end = edit->is_line_end,
                         .is_followed = visit->field.is_followed,
                         .first = visit->field.first };
}

void visit_field_show(Visit *visit, Edit *edit, const char *placeholder, Scene *scene)
{
    scene->field = scene_of(visit, edit);
    scene->field.placeholder = placeholder;
}

void visit_field_shown(Visit *visit)
{
    if (visit->layout.field.scene.text != NULL)
        visit->field.first = visit->layout.field.first;
    if (visit->field.drawn_us != 0 && visit->field.drawn_us < visit->wake_us)
        visit->wake_us = visit->field.drawn_us;
}

/* The layout of the text as it is now; NULL before the field was seen. */
static const Layout *layout_of(Visit *visit, Edit *edit)
{
    if (visit->layout.field.scene.text == NULL)
        return NULL;
    const SceneField scene = scene_of(visit, edit);
    layout_field_follow(&visit->layout, visit->house.text, &scene);
    return &visit->layout;
}

static FieldSpot spot_of(const Edit *edit)
{
    return (FieldSpot){ edit->caret, edit->is_line_end };
}

Rect visit_field_caret(Visit *visit)
{
    Edit *edit = visit_field_edit(visit);
    const Layout *layout = edit != NULL ? layout_of(visit, edit) : NULL;
    if (layout == NULL)
        return (Rect){ 0 };
    const SceneField *scene = &layout->field.scene;
    return layout_field_caret(layout, visit->house.text,
                              (FieldSpot){ scene->caret, scene->is_line_end });
}

/* --- keys --- */

static void go_to(Edit *edit, FieldSpot spot, bool selects)
{
    edit_move_to(edit, spot.at, selects);
    edit->is_line_end = spot.is_line_end;
}

/* Up and down keep to where the way began, also across shorter lines. */
static void go_lines(Visit *visit, Edit *edit, int32_t lines, bool selects)
{
    VisitField *field = &visit->field;
    const Layout *layout = layout_of(visit, edit);
    if (layout == NULL)
        return;
    Text *text = visit->house.text;
    if (!field->has_way_x)
        field->way_x = layout_field_caret(layout, text, spot_of(edit)).x;
    go_to(edit, layout_field_beside(layout, text, spot_of(edit), lines, field->way_x),
          selects);
    field->has_way_x = true;
}

/* Where a line begins on the right, what comes next is to the left. */
static void go_aside(Visit *visit, Edit *edit, bool is_right, bool is_word, bool selects)
{
    const Layout *layout = layout_of(visit, edit);
    const bool is_rtl =
        layout != NULL && layout_field_is_rtl(layout, visit->house.text, spot_of(edit));
    const bool is_on = is_right != is_rtl;
    if (is_word)
        edit_move(edit, is_on ? EDIT_WORD_ON : EDIT_WORD_BACK, selects);
    else
        edit_move(edit, is_on ? EDIT_ON : EDIT_BACK, selects);
}

static void go_to_edge(Visit *visit, Edit *edit, bool is_end, bool selects)
{
    const Layout *layout = layout_of(visit, edit);
    if (layout == NULL)
        return;
    const FieldSpot spot = spot_of(edit);
    go_to(edit,
          is_end ? layout_field_line_end(layout, visit->house.text, spot)
                 : layout_field_line_start(layout, visit->house.text, spot),
          selects);
}

static int32_t page(const Visit *visit)
{
    const int32_t rooms = visit->layout.field.rooms;
    return rooms > 1 ? rooms - 1 : 1;
}

static bool moves(Visit *visit, Edit *edit, FieldKey key, bool selects)
{
    switch (key) {
    case FIELD_LEFT: go_aside(visit, edit, false, false, selects); return true;
    case FIELD_RIGHT: go_aside(visit, edit, true, false, selects); return true;
    case FIELD_WORD_LEFT: go_aside(visit, edit, false, true, selects); return true;
    case FIELD_WORD_RIGHT: go_aside(visit, edit, true, true, selects); return true;
    case FIELD_UP: go_lines(visit, edit, -1, selects); return true;
    case FIELD_DOWN: go_lines(visit, edit, 1, selects); return true;
    case FIELD_PAGE_UP: go_lines(visit, edit, -page(visit), selects); return true;
    case FIELD_PAGE_DOWN: go_lines(visit, edit, page(visit), selects); return true;
    case FIELD_LINE_START: go_to_edge(visit, edit, false, selects); return true;
    case FIELD_LINE_END: go_to_edge(visit, edit, true, selects); return true;
    case FIELD_START: edit_move(edit, EDIT_TO_START, selects); return true;
    case FIELD_END: edit_move(edit, EDIT_TO_END, selects); return true;
    case FIELD_ALL: edit_select_all(edit); return true;
    default: return false;
    }
}

static void say_full(Visit *visit, int64_t now_us)
{
    visit_say(visit, "The field has no room for that; nothing was changed.", now_us);
}

static void changes(Visit *visit, Edit *edit, FieldKey key, int64_t now_us)
{
    switch (key) {
    case FIELD_RUB_OUT: edit_remove(edit, EDIT_BACK); break;
    case FIELD_DELETE: edit_remove(edit, EDIT_ON); break;
    case FIELD_RUB_WORD: edit_remove(edit, EDIT_WORD_BACK); break;
    case FIELD_DELETE_WORD: edit_remove(edit, EDIT_WORD_ON); break;
    case FIELD_UNDO:
        edit_undo(edit);
        visit->field.cut = 0;
        break;
    case FIELD_REDO: edit_redo(edit); break;
    case FIELD_NEWLINE:
        if (!edit_type(edit, "\n"))
            say_full(visit, now_us);
        break;
    default: break;
    }
}

static void copies(Visit *visit, Edit *edit, bool is_cut)
{
    const char *copied = is_cut ? edit_cut(edit) : edit_copy(edit);
    if (copied == NULL)
        return;
    visit->wants_copied = copied;
    visit->field.cut = is_cut ? edit->past.done : 0;
}

bool visit_field_uncut(Visit *visit)
{
    Edit *edit = visit_edit(visit);
    const int32_t cut = visit->field.cut;
    visit->field.cut = 0;
    return edit != NULL && cut > 0 && cut == edit->past.done && edit_undo(edit);
}

/* --- input methods --- */

static const char lost_says[] =
    "The field has no room for what was being composed; the rest is as it was.";

bool visit_field_says_lost(const Visit *visit)
{
    return visit->answer == lost_says;
}

/* The key or press that settles it is the last there was. */
bool visit_field_settle(Visit *visit)
{
    Edit *edit = visit_edit(visit);
    VisitField *field = &visit->field;
    if (edit == NULL || edit->composing_length == 0)
        return true;
    const int32_t length = edit->composing_length;
    const bool is_in = edit_settle(edit);
    field->settled =
        (GraphemeSpan){ is_in ? edit->caret - length : 0, is_in ? edit->caret : 0 };
    field->has_dropped = true;
    if (!is_in)
        visit_say(visit, lost_says, visit->input_us);
    return is_in;
}

/* Some input methods hand over what they composed when they are told to let go of it, and
 * SDL does so in pieces. */
static bool comes_late(VisitField *field, const Edit *edit, const char *utf8)
{
    GraphemeSpan *left = &field->settled;
    const size_t size = strlen(utf8);
    if (size == 0 || left->end > edit->length ||
        size > (size_t)(left->end - left->start) ||
        memcmp(edit->text + left->start, utf8, size) != 0)
        return false;
    left->start += (int32_t)size;
    return true;
}

void visit_field_keyed(Visit *visit)
{
    visit->field.settled = (GraphemeSpan){ 0 };
}

/* Something was done to the text: the caret is to be seen, and where drawing began is no
 * more. */
static void follow(Visit *visit, int64_t now_us)
{
    visit->input_us = now_us;
    visit->field.is_followed = true;
    visit->field.is_drawn = false;
    visit_write_heard(visit);
}

void visit_field_key(Visit *visit, FieldKey key, bool selects, int64_t now_us)
{
    Edit *edit = visit_field_edit(visit);
    if (edit == NULL || visit_sleeps(visit, now_us))
        return;
    follow(visit, now_us);
    if (edit->composing_length > 0)
        return; /* the input method has the keys */
    visit->field.settled = (GraphemeSpan){ 0 };
    const bool keeps_way = key == FIELD_UP || key == FIELD_DOWN || key == FIELD_PAGE_UP ||
                           key == FIELD_PAGE_DOWN;
    visit->field.has_way_x = visit->field.has_way_x && keeps_way;
    if (key == FIELD_COPY || key == FIELD_CUT)
        copies(visit, edit, key == FIELD_CUT);
    else if (!moves(visit, edit, key, selects))
        changes(visit, edit, key, now_us);
}

static void put(Visit *visit, bool (*how)(Edit *edit, const char *utf8), const char *utf8,
                int64_t now_us)
{
    Edit *edit = visit_field_edit(visit);
    if (edit == NULL || visit_sleeps(visit, now_us))
        return;
    follow(visit, now_us);
    visit->field.has_way_x = false;
    visit->field.settled = (GraphemeSpan){ 0 };
    if (!how(edit, utf8))
        say_full(visit, now_us);
}

void visit_field_type(Visit *visit, const char *utf8, int64_t now_us)
{
    const Edit *edit = visit_field_edit(visit);
    if (edit == NULL || !comes_late(&visit->field, edit, utf8))
        put(visit, edit_type, utf8, now_us);
}

void visit_field_paste(Visit *visit, const char *utf8, int64_t now_us)
{
    put(visit, edit_paste, utf8, now_us);
    if (edit_is_nothing(utf8) && visit_field_edit(visit) != NULL)
        visit_say(visit, "There is nothing to paste.", now_us);
}

void visit_field_compose(Visit *visit, const char *utf8, int32_t caret)
{
    Edit *edit = visit_field_edit(visit);
    if (edit == NULL)
        return;
    visit->field.is_followed = true;
    visit->field.has_way_x = false;
    if (utf8[0] != '\0')
        visit->field.settled = (GraphemeSpan){ 0 };
    edit_compose(edit, utf8, caret);
}

/* --- the pointer --- */

/* What of the text is taken with a spot. */
static GraphemeSpan span_at(Visit *visit, Edit *edit, FieldSpot spot)
{
    const Layout *layout = &visit->layout;
    Text *text = visit->house.text;
    if (visit->field.grain == GRAIN_WORD)
        return grapheme_word_at(edit->text, edit->length, spot.at);
    if (visit->field.grain == GRAIN_LETTER)
        return (GraphemeSpan){ spot.at, spot.at };
    return (GraphemeSpan){ layout_field_line_start(layout, text, spot).at,
                           layout_field_line_end(layout, text, spot).at };
}

static FieldSpot spot_under(Visit *visit, Edit *edit, int32_t x, int32_t y)
{
    visit_field_settle(visit);
    return layout_field_under(layout_of(visit, edit), visit->house.text, x, y);
}

void visit_field_press(Visit *visit, int32_t x, int32_t y, int32_t times, bool selects)
{
    visit->focus = CONTROL_FIELD;
    Edit *edit = visit_field_edit(visit);
    VisitField *field = &visit->field;
    if (edit == NULL || layout_of(visit, edit) == NULL)
        return;
    field->has_way_x = false;
    field->is_followed = true;
    field->grain = times < 2 ? GRAIN_LETTER : times % 2 == 0 ? GRAIN_WORD : GRAIN_LINE;
    const FieldSpot spot = spot_under(visit, edit, x, y);
    const GraphemeSpan span = span_at(visit, edit, spot);
    const bool extends = selects && field->grain == GRAIN_LETTER;
    edit_select(edit, extends ? edit->anchor : span.start, span.end);
    edit->is_line_end = spot.is_line_end && span.end == spot.at;
    field->is_drawn = true;
    field->drawn_x = x;
    field->drawn_y = y;
    field->drawn = extends ? edit->anchor : span.start;
    field->drawn_end = extends ? edit->anchor : span.end;
}

static void draw_to(Visit *visit, int32_t x, int32_t y)
{
    Edit *edit = visit_field_edit(visit);
    VisitField *field = &visit->field;
    if (edit == NULL || !field->is_drawn || field->drawn_end > edit->length ||
        layout_of(visit, edit) == NULL)
        return;
    const FieldSpot spot = spot_under(visit, edit, x, y);
    const GraphemeSpan span = span_at(visit, edit, spot);
    field->is_followed = true;
    if (spot.at < field->drawn)
        edit_select(edit, field->drawn_end, span.start);
    else
        edit_select(edit, field->drawn,
                    span.end > field->drawn_end ? span.end : field->drawn_end);
    edit->is_line_end = spot.is_line_end && edit->caret == spot.at;
}

static int32_t between(int32_t low, int32_t value, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* However often it moves outside, no line comes sooner by that. */
void visit_field_draw(Visit *visit, int32_t x, int32_t y)
{
    VisitField *field = &visit->field;
    if (!field->is_drawn || visit->layout.field.scene.text == NULL)
        return;
    const Rect rect = layout_field_rect(&visit->layout);
    field->drawn_x = x;
    field->drawn_y = y;
    draw_to(visit, x, between(rect.y, y, rect.y + rect.h - 1));
}

static bool is_held_beyond(const Visit *visit)
{
    const VisitField *field = &visit->field;
    const LayoutField *shown = &visit->layout.field;
    if (!field->is_drawn || shown->scene.text == NULL)
        return false;
    const Rect rect = layout_field_rect(&visit->layout);
    return (field->drawn_y < rect.y && shown->first > 0) ||
           (field->drawn_y >= rect.y + rect.h &&
            shown->first + shown->rooms < shown->lines);
}

void visit_field_tick(Visit *visit, int64_t now_us)
{
    VisitField *field = &visit->field;
    if (!is_held_beyond(visit)) {
        field->drawn_us = 0;
        return;
    }
    if (field->drawn_us != 0 && now_us < field->drawn_us)
        return;
    if (field->drawn_us != 0)
        draw_to(visit, field->drawn_x, field->drawn_y);
    field->drawn_us = now_us + LINE_US;
}

void visit_field_let_go(Visit *visit)
{
    visit->field.is_drawn = false;
}

bool visit_field_scroll(Visit *visit, int32_t by_points)
{
    const LayoutField *shown = &visit->layout.field;
    VisitField *field = &visit->field;
    if (shown->scene.text == NULL || visit->hover != CONTROL_FIELD ||
        shown->lines <= shown->rooms)
        return false;
    const int32_t lines = by_points / POINTS_OF_A_LINE;
    field->first += lines != 0 ? lines : by_points < 0 ? -1 : 1;
    field->first = between(0, field->first, shown->lines - shown->rooms);
    field->is_followed = false;
    return true;
}
