/* SPDX-License-Identifier: MIT */
/* The patterns that the person made: the same page as the one on which they are made. */
#include "view/screens.h"

void screen_own(const Scene *scene, Text *text, Layout *layout)
{
    screen_maker(scene, text, layout);
}
