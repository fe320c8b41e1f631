/* SPDX-License-Identifier: MIT */
#include "view/screens.h"

#include <assert.h>
#include <string.h>

enum { FOOT_MAX = 4 };

static void screen_hidden(const Scene *scene, Text *text, Layout *layout)
{
    (void)text;
    layout_begin(layout, scene);
}

void screen_lay_out(const Scene *scene, Text *text, Layout *layout)
{
    static void (*const lay_out[SCREEN_COUNT])(const Scene *, Text *, Layout *) = {
        [SCREEN_HOME] = screen_home,         [SCREEN_LIST] = screen_list,
        [SCREEN_PRACTICE] = screen_practice, [SCREEN_AFTER] = screen_after,
        [SCREEN_CHOICES] = screen_choices,   [SCREEN_PACE] = screen_pace,
        [SCREEN_SETTINGS] = screen_settings, [SCREEN_SOUNDS] = screen_sounds,
        [SCREEN_OWN] = screen_own,           [SCREEN_MAKER] = screen_maker,
        [SCREEN_KEPT] = screen_kept,         [SCREEN_SHOWN] = screen_shown,
        [SCREEN_PLACES] = screen_places,     [SCREEN_VOICE] = screen_voice,
        [SCREEN_MARKED] = screen_marked,     [SCREEN_MINE] = screen_mine,
        [SCREEN_WRITE] = screen_write,       [SCREEN_PEOPLE] = screen_people,
        [SCREEN_PERSON] = screen_person,     [SCREEN_ABOUT] = screen_about,
        [SCREEN_KEYS] = screen_keys,         [SCREEN_HIDDEN] = screen_hidden,
    };
    lay_out[scene->screen](scene, text, layout);
}

TextStyle style_small(const Layout *layout)
{
    return (TextStyle){ layout->metrics.small_px, 1.4, THEME_SECONDARY, 1.0 };
}

TextStyle style_body(const Layout *layout)
{
    return (TextStyle){ layout->metrics.body_px, 1.4, THEME_TEXT, 1.0 };
}

TextStyle style_message(const Layout *layout)
{
    return (TextStyle){ layout->metrics.message_px, 1.45, THEME_TEXT, 1.0 };
}

Entry entry_of_action(ActionId id, const char *words)
{
    const Action *action = action_row(id);
    return (Entry){ .control = CONTROL_ACTION + (int32_t)id,
                    .key = action->key,
                    .words = words != NULL ? words : action->legend };
}

/* As long as any answer to a key. */
#define LONGEST_ANSWER "The sound is gone; the picture goes on."

void screen_line(const Scene *scene, Text *text, Layout *layout, TextStyle style,
                 int32_t width_px)
{
    Band *band = &layout->bands[layout->band_count - 1];
    TextStyle small = style_small(layout);
    small.light = scene->hint_light;
    if (scene->hint_is_answer)
        layout_words(layout, text, scene->hint, small, width_px);
    else
        layout_words(layout, text, scene->line, style, width_px);
    const int32_t line = layout_needed_px(layout, text, scene->line, style);
    const int32_t answer = layout_needed_px(layout, text, LONGEST_ANSWER, small);
    layout_centre_band(layout, band, line > answer ? line : answer);
}

Entry entry_of_people(void)
{
    return (Entry){ .control = CONTROL_ACTION + ACTION_PEOPLE,
                    .words = "People to call" };
}

/* Whether people to call would be more than two presses of a pointer away without a way
 * to them in the foot: from pages behind other pages. */
static bool is_far_from_people(const Scene *scene)
{
    switch (scene->screen) {
    case SCREEN_SETTINGS:
        return scene->tab_count == 0; /* behind one of those with tabs */
    case SCREEN_SOUNDS:
    case SCREEN_OWN:
    case SCREEN_MAKER:
    case SCREEN_KEPT:
    case SCREEN_SHOWN:
    case SCREEN_PLACES:
    case SCREEN_VOICE:
    case SCREEN_MARKED:
    case SCREEN_MINE:
    case SCREEN_ABOUT: return true;
    default: return false;
    }
}

void screen_foot(const Scene *scene, Text *text, Layout *layout, const Entry *more,
                 int32_t count)
{
    Entry entries[FOOT_MAX];
    const bool has_people = is_far_from_people(scene);
    assert(count + has_people < FOOT_MAX);
    entries[0] = entry_of_action(ACTION_OUT, scene->out_says);
    if (count > 0)
        memcpy(entries + 1, more, (size_t)count * sizeof *more);
    if (has_people)
        entries[++count] = entry_of_people();
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5)->is_pinned = true;
    layout_flow(layout, text, entries, count + 1, LOOK_LINK, 1.0);
}

/* What stands on one side of the way out. */
typedef struct Side {
    Entry entries[2];
    int32_t count, width_px;
} Side;

static void add_beside(Side *side, Text *text, const Layout *layout, const Entry *entry)
{
    if (entry == NULL)
        return;
    side->width_px += layout_entry_width(text, entry, layout->metrics.small_px) +
                      (side->count > 0 ? layout_gap_px(layout) : 0);
    side->entries[side->count++] = *entry;
}

static void flow_between(Layout *layout, Text *text, const Side *left, const Side *right,
                         const Entry *out)
{
    Entry entries[FOOT_MAX + 1];
    memcpy(entries, left->entries, sizeof left->entries);
    memcpy(entries + left->count, right->entries, sizeof right->entries);
    entries[left->count + right->count] = *out;
    layout_flow(layout, text, entries, left->count + right->count + 1, LOOK_LINK, 1.0);
}

/* People to call stand where nothing else comes and goes. */
void screen_foot_between(const Scene *scene, Text *text, Layout *layout,
                         const Entry *left, const Entry *right)
{
    const Entry out = entry_of_action(ACTION_OUT, scene->out_says);
    const Entry people = entry_of_people();
    const int32_t gap = layout_gap_px(layout);
    const int32_t out_px = layout_entry_width(text, &out, layout->metrics.small_px);
    const int32_t x = (layout->width_px - out_px) / 2;
    Side before = { .count = 0 }, behind = { .count = 0 };
    add_beside(&before, text, layout, is_far_from_people(scene) ? &people : NULL);
    add_beside(&before, text, layout, left);
    add_beside(&behind, text, layout, right);
    const int32_t wider_px =
        before.width_px > behind.width_px ? before.width_px : behind.width_px;
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5)->is_pinned = true;
    if (x - gap - wider_px < layout->metrics.side_px) {
        flow_between(layout, text, &before, &behind, &out);
        return;
    }
    layout_side(layout, text, before.entries, before.count, x - gap - before.width_px,
                1.0);
    layout_side(layout, text, &out, 1, x, 1.0);
    layout_side(layout, text, behind.entries, behind.count, x + out_px + gap, 1.0);
}

static void move_right(Layout *layout, Item *item, int32_t by_px)
{
    item->rect.x += by_px;
    for (int32_t r = item->run; r < item->run + item->run_count; r++)
        layout->runs[r].x += by_px;
}

void screen_spread(Layout *layout, int32_t first_item)
{
    Item *first = &layout->items[first_item];
    const Item *last = &layout->items[layout->item_count - 1];
    const int32_t gaps = layout->item_count - 1 - first_item;
    const int32_t more = (int32_t)(layout->metrics.bz_px + 0.5), side = gaps * more / 2;
    if (first->rect.y != last->rect.y || first->rect.x - side < layout->metrics.side_px)
        return;
    for (int32_t i = 0; i <= gaps; i++)
        move_right(layout, first + i, i * more - side);
}
