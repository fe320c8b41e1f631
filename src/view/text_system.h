/* SPDX-License-Identifier: MIT */
/* text_system.h -- which font of the system has a character.
 *
 * Asked only for what no typeface of the assets has. By fontconfig, where the program was
 * built with it; its folder in the home is left alone, nothing is written anywhere. To
 * open it takes up to a second, to ask some milliseconds for each character. Main thread.
 */
#ifndef LEEWAY_VIEW_TEXT_SYSTEM_H
#define LEEWAY_VIEW_TEXT_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the system has, as it is now. */
typedef struct TextSystem TextSystem;

/* NULL where there is no asking. */
TextSystem *text_system_open(void);
void text_system_close(TextSystem *system);

/* The file of a font that has the character as an outline, and which one of the file.
 * False where the system has none, or is NULL. */
bool text_system_face(TextSystem *system, uint32_t character, char *path, size_t size,
                      int64_t *index);

#endif
