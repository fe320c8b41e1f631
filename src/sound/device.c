/* SPDX-License-Identifier: MIT */
#include "sound/device.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <assert.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef LEEWAY_ALSA
#include <alsa/asoundlib.h>
#endif

enum { BUFFER_FRAMES = 1024, STALL_MS = 250, CLOSE_MS = 1000 };

/* What the host is asked for. An ask is a number that never comes twice, and a wish. */
typedef enum Wish { WISH_REST, WISH_PLAY, WISH_END, WISH_STEP = 4 } Wish;

/* Written by the thread that plays, read by the one that draws. `edition` is odd while it
 * is written, so the writer never waits and the reader sees when it has to look again. */
typedef struct Beat {
    atomic_uint edition;
    atomic_llong position_frames;
    atomic_ullong counter;
    atomic_uint blocks;
} Beat;

/* Opening and closing take SDL up to a tenth of a second, so a thread of their own does
 * both: the host. What it found out is the host's until the last ask is answered, and
 * nobody's to change from then on. */
struct Device {
    Mix *mix;
    SDL_Thread *host;
    SDL_sem *bell, *ended; /* rung for the host, and by it */
    atomic_uint asked, answered;
    atomic_bool is_rendering, is_abandoned;
    Beat beat;
    bool is_open;
    uint64_t opened_counter;
    char reason[256];
};

static void beat_write(Beat *beat, int64_t position_frames, uint64_t counter)
{
    atomic_fetch_add(&beat->edition, 1);
    atomic_store(&beat->position_frames, position_frames);
    atomic_store(&beat->counter, counter);
    atomic_fetch_add(&beat->blocks, 1);
    atomic_fetch_add(&beat->edition, 1);
}

static void beat_read(const Beat *beat, DeviceClock *clock)
{
    unsigned edition;
    do {
        edition = atomic_load(&beat->edition);
        clock->position_frames = atomic_load(&beat->position_frames);
        clock->counter = atomic_load(&beat->counter);
        clock->blocks = atomic_load(&beat->blocks);
    } while (edition % 2 != 0 || edition != atomic_load(&beat->edition));
}

/* SDL's audio thread. The mix may be gone once the device was given up, so nobody else
 * touches it: what sounded when the stream was cut is dropped here, before the first
 * block. */
static void play(void *opaque, Uint8 *bytes, int byte_count)
{
    Device *device = opaque;
    const uint64_t counter = SDL_GetPerformanceCounter();
    const int32_t frames = byte_count / (int32_t)(2 * sizeof(float));
    atomic_store(&device->is_rendering, true);
    if (!atomic_load(&device->is_abandoned)) {
        if (atomic_load(&device->beat.blocks) == 0)
            mix_forget(device->mix);
        mix_render(device->mix, (float *)(void *)bytes, frames);
        beat_write(&device->beat, mix_position_frames(device->mix), counter);
    }
    atomic_store(&device->is_rendering, false);
}

#ifdef LEEWAY_ALSA
/* ALSA tells the terminal about every device it does not find; device_reason says what is
 * of use. */
static void swallow(const char *file, int line, const char *function, int code,
                    const char *format, ...)
{
    (void)file, (void)line, (void)function, (void)code, (void)format;
}
#endif

static void quieten_alsa(void)
{
#ifdef LEEWAY_ALSA
    snd_lib_error_set_handler(swallow);
#endif
}

/* The names under which sound settings show it, neutral for anyone who looks. */
static void set_names(void)
{
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Leeway");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_NAME, "Leeway");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_ROLE, "music");
}

static void explain(Device *device)
{
    snprintf(device->reason, sizeof device->reason,
             "no sound device could be opened (%s); everything else works",
             SDL_GetError());
}

/* ---- the host's thread ---- */

/* The hook is there before the device, so the first frame of the mix is the first that
 * plays. */
static void start(Device *device)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        explain(device);
        return;
    }
    Mix_HookMusic(play, device);
    if (Mix_OpenAudioDevice(MIX_RATE_HZ, AUDIO_F32SYS, 2, BUFFER_FRAMES, NULL, 0) != 0) {
        explain(device);
        Mix_HookMusic(NULL, NULL);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return;
    }
    device->opened_counter = SDL_GetPerformanceCounter();
    device->is_open = true;
}

static void stop(Device *device)
{
    device->reason[0] = '\0';
    if (!device->is_open)
        return;
    Mix_CloseAudio();
    Mix_HookMusic(NULL, NULL);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device->is_open = false;
    memset(&device->beat, 0, sizeof device->beat);
}

/* Asks that came while it was busy are answered by the last of them. */
static int host(void *opaque)
{
    Device *device = opaque;
    unsigned asked;
    do {
        SDL_SemWait(device->bell);
        asked = atomic_load(&device->asked);
        if (asked == atomic_load(&device->answered))
            continue;
        stop(device);
        if (asked % WISH_STEP == WISH_PLAY)
            start(device);
        atomic_store(&device->answered, asked);
    } while (asked % WISH_STEP != WISH_END);
    SDL_SemPost(device->ended);
    return 0;
}

/* ---- the thread that opened it ---- */

static Wish wish_of(const Device *device)
{
    return atomic_load(&device->asked) % WISH_STEP;
}

static bool is_answered(const Device *device)
{
    return atomic_load(&device->answered) == atomic_load(&device->asked);
}

static void ask(Device *device, Wish wish)
{
    const unsigned last = atomic_load(&device->asked);
    atomic_store(&device->asked, last - last % WISH_STEP + WISH_STEP + wish);
    if (device->host != NULL)
        SDL_SemPost(device->bell);
    else
        atomic_store(&device->answered, atomic_load(&device->asked));
}

static void let_go(Device *device)
{
    SDL_DestroySemaphore(device->bell);
    SDL_DestroySemaphore(device->ended);
    free(device);
}

/* A driver that does not come back must not keep the program: what its thread may still
 * touch is left to it, but for the mix. */
static void abandon(Device *device)
{
    SDL_DetachThread(device->host);
    atomic_store(&device->is_abandoned, true);
    while (atomic_load(&device->is_rendering))
        SDL_Delay(1);
}

Device *device_open(Mix *mix)
{
    Device *device = calloc(1, sizeof *device);
    assert(device != NULL);
    device->mix = mix;
    quieten_alsa();
    set_names();
    device->bell = SDL_CreateSemaphore(0);
    device->ended = SDL_CreateSemaphore(0);
    if (device->bell != NULL && device->ended != NULL)
        device->host = SDL_CreateThread(host, "sound device", device);
    if (device->host == NULL)
        explain(device);
    ask(device, WISH_PLAY);
    return device;
}

void device_restart(Device *device)
{
    ask(device, WISH_PLAY);
}

void device_rest(Device *device)
{
    if (device_is_wanted(device))
        ask(device, WISH_REST);
}

void device_close(Device *device)
{
    if (device == NULL)
        return;
    ask(device, WISH_END);
    if (device->host != NULL && SDL_SemWaitTimeout(device->ended, CLOSE_MS) != 0) {
        abandon(device);
        return;
    }
    SDL_WaitThread(device->host, NULL);
    let_go(device);
}

bool device_is_wanted(const Device *device)
{
    return device != NULL && wish_of(device) == WISH_PLAY;
}

bool device_is_coming(const Device *device)
{
    return device_is_wanted(device) && !is_answered(device);
}

bool device_is_live(const Device *device)
{
    return device_is_wanted(device) && is_answered(device) && device->is_open;
}

const char *device_reason(const Device *device)
{
    return is_answered(device) ? device->reason : "";
}

bool device_has_stalled(const Device *device, uint64_t counter)
{
    if (!device_is_live(device))
        return false;
    DeviceClock clock;
    const uint64_t last =
        device_clock(device, &clock) ? clock.counter : device->opened_counter;
    return counter > last &&
           counter - last > SDL_GetPerformanceFrequency() * STALL_MS / 1000;
}

bool device_clock(const Device *device, DeviceClock *clock)
{
    *clock = (DeviceClock){ .buffer_frames = BUFFER_FRAMES };
    if (!device_is_live(device))
        return false;
    beat_read(&device->beat, clock);
    return clock->blocks > 0;
}
