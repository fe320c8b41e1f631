/* SPDX-License-Identifier: MIT */
/* One moment of a practice as a picture: the painter's own pixels, without a window. */
#include "app/desk.h"
#include "app/letters.h"
#include "app/look.h"
#include "app/png.h"
#include "app/quote.h"
#include "app/request.h"
#include "app/verbs.h"
#include "store/paths.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    WIDTH_PX = 1280,
    HEIGHT_PX = 720,
    SIDE_MIN_PX = 240, /* as small as a window gets */
    SIDE_MAX_PX = 8192,
    AT_MAX_MS = 2000000000,
    START_US = 1000000, /* a steady clock has run for a while when a visit begins */
    FADES_US = 4000000, /* longer than anything fades */
    STEP_US = 50000
};

/* A visit that nobody sees, and its picture. */
typedef struct Studio {
    Visit visit;
    Player player;
    Patterns patterns;
    Messages messages;
    const PlacesShelf *places;
    Text *text;
    RasterTables *tables;
    Raster raster;
} Studio;

static void close_studio(Studio *studio)
{
    if (studio == NULL)
        return;
    player_close(&studio->player);
    raster_tables_close(studio->tables);
    text_close(studio->text);
    free(studio->raster.pixels);
    free(studio);
}

static bool open_raster(Studio *studio, const int32_t size[2], Error *error)
{
    const size_t count = (size_t)size[0] * (size_t)size[1];
    studio->raster = (Raster){ .pixels = calloc(count, sizeof(uint32_t)),
                               .width = size[0],
                               .height = size[1],
                               .pitch_px = size[0],
                               .clip = { 0, 0, size[0], size[1] } };
    if (studio->raster.pixels == NULL) {
        error_set(error, "there is no memory left for the picture");
        return false;
    }
    studio->tables = raster_tables_open(size[0], size[1], error);
    return studio->tables != NULL;
}

static Studio *open_studio(const int32_t size[2], Error *error)
{
    FilePath path;
    Studio *studio = calloc(1, sizeof *studio);
    if (studio == NULL) {
        error_set(error, "there is no memory left for the picture");
        return NULL;
    }
    if (paths_asset("patterns", &path, error) &&
        patterns_load(path.text, &studio->patterns, error) &&
        (studio->text = letters_open(error)) != NULL && open_raster(studio, size, error))
        return studio;
    close_studio(studio);
    return NULL;
}

/* The figure and the word stay. */
static void clear_words(Visit *visit)
{
    Layout *layout = &visit->layout;
    for (int32_t i = 0; i < layout->item_count; i++) {
        Item *item = &layout->items[i];
        if (item->control == CONTROL_NONE)
            continue;
        item->light = 0;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].light = 0;
    }
}

/* Lives the practice up to the moment. What fades from place to place needs the seconds
 * before it; the breath is where it is. */
static void live(Visit *visit, int64_t now_us)
{
    const int64_t before_us = now_us - FADES_US;
    int64_t at_us = before_us > START_US ? before_us : START_US;
    for (; !practice_is_breathed(visit->running) && at_us < now_us; at_us += STEP_US) {
        visit_tick(visit, at_us);
        visit_show(visit, at_us);
    }
    visit_tick(visit, now_us);
    visit_show(visit, now_us);
}

static void paint(Studio *studio, const WindowWish *wish, int64_t at_ms)
{
    Visit *visit = &studio->visit;
    const VisitHouse house = { .patterns = &studio->patterns,
                               .messages = &studio->messages,
                               .regions = places_regions(studio->places),
                               .cues = places_cues(studio->places),
                               .player = &studio->player,
                               .text = studio->text };
    const Settings usual = settings_default(); /* the last choices do not count */
    const Settings settings = desk_wished_settings(&usual, wish);
    const Theme *theme = theme_find(settings.theme);
    const int64_t now_us = START_US + at_ms * 1000;
    player_init(&studio->player);
    visit_init(visit, &house, &settings, START_US);
    visit_size(visit, studio->raster.width, studio->raster.height);
    desk_take_wish(visit, wish);
    desk_begin_wish(visit, START_US);
    live(visit, now_us);

    visit->scene.hint = "";
    visit->scene.hint_is_answer = false;
    visit->scene.legend_light = 0;
    visit->scene.word_light = 1.0;
    visit->scene.word_before = NULL;
    screen_lay_out(&visit->scene, studio->text, &visit->layout);
    clear_words(visit);
    visit->view.leaving = NULL;
    Paint pixels = paint_pixels(&studio->raster, studio->tables, studio->text, theme);
    picture_paint_all(&pixels, &visit->view);
}

static Status check_file(const char *file, Error *error)
{
    char quoted[QUOTE_TEXT_MAX];
    if (file == NULL) {
        error_set(error, "picture needs a file to write, -o calm.png would be right");
        return STATUS_USAGE;
    }
    const size_t length = strlen(file);
    if (length > 4 && strcasecmp(file + length - 4, ".png") == 0)
        return STATUS_FINE;
    error_set(error, "%s cannot be written: a picture's name ends in .png",
              quote_text(file, quoted));
    return STATUS_USAGE;
}

/* The moment has to lie in the practice. */
static Status check_moment(const PracticeRequest *request, const PlacesShelf *shelf,
                           int32_t at_ms, Error *error)
{
    static Plan plan; /* big, and read at once */
    request_lay_out(request, shelf, &plan);
    const int64_t end = plan_end_ms(&plan);
    if (at_ms <= end)
        return STATUS_FINE;
    error_set(error,
              "the practice is over after %" PRId64 ".%03d s, --at cannot be later",
              end / 1000, (int)(end % 1000));
    return STATUS_USAGE;
}

/* What to paint: a practice, and which moment of it, how large. */
typedef struct Sitting {
    WindowWish wish;
    PlacesShelf *places;
    int32_t at_ms, size[2];
} Sitting;

static Status read_wish(const Options *options, Sitting *sitting, Error *error)
{
    WindowWish *wish = &sitting->wish;
    RequestSound sound; /* read so that a slip in it is told; a picture has no sound */
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 1, &sitting->places, &wish->practice, error);
    if (status != STATUS_FINE)
        return status;
    if (!options_thousandths(options, OPTION_AT, 0, AT_MAX_MS, &sitting->at_ms, error) ||
        !options_size(options, SIDE_MIN_PX, SIDE_MAX_PX, sitting->size, error) ||
        !look_wish(options, wish, error))
        return STATUS_USAGE;
    status = check_file(options->values[OPTION_OUTPUT], error);
    return status == STATUS_FINE
               ? check_moment(&wish->practice, sitting->places, sitting->at_ms, error)
               : status;
}

static Status save(Sitting *sitting, const char *file, Error *error)
{
    Studio *studio = open_studio(sitting->size, error);
    if (studio == NULL)
        return STATUS_FAILED;
    studio->places = sitting->places;
    paint(studio, &sitting->wish, sitting->at_ms);
    const bool is_saved =
        png_save(file, studio->raster.pixels, sitting->size[0], sitting->size[1], error);
    close_studio(studio);
    return is_saved ? STATUS_FINE : STATUS_FAILED;
}

Status verb_picture(const Options *options, Error *error)
{
    Sitting sitting = { .wish.is_practice_given = true, .size = { WIDTH_PX, HEIGHT_PX } };
    Status status = read_wish(options, &sitting, error);
    if (status == STATUS_FINE)
        status = save(&sitting, options->values[OPTION_OUTPUT], error);
    places_shelf_close(sitting.places);
    return status;
}
