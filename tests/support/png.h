/* SPDX-License-Identifier: MIT */
/* png.h -- pictures from PNG files, and golden ones, for tests.
 *
 * Pixels are XRGB8888, line after line without a gap; the unused byte is 0. A golden
 * picture is what a test once drew and a person looked at: byte for byte, or it fails. */
#ifndef LEEWAY_SUPPORT_PNG_H
#define LEEWAY_SUPPORT_PNG_H

#include <stdbool.h>
#include <stdint.h>

/* Reads a picture that has to be width x height; false when it is not or cannot be. */
bool png_load(const char *path, uint32_t *pixels, int32_t width, int32_t height);

/* Whether the picture is the one in the file. If not, it is written to the current folder
 * as `actual` and both places are printed. With UPDATE=1 in the environment it is written
 * to the file instead, and is right. */
bool png_is_golden(const char *path, const char *actual, const uint32_t *pixels,
                   int32_t width, int32_t height);

#endif
