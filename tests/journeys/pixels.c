/* SPDX-License-Identifier: MIT */
/* What stands on the screen of Xvfb, in numbers, read from its frame buffer (-fbdir).
 *
 *   pixels count  FILE X Y W H LOW HIGH      how many lie between two colours
 *   pixels most   FILE X Y W H LOW HIGH MS   the most that ever do, within MS
 *   pixels differ FILE X Y W H OTHER         how many are not as in another file, which
 *                                            may be a PNG
 *
 * Colours are six hexadecimal digits; a pixel lies between two when each of its channels
 * does. Prints "COUNT X Y W H": how many, and the box around them. */
#include "support/png.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WIDTH_MAX = 4096, USAGE = 2 };

/* The head of an XWD file, as far as it counts here: words of four bytes, high one first.
 */
enum {
    HEAD_SIZE = 0,
    HEAD_BITS = 11,
    HEAD_PITCH = 12,
    HEAD_COLOURS = 19,
    HEAD_WORDS = 25
};
enum { COLOUR_BYTES = 12, PIXEL_BYTES = 4 };

/* The same of a PNG file. */
enum { PNG_WIDTH = 4, PNG_HEIGHT = 5, PNG_WORDS = 6 };

typedef struct Screen {
    FILE *file;
    long start, pitch;
    uint32_t *pixels; /* of a PNG file; else NULL */
    long width, height;
} Screen;

typedef struct Area {
    int x, y, w, h;
} Area;

typedef struct Found {
    long count;
    int left, top, right, bottom;
} Found;

static void need(bool holds, const char *sentence)
{
    if (holds)
        return;
    fprintf(stderr, "pixels: %s\n", sentence);
    exit(USAGE);
}

static long head_word(const unsigned char *head, int index)
{
    const unsigned char *at = head + 4L * index;
    return (long)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

static Screen png_open(const char *path)
{
    unsigned char head[4 * PNG_WORDS];
    FILE *file = fopen(path, "rb");
    need(file != NULL && fread(head, sizeof head, 1, file) == 1, "there is no picture");
    fclose(file);
    Screen screen = { .width = head_word(head, PNG_WIDTH),
                      .height = head_word(head, PNG_HEIGHT) };
    const size_t count = (size_t)screen.width * (size_t)screen.height;
    screen.pixels = malloc(count * sizeof *screen.pixels);
    need(screen.pixels != NULL &&
             png_load(path, screen.pixels, (int32_t)screen.width, (int32_t)screen.height),
         "the picture cannot be read");
    return screen;
}

static Screen screen_open(const char *path)
{
    const size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, ".png") == 0)
        return png_open(path);
    unsigned char head[4 * HEAD_WORDS];
    Screen screen = { .file = fopen(path, "rb") };
    need(screen.file != NULL, "the file cannot be opened");
    need(fread(head, sizeof head, 1, screen.file) == 1, "the file is no picture");
    need(head_word(head, HEAD_BITS) == 8 * PIXEL_BYTES, "the pixels are not 32 bits");
    screen.start =
        head_word(head, HEAD_SIZE) + COLOUR_BYTES * head_word(head, HEAD_COLOURS);
    screen.pitch = head_word(head, HEAD_PITCH);
    return screen;
}

static void screen_close(const Screen *screen)
{
    if (screen->file != NULL)
        fclose(screen->file);
    free(screen->pixels);
}

static void read_row(const Screen *screen, Area area, int row, unsigned char *pixels)
{
    if (screen->pixels != NULL) {
        need(area.x + area.w <= screen->width && area.y + row < screen->height,
             "the area is not inside the picture");
        memcpy(pixels, screen->pixels + (area.y + row) * screen->width + area.x,
               (size_t)area.w * PIXEL_BYTES);
        return;
    }
    const long at =
        screen->start + (area.y + row) * screen->pitch + (long)area.x * PIXEL_BYTES;
    need(fseek(screen->file, at, SEEK_SET) == 0 &&
             fread(pixels, PIXEL_BYTES, (size_t)area.w, screen->file) == (size_t)area.w,
         "the area is not inside the picture");
}

static void note(Found *found, int x, int y)
{
    if (found->count == 0)
        *found = (Found){ 0, x, y, x, y };
    found->count++;
    found->left = x < found->left ? x : found->left;
    found->right = x > found->right ? x : found->right;
    found->bottom = y;
}

static bool is_between(const unsigned char *pixel, unsigned long low, unsigned long high)
{
    for (int i = 0; i < 3; i++) {
        const unsigned long value = pixel[i];
        if (value < (low >> 8 * i & 0xFF) || value > (high >> 8 * i & 0xFF))
            return false;
    }
    return true;
}

static Found count_between(const char *path, Area area, unsigned long low,
                           unsigned long high)
{
    static unsigned char row[WIDTH_MAX * PIXEL_BYTES];
    const Screen screen = screen_open(path);
    Found found = { 0 };
    for (int y = 0; y < area.h; y++) {
        read_row(&screen, area, y, row);
        for (int x = 0; x < area.w; x++)
            if (is_between(row + (long)x * PIXEL_BYTES, low, high))
                note(&found, area.x + x, area.y + y);
    }
    screen_close(&screen);
    return found;
}

static Found count_differing(const char *path, const char *other, Area area)
{
    static unsigned char rows[2][WIDTH_MAX * PIXEL_BYTES];
    const Screen screens[2] = { screen_open(path), screen_open(other) };
    Found found = { 0 };
    for (int y = 0; y < area.h; y++) {
        read_row(&screens[0], area, y, rows[0]);
        read_row(&screens[1], area, y, rows[1]);
        for (long x = 0; x < area.w; x++)
            if (memcmp(rows[0] + x * PIXEL_BYTES, rows[1] + x * PIXEL_BYTES, 3) != 0)
                note(&found, area.x + (int)x, area.y + y);
    }
    screen_close(&screens[0]);
    screen_close(&screens[1]);
    return found;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static Found most_between(const char *path, Area area, unsigned long low,
                          unsigned long high, long ms)
{
    const struct timespec pause = { .tv_nsec = 1000000 };
    const int64_t end = now_ms() + ms;
    Found most = { 0 };
    while (now_ms() < end) {
        const Found found = count_between(path, area, low, high);
        if (found.count > most.count)
            most = found;
        nanosleep(&pause, NULL);
    }
    return most;
}

static unsigned long colour(const char *text)
{
    return strtoul(text, NULL, 16);
}

int main(int count, char **words)
{
    need(count >= 8,
         "count, most or differ; a file; x, y, width, height; and what of it");
    const char *path = words[2];
    const Area area = { atoi(words[3]), atoi(words[4]), atoi(words[5]), atoi(words[6]) };
    need(area.x >= 0 && area.y >= 0 && area.w >= 0 && area.w <= WIDTH_MAX,
         "no such area");
    Found found = { 0 };
    if (strcmp(words[1], "count") == 0 && count == 9)
        found = count_between(path, area, colour(words[7]), colour(words[8]));
    else if (strcmp(words[1], "most") == 0 && count == 10)
        found =
            most_between(path, area, colour(words[7]), colour(words[8]), atol(words[9]));
    else if (strcmp(words[1], "differ") == 0 && count == 8)
        found = count_differing(path, words[7], area);
    else
        need(false, "there is nothing of that name, or with so many words");
    printf("%ld %d %d %d %d\n", found.count, found.left, found.top,
           found.count > 0 ? found.right - found.left + 1 : 0,
           found.count > 0 ? found.bottom - found.top + 1 : 0);
    return 0;
}
