/* SPDX-License-Identifier: MIT */
/* The places of a body scan, each there or left out. */
#include "view/screens.h"

void screen_places(const Scene *scene, Text *text, Layout *layout)
{
    screen_of_rows(scene, text, layout);
}
