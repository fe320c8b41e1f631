/* SPDX-License-Identifier: MIT */
/* A body scan while it runs: the path of its places, the caption, the exits. */
#include "view/screens.h"

void screen_scan(const Scene *scene, Text *text, Layout *layout)
{
    screen_practice(scene, text, layout);
}
