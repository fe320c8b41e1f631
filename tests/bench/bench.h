/* SPDX-License-Identifier: MIT */
/* bench.h -- what the measured parts share: a clock of used CPU, and a line of the table.
 *
 * Nothing here decides whether a figure is good: a line tells what was measured and what
 * was aimed at, and a person reads both. Times are seconds of CPU of this process. */
#ifndef LEEWAY_TESTS_BENCH_BENCH_H
#define LEEWAY_TESTS_BENCH_BENCH_H

/* CPU that this process has used so far. */
double bench_cpu_s(void);

/* One line of the table: what, how much, and what was aimed at. */
void bench_line(const char *figure, const char *target, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A minute of practice, painted frame by frame at 1280x720; `assets` is the folder. */
void bench_picture(const char *assets);

/* The cost of sound, the rates of export, and where sound begins. Files are written to
 * `folder` and removed. */
void bench_sound(const char *folder);

#endif
