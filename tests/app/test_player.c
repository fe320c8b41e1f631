/* SPDX-License-Identifier: MIT */
#include "app/player.h"

#include "core/practice.h"

#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>

#define START_US INT64_C(77000000)
#define FRAME_US 16667

typedef struct Desk {
    Player player;
    Plan plan;
    BreathPattern pattern;
    int64_t now_us;
} Desk;

/* A minute of 4-6 behind 3 s of settling, begun; sound is off. */
static Desk *begun(bool is_sound_on)
{
    static Desk desk; /* big, for the mix in it */
    BreathPattern from;
    BreatheRequest request = practice_breathe_default();
    setenv("SDL_AUDIODRIVER", "none", 1); /* a device would bring its own time */
    request.from = (BreathPattern){ { 0 } };
    request.length_ms = 60000;
    assert_null(practice_breathe(&request, &desk.plan));
    assert_null(practice_breathe_pattern(&request, &desk.pattern, &from));
    player_init(&desk.player);
    desk.player.levels = (MixLevels){ .is_on = is_sound_on, .marks = true, .volume = 50 };
    desk.now_us = START_US;
    SessionEvents events = { .count = 0 };
    player_begin(&desk.player, &desk.plan, &desk.pattern, desk.now_us, &events);
    assert_int_equal(events.items[0].kind, SESSION_STATE);
    return &desk;
}

static void tick(Desk *desk, int64_t us, SessionEvents *events)
{
    desk->now_us += us;
    player_tick(&desk->player, desk->now_us, events);
}

static void pass(Desk *desk, int64_t ms)
{
    SessionEvents events = { .count = 0 };
    tick(desk, ms * 1000, &events);
}

/* Until it is known whether there is a device; no practice time passes. */
static void hear_of_device(Desk *desk)
{
    while (device_is_coming(desk->player.device))
        sched_yield();
    pass(desk, 0);
}

static double now_ms(const Desk *desk)
{
    return player_ms(&desk->player, desk->now_us);
}

static void apply(Desk *desk, SessionInputKind kind)
{
    SessionEvents events = { .count = 0 };
    player_apply(&desk->player, kind, desk->now_us, &events);
}

static void test_practice_time_runs_with_the_clock(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    assert_true(player_is_running(&desk->player));
    assert_true(now_ms(desk) == 0.0);
    pass(desk, 1234);
    assert_true(now_ms(desk) == 1234.0);
}

static void test_every_step_is_told_once_in_its_turn(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    int64_t before_ms = 0;
    int steps = 0;
    while (desk->player.session.state == SESSION_RUNNING) {
        SessionEvents events = { .count = 0 };
        tick(desk, FRAME_US, &events);
        for (int32_t i = 0; i < events.count; i++) {
            if (events.items[i].kind != SESSION_STEP)
                continue;
            assert_true(events.items[i].at_ms > before_ms);
            assert_true(now_ms(desk) - (double)events.items[i].at_ms < 17.0);
            before_ms = events.items[i].at_ms;
            steps++;
        }
    }
    assert_int_equal(steps, 13); /* six times in and out, and the close */
    assert_int_equal(before_ms, 63000);
}

static void test_a_pause_holds_practice_time(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    pass(desk, 5000);
    apply(desk, SESSION_PAUSE);
    pass(desk, 3600000);
    assert_true(now_ms(desk) == 5000.0);
    apply(desk, SESSION_GO_ON);
    assert_true(now_ms(desk) == 5000.0);
    pass(desk, 100);
    assert_true(now_ms(desk) == 5100.0);
}

/* But for less than the millisecond that plans are counted in. */
static void test_time_never_goes_back(void **state)
{
    (void)state;
    static const SessionInputKind kinds[] = { SESSION_PAUSE,   SESSION_GO_ON,
                                              SESSION_QUICKER, SESSION_SLOWER,
                                              SESSION_LEAVE,   SESSION_GO_ON };
    Desk *desk = begun(false);
    double before_ms = 0;
    for (int i = 0; i < 600; i++) {
        SessionEvents events = { .count = 0 };
        tick(desk, FRAME_US, &events);
        if (i % 7 == 0)
            apply(desk, kinds[i / 7 % 6]);
        if (i % 11 == 0)
            clock_pull(&desk->player.clock, now_ms(desk) - 900, desk->now_us);
        assert_true(now_ms(desk) > before_ms - 1.0);
        before_ms = now_ms(desk);
    }
}

/* SDL goes on asking a device that was pulled out for frames; the event alone tells. */
static void test_a_device_that_is_taken_away_is_told_once(void **state)
{
    (void)state;
    Desk *desk = begun(true);
    hear_of_device(desk);
    pass(desk, 500);
    player_news(&desk->player);
    player_lose_device(&desk->player, desk->now_us);
    player_lose_device(&desk->player, desk->now_us);
    assert_int_equal(player_news(&desk->player), PLAYER_SOUND_GONE);
    assert_int_equal(player_news(&desk->player), PLAYER_NO_NEWS);
    pass(desk, 1000);
    assert_true(now_ms(desk) == 1500.0 && player_is_running(&desk->player));
    player_close(&desk->player);
}

static void test_lost_time_is_lost_to_the_practice(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    pass(desk, 9000);
    desk->now_us += INT64_C(7200000000);
    SessionEvents events = { .count = 0 };
    player_interrupt(&desk->player, desk->now_us, &events);
    assert_int_equal(desk->player.session.state, SESSION_PAUSED);
    assert_true(now_ms(desk) == 9000.0);
    pass(desk, 1000);
    assert_true(now_ms(desk) == 9000.0);
    apply(desk, SESSION_GO_ON);
    pass(desk, 16);
    assert_true(now_ms(desk) == 9016.0);
}

static void test_it_asks_to_be_woken_for_the_next_step_and_not_before(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    pass(desk, 1000);
    const int64_t next = player_next_us(&desk->player, desk->now_us);
    assert_in_range(next - desk->now_us, 2000000, 2000001);
    apply(desk, SESSION_PAUSE);
    assert_true(player_next_us(&desk->player, desk->now_us) == INT64_MAX);
}

static void test_without_sound_no_device_is_looked_for(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    pass(desk, 20000);
    assert_null(desk->player.device);
    assert_int_equal(player_news(&desk->player), PLAYER_NO_NEWS);
    assert_true(player_is_silent(&desk->player));
}

static void test_a_missing_device_is_told_once_and_the_practice_goes_on(void **state)
{
    (void)state;
    Desk *desk = begun(true);
    hear_of_device(desk);
    assert_int_equal(player_news(&desk->player), PLAYER_NO_SOUND);
    for (int i = 0; i < 30; i++) {
        pass(desk, 1000);
        hear_of_device(desk);
        assert_int_equal(player_news(&desk->player), PLAYER_NO_NEWS);
    }
    assert_true(now_ms(desk) == 30000.0);
    player_close(&desk->player);
}

static bool has_device(const Desk *desk)
{
    return device_is_wanted(desk->player.device);
}

static void test_a_device_that_is_not_needed_is_closed_after_ten_seconds(void **state)
{
    (void)state;
    Desk *desk = begun(true);
    pass(desk, 5000);
    assert_true(has_device(desk));
    apply(desk, SESSION_PAUSE);
    pass(desk, 10);
    pass(desk, 9900);
    assert_true(has_device(desk));
    pass(desk, 200);
    assert_false(has_device(desk));
    assert_true(player_next_us(&desk->player, desk->now_us) == INT64_MAX);
    apply(desk, SESSION_GO_ON);
    assert_true(has_device(desk));
    player_close(&desk->player);
}

static void test_a_device_that_comes_back_is_told_once(void **state)
{
    (void)state;
    Desk *desk = begun(true);
    hear_of_device(desk);
    assert_int_equal(player_news(&desk->player), PLAYER_NO_SOUND);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    pass(desk, 4900);
    assert_false(device_is_coming(desk->player.device));
    pass(desk, 200);
    hear_of_device(desk);
    assert_int_equal(player_news(&desk->player), PLAYER_SOUND_BACK);
    pass(desk, 10);
    assert_int_equal(player_news(&desk->player), PLAYER_NO_NEWS);
    player_close(&desk->player);
}

static void test_a_device_that_is_there_is_no_news(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    player_set_levels(&desk->player, (MixLevels){ .is_on = true, .volume = 50 },
                      desk->now_us);
    hear_of_device(desk);
    assert_true(device_is_live(desk->player.device));
    assert_int_equal(player_news(&desk->player), PLAYER_NO_NEWS);
    player_close(&desk->player);
}

/* Where the sound stands, in ms, once it has taken what it was told. */
static double sound_ms(Desk *desk)
{
    float frame[2];
    mix_render(&desk->player.mix, frame, 1);
    return (double)(mix_position_frames(&desk->player.mix) - 1) / MIX_FRAMES_PER_MS;
}

static void test_late_speakers_get_the_sound_ahead_of_the_picture(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    player_set_delay(&desk->player, 300, desk->now_us);
    assert_true(sound_ms(desk) == 300.0);
    pass(desk, 4000);
    player_set_delay(&desk->player, 500, desk->now_us);
    assert_true(sound_ms(desk) == 4500.0);
    assert_true(now_ms(desk) == 4000.0);
    apply(desk, SESSION_PAUSE);
    pass(desk, 60000);
    apply(desk, SESSION_GO_ON);
    assert_true(sound_ms(desk) == 4500.0);
    SessionEvents events = { .count = 0 };
    player_begin(&desk->player, &desk->plan, &desk->pattern, desk->now_us, &events);
    assert_true(sound_ms(desk) == 500.0);
    assert_int_equal(desk->player.session.lag_ms, 500);
    player_set_delay(&desk->player, 0, desk->now_us);
    assert_true(sound_ms(desk) == 0.0);
    assert_int_equal(desk->player.session.lag_ms, 0);
}

/* What the mix was told last. */
static MixState mix_state(Desk *desk)
{
    float frame[2];
    mix_render(&desk->player.mix, frame, 1);
    return desk->player.mix.state;
}

static void hold(Desk *desk)
{
    SessionEvents events = { .count = 0 };
    player_hold(&desk->player, desk->now_us, &events);
}

static void test_what_is_held_is_held_at_its_end_too_and_no_longer(void **state)
{
    (void)state;
    Desk *desk = begun(false);
    pass(desk, 5000);
    hold(desk);
    assert_int_equal(mix_state(desk), MIX_HELD);
    SessionEvents events = { .count = 0 };
    player_begin(&desk->player, &desk->plan, &desk->pattern, desk->now_us, &events);
    apply(desk, SESSION_PAUSE);
    assert_int_equal(mix_state(desk), MIX_PAUSED);
    apply(desk, SESSION_GO_ON);
    pass(desk, 70000);
    assert_int_equal(mix_state(desk), MIX_RUNNING);
    hold(desk);
    assert_int_equal(mix_state(desk), MIX_HELD);
    player_set_levels(&desk->player, desk->player.levels, desk->now_us);
    assert_int_equal(mix_state(desk), MIX_HELD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_late_speakers_get_the_sound_ahead_of_the_picture),
        cmocka_unit_test(test_practice_time_runs_with_the_clock),
        cmocka_unit_test(test_every_step_is_told_once_in_its_turn),
        cmocka_unit_test(test_a_pause_holds_practice_time),
        cmocka_unit_test(test_time_never_goes_back),
        cmocka_unit_test(test_a_device_that_is_taken_away_is_told_once),
        cmocka_unit_test(test_lost_time_is_lost_to_the_practice),
        cmocka_unit_test(test_it_asks_to_be_woken_for_the_next_step_and_not_before),
        cmocka_unit_test(test_without_sound_no_device_is_looked_for),
        cmocka_unit_test(test_a_missing_device_is_told_once_and_the_practice_goes_on),
        cmocka_unit_test(test_a_device_that_is_not_needed_is_closed_after_ten_seconds),
        cmocka_unit_test(test_a_device_that_comes_back_is_told_once),
        cmocka_unit_test(test_a_device_that_is_there_is_no_news),
        cmocka_unit_test(test_what_is_held_is_held_at_its_end_too_and_no_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
