/* SPDX-License-Identifier: MIT */
/* What works on this machine, in plain words, and what it means where something does not.
 * Nothing is written and no sound is made; a part that is missing is no failure. */
#include "app/clipboard.h"
#include "app/clipboard_owner.h"
#include "app/density.h"
#include "app/desk.h"
#include "app/letters.h"
#include "app/mail.h"
#include "app/places_shelf.h"
#include "app/request.h"
#include "app/verbs.h"
#include "app/voice_checked.h"
#include "sound/clip.h"
#include "store/helplines.h"
#include "store/kept.h"

#include <SDL_mixer.h>
#include <SDL_ttf.h>
#include <png.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

enum {
    SOUND_WAIT_MS = 2000, /* a sound server that does not answer is not waited for */
    FRAMES_WAIT_MS = 500, /* a device that plays asks for frames sooner than this */
    LOOK_MS = 10
};

/* --- picture --- */

/* How large a point is, as in the window. */
static void tell_density(SDL_Window *window, Present *present)
{
    Raster raster;
    bool is_new;
    int width = 0;
    SDL_GetWindowSize(window, &width, NULL);
    if (width <= 0 || !present_buffer(present, &raster, &is_new, NULL))
        return;
    const double density = density_now((double)raster.width / width);
    printf("density: %.4g pixel%s to a point%s\n", density, density == 1.0 ? "" : "s",
           getenv("LEEWAY_DENSITY") != NULL ? "; LEEWAY_DENSITY is set" : "");
}

/* On a bare console even a hidden window would take the screen. */
static void tell_presenter(void)
{
    Error error = { "" };
    if (strcmp(SDL_GetCurrentVideoDriver(), "KMSDRM") == 0)
        return;
    SDL_Window *window =
        SDL_CreateWindow("Leeway", 0, 0, WINDOW_SIDE_MIN, WINDOW_SIDE_MIN,
                         SDL_WINDOW_HIDDEN | SDL_WINDOW_ALLOW_HIGHDPI);
    Present *present = window != NULL ? present_open(window, &error) : NULL;
    if (present != NULL)
        printf("window: can be opened; pictures go there by %s\n", present_name(present));
    else
        printf("window: cannot be opened (%s); leeway breathe --text needs none\n",
               error.text[0] != '\0' ? error.text : SDL_GetError());
    if (present != NULL)
        tell_density(window, present);
    present_close(present);
    if (window != NULL)
        SDL_DestroyWindow(window);
}

/* As people call it. */
static const char *driver_name(const char *driver)
{
    if (strcmp(driver, "x11") == 0)
        return "X11";
    return strcmp(driver, "wayland") == 0 ? "Wayland" : driver;
}

static void tell_display(void)
{
    Error error = { "" };
    SDL_DisplayMode mode = { .w = 0, .h = 0 };
    if (desk_open_video(&error) != STATUS_FINE) {
        printf("display: none; %s\n"
               "window: cannot be opened; leeway breathe --text needs none\n",
               error.text);
        return;
    }
    printf("display: %s", driver_name(SDL_GetCurrentVideoDriver()));
    if (SDL_GetDesktopDisplayMode(0, &mode) == 0)
        printf(", %d x %d pixels", mode.w, mode.h);
    putchar('\n');
    tell_presenter();
}

/* --- to other programs --- */

static void tell_copying(void)
{
    if (SDL_GetCurrentVideoDriver() == NULL)
        puts("copying: needs a display");
    else if (!clipboard_outlives())
        puts("copying: while Leeway is open, and no longer");
    else
        printf("copying: for ten minutes, also after Leeway closes%s\n",
               clipboard_owner_has_manager()
                   ? "; a clipboard manager runs here, and may keep it longer"
                   : "");
    puts(mail_can_ask() ? "mail: xdg-open finds the mail program"
                        : "mail: xdg-open is not here, so no mail program is found; text "
                          "can be copied instead");
}

/* --- sound --- */

/* What the thread that opens the device finds out. It may outlive the question. */
typedef struct SoundTest {
    Mix mix; /* without an order it is silent */
    char says[320];
    SDL_sem *is_done;
} SoundTest;

static int test_sound(void *opaque)
{
    SoundTest *test = opaque;
    Device *device = device_open(&test->mix);
    DeviceClock heard;
    bool is_playing = false;
    while (device_is_coming(device))
        SDL_Delay(LOOK_MS);
    for (int i = 0; i < FRAMES_WAIT_MS / LOOK_MS && device_is_live(device); i++) {
        is_playing = device_clock(device, &heard);
        if (is_playing)
            break;
        SDL_Delay(LOOK_MS);
    }
    const char *driver = SDL_GetCurrentAudioDriver();
    if (!device_is_live(device))
        snprintf(test->says, sizeof test->says, "%s", device_reason(device));
    else
        snprintf(test->says, sizeof test->says, "a device opens%s, by %s",
                 is_playing ? " and plays" : ", but does not ask for sound",
                 driver != NULL ? driver : "an unknown way");
    device_close(device);
    SDL_SemPost(test->is_done);
    return 0;
}

static void tell_drivers(void)
{
    fputs("sound drivers:", stdout);
    for (int i = 0; i < SDL_GetNumAudioDrivers(); i++)
        printf("%s %s", i > 0 ? "," : "", SDL_GetAudioDriver(i));
    putchar('\n');
}

/* Returns false when the device does not answer; then its thread is still at it. */
static bool tell_sound(void)
{
    tell_drivers();
    SoundTest *test = calloc(1, sizeof *test);
    if (test != NULL)
        test->is_done = SDL_CreateSemaphore(0);
    if (test == NULL || test->is_done == NULL) {
        free(test);
        puts("sound: there is no memory left to look for a device");
        return true;
    }
    mix_init(&test->mix);
    SDL_Thread *thread = SDL_CreateThread(test_sound, "sound", test);
    if (thread == NULL || SDL_SemWaitTimeout(test->is_done, SOUND_WAIT_MS) != 0) {
        puts("sound: the device did not answer within 2 seconds; the picture goes on");
        return thread == NULL;
    }
    SDL_WaitThread(thread, NULL);
    printf("sound: %s\n", test->says);
    SDL_DestroySemaphore(test->is_done);
    free(test);
    return true;
}

/* --- files --- */

static void tell_typeface(void)
{
    FilePath path;
    Error error = { "" };
    Text *text = paths_asset("fonts/Inter-Regular.otf", &path, &error)
                     ? text_open(path.text, &error)
                     : NULL;
    if (text != NULL)
        printf("typeface: %s\n", path.text);
    else
        printf("typeface: missing, so no window and no picture (%s)\n", error.text);
    text_close(text);
    printf("letters for easy reading: %s\n", letters_are_there(SETTINGS_LETTERS_EASY)
                                                 ? "there"
                                                 : "missing; the usual ones stand in");
}

static void tell_assets(void)
{
    static Patterns patterns; /* big */
    static Messages messages;
    FilePath path;
    Error error = { "" };
    if (!paths_asset("", &path, &error)) {
        printf("assets: missing; numbers such as 4-6 still make a plan (%s)\n",
               error.text);
        return;
    }
    printf("assets: %s\n", path.text);
    if (paths_asset("patterns", &path, &error) &&
        patterns_load(path.text, &patterns, &error))
        printf("patterns: %d\n", (int)patterns.count);
    else
        printf("patterns: none (%s)\n", error.text);
    if (paths_asset("messages/en", &path, &error) &&
        messages_load(path.text, &messages, &error))
        printf("messages: %d\n", (int)messages.count);
    else
        printf("messages: none after a practice (%s)\n", error.text);
}

/* How old the numbers are: nothing but a look at the pages of the services helps. */
static void tell_helplines(void)
{
    static Helplines lines; /* big */
    FilePath path;
    Error error = { "" };
    if (!paths_asset("helplines.tsv", &path, &error) ||
        !helplines_load(path.text, &lines, &error)) {
        printf("helplines: not all of them (%s)\n", error.text);
        return;
    }
    const int32_t old = helplines_old_count(&lines, desk_today());
    printf("helplines: %d", (int)lines.count);
    if (old > 0)
        printf("; %d checked more than half a year ago, or on an unknown day", (int)old);
    putchar('\n');
}

static void tell_settings(void)
{
    FilePath path;
    Settings settings;
    Error error = { "" };
    if (!kept_path(KEPT_SETTINGS, &path, &error)) {
        printf("settings: %s\n", error.text);
        return;
    }
    printf("settings: %s, %s\n", path.text,
           kept_is_writable(path.text) ? "can be written"
                                       : "cannot be written, so nothing is remembered");
    if (!settings_load(path.text, &settings, &error))
        printf("settings: not understood everywhere, the rest counts (%s)\n", error.text);
}

/* --- voices --- */

static void tell_unusable(void *who, const char *sentence)
{
    (void)who;
    printf("  %s\n", sentence);
}

/* Files that came along are as they were made; somebody's own may be anything. */
static void tell_voice(const Voice *voice, CueTable cues)
{
    const int32_t count = voices_cue_count(voice, cues);
    printf("voice %s: %d of %d cues%s%s", voice->name, (int)count, (int)cues.count,
           count < cues.count ? ", the others are text" : "",
           voice->note[0] != '\0' ? "; " : "");
    verb_list_cell(stdout, voice->note, '\n');
    if (voice->is_own)
        voice_checked(voice, cues, tell_unusable, NULL);
}

/* Who would speak, and what would ring. */
static void tell_chosen(const Settings *settings)
{
    Voice voice;
    MixClip bell = { .samples = NULL };
    Error error = { "" };
    if (!voices_find(settings->voice, &voice, &error))
        printf("voice: none; words are text, with a soft bell (%s)\n", error.text);
    else if (voice.name[0] == '\0')
        puts("voice: none, as chosen; words are text, with a soft bell");
    else
        printf("voice: %s%s\n", voice.name, settings->is_voice_on ? "" : ", turned off");
    if (request_bell(settings->bell) == MIX_BELL_OWN &&
        !clip_open(settings->bell, CLIP_BELL, &bell, &error))
        printf("bell: a bowl (%s)\n", error.text);
    else
        printf("bell: %s\n", settings->bell);
    clip_close(&bell);
}

static void tell_voices(void)
{
    static Voice voices[VOICES_MAX]; /* big */
    Error error = { "" };
    PlacesShelf *shelf = places_shelf_open(&error);
    if (shelf == NULL) {
        printf("places: none, so no body scan (%s)\n", error.text);
        return;
    }
    printf("places: %d, and %d routes\n", (int)shelf->regions.count,
           (int)shelf->regions.route_count);
    const Settings settings = request_kept_settings();
    tell_chosen(&settings);
    const int32_t count = voices_list(voices);
    for (int32_t i = 0; i < count; i++)
        tell_voice(&voices[i], shelf->cues);
    places_shelf_close(shelf);
}

/* --- versions --- */

static void tell_version(const char *name, const SDL_version *version)
{
    printf("%s: %d.%d.%d\n", name, version->major, version->minor, version->patch);
}

static void tell_libraries(void)
{
    SDL_version version;
    SDL_GetVersion(&version);
    tell_version("SDL", &version);
    tell_version("SDL_mixer", Mix_Linked_Version());
    tell_version("SDL_ttf", TTF_Linked_Version());
    printf("libsndfile: %s\n", sf_version_string());
    printf("libpng: %s\n", png_get_libpng_ver(NULL));
}

Status verb_doctor(const Options *options, Error *error)
{
    (void)options, (void)error;
    printf("leeway: %s\n", LEEWAY_VERSION);
    tell_display();
    tell_copying();
    const bool is_answered = tell_sound();
    tell_typeface();
    tell_assets();
    tell_helplines();
    tell_settings();
    tell_voices();
    tell_libraries();
    if (is_answered)
        SDL_Quit();
    return STATUS_FINE;
}
