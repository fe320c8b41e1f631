/* SPDX-License-Identifier: MIT */
/* The figures that need no window: what a picture and a second of sound cost.
 *
 *   leeway-bench ASSETS FOLDER      FOLDER takes what is exported, and is left empty
 *
 * run.sh beside it measures the program itself and prints these lines among its own. */
#include "bench/bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

double bench_cpu_s(void)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

void bench_line(const char *figure, const char *target, const char *format, ...)
{
    char measured[64];
    va_list args;
    va_start(args, format);
    vsnprintf(measured, sizeof measured, format, args);
    va_end(args);
    printf("%-46s %-26s %s\n", figure, measured, target);
    fflush(stdout);
}

int main(int count, char **words)
{
    if (count != 3) {
        fputs("leeway-bench: the folder of the assets, and one to write in\n", stderr);
        return 2;
    }
    bench_picture(words[1]);
    bench_sound(words[2]);
    return 0;
}
