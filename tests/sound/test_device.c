/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for how much a pipe holds */
#include "sound/device.h"
#include "support/sound_rig.h"

#include <SDL.h>
#include <fcntl.h>
#include <math.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { BLOCK_FRAMES = 1024, BLOCKS = 400 };

static const char DISK_PATH_PATTERN[] = "/tmp/leeway-disk-XXXXXX";

static void set_drivers(const char *driver, const char *disk_path)
{
    setenv("SDL_AUDIODRIVER", driver, 1);
    setenv("SDL_DISKAUDIOFILE", disk_path, 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
}

/* Waits until it is known whether there is a device. */
static bool comes(const Device *device)
{
    while (device_is_coming(device))
        sched_yield();
    return device_is_live(device);
}

static Device *open_device(Mix *mix)
{
    Device *device = device_open(mix);
    comes(device);
    return device;
}

/* Plays the rig into the file, as fast as the driver can, until so many blocks are there.
 */
static void play_to_disk(Rig *rig, const char *path)
{
    set_drivers("disk", path);
    Device *device = open_device(&rig->mix);
    assert_true(device_is_live(device));
    assert_string_equal(device_reason(device), "");
    DeviceClock clock = { 0 };
    while (clock.blocks < BLOCKS + 1)
        device_clock(device, &clock);
    assert_int_equal(clock.buffer_frames, BLOCK_FRAMES);
    assert_int_equal(clock.position_frames, (int64_t)clock.blocks * BLOCK_FRAMES);
    device_close(device);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
}

/* SDL may write silent blocks before it asks for the first of ours. */
static void skip_silent_blocks(FILE *file, int64_t still_frames)
{
    float block[2 * BLOCK_FRAMES];
    int64_t at = 0, first = -1;
    for (; first < 0; at += BLOCK_FRAMES) {
        assert_int_equal(fread(block, 2 * sizeof *block, BLOCK_FRAMES, file),
                         BLOCK_FRAMES);
        first = sound_first_frame((Sound){ block, BLOCK_FRAMES });
    }
    const int64_t ahead = at - BLOCK_FRAMES + first - still_frames;
    assert_true(ahead >= 0 && ahead % BLOCK_FRAMES == 0);
    fseek(file, (long)(ahead * 2 * (int64_t)sizeof *block), SEEK_SET);
}

static void test_disk_driver_writes_the_samples_of_the_mix(void **state)
{
    (void)state;
    char path[sizeof DISK_PATH_PATTERN];
    memcpy(path, DISK_PATH_PATTERN, sizeof path);
    FILE *file = fdopen(mkstemp(path), "rb");
    assert_non_null(file);
    const Plan plan = rig_plan("1.5-2", 2, 2000);
    Rig *live = rig_open(&plan, RIG_ALL), *offline = rig_open(&plan, RIG_ALL);
    play_to_disk(live, path);
    rig_render(offline, BLOCKS * BLOCK_FRAMES);
    skip_silent_blocks(file, sound_first_frame(rig_sound(offline)));
    for (int64_t f = 0; f < offline->frames; f += BLOCK_FRAMES) {
        float block[2 * BLOCK_FRAMES];
        assert_int_equal(fread(block, sizeof block, 1, file), 1);
        assert_memory_equal(block, &offline->tape[2 * f], sizeof block);
    }
    fclose(file);
    unlink(path);
    rig_close(live);
    rig_close(offline);
}

static void test_no_device_is_a_silent_one_that_says_why(void **state)
{
    (void)state;
    static const char *const drivers[] = { "no-such-driver", "alsa" };
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    setenv("ALSA_CONFIG_PATH", "/dev/null", 1); /* ALSA then knows no card at all */
    for (size_t d = 0; d < 2; d++) {
        setenv("SDL_AUDIODRIVER", drivers[d], 1);
        Device *device = open_device(&rig->mix);
        DeviceClock clock;
        assert_false(device_is_live(device));
        assert_non_null(strstr(device_reason(device), "no sound device"));
        assert_false(device_clock(device, &clock));
        assert_false(device_has_stalled(device, UINT64_MAX));
        device_restart(device);
        assert_false(comes(device));
        assert_non_null(strstr(device_reason(device), "no sound device"));
        device_close(device);
    }
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    unsetenv("ALSA_CONFIG_PATH");
    rig_close(rig);
}

static void test_restart_finds_a_device_that_came_back(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    Device *device = open_device(&rig->mix);
    assert_false(device_is_live(device));
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    device_restart(device);
    assert_true(comes(device));
    assert_string_equal(device_reason(device), "");
    device_close(device);
    rig_close(rig);
}

static void test_stall_is_a_quarter_of_a_second_without_a_block(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    Device *device = open_device(&rig->mix);
    DeviceClock clock = { 0 };
    while (!device_clock(device, &clock))
        continue;
    /* Far enough ahead that the blocks which come meanwhile do not matter. */
    const uint64_t second = SDL_GetPerformanceFrequency();
    assert_false(device_has_stalled(device, clock.counter + second / 5));
    assert_true(device_has_stalled(device, clock.counter + 3600 * second));
    device_close(device);
    rig_close(rig);
}

static void wait_for_blocks(const Device *device, uint32_t blocks)
{
    DeviceClock clock = { 0 };
    while (clock.blocks < blocks)
        device_clock(device, &clock);
}

/* The stream was cut in the middle of the sea; the next one must not begin there. */
static void test_what_comes_again_starts_from_silence(void **state)
{
    (void)state;
    enum { INTO_THE_SEA = 200, MORE = 20, BEGIN_FRAMES = MIX_RATE_HZ / 1000 };
    static float sound[2 * BLOCK_FRAMES * MORE];
    char path[sizeof DISK_PATH_PATTERN];
    memcpy(path, DISK_PATH_PATTERN, sizeof path);
    FILE *file = fdopen(mkstemp(path), "rb");
    assert_non_null(file);
    const Plan plan = rig_plan("4-6", 600, 2000); /* a disk plays ahead of time */
    Rig *rig = rig_open(&plan, RIG_ALL);
    set_drivers("disk", path);
    Device *device = open_device(&rig->mix);
    wait_for_blocks(device, INTO_THE_SEA);
    device_restart(device);
    assert_true(comes(device));
    wait_for_blocks(device, MORE + 2);
    device_close(device);
    setenv("SDL_AUDIODRIVER", "dummy", 1);

    assert_int_equal(fread(sound, sizeof sound, 1, file), 1);
    const int64_t first = sound_first_frame((Sound){ sound, BLOCK_FRAMES * MORE });
    assert_true(first >= 0 && first + BEGIN_FRAMES < BLOCK_FRAMES * MORE);
    for (int64_t i = 2 * first; i < 2 * (first + BEGIN_FRAMES); i++)
        assert_true(fabsf(sound[i]) < 0.0001f);
    fclose(file);
    unlink(path);
    rig_close(rig);
}

/* A device that takes its time: it opens when somebody reads what it plays. */
typedef struct SlowDevice {
    char folder[32], path[48];
    Rig *rig;
    Plan plan;
    Device *device;
} SlowDevice;

static SlowDevice slow_device(void)
{
    SlowDevice slow = { .folder = "/tmp/leeway-slow-XXXXXX",
                        .plan = rig_plan("4-6", 1, 3000) };
    assert_non_null(mkdtemp(slow.folder));
    snprintf(slow.path, sizeof slow.path, "%s/pipe", slow.folder);
    assert_int_equal(mkfifo(slow.path, 0600), 0);
    set_drivers("disk", slow.path);
    slow.rig = rig_open(&slow.plan, RIG_ALL);
    slow.device = device_open(&slow.rig->mix);
    return slow;
}

/* From here on it opens. What it plays goes nowhere once the reader is closed. */
static int read_slow(const SlowDevice *slow)
{
    const int reader = open(slow->path, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    return reader;
}

static void end_slow(SlowDevice *slow)
{
    set_drivers("dummy", "");
    unlink(slow->path);
    rmdir(slow->folder);
    rig_close(slow->rig);
}

static void test_a_device_that_takes_its_time_keeps_nobody_waiting(void **state)
{
    (void)state;
    SlowDevice slow = slow_device();
    DeviceClock clock;
    assert_true(device_is_wanted(slow.device) && device_is_coming(slow.device));
    assert_false(device_is_live(slow.device));
    assert_false(device_clock(slow.device, &clock));
    assert_false(device_has_stalled(slow.device, UINT64_MAX));
    assert_string_equal(device_reason(slow.device), "");
    const int reader = read_slow(&slow);
    assert_true(comes(slow.device));
    close(reader);
    device_close(slow.device);
    end_slow(&slow);
}

/* Nobody reads what it plays, so its thread cannot end: the rest must not wait for it. */
static void test_a_device_at_rest_is_silent_at_once(void **state)
{
    (void)state;
    SlowDevice slow = slow_device();
    const int reader = read_slow(&slow);
    assert_true(comes(slow.device));
    device_rest(slow.device);
    device_rest(slow.device);
    assert_false(device_is_wanted(slow.device) || device_is_coming(slow.device) ||
                 device_is_live(slow.device));
    assert_string_equal(device_reason(slow.device), "");
    close(reader);
    device_close(slow.device);
    end_slow(&slow);
}

/* Nobody may close what is left behind; here it can still be found, so it is no leak. */
static Device *left_behind;

/* It waits for somebody to read, and SDL waits for it. */
static void test_a_device_that_never_ends_is_left_behind(void **state)
{
    (void)state;
    SlowDevice slow = slow_device();
    const int reader = read_slow(&slow);
    assert_true(comes(slow.device));
    const int room = fcntl(reader, F_GETPIPE_SZ);
    for (int waiting = 0; waiting < room; ioctl(reader, FIONREAD, &waiting))
        sched_yield();
    left_behind = slow.device;
    device_close(slow.device);
    const int64_t position = mix_position_frames(&slow.rig->mix);
    char sound[2 * BLOCK_FRAMES];
    while (read(reader, sound, sizeof sound) != 0)
        continue;
    assert_int_equal(mix_position_frames(&slow.rig->mix), position);
    assert_non_null(left_behind);
    close(reader);
    end_slow(&slow);
}

static void test_off_and_on_in_haste_ends_as_the_last_wish(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    set_drivers("dummy", "");
    Device *device = device_open(&rig->mix);
    for (int i = 0; i < 200; i++) {
        device_rest(device);
        assert_false(device_is_live(device));
        if (i % 3 != 0)
            device_restart(device);
        if (i % 30 == 1)
            assert_true(comes(device));
    }
    assert_true(comes(device));
    DeviceClock clock;
    while (!device_clock(device, &clock))
        sched_yield();
    assert_int_equal(clock.position_frames, mix_position_frames(&rig->mix));
    device_close(device);
    rig_close(rig);
}

static void test_closing_nothing_is_legal(void **state)
{
    (void)state;
    device_close(NULL);
    device_rest(NULL);
    assert_false(device_is_wanted(NULL) || device_is_live(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_disk_driver_writes_the_samples_of_the_mix),
        cmocka_unit_test(test_no_device_is_a_silent_one_that_says_why),
        cmocka_unit_test(test_restart_finds_a_device_that_came_back),
        cmocka_unit_test(test_what_comes_again_starts_from_silence),
        cmocka_unit_test(test_stall_is_a_quarter_of_a_second_without_a_block),
        cmocka_unit_test(test_a_device_that_takes_its_time_keeps_nobody_waiting),
        cmocka_unit_test(test_a_device_at_rest_is_silent_at_once),
        cmocka_unit_test(test_off_and_on_in_haste_ends_as_the_last_wish),
        cmocka_unit_test(test_closing_nothing_is_legal),
        cmocka_unit_test(test_a_device_that_never_ends_is_left_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
