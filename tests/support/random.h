/* SPDX-License-Identifier: MIT */
/* random.h -- does a property hold for thousands of cases that nobody thought of?
 *
 * Numbers come from a seed alone (xorshift), so every failure can be run again. A failing
 * case is made smaller by halving, then told with its seed; an assert that stops the
 * program inside a case tells the seed as well. Not for anything but tests. */
#ifndef LEEWAY_SUPPORT_RANDOM_H
#define LEEWAY_SUPPORT_RANDOM_H

#include "core/breath.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Random {
    uint64_t state;
    char text[240]; /* what random_say wrote last */
} Random;

/* A source that always gives the same numbers for the same seed. */
Random random_make(uint64_t seed);

/* A whole number from low to high, both included. Asserts low <= high. */
int64_t random_between(Random *random, int64_t low, int64_t high);

/* True once in `count` times on average. */
bool random_one_in(Random *random, int32_t count);

/* A pattern that can be breathed: mostly everyday ones, now and then at the limits. */
BreathPattern random_breath(Random *random);

/* Writes what is wrong with a case. Returns random->text. */
const char *random_say(Random *random, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* NULL when the case made from `random` holds, otherwise what is wrong with it. `size` is
 * how large the case may be, at least 1. */
typedef const char *RandomProperty(Random *random, int32_t size);

/* Runs the property with the seeds 1 .. cases and fails the test at the first that does
 * not hold. */
void random_check(RandomProperty *property, int32_t cases, int32_t size);

#endif
