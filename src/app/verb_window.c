/* SPDX-License-Identifier: MIT */
#include "app/look.h"
#include "app/request.h"
#include "app/terminal.h"
#include "app/verbs.h"
#include "app/window.h"
#include "store/voices.h"

#include <string.h>

/* Options that say what is to be breathed, rather than how the window looks or sounds. */
static bool names_practice(const Options *options)
{
    static const OptionId of_practice[] = { OPTION_MINUTES,  OPTION_BREATHS,
                                            OPTION_FROM,     OPTION_PACE,
                                            OPTION_NO_HOLDS, OPTION_LEAD_IN };
    for (size_t i = 0; i < sizeof of_practice / sizeof of_practice[0]; i++)
        if (options->values[of_practice[i]] != NULL)
            return true;
    return options->word_count > 0;
}

/* A voice that was named is wanted, also at the turns of the breath. */
static bool speaks_breath(const WindowWish *wish)
{
    return practice_is_breathed(wish->practice.kind) && wish->voice != NULL &&
           strcmp(wish->voice, VOICES_NONE) != 0;
}

static void wish_sound(const RequestSound *sound, WindowWish *wish)
{
    wish->is_bed_given = sound->bed != REQUEST_NOT_GIVEN;
    wish->bed = wish->is_bed_given ? (MixBed)sound->bed : MIX_BED_NONE;
    wish->is_volume_given = sound->volume != REQUEST_NOT_GIVEN;
    wish->volume = wish->is_volume_given ? sound->volume : 0;
    if (sound->marks != REQUEST_NOT_GIVEN)
        wish->marks = sound->marks == 1 ? WINDOW_ON : WINDOW_OFF;

    wish->voice = sound->voice;
    wish->bell = sound->bell;

    if (wish->marks == WINDOW_ON || wish->bed != MIX_BED_NONE || speaks_breath(wish))
        wish->sound = WINDOW_ON;
    else if (wish->marks == WINDOW_OFF && wish->is_bed_given)
        wish->sound = WINDOW_OFF;
}

/* In the terminal there is no window to have a size. */
static Status check_place(const Options *options, Error *error)
{
    char flag[OPTIONS_FLAG_MAX];
    static const OptionId of_window[] = { OPTION_SIZE, OPTION_FULLSCREEN };
    for (size_t i = 0; i < sizeof of_window / sizeof of_window[0]; i++)
        if (options->values[OPTION_TEXT] != NULL &&
            options->values[of_window[i]] != NULL) {
            error_set(error, "--text opens no window, so %s cannot stand beside it",
                      options_flag(of_window[i], flag));
            return STATUS_USAGE;
        }
    return STATUS_FINE;
}

Status verb_window(const Options *options, Error *error)
{
    WindowWish wish = { .is_practice_given = names_practice(options),
                        .is_fullscreen = options->values[OPTION_FULLSCREEN] != NULL };
    PlacesShelf *shelf = NULL; /* the window has its own */
    RequestSound sound;
    int32_t size[2] = { 0, 0 };
    Status status = request_sound(options, &sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 0, &shelf, &wish.practice, error);
    places_shelf_close(shelf);
    if (status == STATUS_FINE)
        status = check_place(options, error);
    if (status != STATUS_FINE)
        return status;
    if (!options_size(options, WINDOW_SIDE_MIN, WINDOW_SIDE_MAX, size, error) ||
        !look_wish(options, &wish, error))
        return STATUS_USAGE;
    wish.width = size[0];
    wish.height = size[1];
    wish_sound(&sound, &wish);
    return options->values[OPTION_TEXT] != NULL ? terminal_run(&wish, error)
                                                : window_run(&wish, error);
}
