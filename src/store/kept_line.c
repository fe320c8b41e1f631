/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "store/kept_line.h"

#include "store/files.h"
#include "store/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char first_line[] = "leeway line 1\n";

static bool is_text(const char *bytes, size_t size)
{
    for (size_t at = 0, length; at < size; at += length) {
        length = utf8_letter(bytes + at, size - at);
        const unsigned char letter = (unsigned char)bytes[at];
        const bool is_control = letter < ' ' && letter != '\n' && letter != '\t';
        if (length == 0 || (is_control && letter != '\r') || letter == 0x7F)
            return false;
    }
    return true;
}

/* What stands below the first line, without the newline that ends the file. */
static const char *find_text(const char *bytes, size_t size, const char **text,
                             size_t *length)
{
    const size_t head = strlen(first_line);
    if (size < head || memcmp(bytes, first_line, head) != 0)
        return "it does not begin with \"leeway line 1\"";
    *text = bytes + head;
    *length = size - head;
    if (*length > 0 && (*text)[*length - 1] == '\n')
        --*length;
    if (*length > KEPT_LINE_MAX)
        return "it is longer than the field has room for";
    return is_text(*text, *length) ? NULL : "it holds something that is no text";
}

const char *kept_line_read(const char *bytes, size_t size, char *text)
{
    const char *found;
    size_t length;
    const char *problem = find_text(bytes, size, &found, &length);
    if (problem == NULL)
        memcpy(text, found, length);
    text[problem == NULL ? length : 0] = '\0';
    return problem;
}

/* Straight into the caller's room, so that no other copy is left behind. Returns the size
 * of what is there, 0 where there is no file, -1 where it cannot be read. One that is too
 * long fills the room. */
static ssize_t read_into(const char *path, char *room, Error *error)
{
    struct stat status;
    ssize_t size = 0, got = 0;
    /* Without O_NONBLOCK a pipe that lies there would wait for a writer for ever. */
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return 0;
    const bool is_file =
        file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    while (is_file && size < KEPT_LINE_ROOM &&
           ((got = read(file, room + size, (size_t)(KEPT_LINE_ROOM - size))) > 0 ||
            (got < 0 && errno == EINTR)))
        size += got > 0 ? got : 0;
    if (!is_file || got < 0)
        error_set(error, "the kept line could not be read%s%s", is_file ? ": " : "",
                  is_file ? strerror(errno) : "");
    if (file >= 0)
        close(file);
    return is_file && got >= 0 ? size : -1;
}

bool kept_line_load(const char *path, char *text, char *room, Error *error)
{
    text[0] = '\0';
    const ssize_t size = read_into(path, room, error);
    const char *problem = size > 0 ? kept_line_read(room, (size_t)size, text) : NULL;
    if (problem != NULL)
        error_set(error, "the kept line could not be read: %s", problem);
    explicit_bzero(room, KEPT_LINE_ROOM);
    return size >= 0 && problem == NULL;
}

bool kept_line_is_sound(const char *path)
{
    char room[KEPT_LINE_ROOM];
    const char *text;
    size_t length;
    const ssize_t size = read_into(path, room, NULL);
    const bool is_sound =
        size == 0 || (size > 0 && find_text(room, (size_t)size, &text, &length) == NULL);
    explicit_bzero(room, sizeof room);
    return is_sound;
}

/* What was damaged is not overwritten. */
static bool make_way(const char *path, char *room, Error *error)
{
    FilePath bad;
    const char *text;
    size_t length;
    const ssize_t size = read_into(path, room, error);
    const bool is_damaged =
        size > 0 && find_text(room, (size_t)size, &text, &length) != NULL;
    return size >= 0 && (!is_damaged || files_set_aside(path, &bad, error));
}

bool kept_line_save(const char *path, const char *text, char *room, Error *error)
{
    const size_t size = strlen(text);
    if (size > KEPT_LINE_MAX) {
        error_set(error, "this is longer than can be kept");
        return false;
    }
    bool is_kept = make_way(path, room, error);
    if (is_kept) {
        const int length = snprintf(room, KEPT_LINE_ROOM, "%s%s\n", first_line, text);
        is_kept = files_write(path, room, (size_t)length, error);
    }
    explicit_bzero(room, KEPT_LINE_ROOM);
    return is_kept;
}

/* --- beside what was kept before --- */

static bool begins_line(const char *text, const char *at)
{
    return at == text || at[-1] == '\n';
}

static bool has_part(const char *text, const char *part)
{
    const char *at = strstr(text, part);
    while (at != NULL && !begins_line(text, at))
        at = strstr(at + 1, part);
    return at != NULL;
}

/* How many bytes of what was kept before stay: not its end from some empty line on, or
 * from the beginning, where that is a part of the text. Whoever keeps a text, writes on
 * and keeps it again has it once. */
static size_t staying(const char *before, const char *text)
{
    const char *end = before;
    while (!has_part(text, end)) {
        end = strstr(end, "\n\n");
        if (end == NULL)
            return strlen(before);
        end += 2;
    }
    return end == before ? 0 : (size_t)(end - before) - 2;
}

KeptLineEnd kept_line_add(const char *path, const char *text, char *both, char *room,
                          Error *error)
{
    const size_t size = strlen(text);
    /* What cannot be read is seen to by whoever writes. */
    kept_line_load(path, both, room, NULL);
    const size_t stays = staying(both, text);
    KeptLineEnd end = stays > 0 ? KEPT_LINE_BELOW : KEPT_LINE_KEPT;
    if (stays > 0 && stays + 2 + size > KEPT_LINE_MAX)
        end = KEPT_LINE_FULL;
    if (end == KEPT_LINE_BELOW) {
        memcpy(both + stays, "\n\n", 2);
        memcpy(both + stays + 2, text, size + 1);
    }
    if (end != KEPT_LINE_FULL &&
        !kept_line_save(path, stays > 0 ? both : text, room, error))
        end = KEPT_LINE_FAILED;
    explicit_bzero(both, KEPT_LINE_MAX + 1);
    return end;
}
