/* SPDX-License-Identifier: MIT */
#include "app/desk.h"

#include "app/density.h"
#include "app/desk_keep.h"
#include "app/letters.h"
#include "app/line_shelf.h"
#include "app/message_shelf.h"
#include "app/own_shelf.h"
#include "app/quote.h"
#include "app/request.h"
#include "store/paths.h"
#include "store/voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY_S = 86400 };

/* The name the desktop knows the program by, neutral for anyone who looks. */
static void set_names(void)
{
    setenv("SDL_VIDEO_X11_WMCLASS", "org.leeway.Leeway", 0);
    setenv("SDL_VIDEO_WAYLAND_WMCLASS", "org.leeway.Leeway", 0);
    SDL_SetHint(SDL_HINT_APP_NAME, "Leeway");
    SDL_SetHint(SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Leeway");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");
    /* Without a place for its socket Wayland only complains on stderr. */
    if (getenv("WAYLAND_DISPLAY") == NULL && getenv("XDG_RUNTIME_DIR") == NULL)
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11");
}

/* SDL falls back to drivers that show nothing; unless one was asked for, that is no
 * display. */
static bool is_display_real(void)
{
    const char *asked = getenv("SDL_VIDEODRIVER");
    const char *driver = SDL_GetCurrentVideoDriver();
    if (driver == NULL)
        return false;
    if (strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0)
        return true;
    return asked != NULL && strcmp(asked, driver) == 0;
}

Status desk_open_video(Error *error)
{
    present_prepare();
    set_names();
    if (SDL_Init(SDL_INIT_VIDEO) == 0 && is_display_real())
        return STATUS_FINE;
    error_set(error,
              "there is no display to open a window on; DISPLAY or WAYLAND_DISPLAY "
              "names one");
    return STATUS_NO_DISPLAY;
}

bool desk_load_words(Patterns *patterns, Messages *messages, Error *error)
{
    if (!own_shelf_load(patterns, error))
        return false;
    if (patterns->count == 0) {
        error_set(error, "the assets hold no breath pattern; one section with numbers is "
                         "enough");
        return false;
    }
    /* Without messages the page after a practice is still whole. */
    message_shelf_load(messages, NULL);
    return true;
}

PlacesShelf *desk_open_places(const Settings *settings)
{
    Error wrong = { "" };
    PlacesShelf *places = places_shelf_open(&wrong);
    if (places == NULL)
        quote_tell(wrong.text);
    else
        places_shelf_use_voice(places, settings->voice);
    return places;
}

VoiceShelf *desk_open_voice(const PlacesShelf *places, Player *player)
{
    Error wrong = { "" };
    VoiceShelf *voice = voice_shelf_open(places_cues(places), &wrong);
    if (voice == NULL)
        quote_tell(wrong.text);
    else
        player_set_clips(player, voice_shelf_clips(voice));
    return voice;
}

void desk_take_wish(Visit *visit, const WindowWish *wish)
{
    const PracticeRequest *practice = &wish->practice;
    if (!wish->is_practice_given)
        return;
    if (practice->kind == PRACTICE_BREATHE)
        visit_take(visit, &practice->breathe);
    else if (practice->kind == PRACTICE_SIT)
        visit_take_sit(visit, &practice->sit);
    else if (practice->kind == PRACTICE_REACH)
        visit_take_reach(visit, &practice->reach);
    else if (visit->house.regions != NULL)
        visit_take_scan(visit, &practice->scan);
}

void desk_begin_wish(Visit *visit, int64_t now_us)
{
    if (visit->face == PRACTICE_BREATHE)
        visit_begin(visit, now_us);
    else if (visit->face == PRACTICE_REACH)
        visit_begin_reach(visit, &visit->reach.request, now_us);
    else
        visit_home_begin(visit, now_us);
}

/* Without lines to start from the field is there all the same. */
static void load_starts(Starts *starts)
{
    FilePath path;
    Error wrong = { "" };
    if (paths_asset("starts/en", &path, &wrong) && starts_load(path.text, starts, &wrong))
        return;
    quote_tell(wrong.text);
}

static bool load_assets(Desk *desk, Error *error)
{
    if (!desk_load_words(&desk->patterns, &desk->messages, error))
        return false;
    load_starts(&desk->starts);
    desk->text = letters_open(error);
    desk->people = people_shelf_open();
    if (desk->text != NULL && desk->people == NULL)
        error_set(error, "there is no memory left for the window");
    return desk->text != NULL && desk->people != NULL;
}

/* A file is told from a name by a '/' in it. */
static const char *path_before(const char *bell)
{
    return request_bell(bell) == MIX_BELL_OWN && strchr(bell, '/') == NULL ? "./" : "";
}

/* Where breath is spoken, sound was asked for. In a body scan "none" is a way like
 * others: captions, each with its bell. */
static void wish_voice(const WindowWish *wish, Settings *settings)
{
    if (wish->voice == NULL)
        return;
    const bool is_breathing = practice_is_breathed(wish->practice.kind);
    const bool is_somebody = strcmp(wish->voice, VOICES_NONE) != 0;
    if (is_breathing)
        settings->speaks_breath = is_somebody;
    else
        settings->is_voice_on = true;
    if (is_breathing && is_somebody && wish->sound == WINDOW_REMEMBERED)
        settings->is_sound_on = true;
    if (is_somebody || !is_breathing)
        snprintf(settings->voice, sizeof settings->voice, "%s", wish->voice);
}

Settings desk_wished_settings(const Settings *kept, const WindowWish *wish)
{
    Settings settings = *kept;
    if (wish->sound != WINDOW_REMEMBERED)
        settings.is_sound_on = wish->sound == WINDOW_ON;
    if (wish->marks != WINDOW_REMEMBERED)
        settings.has_marks = wish->marks == WINDOW_ON;
    if (wish->is_bed_given)
        snprintf(wish->practice.kind == PRACTICE_SIT ? settings.sit_bed : settings.sound,
                 sizeof settings.sound, "%s", request_bed_names[wish->bed]);
    if (wish->is_volume_given)
        settings.volume = wish->volume;
    if (wish->theme != NULL)
        strcpy(settings.theme, wish->theme);
    if (wish->figure != NULL)
        strcpy(wish->practice.kind == PRACTICE_SCAN ? settings.scan_figure
                                                    : settings.figure,
               wish->figure);
    wish_voice(wish, &settings);
    if (wish->bell != NULL)
        snprintf(settings.bell, sizeof settings.bell, "%s%s", path_before(wish->bell),
                 wish->bell);
    if (wish->is_movement_less && settings.movement == SETTINGS_MOVEMENT_USUAL)
        settings.movement = SETTINGS_MOVEMENT_LESS;
    return settings;
}

int64_t desk_today(void)
{
    const time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL)
        return now / DAY_S;
    const int64_t before = local.tm_year + 1900 - 1; /* whole years before this one */
    return before * 365 + before / 4 - before / 100 + before / 400 + local.tm_yday;
}

void desk_find_voices(Desk *desk)
{
    desk->visit.house.voices = desk->voices;
    desk->visit.house.voice_count = voices_list(desk->voices);
    visit_home_look_again(&desk->visit);
}

static void start_visit(Desk *desk, const WindowWish *wish)
{
    desk->asked = desk_wished_settings(&desk->settings, wish);
    desk->places = desk_open_places(&desk->asked);
    PeopleShelf *people = desk->people;
    const VisitHouse house = { .helplines = &people->helplines,
                               .own_people = &people->own,
                               .pages = &people->pages,
                               .country = people->country,
                               .patterns = &desk->patterns,
                               .messages = &desk->messages,
                               .starts = &desk->starts,
                               .written = desk->written,
                               .regions = places_regions(desk->places),
                               .cues = places_cues(desk->places),
                               .player = &desk->player,
                               .text = desk->text,
                               .has_easy_letters =
                                   letters_are_there(SETTINGS_LETTERS_EASY),
                               .day = desk_today() };
    player_init(&desk->player);
    desk->voice = desk_open_voice(desk->places, &desk->player);
    visit_init(&desk->visit, &house, &desk->asked, clock_now_us());
    desk->visit.is_full_screen = wish->is_fullscreen;
    desk_find_voices(desk);
    desk_take_wish(&desk->visit, wish);
}

/* A small orb, drawn by the same hand as the large one. */
static void set_icon(SDL_Window *window)
{
    enum { SIDE = 64 };
    uint32_t pixels[SIDE * SIDE];
    Raster raster = { pixels, SIDE, SIDE, SIDE, { 0, 0, SIDE, SIDE } };
    RasterTables *tables = raster_tables_open(SIDE, SIDE, NULL);
    const Figure figure = { .x_px = SIDE / 2.0,
                            .y_px = SIDE / 2.0,
                            .orb_px = 0.72 * SIDE,
                            .light = 1.0,
                            .fullness = 1.0 };
    raster_background(&raster, &theme_night);
    if (tables != NULL)
        raster_figure(&raster, tables, &figure, &theme_night);
    raster_tables_close(tables);
    SDL_Surface *icon = SDL_CreateRGBSurfaceWithFormatFrom(
        pixels, SIDE, SIDE, 32, SIDE * (int)sizeof pixels[0], SDL_PIXELFORMAT_RGB888);
    if (icon != NULL)
        SDL_SetWindowIcon(window, icon);
    SDL_FreeSurface(icon);
}

static bool open_picture(Desk *desk, const WindowWish *wish, Error *error)
{
    desk->window = window_place_open(&desk->place, wish, desk->settings.window);
    if (desk->window == NULL) {
        error_set(error, "the window could not be opened: %s", SDL_GetError());
        return false;
    }
    set_icon(desk->window);
    desk->present = present_open(desk->window, error);
    return desk->present != NULL;
}

/* The first picture is painted before the window is shown, and once more right after,
 * since what is drawn on a hidden window may be lost. */
static bool show_first(Desk *desk, Error *error)
{
    desk_mind(desk);
    if (!desk_draw(desk, clock_now_us(), error))
        return false;
    SDL_ShowWindow(desk->window);
    SDL_RaiseWindow(desk->window);
    window_place_shown(&desk->place, clock_now_us());
    desk_expose(desk);
    return desk_draw(desk, clock_now_us(), error);
}

Status desk_open(const WindowWish *wish, Desk **out, Error *error)
{
    *out = NULL;
    const Status video = desk_open_video(error);
    if (video != STATUS_FINE)
        return video;
    Desk *desk = calloc(1, sizeof *desk);
    if (desk == NULL) {
        error_set(error, "there is no memory left for the window");
        return STATUS_FAILED;
    }
    desk_keep_load(desk);
    desk->keeper = keeper_open(error);
    desk->written = written_open(error);
    if (desk->keeper == NULL || desk->written == NULL || !load_assets(desk, error) ||
        !open_picture(desk, wish, error)) {
        desk_close(desk);
        return STATUS_FAILED;
    }
    desk_keep_watch(desk);
    start_visit(desk, wish);
    desk->own_voice = own_voice_desk_open(&desk->player, error);
    if (desk->own_voice == NULL || !show_first(desk, error)) {
        desk_close(desk);
        return STATUS_FAILED;
    }
    *out = desk;
    return STATUS_FINE;
}

void desk_close(Desk *desk)
{
    if (desk == NULL)
        return;
    watch_close(desk->watch);
    watch_close(desk->patterns_watch);
    desk_give_close(&desk->give);
    watch_close(desk->messages_watch);
    watch_close(desk->marks_watch);
    player_close(&desk->player);
    own_voice_desk_close(desk->own_voice);
    voice_shelf_close(desk->voice);
    keeper_close(desk->keeper);
    places_shelf_close(desk->places);
    people_shelf_close(desk->people);
    raster_tables_close(desk->tables);
    present_close(desk->present);
    written_close(desk->written, desk->text);
    text_close(desk->text);
    if (desk->window != NULL)
        SDL_DestroyWindow(desk->window);
    free(desk);
    SDL_Quit();
}

void desk_expose(Desk *desk)
{
    picture_forget(&desk->picture);
}

static bool fit_tables(Desk *desk, const Raster *raster, Error *error)
{
    if (desk->tables != NULL && desk->tables_width == raster->width &&
        desk->tables_height == raster->height)
        return true;
    RasterTables *tables = raster_tables_open(raster->width, raster->height, error);
    if (tables == NULL)
        return false;
    raster_tables_close(desk->tables);
    desk->tables = tables;
    desk->tables_width = raster->width;
    desk->tables_height = raster->height;
    return true;
}

/* Before anything is measured with them. */
static void fit_letters(Desk *desk)
{
    const SettingsLetters letters = desk->visit.settings.letters;
    if (letters == desk->letters)
        return;
    letters_use(desk->text, letters);
    picture_forget(&desk->picture);
    desk->letters = letters;
}

void desk_rescale(Desk *desk)
{
    desk->is_density_old = true;
}

/* The desktop is asked again only when something about the display has changed. */
static void fit_density(Desk *desk, int32_t width_px)
{
    int width = 0;
    SDL_GetWindowSize(desk->window, &width, NULL);
    const double ratio = width > 0 ? (double)width_px / width : 1.0;
    if (ratio == desk->pixel_ratio && !desk->is_density_old)
        return;
    desk->is_density_old = false;
    desk->pixel_ratio = ratio;
    desk->visit.density = density_now(ratio);
}

bool desk_draw(Desk *desk, int64_t now_us, Error *error)
{
    Raster raster;
    bool is_new;
    if (!present_buffer(desk->present, &raster, &is_new, error))
        return false;
    const bool is_stale = present_is_stale(desk->present);
    if (is_new || is_stale)
        picture_forget(&desk->picture);
    if (!fit_tables(desk, &raster, error))
        return false;
    fit_letters(desk);
    fit_density(desk, raster.width);
    visit_size(&desk->visit, raster.width, raster.height);
    visit_show(&desk->visit, now_us);
    desk->visit.is_moving |= is_stale;
    Rect rects[PICTURE_RECTS_MAX];
    const Theme *theme = theme_find(desk->visit.settings.theme);
    theme = theme != NULL ? theme : &theme_night;
    if (theme != desk->theme)
        picture_forget(&desk->picture);
    desk->theme = theme;
    Paint paint = paint_pixels(&raster, desk->tables, desk->text, theme);
    const int32_t count = picture_paint(&desk->picture, &paint, &desk->visit.view, rects);
    return count == 0 || present_show(desk->present, rects, count, error);
}

void desk_mind(Desk *desk)
{
    const bool is_running = player_is_running(&desk->player);
    if (desk->is_full_screen != desk->visit.is_full_screen) {
        desk->is_full_screen = desk->visit.is_full_screen;
        SDL_SetWindowFullscreen(desk->window,
                                desk->is_full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
    if (is_running && !desk->is_saver_off)
        SDL_DisableScreenSaver();
    else if (!is_running && desk->is_saver_off)
        SDL_EnableScreenSaver();
    desk->is_saver_off = is_running;
    own_shelf_mind(&desk->visit, &desk->patterns);
    people_shelf_mind(desk->people, &desk->visit);
    line_shelf_mind(&desk->visit);
    message_shelf_mind(&desk->visit, &desk->messages);
    if (own_voice_desk_mind(desk->own_voice, &desk->visit, clock_now_us()))
        desk_find_voices(desk);
    desk_give_mind(&desk->give, &desk->visit, clock_now_us());
    if (desk->places != NULL && !is_running)
        places_shelf_use_voice(desk->places, desk->visit.settings.voice);
    if (desk->voice != NULL)
        voice_shelf_follow(desk->voice, &desk->visit.settings, &desk->player);
    desk_keep_mind(desk, is_running);
}

void desk_vanish(Desk *desk)
{
    desk_keep_place(desk, INT64_MAX - 1);
    SDL_HideWindow(desk->window);
    player_hush(&desk->player);
    desk_keep_choices(desk);
}
