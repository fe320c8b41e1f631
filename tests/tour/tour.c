/* SPDX-License-Identifier: MIT */
/* tour.c -- every screen as a picture, to be looked at: no display, no sound card.
 *
 *     build/tests/tour FOLDER [--theme T] [--size WxH] [--text PERCENT]
 *                             [--settings FILE] [--end] [NAME ...]
 *
 * Lives a visit by script for each stop and paints what there is to see, by the hand that
 * paints the window. Writes FOLDER/NAME.png, and to FOLDER/NAME.spots a line for each
 * control: its middle, its size, its words; journeys find by these where to click, and
 * hold the window against the picture. What is kept in the home folder is on the pages
 * that tell of it; a FILE of settings holds at every stop.
 * --end scrolls to the end of what is longer than its page. */
#include "app/keeper.h"
#include "app/letters.h"
#include "app/own_shelf.h"
#include "app/png.h"
#include "support/visit_rig.h"
#include "view/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_MAX_PX = 8192, PATH_LENGTH = 1024, PRESSES_MAX = 4 };

/* A place to look at: what is remembered, the keys that lead there, and the controls that
 * are pressed behind them. */
typedef struct Stop {
    const char *name;
    const char *pattern;
    const char *script;
    int32_t presses[PRESSES_MAX]; /* up to the first CONTROL_NONE */
} Stop;

#define EASY "easing-in"
#define SETTINGS CONTROL_FOOT + FOOT_SETTINGS

static const Stop stops[] = {
    { "home", EASY, "3000", { 0 } },
    { "home-framed", EASY, "3000 frame-next frame-next", { 0 } },
    { "list-pattern", EASY, "700", { CONTROL_VALUE } },
    { "list-length", EASY, "700", { CONTROL_VALUE + 1 } },
    { "list-sound", EASY, "700", { CONTROL_VALUE + 2 } },
    { "settle", EASY, "press 1500", { 0 } },
    { "in", EASY, "press 5800", { 0 } },
    { "answer", EASY, "press 9000 quicker 300", { 0 } },
    { "hold", "box", "press 9000", { 0 } },
    { "more", "sigh", "press 5500", { 0 } },
    { "paused", EASY, "press 8000 press 1000", { 0 } },
    { "after", EASY, "press 6000 out 3000", { 0 } },
    { "another-way", EASY, "press 6000 another-way 700", { 0 } },
    { "own-pace", EASY, "press 6000 another-way 700", { CONTROL_CHOICE + 2 } },
    { "smaller", EASY, "press 6000 out 700", { CONTROL_CHOICE + 1 } },
    { "see", EASY, "0", { SETTINGS } },
    { "hear", EASY, "0", { SETTINGS, CONTROL_TAB + 1 } },
    { "sounds", EASY, "0", { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 4 } },
    { "breathe", EASY, "0", { SETTINGS, CONTROL_TAB + 2 } },
    { "own", EASY, "0", { SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4 } },
    { "maker", EASY, "0", { SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4, CONTROL_TOOL } },
    { "words", EASY, "0", { SETTINGS, CONTROL_TAB + 3 } },
    { "kept-tab", EASY, "0", { SETTINGS, CONTROL_TAB + 4 } },
    { "kept", EASY, "0", { CONTROL_FOOT + FOOT_KEPT } },
    { "shown", EASY, "0", { CONTROL_FOOT + FOOT_KEPT, CONTROL_LESS } },
    { "keys", EASY, "keys 700", { 0 } },
};

/* What the tour was asked for. */
typedef struct Wish {
    const char *folder;
    const Theme *theme;
    int32_t width_px, height_px, text_percent;
    const char *settings; /* a file, or NULL */
    bool is_end;
    const char **names;
    int name_count;
} Wish;

static bool is_wished(const Wish *wish, const char *name)
{
    for (int i = 0; i < wish->name_count; i++)
        if (strcmp(wish->names[i], name) == 0)
            return true;
    return wish->name_count == 0;
}

/* What the desk does for the page of what is kept. */
static void mind_kept(VisitRig *rig)
{
    if (visit_kept_has_wish(&rig->visit))
        keeper_answer(rig->watcher, &rig->visit.kept);
}

/* What holds when the visit begins. */
static void choose(VisitRig *rig, const Wish *wish)
{
    Visit *visit = &rig->visit;
    Settings settings = visit->settings;
    if (wish->settings != NULL)
        settings_load(wish->settings, &settings, NULL);
    if (wish->theme != NULL)
        snprintf(settings.theme, sizeof settings.theme, "%s", wish->theme->name);
    if (wish->text_percent > 0)
        settings.text_percent = wish->text_percent;
    visit_take_settings(visit, &settings, rig->now_us);
    visit->is_choice_new = false;
    letters_use(rig->text, settings.letters);
}

static void go_to(VisitRig *rig, const Wish *wish, const Stop *stop)
{
    visit_rig_home(rig, stop->pattern, 3);
    Visit *visit = &rig->visit;
    choose(rig, wish);
    visit_size(visit, wish->width_px, wish->height_px);
    visit_rig_turn(rig);
    visit_rig_play(rig, stop->script);
    for (int i = 0; i < PRESSES_MAX && stop->presses[i] != CONTROL_NONE; i++) {
        visit_rig_press(rig, stop->presses[i]);
        visit_rig_wait(rig, 1000);
    }
    visit->scroll_px = wish->is_end ? visit->layout.scroll_max_px : visit->scroll_px;
    visit_rig_turn(rig);
}

static bool paint(VisitRig *rig, const Wish *wish, const char *name)
{
    const int32_t width = wish->width_px, height = wish->height_px;
    char path[PATH_LENGTH];
    Error error = { "" };
    Raster raster = { calloc((size_t)width * (size_t)height, sizeof(uint32_t)),
                      width,
                      height,
                      width,
                      { 0, 0, width, height } };
    RasterTables *tables = raster_tables_open(width, height, &error);
    bool is_fine = raster.pixels != NULL && tables != NULL;
    snprintf(path, sizeof path, "%s/%s.png", wish->folder, name);
    if (is_fine) {
        const Theme *theme = theme_find(rig->visit.settings.theme);
        Paint pixels = paint_pixels(&raster, tables, rig->text,
                                    theme != NULL ? theme : &theme_night);
        picture_paint_all(&pixels, &rig->visit.view);
        is_fine = png_save(path, raster.pixels, width, height, &error);
    }
    if (!is_fine)
        fprintf(stderr, "tour: %s: %s\n", name, error.text);
    raster_tables_close(tables);
    free(raster.pixels);
    return is_fine;
}

/* The words of an item, line after line, with a space between. */
static void write_words(FILE *file, const Layout *layout, const Item *item)
{
    for (int32_t i = item->run; i < item->run + item->run_count; i++)
        fprintf(file, " %.*s", (int)layout->runs[i].length, layout->runs[i].utf8);
    fputc('\n', file);
}

static bool write_spots(const VisitRig *rig, const Wish *wish, const char *name)
{
    char path[PATH_LENGTH];
    const Layout *layout = &rig->visit.layout;
    snprintf(path, sizeof path, "%s/%s.spots", wish->folder, name);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        if (item->control == CONTROL_NONE || item->light <= 0)
            continue;
        fprintf(file, "%d %d %d %d %d", (int)(item->rect.x + item->rect.w / 2),
                (int)(item->rect.y + item->rect.h / 2), (int)item->rect.w,
                (int)item->rect.h, (int)item->control);
        write_words(file, layout, item);
    }
    return fclose(file) == 0;
}

/* Reads an option and its value; false when it is none. */
static bool read_option(const char *option, const char *value, Wish *wish)
{
    if (strcmp(option, "--settings") == 0)
        wish->settings = value;
    else if (strcmp(option, "--theme") == 0)
        return (wish->theme = theme_find(value)) != NULL;
    else if (strcmp(option, "--text") == 0)
        wish->text_percent = atoi(value);
    else if (strcmp(option, "--size") == 0)
        return sscanf(value, "%dx%d", &wish->width_px, &wish->height_px) == 2;
    else
        return false;
    return true;
}

static bool read_wish(int count, const char **words, Wish *wish)
{
    *wish = (Wish){ .width_px = 1280, .height_px = 720 };
    if (count < 2)
        return false;
    wish->folder = words[1];
    int at = 2;
    for (; at + 1 < count && words[at][0] == '-'; at += 2)
        if (strcmp(words[at], "--end") == 0)
            wish->is_end = (at--, true);
        else if (!read_option(words[at], words[at + 1], wish))
            return false;
    wish->names = words + at;
    wish->name_count = count - at;
    return wish->width_px > 0 && wish->width_px <= SIDE_MAX_PX && wish->height_px > 0 &&
           wish->height_px <= SIDE_MAX_PX;
}

int main(int count, char **words)
{
    Wish wish;
    if (!read_wish(count, (const char **)words, &wish)) {
        fprintf(stderr, "tour: FOLDER [--theme T] [--size WxH] [--text PERCENT] "
                        "[--settings FILE] [--end] [NAME ...]\n");
        return 2;
    }
    setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 0);
    Error error = { "" };
    VisitRig *rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    rig->on_frame = mind_kept;
    rig->watcher = keeper_open(&error);
    if (rig->watcher == NULL || !own_shelf_load(&rig->patterns, &error)) {
        fprintf(stderr, "tour: %s\n", error.text);
        return 1;
    }
    int failed = 0;
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        if (!is_wished(&wish, stops[i].name))
            continue;
        go_to(rig, &wish, &stops[i]);
        failed +=
            !paint(rig, &wish, stops[i].name) || !write_spots(rig, &wish, stops[i].name);
    }
    keeper_close(rig->watcher);
    visit_rig_close(rig);
    return failed > 0;
}
