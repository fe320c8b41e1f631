/* SPDX-License-Identifier: MIT */
/* One recording, cut into a voice of the person's own: line beside clip, on the same page
 * as a pattern that is made. */
#include "view/screens.h"

void screen_voice(const Scene *scene, Text *text, Layout *layout)
{
    screen_maker(scene, text, layout);
}
