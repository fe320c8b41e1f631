/* SPDX-License-Identifier: MIT */
#include "support/png.h"

#include "app/png.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 3 };

static png_image image_of(int32_t width, int32_t height)
{
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = (png_uint_32)width;
    image.height = (png_uint_32)height;
    image.format = PNG_FORMAT_RGB;
    return image;
}

static size_t pixel_count(int32_t width, int32_t height)
{
    return (size_t)width * (size_t)height;
}

static void unpack(const uint8_t *bytes, uint32_t *pixels, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pixels[i] = (uint32_t)bytes[CHANNELS * i] << 16 |
                    (uint32_t)bytes[CHANNELS * i + 1] << 8 | bytes[CHANNELS * i + 2];
}

bool png_load(const char *path, uint32_t *pixels, int32_t width, int32_t height)
{
    const size_t count = pixel_count(width, height);
    png_image image = image_of(0, 0);
    bool is_read = false;
    uint8_t *bytes = malloc(count * CHANNELS);
    if (bytes != NULL && png_image_begin_read_from_file(&image, path) != 0) {
        image.format = PNG_FORMAT_RGB;
        is_read = image.width == (png_uint_32)width &&
                  image.height == (png_uint_32)height &&
                  png_image_finish_read(&image, NULL, bytes, 0, NULL) != 0;
    }
    if (is_read)
        unpack(bytes, pixels, count);
    png_image_free(&image);
    free(bytes);
    return is_read;
}

static bool is_same(const char *path, const uint32_t *pixels, int32_t width,
                    int32_t height)
{
    const size_t count = pixel_count(width, height);
    uint32_t *golden = malloc(count * sizeof *golden);
    const bool same = golden != NULL && png_load(path, golden, width, height) &&
                      memcmp(golden, pixels, count * sizeof *golden) == 0;
    free(golden);
    return same;
}

bool png_is_golden(const char *path, const char *actual, const uint32_t *pixels,
                   int32_t width, int32_t height)
{
    const char *update = getenv("UPDATE");
    if (update != NULL && strcmp(update, "1") == 0)
        return png_save(path, pixels, width, height, NULL);
    if (is_same(path, pixels, width, height))
        return true;
    const bool is_kept = png_save(actual, pixels, width, height, NULL);
    fprintf(stderr, "%s is not what was drawn; see %s\n", path,
            is_kept ? actual : "nothing: it could not be written");
    return false;
}
