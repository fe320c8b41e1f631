/* SPDX-License-Identifier: MIT */
#include "store/voices.h"

#include "store/paths.h"
#include "store/utf8.h"
#include "store/values.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a voice says of itself is in this file of its folder. */
#define VOICE_FILE "voice"
#define LENGTHS "lengths"

enum { KEY_TITLE, KEY_LANGUAGE, KEY_LICENCE, KEY_NOTE, KEY_COUNT };

static const char *const key_names[] = {
    [KEY_TITLE] = "title", [KEY_LANGUAGE] = "language", [KEY_LICENCE] = "licence",
    [KEY_NOTE] = "note",   [KEY_COUNT] = NULL,
};

const LinesFormat voices_format = {
    .kind = "voice",
    .version = 1,
    .keys = key_names,
    .free_section = LENGTHS, /* a key for each cue */
};

static const char *const kinds[] = { "opus", "ogg", "flac", "wav", "mp3" };

/* --- names and paths --- */

/* Printed signs alone, in UTF-8: no byte that a terminal takes for an order. */
static bool is_printed(const char *text)
{
    const size_t size = strlen(text);
    for (size_t i = 0; i < size;) {
        const unsigned char c = (unsigned char)text[i];
        const size_t length = utf8_letter(text + i, size - i);
        if (length == 0 || c < 0x20 || c == 0x7F ||
            (length == 2 && c == 0xC2 && (unsigned char)text[i + 1] < 0xA0))
            return false;
        i += length;
    }
    return size > 0;
}

bool voices_is_name(const char *name)
{
    return is_printed(name) && name[0] != '.' && strchr(name, '/') == NULL &&
           strlen(name) < VOICES_NAME_MAX && strcmp(name, VOICES_NONE) != 0;
}

/* Ids of cues are small letters, digits, '-' and single dots between them, so none leads
 * out of the folder. */
static bool is_cue_id(const char *id)
{
    const size_t length = strlen(id);
    return length > 0 && length < CUES_ID_MAX && id[0] != '.' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-.") == length &&
           strstr(id, "..") == NULL;
}

static bool join(const char *folder, const char *name, const char *kind, FilePath *path)
{
    const int length = snprintf(path->text, sizeof path->text, "%s/%s%s%s", folder, name,
                                kind[0] != '\0' ? "." : "", kind);
    return length > 0 && (size_t)length < sizeof path->text;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A link to a plain file is one; a folder, a pipe or a device of that name is none. */
static bool is_plain_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool voices_folder(FilePath *folder, Error *error)
{
    return paths_kept(PATHS_DATA, "voices", folder, error);
}

/* --- the voice's own file --- */

static void read_text(Lines *lines, const char *key, char *out, size_t size)
{
    const LinesEntry *entry = lines_find(lines, &lines->sections[0], key);
    if (entry != NULL)
        values_text(lines, entry, out, size);
}

void voices_read(Lines *lines, Voice *voice)
{
    if (lines->is_damaged)
        return;
    read_text(lines, key_names[KEY_TITLE], voice->title, sizeof voice->title);
    read_text(lines, key_names[KEY_LANGUAGE], voice->language, sizeof voice->language);
    read_text(lines, key_names[KEY_LICENCE], voice->licence, sizeof voice->licence);
    read_text(lines, key_names[KEY_NOTE], voice->note, sizeof voice->note);
}

static Lines *open_file(const Voice *voice)
{
    FilePath path;
    if (voice->name[0] == '\0' || !join(voice->folder.text, VOICE_FILE, "", &path) ||
        !is_plain_file(path.text))
        return NULL;
    return lines_open_file(path.text, &voices_format, NULL);
}

/* A voice that says nothing of itself is called as its folder. */
static void describe(Voice *voice)
{
    snprintf(voice->title, sizeof voice->title, "%s", voice->name);
    Lines *lines = open_file(voice);
    if (lines != NULL)
        voices_read(lines, voice);
    lines_close(lines);
}

static int32_t length_in(Lines *lines, const char *cue_id)
{
    const LinesSection *section = lines_section(lines, LENGTHS);
    const LinesEntry *entry = section != NULL ? lines_find(lines, section, cue_id) : NULL;
    int32_t length_ms = 0;
    if (entry != NULL)
        values_int(lines, entry, 1, VOICES_LENGTH_MAX_MS, &length_ms);
    return length_ms;
}

void voices_lengths(const Voice *voice, CueTable cues, int32_t lengths_ms[])
{
    Lines *lines = open_file(voice);
    const bool is_good = lines != NULL && !lines->is_damaged;
    for (int32_t i = 0; i < cues.count; i++)
        lengths_ms[i] = is_good ? length_in(lines, cues.cues[i].id) : 0;
    lines_close(lines);
}

int32_t voices_length_ms(const Voice *voice, const char *cue_id)
{
    const Cue cue = { .id = cue_id };
    int32_t length_ms = 0;
    voices_lengths(voice, (CueTable){ &cue, 1 }, &length_ms);
    return length_ms;
}

/* --- clips --- */

bool voices_clip_path(const Voice *voice, const char *cue_id, FilePath *path)
{
    if (voice->name[0] == '\0' || !is_cue_id(cue_id))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (join(voice->folder.text, cue_id, kinds[i], path) && is_plain_file(path->text))
            return true;
    return false;
}

int32_t voices_cue_count(const Voice *voice, CueTable cues)
{
    FilePath path;
    int32_t count = 0;
    for (int32_t i = 0; i < cues.count; i++)
        count += voices_clip_path(voice, cues.cues[i].id, &path);
    return count;
}

/* --- finding --- */

/* The folder `name` in `above`, if there is such a voice. */
static bool take_named(const FilePath *above, const char *name, bool is_own, Voice *voice)
{
    Voice found = { .is_own = is_own };
    if (!voices_is_name(name) || !join(above->text, name, "", &found.folder) ||
        !is_folder(found.folder.text))
        return false;
    memcpy(found.name, name, strlen(name) + 1);
    describe(&found);
    *voice = found;
    return true;
}

/* The last part of a path, as far as it can be a name. */
static void name_of_path(const char *path, char name[VOICES_NAME_MAX])
{
    size_t end = strlen(path);
    while (end > 0 && path[end - 1] == '/')
        end--;
    size_t begin = end;
    while (begin > 0 && path[begin - 1] != '/')
        begin--;
    char last[VOICES_NAME_MAX];
    snprintf(last, sizeof last, "%.*s", (int)(end - begin), path + begin);
    last[utf8_cut(last, VOICES_NAME_MAX - 1)] = '\0';
    snprintf(name, VOICES_NAME_MAX, "%s", voices_is_name(last) ? last : "a voice");
}

static bool take_path(const char *path, Voice *voice, Error *error)
{
    Voice found = { .is_own = true };
    if (!is_printed(path) || strlen(path) >= sizeof found.folder.text) {
        error_set(error, "this is no path of a folder");
        return false;
    }
    if (!is_folder(path)) {
        error_set(error, "there is no folder %.300s", path);
        return false;
    }
    memcpy(found.folder.text, path, strlen(path) + 1);
    name_of_path(path, found.name);
    describe(&found);
    *voice = found;
    return true;
}

bool voices_find(const char *name_or_path, Voice *voice, Error *error)
{
    FilePath above;
    if (strcmp(name_or_path, VOICES_NONE) == 0) {
        *voice = (Voice){ .name = "" };
        return true;
    }
    if (strchr(name_or_path, '/') != NULL)
        return take_path(name_or_path, voice, error);
    if (paths_asset("voices", &above, NULL) &&
        take_named(&above, name_or_path, false, voice))
        return true;
    if (voices_folder(&above, NULL) && take_named(&above, name_or_path, true, voice))
        return true;
    if (voices_is_name(name_or_path))
        error_set(error,
                  "there is no voice \"%s\", leeway list voices shows those there are",
                  name_or_path);
    else
        error_set(error, "this is no name of a voice, leeway list voices shows those "
                         "there are");
    return false;
}

static int by_name(const void *a, const void *b)
{
    const Voice *one = a, *other = b;
    return strcmp(one->name, other->name);
}

static bool has_voice(const Voice voices[], int32_t count, const char *name)
{
    for (int32_t i = 0; i < count; i++)
        if (strcmp(voices[i].name, name) == 0)
            return true;
    return false;
}

/* Adds the voices of a folder, by name; a name that is there already stays who it is. */
static int32_t add_folder(const FilePath *above, bool is_own, Voice voices[VOICES_MAX],
                          int32_t count)
{
    const int32_t first = count;
    DIR *folder = opendir(above->text);
    if (folder == NULL)
        return count;
    for (struct dirent *entry; count < VOICES_MAX && (entry = readdir(folder)) != NULL;)
        if (!has_voice(voices, first, entry->d_name) &&
            take_named(above, entry->d_name, is_own, &voices[count]))
            count++;
    closedir(folder);
    qsort(voices + first, (size_t)(count - first), sizeof voices[0], by_name);
    return count;
}

int32_t voices_list(Voice voices[VOICES_MAX])
{
    FilePath above;
    int32_t count = 0;
    if (paths_asset("voices", &above, NULL))
        count = add_folder(&above, false, voices, count);
    if (voices_folder(&above, NULL))
        count = add_folder(&above, true, voices, count);
    return count;
}
