/* SPDX-License-Identifier: MIT */
#include "app/look.h"

#include "app/quote.h"
#include "app/request.h"
#include "view/figure.h"
#include "view/theme.h"

/* A body scan has figures of its own. */
static bool read_figure(const Options *options, WindowWish *wish, Error *error)
{
    const bool is_scan = wish->practice.kind == PRACTICE_SCAN;
    const char *const *names = is_scan ? figure_scan_names : figure_breath_names;
    char quoted[QUOTE_TEXT_MAX];
    int32_t figure = REQUEST_NOT_GIVEN;
    const bool is_known = options_choice(options, OPTION_FIGURE, names, &figure, error);
    if (!is_known && is_scan)
        error_set(error, "--figure cannot be %s, path, body or words would be right",
                  quote_text(options->values[OPTION_FIGURE], quoted));
    if (figure != REQUEST_NOT_GIVEN)
        wish->figure = names[figure];
    return is_known;
}

bool look_wish(const Options *options, WindowWish *wish, Error *error)
{
    const char *theme_names[THEME_COUNT + 1] = { NULL };
    int32_t theme = REQUEST_NOT_GIVEN;
    for (int i = 0; i < THEME_COUNT; i++)
        theme_names[i] = themes[i]->name;
    if (!read_figure(options, wish, error) ||
        !options_choice(options, OPTION_THEME, theme_names, &theme, error))
        return false;
    if (theme != REQUEST_NOT_GIVEN)
        wish->theme = theme_names[theme];
    wish->is_movement_less = options->values[OPTION_REDUCED_MOTION] != NULL;
    return true;
}
