/* SPDX-License-Identifier: MIT */
#include "sound/ogg.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum {
    HEAD_BYTES = 27, /* before the lengths of the page's segments */
    SERIAL_AT = 14,
    CHECKSUM_AT = 22,
    SEGMENTS_AT = 26,
    SEGMENT_MAX = 255,
    PAGE_MAX = HEAD_BYTES + SEGMENT_MAX + SEGMENT_MAX * SEGMENT_MAX
};

/* The checksum of Ogg: polynomial 0x04c11db7, highest bit first, from 0. */
static uint32_t checksum(const unsigned char *bytes, size_t count)
{
    uint32_t table[256];
    for (uint32_t b = 0; b < 256; b++) {
        table[b] = b << 24;
        for (int bit = 0; bit < 8; bit++)
            table[b] = (table[b] << 1) ^ (table[b] >> 31 ? UINT32_C(0x04c11db7) : 0);
    }
    uint32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum = (sum << 8) ^ table[(sum >> 24) ^ bytes[i]];
    return sum;
}

static void put_number(unsigned char *bytes, uint32_t number)
{
    for (int b = 0; b < 4; b++)
        bytes[b] = (unsigned char)(number >> (8 * b));
}

static bool read_all(int descriptor, unsigned char *bytes, size_t count, off_t at)
{
    const ssize_t got = pread(descriptor, bytes, count, at);
    if (got >= 0 && (size_t)got != count)
        errno = EIO;
    return got >= 0 && (size_t)got == count;
}

/* Reads the page at `at` and returns how long it is; 0 when there is none. */
static size_t read_page(int descriptor, off_t at, unsigned char page[PAGE_MAX])
{
    if (!read_all(descriptor, page, HEAD_BYTES, at))
        return 0;
    if (memcmp(page, "OggS", 4) != 0) {
        errno = EIO;
        return 0;
    }
    const size_t segments = page[SEGMENTS_AT];
    if (!read_all(descriptor, page + HEAD_BYTES, segments, at + HEAD_BYTES))
        return 0;
    size_t body = 0;
    for (size_t s = 0; s < segments; s++)
        body += page[HEAD_BYTES + s];
    const size_t head = HEAD_BYTES + segments;
    return read_all(descriptor, page + head, body, at + (off_t)head) ? head + body : 0;
}

bool ogg_set_serial(int descriptor, uint32_t serial)
{
    unsigned char page[PAGE_MAX];
    const off_t end = lseek(descriptor, 0, SEEK_END);
    for (off_t at = 0; at < end;) {
        const size_t length = read_page(descriptor, at, page);
        if (length == 0)
            return false;
        put_number(page + SERIAL_AT, serial);
        put_number(page + CHECKSUM_AT, 0);
        put_number(page + CHECKSUM_AT, checksum(page, length));
        if (pwrite(descriptor, page, HEAD_BYTES, at) != HEAD_BYTES)
            return false;
        at += (off_t)length;
    }
    return end > 0;
}
