/* SPDX-License-Identifier: MIT */
/* One of the people to call being written down: the page on which patterns are made. */
#include "view/screens.h"

void screen_person(const Scene *scene, Text *text, Layout *layout)
{
    screen_maker(scene, text, layout);
}
