/* SPDX-License-Identifier: MIT */
#include "support/equal_proof.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Controls that are counted from one on are choices beside each other. */
static const struct {
    int32_t from, to;
    bool has_present; /* one of them may be marked as the present one */
} families[] = {
    { CONTROL_VALUE, CONTROL_DOOR, false },  { CONTROL_DOOR, CONTROL_FOOT, true },
    { CONTROL_FOOT, CONTROL_CHOICE, false }, { CONTROL_CHOICE, CONTROL_TAB, false },
    { CONTROL_TAB, CONTROL_ROW, true },      { CONTROL_TOOL, CONTROL_TOOL + 8, false },
};

static char problem[256];

static const char *blame(const Layout *layout, const Item *a, const Item *b,
                         const char *what)
{
    const Item *items[2] = { a, b };
    const char *words[2] = { "", "" };
    for (int i = 0; i < 2; i++)
        if (items[i]->run_count > 0)
            words[i] = layout->runs[items[i]->run].utf8;
    snprintf(problem, sizeof problem, "\"%.40s\" and \"%.40s\" are not equal: %s",
             words[0], words[1], what);
    return problem;
}

/* In pairs one may stand across the whole: as wide as two and what is between them. */
static bool is_as_wide(const Layout *layout, const Item *a, const Item *b)
{
    const int32_t wide = a->rect.w > b->rect.w ? a->rect.w : b->rect.w;
    const int32_t narrow = a->rect.w + b->rect.w - wide;
    const int32_t more = wide - 2 * narrow - layout->metrics.gap_px;
    return wide == narrow || more == 0 || more == 1;
}

static bool has_width(const Item *item)
{
    return item->look == LOOK_TILE || item->look == LOOK_ROW;
}

/* The last run is the words, wherever a key stands before them. */
static const Run *words_of(const Layout *layout, const Item *item)
{
    return &layout->runs[item->run + item->run_count - 1];
}

/* Words that the edge of what scrolls would cut wait until they are whole. */
static bool is_whole(const Layout *layout, const Item *item)
{
    const Rect view = layout->scroll_view;
    return !item->scrolls ||
           (item->rect.y >= view.y && item->rect.y + item->rect.h <= view.y + view.h);
}

static const char *unequal_pair(const Layout *layout, const Item *a, const Item *b)
{
    if (a->look != b->look)
        return blame(layout, a, b, "another kind of control");
    if (a->rect.h != b->rect.h && (has_width(a) || a->run_count == b->run_count))
        return blame(layout, a, b, "height");
    if (has_width(a) && !is_as_wide(layout, a, b))
        return blame(layout, a, b, "width");
    if (a->light != b->light)
        return blame(layout, a, b, "light");
    if (a->is_passed != b->is_passed)
        return blame(layout, a, b, "Tab passes one by");
    if (a->run_count == 0 || b->run_count == 0)
        return a->run_count == b->run_count ? NULL : blame(layout, a, b, "no words");
    const Run *first = words_of(layout, a), *second = words_of(layout, b);
    if (first->size_px != second->size_px)
        return blame(layout, a, b, "size of type");
    if (first->light != second->light && is_whole(layout, a) && is_whole(layout, b))
        return blame(layout, a, b, "light of the words");
    /* The present page is told by its colour as well. */
    if (first->colour != second->colour && a->is_chosen == b->is_chosen)
        return blame(layout, a, b, "colour");
    return NULL;
}

static bool is_of(const Item *item, size_t family)
{
    return item->control >= families[family].from &&
           item->control < families[family].to && item->light > 0;
}

/* A page's tools are of two kinds: what it is for, and beside the way out what undoes it.
 */
static bool is_other_kind(const Item *first, const Item *item)
{
    return first != NULL && first->control >= CONTROL_TOOL && first->look != item->look;
}

/* A word that was pressed says so: "keep" becomes "kept". */
static bool is_switch(const Item *item)
{
    return item->control >= CONTROL_TOOL && item->look == LOOK_LINK;
}

/* Beside the way out one tool stands on each side of it. */
static bool is_next(const Layout *layout, const Item *before, const Item *item)
{
    int32_t next = layout_next_control(layout, before->control, 1);
    if (item->look == LOOK_LINK && next == CONTROL_ACTION + ACTION_OUT)
        next = layout_next_control(layout, next, 1);
    return next == item->control;
}

static const char *unequal_family(const Layout *layout, const Scene *scene, size_t family)
{
    const bool has_present = families[family].has_present ||
                             (scene->screen == SCREEN_LIST && scene->chosen >= 0);
    const Item *first = NULL, *before = NULL;
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        if (!is_of(item, family) || is_other_kind(first, item))
            continue;
        first = first != NULL ? first : item;
        const char *wrong = unequal_pair(layout, first, item);
        if (wrong != NULL)
            return wrong;
        if (item->is_chosen && !has_present && !is_switch(item))
            return blame(layout, first, item, "one is marked");
        if (before != NULL && !item->is_passed && !is_next(layout, before, item))
            return blame(layout, before, item, "Tab goes elsewhere between them");
        if (before != NULL && item->control <= before->control)
            return blame(layout, before, item, "their order");
        before = item;
    }
    return NULL;
}

const char *equal_proof(const Layout *layout, const Scene *scene)
{
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        const char *wrong = unequal_family(layout, scene, i);
        if (wrong != NULL)
            return wrong;
    }
    return NULL;
}
