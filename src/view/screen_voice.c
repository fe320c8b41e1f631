/* SPDX-License-Identifier: MIT */
/* One recording, cut into a voice of the person's own: line beside clip. */
#include "view/screens.h"

void screen_voice(const Scene *scene, Text *text, Layout *layout)
{
    screen_of_rows(scene, text, layout);
}
