/* SPDX-License-Identifier: MIT */
#include "app/png.h"

#include <errno.h>
#include <fcntl.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHANNELS = 3, PATH_MAX_BYTES = 4096, FILE_MODE = 0666 };

static bool fail(Error *error, const char *path, const char *reason)
{
    error_set(error, "%.300s could not be written: %s", path, reason);
    return false;
}

static uint8_t *packed(const uint32_t *pixels, size_t count)
{
    uint8_t *bytes = malloc(count * CHANNELS);
    for (size_t i = 0; bytes != NULL && i < count; i++) {
        bytes[CHANNELS * i] = (uint8_t)(pixels[i] >> 16);
        bytes[CHANNELS * i + 1] = (uint8_t)(pixels[i] >> 8);
        bytes[CHANNELS * i + 2] = (uint8_t)pixels[i];
    }
    return bytes;
}

/* Everything on the disk; errno tells why it is not. */
static bool write_file(FILE *file, const uint8_t *bytes, int32_t width, int32_t height)
{
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = (png_uint_32)width;
    image.height = (png_uint_32)height;
    image.format = PNG_FORMAT_RGB;
    errno = 0;
    return png_image_write_to_stdio(&image, file, 0, bytes, 0, NULL) != 0 &&
           fflush(file) == 0 && fsync(fileno(file)) == 0;
}

static FILE *open_draft(const char *path, char draft[PATH_MAX_BYTES])
{
    const int length =
        snprintf(draft, PATH_MAX_BYTES, "%s.%ld.part", path, (long)getpid());
    if (length < 0 || length >= PATH_MAX_BYTES) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    const int descriptor =
        open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    if (descriptor >= 0 && file == NULL) {
        close(descriptor);
        unlink(draft);
    }
    return file;
}

bool png_save(const char *path, const uint32_t *pixels, int32_t width, int32_t height,
              Error *error)
{
    char draft[PATH_MAX_BYTES];
    uint8_t *bytes = packed(pixels, (size_t)width * (size_t)height);
    if (bytes == NULL)
        return fail(error, path, strerror(ENOMEM));
    FILE *file = open_draft(path, draft);
    if (file == NULL) {
        free(bytes);
        return fail(error, path, strerror(errno));
    }
    const bool is_written = write_file(file, bytes, width, height);
    const int reason = errno;
    free(bytes);
    if (fclose(file) == 0 && is_written && rename(draft, path) == 0)
        return true;
    const int last = is_written ? errno : reason;
    unlink(draft);
    return fail(error, path, strerror(last != 0 ? last : EIO));
}
