/* SPDX-License-Identifier: MIT */
#include "sound/export.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { BLOCK_FRAMES = 1024, PATH_MAX_BYTES = 4096, FILE_MODE = 0666 };

/* The kinds of file that are written, by how their name ends. */
typedef struct Kind {
    const char *ending;
    int format;         /* of libsndfile */
    int64_t frames_max; /* what the file's header can count */
} Kind;

static const Kind kinds[] = {
    { ".wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT,
      (UINT32_MAX - 4096) / (2 * sizeof(float)) },
};

static const Kind *kind_of(const char *path)
{
    const size_t length = strlen(path);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        const size_t ending = strlen(kinds[k].ending);
        if (length > ending && strcasecmp(path + length - ending, kinds[k].ending) == 0)
            return &kinds[k];
    }
    return NULL;
}

static int64_t frames_of(const Plan *plan)
{
    return plan_end_ms(plan) * MIX_FRAMES_PER_MS + MIX_TAIL_FRAMES;
}

const char *export_problem(const Plan *plan, const char *path)
{
    const Kind *kind = kind_of(path);
    if (kind == NULL)
        return "a sound file's name ends in .wav";
    if (plan->count == 0)
        return "there is nothing in this practice to write down";
    if (plan_end_ms(plan) == INT64_MAX)
        return "a practice without an end has no file; give it a length, as in --minutes "
               "5";
    if (plan_end_ms(plan) > kind->frames_max / MIX_FRAMES_PER_MS ||
        frames_of(plan) > kind->frames_max)
        return "a .wav file holds at most three hours; choose a shorter length";
    return NULL;
}

/* ---- the file ---- */

typedef struct Draft {
    char path[PATH_MAX_BYTES]; /* where it lies until it is whole */
    int descriptor;
    SNDFILE *file;
} Draft;

static bool fail(Error *error, const char *path, const char *reason)
{
    error_set(error, "%s could not be written: %s", path, reason);
    return false;
}

static void discard(Draft *draft)
{
    if (draft->file != NULL)
        sf_close(draft->file);
    close(draft->descriptor);
    unlink(draft->path);
}

static bool open_draft(Draft *draft, const char *path, Error *error)
{
    const int length =
        snprintf(draft->path, sizeof draft->path, "%s.%ld.part", path, (long)getpid());
    if (length < 0 || (size_t)length >= sizeof draft->path)
        return fail(error, path, strerror(ENAMETOOLONG));
    draft->descriptor =
        open(draft->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    if (draft->descriptor < 0)
        return fail(error, path, strerror(errno));
    SF_INFO info = { .samplerate = MIX_RATE_HZ,
                     .channels = 2,
                     .format = kind_of(path)->format };
    draft->file = sf_open_fd(draft->descriptor, SFM_WRITE, &info, SF_FALSE);
    if (draft->file == NULL) {
        discard(draft);
        return fail(error, path, sf_strerror(NULL));
    }
    /* The chunk of peaks carries the time of day: the same sound would differ. */
    sf_command(draft->file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
    return true;
}

/* Renders and writes all of it. errno tells why it did not work. */
static bool write_frames(SNDFILE *file, Mix *mix, int64_t frames)
{
    float block[2 * BLOCK_FRAMES];
    while (frames > 0) {
        const int32_t count = frames < BLOCK_FRAMES ? (int32_t)frames : BLOCK_FRAMES;
        mix_render(mix, block, count);
        errno = 0;
        if (sf_writef_float(file, block, count) != count)
            return false;
        frames -= count;
    }
    return true;
}

/* Gives the whole draft its name. */
static bool keep(Draft *draft, const char *path)
{
    SNDFILE *file = draft->file;
    draft->file = NULL;
    errno = 0;
    return sf_close(file) == 0 && fsync(draft->descriptor) == 0 &&
           rename(draft->path, path) == 0;
}

static bool write_file(Mix *mix, int64_t frames, const char *path, Error *error)
{
    Draft draft;
    if (!open_draft(&draft, path, error))
        return false;
    if (!write_frames(draft.file, mix, frames) || !keep(&draft, path)) {
        const char *reason = strerror(errno != 0 ? errno : EIO);
        discard(&draft);
        return fail(error, path, reason);
    }
    close(draft.descriptor);
    return true;
}

bool export_sound(const Plan *plan, const MixLevels *levels, const char *path,
                  Error *error)
{
    assert(export_problem(plan, path) == NULL);
    Mix *mix = calloc(1, sizeof *mix);
    MixOrder *order = calloc(1, sizeof *order);
    bool is_written = false;
    if (mix == NULL || order == NULL) {
        fail(error, path, strerror(ENOMEM));
    } else {
        *order = (MixOrder){ .plan = *plan, .state = MIX_RUNNING, .levels = *levels };
        order->levels.is_on = true;
        mix_init(mix);
        mix_post(mix, order);
        is_written = write_file(mix, frames_of(plan), path, error);
    }
    free(order);
    free(mix);
    return is_written;
}
