/* SPDX-License-Identifier: MIT */
#include "app/own_voice.h"

#include "app/recorded.h"
#include "store/utf8.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_TRIED = 99 };

/* --- a recording --- */

bool own_voice_open(OwnVoice *voice, const char *path, const Script *script, Error *error)
{
    int32_t expected_ms[SCRIPT_LINES_MAX];
    assert(script->count > 0);
    *voice = (OwnVoice){ .script = *script };
    if (!recorded_open(path, &voice->sound, error))
        return false;
    for (int32_t i = 0; i < script->count; i++)
        expected_ms[i] = script->lines[i].expected_ms;
    const int32_t found =
        cut_lines(voice->sound, expected_ms, script->count, voice->clips);
    if (found > 0)
        return true;
    error_set(error,
              found < 0 ? "there is no memory left for so long a recording"
                        : "there are no lines in %.300s that could be told apart",
              path);
    own_voice_close(voice);
    return false;
}

void own_voice_close(OwnVoice *voice)
{
    free((void *)voice->sound.samples);
    voice->sound = (CutSound){ .samples = NULL };
    voice->script.count = 0;
}

bool own_voice_clip(const OwnVoice *voice, int32_t line, MixClip *clip, Error *error)
{
    const CutClip *cut = &voice->clips[line];
    Recording recording = { .frames = (int32_t)cut_samples(cut) };
    recording.samples = malloc((size_t)recording.frames * sizeof *recording.samples);
    if (recording.samples == NULL) {
        error_set(error, "there is no memory left for a line");
        return false;
    }
    cut_take(voice->sound, cut, recording.samples);
    const char *problem = clip_make(&recording, CLIP_VOICE, clip);
    recording_close(&recording);
    if (problem != NULL)
        error_set(error, "%s cannot be used: %s", voice->script.lines[line].id, problem);
    return problem == NULL;
}

/* --- its name --- */

void own_voice_name(const char *path, char name[VOICES_NAME_MAX])
{
    const char *slash = strrchr(path, '/');
    const char *file = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(file, '.');
    const size_t length = dot != NULL && dot > file ? (size_t)(dot - file) : strlen(file);
    char cut[VOICES_NAME_MAX];
    snprintf(cut, sizeof cut, "%.*s", (int)length, file);
    cut[utf8_cut(cut, VOICES_NAME_MAX - 8)] = '\0';
    snprintf(name, VOICES_NAME_MAX, "%s", voices_is_name(cut) ? cut : "a voice");
}

/* "Ana", "Ana 2", "Ana 3": the first that is free, made as an empty folder so that
 * nobody else takes it. */
static bool claim_name(const FilePath *above, char name[VOICES_NAME_MAX],
                       FilePath *folder, Error *error)
{
    char first[VOICES_NAME_MAX];
    snprintf(first, sizeof first, "%s", name);
    first[utf8_cut(first, VOICES_NAME_MAX - 4)] = '\0';
    for (int number = 1; number <= NAMES_TRIED; number++) {
        if (number > 1)
            snprintf(name, VOICES_NAME_MAX, "%.*s %d", VOICES_NAME_MAX - 4, first,
                     number);
        const int length =
            snprintf(folder->text, sizeof folder->text, "%s/%s", above->text, name);
        if (length < 0 || (size_t)length >= sizeof folder->text)
            break;
        /* The voice that came along keeps its name, whoever else is called so. */
        if (strcmp(name, VOICES_USUAL) != 0 && mkdir(folder->text, 0700) == 0)
            return true;
        if (strcmp(name, VOICES_USUAL) != 0 && errno != EEXIST)
            break;
    }
    error_set(error, "no folder could be made for %s in %.300s: %s", first, above->text,
              strerror(errno));
    return false;
}

/* --- its files --- */

static bool write_clip(const MixClip *clip, const char *path, Error *error)
{
    SF_INFO info = { .samplerate = CLIP_RATE_HZ,
                     .channels = 1,
                     .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16 };
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    const bool is_written =
        file != NULL && sf_write_short(file, clip->samples, clip->frames) == clip->frames;
    const bool is_closed = file != NULL && sf_close(file) == 0;
    if (!is_written || !is_closed)
        error_set(error, "%.300s could not be written", path);
    return is_written && is_closed;
}

static bool write_line(const OwnVoice *voice, int32_t line, const FilePath *folder,
                       Error *error)
{
    MixClip clip;
    FilePath path;
    const int length = snprintf(path.text, sizeof path.text, "%s/%s.flac", folder->text,
                                voice->script.lines[line].id);
    if (length < 0 || (size_t)length >= sizeof path.text) {
        error_set(error, "the path of the voice is too long");
        return false;
    }
    if (!own_voice_clip(voice, line, &clip, NULL))
        return true; /* nothing to hear: the line stays text */
    const bool is_written = write_clip(&clip, path.text, error);
    clip_close(&clip);
    return is_written;
}

/* What the voice says of itself. */
static bool write_voice_file(const OwnVoice *voice, const char *name,
                             const FilePath *folder, Error *error)
{
    char text[SCRIPT_LINES_MAX * (CUES_ID_MAX + 16) + 512];
    size_t used = (size_t)snprintf(text, sizeof text,
                                   "leeway voice 1\ntitle = %s\nlanguage = en\nnote = "
                                   "somebody's own voice, cut from one recording\n\n"
                                   "# Milliseconds.\n[lengths]\n",
                                   name);
    for (int32_t i = 0; i < voice->script.count; i++)
        if (cut_is_kept(&voice->clips[i]) && used < sizeof text)
            used += (size_t)snprintf(text + used, sizeof text - used, "%.*s = %d\n",
                                     CUES_ID_MAX, voice->script.lines[i].id,
                                     voice->clips[i].to_ms - voice->clips[i].from_ms);
    FilePath path;
    snprintf(path.text, sizeof path.text, "%.*s/voice", FILES_PATH_MAX - 8, folder->text);
    return files_write(path.text, text, strlen(text), error);
}

static bool write_all(const OwnVoice *voice, const char *name, const FilePath *folder,
                      Error *error)
{
    for (int32_t i = 0; i < voice->script.count; i++)
        if (cut_is_kept(&voice->clips[i]) && !write_line(voice, i, folder, error))
            return false;
    return write_voice_file(voice, name, folder, error);
}

/* A folder that was only begun, with all that this program put into it. */
static void remove_folder(const FilePath *folder)
{
    DIR *open = opendir(folder->text);
    for (struct dirent *entry; open != NULL && (entry = readdir(open)) != NULL;)
        if (entry->d_name[0] != '.')
            unlinkat(dirfd(open), entry->d_name, 0);
    if (open != NULL)
        closedir(open);
    rmdir(folder->text);
}

static void make_folders(const char *path)
{
    FilePath part;
    for (const char *at = strchr(path + 1, '/'); at != NULL; at = strchr(at + 1, '/')) {
        snprintf(part.text, sizeof part.text, "%.*s", (int)(at - path), path);
        mkdir(part.text, 0700);
    }
    mkdir(path, 0700);
}

static bool make_new_folder(const FilePath *above, FilePath *folder, Error *error)
{
    make_folders(above->text);
    const int length =
        snprintf(folder->text, sizeof folder->text, "%s/.new-XXXXXX", above->text);
    if (length > 0 && (size_t)length < sizeof folder->text &&
        mkdtemp(folder->text) != NULL)
        return true;
    error_set(error, "nothing can be written at %.300s: %s", above->text,
              strerror(errno));
    return false;
}

bool own_voice_keep(const OwnVoice *voice, char name[VOICES_NAME_MAX], Error *error)
{
    FilePath above, begun, folder;
    assert(voices_is_name(name));
    if (!voices_folder(&above, error) || !make_new_folder(&above, &begun, error))
        return false;
    /* An empty folder gives way to another in one step. */
    if (claim_name(&above, name, &folder, error)) {
        if (write_all(voice, name, &begun, error)) {
            if (rename(begun.text, folder.text) == 0)
                return true;
            error_set(error, "%.300s could not be written: %s", folder.text,
                      strerror(errno));
        }
        rmdir(folder.text);
    }
    remove_folder(&begun);
    return false;
}
