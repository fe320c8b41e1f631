/* SPDX-License-Identifier: MIT */
#include "app/recorded.h"

#include "app/own_voice.h"
#include "sound/recording.h"
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    HEAD_BYTES = 12,
    WAIT_MS = 120000, /* that ffmpeg may take: it takes seconds for half an hour */
    LOOK_MS = 20
};

static const RecordingLimits LIMITS = { .bytes_max = OWN_VOICE_BYTES_MAX,
                                        .seconds_max = OWN_VOICE_MINUTES_MAX * 60 };

extern char **environ;

/* --- kinds --- */

/* What the file is called where libsndfile does not read it, by its first bytes; NULL for
 * any other. */
static const char *phone_kind(const char *path)
{
    unsigned char head[HEAD_BYTES] = { 0 };
    const int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    const ssize_t size = file >= 0 ? read(file, head, sizeof head) : -1;
    if (file >= 0)
        close(file);
    if (size < HEAD_BYTES)
        return NULL;
    if (memcmp(head + 4, "ftyp3g", 6) == 0)
        return "3gp";
    if (memcmp(head + 4, "ftyp", 4) == 0)
        return "m4a";
    if (memcmp(head, "#!AMR", 5) == 0)
        return "amr";
    if (head[0] == 0xFF && (head[1] & 0xF6) == 0xF0)
        return "aac";
    return memcmp(head, "\x1A\x45\xDF\xA3", 4) == 0 ? "webm" : NULL;
}

/* --- ffmpeg --- */

/* An empty file that has no name any more, so that nothing of it stays whatever happens;
 * *path leads to it here and in a child. Returns its descriptor, below 0 on failure. */
static int open_nameless(FilePath *path, Error *error)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    if (folder == NULL || folder[0] != '/' || access(folder, W_OK) != 0)
        folder = "/tmp";
    const int length =
        snprintf(path->text, sizeof path->text, "%s/leeway-XXXXXX", folder);
    const int file =
        length > 0 && (size_t)length < sizeof path->text ? mkstemp(path->text) : -1;
    if (file < 0) {
        error_set(error, "there is no room for a temporary file: %s", strerror(errno));
        return file;
    }
    unlink(path->text);
    snprintf(path->text, sizeof path->text, "/dev/fd/%d", file);
    return file;
}

/* Whether it ended well before its time was over; else it is ended. */
static bool wait_for(pid_t child)
{
    const struct timespec look = { .tv_nsec = LOOK_MS * 1000000L };
    int status = 0;
    for (int waited_ms = 0; waited_ms < WAIT_MS; waited_ms += LOOK_MS) {
        if (waitpid(child, &status, WNOHANG) == child)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        nanosleep(&look, NULL);
    }
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
}

/* Nothing is said where the program's own words are read. */
static int start(char *const arguments[], pid_t *child)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (int file = 0; file <= 2; file++)
        posix_spawn_file_actions_addopen(&files, file, "/dev/null",
                                         file == 0 ? O_RDONLY : O_WRONLY, 0);
    const int problem =
        posix_spawnp(child, arguments[0], &files, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

/* "file:" in front: whatever the name is, it is a name, no option and no address. */
static bool convert(const char *path, const char *kind, const char *to, Error *error)
{
    char from[FILES_PATH_MAX + 8], into[FILES_PATH_MAX + 8], seconds[16], bytes[16];
    snprintf(from, sizeof from, "file:%.*s", FILES_PATH_MAX, path);
    snprintf(into, sizeof into, "file:%.*s", FILES_PATH_MAX, to);
    snprintf(seconds, sizeof seconds, "%d", OWN_VOICE_MINUTES_MAX * 60 + 1);
    snprintf(bytes, sizeof bytes, "%d", OWN_VOICE_BYTES_MAX);
    const char *const arguments[] = {
        "ffmpeg", "-nostdin", "-v",  "error", "-protocol_whitelist",
        "file",   "-i",       from,  "-vn",   "-t",
        seconds,  "-fs",      bytes, "-ac",   "1",
        "-ar",    "48000",    "-f",  "wav",   "-y",
        into,     NULL
    };
    pid_t child;
    const int problem = start((char *const *)arguments, &child);
    if (problem != 0)
        error_set(error,
                  "%.300s is a phone's %s, which needs the program ffmpeg: sudo apt "
                  "install ffmpeg, or save it as Ogg, FLAC or WAV",
                  path, kind);
    else if (!wait_for(child))
        error_set(error,
                  "%.300s could not be read by ffmpeg; saved as Ogg, FLAC or WAV it "
                  "can be",
                  path);
    else
        return true;
    return false;
}

/* --- samples --- */

static bool to_samples(const Recording *recording, CutSound *sound, Error *error)
{
    int16_t *samples = malloc((size_t)recording->frames * sizeof *samples);
    if (samples == NULL) {
        error_set(error, "there is no memory left for so long a recording");
        return false;
    }
    for (int32_t i = 0; i < recording->frames; i++)
        samples[i] =
            (int16_t)lrintf(32767 * fmaxf(-1.0f, fminf(1.0f, recording->samples[i])));
    *sound = (CutSound){ samples, recording->frames };
    return true;
}

static bool read_samples(const char *path, CutSound *sound, Error *error)
{
    Recording recording;
    if (!recording_open(path, LIMITS, &recording, error))
        return false;
    const bool is_good = to_samples(&recording, sound, error);
    recording_close(&recording);
    return is_good;
}

static bool is_small_enough(const char *path, Error *error)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_size <= OWN_VOICE_BYTES_MAX)
        return true; /* whatever else is wrong is told by whoever reads it */
    error_set(error, "%.300s is larger than 200 MB", path);
    return false;
}
_Static_assert(OWN_VOICE_BYTES_MAX == 200 * 1000 * 1000, "as told above");

bool recorded_open(const char *path, CutSound *sound, Error *error)
{
    const char *kind = phone_kind(path);
    FilePath temporary;
    *sound = (CutSound){ .samples = NULL };
    if (!is_small_enough(path, error))
        return false;
    if (kind == NULL)
        return read_samples(path, sound, error);
    const int file = open_nameless(&temporary, error);
    if (file < 0)
        return false;
    const bool is_good = convert(path, kind, temporary.text, error) &&
                         read_samples(temporary.text, sound, error);
    close(file);
    return is_good;
}
