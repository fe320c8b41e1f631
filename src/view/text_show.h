/* SPDX-License-Identifier: MIT */
/* text_show.h -- a stretch of words as a font can show it.
 *
 * What a font lacks never shows as an empty box: something stands for it. The inside of
 * text.h. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_SHOW_H
#define LEEWAY_VIEW_TEXT_SHOW_H

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>

enum { TEXT_LINE_BYTES = 1024 }; /* a longer line is measured and drawn in pieces */

/* What stands for a character that is lacked: a space, nothing, a dot or a question mark.
 */
const char *text_stand_in(uint32_t character);

/* Whether a character has to be seen, so that a face is looked for that has it. */
bool text_has_shape(uint32_t character);

typedef struct TextShown {
    char utf8[2 * TEXT_LINE_BYTES + 1];
    int32_t top_px; /* of the highest character, above the baseline */
} TextShown;

/* `length` is at most TEXT_LINE_BYTES. What only joins others stays where `joins`. */
void text_show(TTF_Font *font, const char *utf8, int32_t length, bool joins,
               TextShown *shown);

#endif
