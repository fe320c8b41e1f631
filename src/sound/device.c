/* SPDX-License-Identifier: MIT */
#include "sound/device.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef LEEWAY_ALSA
#include <alsa/asoundlib.h>
#endif

enum { BUFFER_FRAMES = 1024, STALL_MS = 250 };

/* Written by the thread that plays, read by the one that draws. `edition` is odd while it
 * is written, so the writer never waits and the reader sees when it has to look again. */
typedef struct Beat {
    atomic_uint edition;
    atomic_llong position_frames;
    atomic_ullong counter;
    atomic_uint blocks;
} Beat;

struct Device {
    Mix *mix;
    bool is_live;
    uint64_t opened_counter;
    Beat beat;
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

/* SDL's audio thread. */
static void play(void *opaque, Uint8 *bytes, int byte_count)
{
    Device *device = opaque;
    const uint64_t counter = SDL_GetPerformanceCounter();
    const int32_t frames = byte_count / (int32_t)(2 * sizeof(float));
    mix_render(device->mix, (float *)(void *)bytes, frames);
    beat_write(&device->beat, mix_position_frames(device->mix), counter);
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

/* The hook is there before the device, so the first frame of the mix is the first that
 * plays. */
static void start(Device *device)
{
    quieten_alsa();
    set_names();
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        explain(device);
        return;
    }
    mix_forget(device->mix);
    Mix_HookMusic(play, device);
    device->opened_counter = SDL_GetPerformanceCounter();
    if (Mix_OpenAudioDevice(MIX_RATE_HZ, AUDIO_F32SYS, 2, BUFFER_FRAMES, NULL, 0) != 0) {
        explain(device);
        Mix_HookMusic(NULL, NULL);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return;
    }
    device->is_live = true;
    device->reason[0] = '\0';
}

static void stop(Device *device)
{
    if (!device->is_live)
        return;
    Mix_CloseAudio();
    Mix_HookMusic(NULL, NULL);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device->is_live = false;
    memset(&device->beat, 0, sizeof device->beat);
}

Device *device_open(Mix *mix)
{
    Device *device = calloc(1, sizeof *device);
    assert(device != NULL);
    device->mix = mix;
    start(device);
    return device;
}

void device_close(Device *device)
{
    if (device == NULL)
        return;
    stop(device);
    free(device);
}

bool device_restart(Device *device)
{
    stop(device);
    start(device);
    return device->is_live;
}

bool device_is_live(const Device *device)
{
    return device->is_live;
}

const char *device_reason(const Device *device)
{
    return device->reason;
}

bool device_has_stalled(const Device *device, uint64_t counter)
{
    if (!device->is_live)
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
    if (!device->is_live)
        return false;
    beat_read(&device->beat, clock);
    return clock->blocks > 0;
}
