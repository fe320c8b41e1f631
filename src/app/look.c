/* SPDX-License-Identifier: MIT */
#include "app/look.h"

#include "app/request.h"
#include "view/figure.h"
#include "view/theme.h"

bool look_wish(const Options *options, WindowWish *wish, Error *error)
{
    const char *theme_names[THEME_COUNT + 1] = { NULL };
    int32_t figure = REQUEST_NOT_GIVEN, theme = REQUEST_NOT_GIVEN;
    for (int i = 0; i < THEME_COUNT; i++)
        theme_names[i] = themes[i]->name;
    if (!options_choice(options, OPTION_FIGURE, figure_breath_names, &figure, error) ||
        !options_choice(options, OPTION_THEME, theme_names, &theme, error))
        return false;
    if (figure != REQUEST_NOT_GIVEN)
        wish->figure = figure_breath_names[figure];
    if (theme != REQUEST_NOT_GIVEN)
        wish->theme = theme_names[theme];
    wish->is_movement_less = options->values[OPTION_REDUCED_MOTION] != NULL;
    return true;
}
