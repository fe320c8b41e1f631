/* SPDX-License-Identifier: MIT */
#include "sound/export.h"

#include "sound/ogg.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_FRAMES = 1024, PATH_MAX_BYTES = 4096, FILE_MODE = 0666 };

/* The kinds of file that are written, by how their name ends. */
typedef struct Kind {
    const char *ending;
    int format;         /* of libsndfile */
    int64_t frames_max; /* what the file's header can count */
    bool is_whole;      /* takes whole numbers of 16 bits */
} Kind;

static const Kind kinds[] = {
    { ".wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, (UINT32_MAX - 4096) / (2 * sizeof(float)),
      false },
    { ".flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, INT64_MAX / 2, true },
    { ".ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, INT64_MAX / 2, false },
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
    return plan_end_ms(plan) * MIX_FRAMES_PER_MS + mix_tail_frames(plan);
}

const char *export_problem(const Plan *plan, const char *path)
{
    const Kind *kind = kind_of(path);
    if (kind == NULL)
        return "a sound file's name ends in .wav, .flac or .ogg";
    if (plan->count == 0)
        return "there is nothing in this practice to write down";
    if (plan_end_ms(plan) == INT64_MAX)
        return "a practice without an end has no file; give it a length, as in --minutes "
               "5";
    if (plan_end_ms(plan) > kind->frames_max / MIX_FRAMES_PER_MS ||
        frames_of(plan) > kind->frames_max)
        return "a .wav file holds at most three hours; choose a shorter length, or .flac "
               "or .ogg";
    return NULL;
}

/* ---- the file ---- */

typedef struct Draft {
    char path[PATH_MAX_BYTES]; /* where it lies until it is whole */
    int descriptor;
    int problem; /* errno of the first write that failed */
    SNDFILE *file;
} Draft;

static sf_count_t draft_length(void *draft)
{
    struct stat status;
    return fstat(((Draft *)draft)->descriptor, &status) == 0 ? status.st_size : -1;
}

static sf_count_t draft_seek(sf_count_t offset, int whence, void *draft)
{
    return lseek(((Draft *)draft)->descriptor, offset, whence);
}

static sf_count_t draft_read(void *bytes, sf_count_t count, void *draft)
{
    return read(((Draft *)draft)->descriptor, bytes, (size_t)count);
}

/* libsndfile neither tells every write that failed nor cleans up behind one. So it hears
 * that all went well, and the draft remembers. */
static sf_count_t draft_write(const void *bytes, sf_count_t count, void *user)
{
    Draft *draft = user;
    sf_count_t done = 0;
    while (done < count && draft->problem == 0) {
        const ssize_t wrote =
            write(draft->descriptor, (const char *)bytes + done, (size_t)(count - done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            draft->problem = wrote < 0 ? errno : EIO;
        else
            done += wrote;
    }
    return count;
}

static sf_count_t draft_tell(void *draft)
{
    return lseek(((Draft *)draft)->descriptor, 0, SEEK_CUR);
}

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
    SF_VIRTUAL_IO io = { draft_length, draft_seek, draft_read, draft_write, draft_tell };
    draft->problem = 0;
    draft->file = sf_open_virtual(&io, SFM_WRITE, &info, draft);
    if (draft->file == NULL) {
        discard(draft);
        return fail(error, path, sf_strerror(NULL));
    }
    /* The chunk of peaks carries the time of day: the same sound would differ. */
    sf_command(draft->file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
    return true;
}

/* Rounds to 16 bits behind a little noise (two even numbers, so a triangle), or soft
 * tones would end in steps. Silence stays silence. The seed makes it the same each time.
 */
static void round_to_16_bits(const float *samples, int16_t *whole, int32_t count,
                             uint64_t *seed)
{
    for (int32_t i = 0; i < count; i++) {
        const float noise = 0.5f * (noise_even(seed) + noise_even(seed));
        whole[i] = samples[i] == 0 ? 0 : (int16_t)lrintf(32767 * samples[i] + noise);
    }
}

/* What is rendered, and for whom. */
typedef struct Work {
    Mix *mix;
    int64_t frames;
    const ExportAside *aside;
} Work;

static bool goes_on(const Work *work, int64_t done_frames)
{
    const ExportAside *aside = work->aside;
    if (aside == NULL || aside->goes_on == NULL)
        return true;
    return aside->goes_on(aside->who, (int32_t)(100 * done_frames / work->frames));
}

/* Renders and writes all of it. errno tells why it did not work. */
static bool write_frames(Draft *draft, bool is_whole, const Work *work)
{
    float block[2 * BLOCK_FRAMES];
    int16_t whole[2 * BLOCK_FRAMES];
    uint64_t seed = UINT64_C(0xd17e4);
    for (int64_t done = 0; done < work->frames; done += BLOCK_FRAMES) {
        const int64_t left = work->frames - done;
        const int32_t count = left < BLOCK_FRAMES ? (int32_t)left : BLOCK_FRAMES;
        errno = ECANCELED;
        if (!goes_on(work, done))
            return false;
        mix_render(work->mix, block, count);
        errno = 0;
        if (is_whole)
            round_to_16_bits(block, whole, 2 * count, &seed);
        const sf_count_t written = is_whole ? sf_writef_short(draft->file, whole, count)
                                            : sf_writef_float(draft->file, block, count);
        if (written != count || draft->problem != 0)
            return false;
    }
    return true;
}

/* Gives the whole draft its name. */
static bool keep(Draft *draft, const Kind *kind, const char *path)
{
    const uint32_t serial = 0x6c656577; /* any would do */
    const bool is_ogg = (kind->format & SF_FORMAT_TYPEMASK) == SF_FORMAT_OGG;
    SNDFILE *file = draft->file;
    draft->file = NULL;
    errno = 0;
    return sf_close(file) == 0 && draft->problem == 0 &&
           (!is_ogg || ogg_set_serial(draft->descriptor, serial)) &&
           fsync(draft->descriptor) == 0 && rename(draft->path, path) == 0;
}

static bool write_file(const Work *work, const char *path, Error *error)
{
    Draft draft;
    const Kind *kind = kind_of(path);
    if (!open_draft(&draft, path, error))
        return false;
    if (!write_frames(&draft, kind->is_whole, work) || !keep(&draft, kind, path)) {
        const int problem = draft.problem != 0 ? draft.problem : errno;
        const char *reason = strerror(problem != 0 ? problem : EIO);
        discard(&draft);
        return fail(error, path, reason);
    }
    close(draft.descriptor);
    return true;
}

bool export_sound(const Plan *plan, const MixLevels *levels, const char *path,
                  const ExportAside *aside, Error *error)
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
        const Work work = { mix, frames_of(plan), aside };
        mix_init(mix);
        mix_set_clips(mix, aside != NULL ? aside->clips : NULL);
        mix_post(mix, order);
        is_written = write_file(&work, path, error);
    }
    free(order);
    free(mix);
    return is_written;
}
