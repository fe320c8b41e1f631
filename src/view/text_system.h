/* SPDX-License-Identifier: MIT */
/* text_system.h -- which font of the system has a character.
 *
 * Asked only for what no typeface of the assets has. By fontconfig, where the program was
 * built with it; its folder in the home is left alone, nothing is written anywhere. Takes
 * up to a second the first time. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_SYSTEM_H
#define LEEWAY_VIEW_TEXT_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The file of a font that has the character as an outline, and which one of the file.
 * False where the system has none. */
bool text_system_face(uint32_t character, char *path, size_t size, int64_t *index);

#endif
