/* SPDX-License-Identifier: MIT */
#include "support/random.h"

#include <assert.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* The seed that runs, for the one place that cannot be handed it: a failing assert. */
static volatile sig_atomic_t running_seed;

static void tell_seed(int signal_number)
{
    fprintf(stderr, "stopped by signal %d at seed %d\n", signal_number,
            (int)running_seed);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static uint64_t next(Random *random)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return random->state * UINT64_C(0x2545F4914F6CDD1D);
}

Random random_make(uint64_t seed)
{
    Random random = { .state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15) };
    if (random.state == 0)
        random.state = 1;
    next(&random);
    return random;
}

int64_t random_between(Random *random, int64_t low, int64_t high)
{
    assert(low <= high);
    return low + (int64_t)(next(random) % (uint64_t)(high - low + 1));
}

bool random_one_in(Random *random, int32_t count)
{
    return random_between(random, 1, count) == 1;
}

static int32_t random_move_ms(Random *random)
{
    if (random_one_in(random, 12))
        return (int32_t)random_between(random, BREATH_MOVE_MIN_MS, BREATH_PHASE_MAX_MS);
    if (random_one_in(random, 2))
        return (int32_t)random_between(random, 1, 16) * 500;
    return (int32_t)random_between(random, BREATH_MOVE_MIN_MS, 8000);
}

static int32_t random_hold_ms(Random *random)
{
    if (random_one_in(random, 2))
        return 0;
    return (int32_t)random_between(random, 1, random_one_in(random, 12) ? 60000 : 7000);
}

BreathPattern random_breath(Random *random)
{
    BreathPattern pattern;
    do {
        pattern = (BreathPattern){ {
            [BREATH_IN] = random_move_ms(random),
            [BREATH_TOP_UP] = random_one_in(random, 4) ? random_move_ms(random) : 0,
            [BREATH_HOLD_FULL] = random_hold_ms(random),
            [BREATH_OUT] = random_move_ms(random),
            [BREATH_HOLD_EMPTY] = random_hold_ms(random),
        } };
    } while (breath_problem(&pattern) != NULL);
    return pattern;
}

const char *random_say(Random *random, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(random->text, sizeof random->text, format, arguments);
    va_end(arguments);
    return random->text;
}

void random_check(RandomProperty *property, int32_t cases, int32_t size)
{
    Random random;
    void (*before)(int) = signal(SIGABRT, tell_seed);
    for (int32_t seed = 1; seed <= cases; seed++) {
        running_seed = seed;
        random = random_make((uint64_t)seed);
        if (property(&random, size) == NULL)
            continue;
        for (int32_t smaller = size / 2; smaller > 0; smaller /= 2) {
            random = random_make((uint64_t)seed);
            if (property(&random, smaller) != NULL)
                size = smaller;
        }
        random = random_make((uint64_t)seed);
        const char *problem = property(&random, size);
        fail_msg("seed %d, size %d: %s", (int)seed, (int)size, problem);
    }
    signal(SIGABRT, before);
}
