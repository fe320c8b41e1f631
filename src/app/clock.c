/* SPDX-License-Identifier: MIT */
#include "app/clock.h"

#include <time.h>

/* A twentieth of the way, and never more than this: far below what can be seen. */
#define PULL_PART 0.05
#define PULL_MOST_MS 1.0

void clock_start(Clock *clock, double at_ms, int64_t now_us)
{
    *clock = (Clock){ .is_running = true, .at_ms = at_ms, .since_us = now_us };
}

void clock_stop(Clock *clock, int64_t now_us)
{
    *clock = (Clock){ .at_ms = clock_ms(clock, now_us), .since_us = now_us };
}

double clock_ms(const Clock *clock, int64_t now_us)
{
    if (!clock->is_running || now_us < clock->since_us)
        return clock->at_ms;
    return clock->at_ms + (double)(now_us - clock->since_us) / 1000.0;
}

double clock_pull(Clock *clock, double heard_ms, int64_t now_us)
{
    const double apart = heard_ms - clock_ms(clock, now_us);
    const double pull = apart * PULL_PART;
    clock->at_ms += pull > PULL_MOST_MS    ? PULL_MOST_MS
                    : pull < -PULL_MOST_MS ? -PULL_MOST_MS
                                           : pull;
    return apart;
}

static int64_t read_us(clockid_t id)
{
    struct timespec time;
    clock_gettime(id, &time);
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

int64_t clock_now_us(void)
{
    return read_us(CLOCK_MONOTONIC);
}

int64_t clock_suspended_us(void)
{
#ifdef CLOCK_BOOTTIME
    return read_us(CLOCK_BOOTTIME) - read_us(CLOCK_MONOTONIC);
#else
    return 0;
#endif
}
