/* SPDX-License-Identifier: MIT */
/* png.h -- a picture into a PNG file, whole or not at all.
 *
 * Pixels are XRGB8888, line after line without a gap; the unused byte is ignored. The
 * same pixels become the same bytes. Blocks while the disk works. */
#ifndef LEEWAY_APP_PNG_H
#define LEEWAY_APP_PNG_H

#include "core/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Writes the picture to a file beside `path`, which takes that name only when all of it
 * is on the disk. False and a sentence when that fails; whatever was there stays then. */
bool png_save(const char *path, const uint32_t *pixels, int32_t width, int32_t height,
              Error *error);

#endif
