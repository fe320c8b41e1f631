/* SPDX-License-Identifier: MIT */
/* The patterns that the person made. */
#include "view/screens.h"

void screen_own(const Scene *scene, Text *text, Layout *layout)
{
    screen_maker(scene, text, layout);
}
