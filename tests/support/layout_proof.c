/* SPDX-License-Identifier: MIT */
#include "support/layout_proof.h"
#include "support/equal_proof.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A font's ascent and descent hold more than its letters: a part of its size each, and
 * the pixel that text.h adds for rounding. */
enum { SLACK_PART = 16 };

static char problem[320];

__attribute__((format(printf, 1, 2))) static const char *say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(problem, sizeof problem, format, arguments);
    va_end(arguments);
    return problem;
}

static const char *words_of(const Layout *layout, const Item *item)
{
    return item->run_count > 0 ? layout->runs[item->run].utf8 : "";
}

static bool is_within(Rect in, Rect out)
{
    return in.x >= out.x && in.y >= out.y && in.x + in.w <= out.x + out.w &&
           in.y + in.h <= out.y + out.h;
}

static const char *run_problem(const Layout *layout, const Item *item, Text *text)
{
    for (int32_t i = item->run; i < item->run + item->run_count; i++) {
        const Run *run = &layout->runs[i];
        const int32_t slack = run->size_px / SLACK_PART + 1;
        const Rect line = { run->x,
                            run->baseline - text_ascent_px(text, run->size_px) + slack,
                            run->width_px,
                            text_height_px(text, run->size_px) - 2 * slack };
        if (!is_within(line, item->rect))
            return say("\"%.*s\" (%d,%d %dx%d) leaves its item (%d,%d %dx%d)",
                       (int)run->length, run->utf8, (int)line.x, (int)line.y, (int)line.w,
                       (int)line.h, (int)item->rect.x, (int)item->rect.y,
                       (int)item->rect.w, (int)item->rect.h);
    }
    return NULL;
}

/* A path or a piece of a file may be wider than a line: what stands between two strokes
 * is broken only where it could not be whole. */
static bool is_broken_rightly(const Item *item, const Run *run, const Run *next,
                              Text *text)
{
    if (run->utf8[run->length - 1] == '/')
        return true;
    const size_t rest = strcspn(next->utf8, " /");
    const int32_t both = run->length + (int32_t)rest + (next->utf8[rest] == '/');
    return next->utf8 == run->utf8 + run->length &&
           text_span_px(text, run->utf8, both, run->size_px) > item->rect.w;
}

/* Lines follow each other in their text with nothing but a space between, to its end. */
static const char *words_problem(const Layout *layout, const Scene *scene,
                                 const Item *item, Text *text)
{
    if (item->control == CONTROL_FIELD)
        return NULL; /* as many lines of it as are seen */
    const bool has_paths = scene->screen == SCREEN_KEPT ||
                           scene->screen == SCREEN_SHOWN ||
                           scene->screen == SCREEN_PEOPLE;
    for (int32_t i = 0; i < item->run_count; i++) {
        const Run *run = &layout->runs[item->run + i];
        const char *end = run->utf8 + run->length;
        const bool is_last = i + 1 == item->run_count;
        if (*end == '\0')
            continue; /* what follows is another text */
        if (is_last)
            return say("\"%s\" ends after %d bytes", run->utf8, (int)run->length);
        if (has_paths && is_broken_rightly(item, run, run + 1, text))
            continue;
        /* What is typed may be one long word. */
        if (*end != ' ' && *end != '\n' && !item->is_field)
            return say("a word of \"%s\" is broken after %d bytes", run->utf8,
                       (int)run->length);
        if (run[1].utf8 != end + strspn(end, " \n"))
            return say("\"%s\" goes on elsewhere", run->utf8);
    }
    return NULL;
}

/* What can be seen of an item. */
static Rect seen_of(const Layout *layout, const Item *item)
{
    return item->scrolls ? rect_cross(item->rect, layout->scroll_view) : item->rect;
}

/* The fading word stands where the word is, and the caption too. */
static bool is_fading_pair(const Layout *layout, const Scene *scene, const Item *a,
                           const Item *b)
{
    if (scene->caption_before != NULL && words_of(layout, a) == scene->caption &&
        words_of(layout, b) == scene->caption_before)
        return true;
    return scene->word_before != NULL && words_of(layout, a) == scene->word &&
           words_of(layout, b) == scene->word_before;
}

/* A step lies inside its row, beside the row's words. */
static bool is_step_of(const Layout *layout, const Item *row, const Item *step)
{
    if (row->look != LOOK_SETTING || step->look != LOOK_STEP ||
        !is_within(step->rect, row->rect))
        return false;
    for (int32_t i = row->run; i < row->run + row->run_count; i++) {
        const Run *run = &layout->runs[i];
        const Rect line = { run->x, run->baseline - run->size_px / 2, run->width_px,
                            run->size_px / 2 };
        if (!rect_is_empty(rect_cross(line, step->rect)))
            return false;
    }
    return true;
}

static const char *overlap_problem(const Layout *layout, const Scene *scene)
{
    for (int32_t i = 0; i < layout->item_count; i++)
        for (int32_t j = i + 1; j < layout->item_count; j++) {
            const Item *a = &layout->items[i], *b = &layout->items[j];
            if (!rect_is_empty(rect_cross(seen_of(layout, a), seen_of(layout, b))) &&
                !is_fading_pair(layout, scene, a, b) && !is_step_of(layout, a, b))
                return say("\"%s\" and \"%s\" overlap", words_of(layout, a),
                           words_of(layout, b));
        }
    return NULL;
}

static const char *place_problem(const Layout *layout, const Item *item)
{
    const Rect window = { 0, 0, layout->width_px, layout->height_px };
    const Rect rect = item->rect, view = layout->scroll_view;
    if (!item->scrolls)
        return is_within(rect, window)
                   ? NULL
                   : say("\"%s\" (%d,%d %dx%d) leaves the window", words_of(layout, item),
                         (int)rect.x, (int)rect.y, (int)rect.w, (int)rect.h);
    if (rect.x < 0 || rect.x + rect.w > layout->width_px)
        return say("\"%s\" is wider than the window", words_of(layout, item));
    if (rect.y - layout->scroll_max_px > view.y + view.h - rect.h &&
        item->control != CONTROL_NONE)
        return say("\"%s\" cannot be scrolled to", words_of(layout, item));
    if (view.h < layout_px(layout, LAYOUT_TARGET))
        return say("what scrolls is seen through %d pixels", (int)view.h);
    return NULL;
}

/* The names of a path stand beside its marks. */
static bool is_beside_path(const Layout *layout, const Scene *scene, const Item *item)
{
    for (int32_t i = 0; i < scene->place_count; i++)
        if (words_of(layout, item) == scene->places[i])
            return true;
    return false;
}

static const char *figure_problem(const Layout *layout, const Scene *scene)
{
    const double radius = layout->figure_px / 2;
    if (radius <= 0)
        return NULL;
    if (layout->figure_y_px < radius || layout->figure_x_px < radius ||
        layout->figure_x_px + radius > layout->width_px)
        return say("the figure leaves the window");
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Rect rect = seen_of(layout, &layout->items[i]);
        if (rect_is_empty(rect) || is_beside_path(layout, scene, &layout->items[i]))
            continue;
        const double x = layout->figure_x_px, y = layout->figure_y_px;
        const double dx = x < rect.x            ? rect.x - x
                          : x > rect.x + rect.w ? x - rect.x - rect.w
                                                : 0;
        const double dy = y < rect.y            ? rect.y - y
                          : y > rect.y + rect.h ? y - rect.y - rect.h
                                                : 0;
        if (dx * dx + dy * dy < radius * radius)
            return say("the figure covers \"%s\"", words_of(layout, &layout->items[i]));
    }
    return NULL;
}

/* In pairs some stand across the whole: as wide as two and what is between them. */
static bool is_across(const Layout *layout, Rect wide, Rect narrow)
{
    const int32_t two = 2 * narrow.w + layout->metrics.gap_px;
    return wide.w - two >= 0 && wide.w - two <= 1;
}

/* What stands beside each other: the doors of home are a row of their own. */
static bool is_door(const Item *item)
{
    return item->control >= CONTROL_DOOR && item->control < CONTROL_FOOT;
}

static const char *equality_problem(const Layout *layout)
{
    const Item *firsts[2][LOOK_LINK + 1] = { { NULL } };
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        if (item->look != LOOK_TILE && item->look != LOOK_ROW)
            continue;
        const Item **first = firsts[is_door(item)];
        const Item *other = first[item->look];
        if (other == NULL)
            first[item->look] = item;
        else if (other->rect.h != item->rect.h ||
                 (other->rect.w != item->rect.w &&
                  !is_across(layout, other->rect, item->rect)))
            return say("\"%s\" and \"%s\" are not of one size", words_of(layout, other),
                       words_of(layout, item));
    }
    return NULL;
}

static const char *item_problem(const Layout *layout, const Scene *scene,
                                const Item *item, Text *text)
{
    const char *wrong = run_problem(layout, item, text);
    if (wrong == NULL)
        wrong = words_problem(layout, scene, item, text);
    if (wrong == NULL)
        wrong = place_problem(layout, item);
    if (wrong == NULL && item->control != CONTROL_NONE &&
        item->rect.h < layout_px(layout, LAYOUT_TARGET))
        wrong = say("\"%s\" is %d high", words_of(layout, item), (int)item->rect.h);
    return wrong;
}

const char *layout_proof(const Layout *layout, const Scene *scene, Text *text)
{
    const char *wrong = NULL;
    for (int32_t i = 0; i < layout->item_count && wrong == NULL; i++)
        wrong = item_problem(layout, scene, &layout->items[i], text);
    if (wrong == NULL)
        wrong = overlap_problem(layout, scene);
    if (wrong == NULL)
        wrong = figure_problem(layout, scene);
    if (wrong == NULL)
        wrong = equality_problem(layout);
    return wrong != NULL ? wrong : equal_proof(layout, scene);
}

const Item *layout_item_of(const Layout *layout, int32_t control)
{
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].control == control)
            return &layout->items[i];
    return NULL;
}
