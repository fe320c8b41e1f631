/* SPDX-License-Identifier: MIT */
/* The loudness of each part of the sound, and every sound to be heard. */
#include "view/screens.h"

void screen_sounds(const Scene *scene, Text *text, Layout *layout)
{
    screen_of_rows(scene, text, layout);
}
