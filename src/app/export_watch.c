/* SPDX-License-Identifier: MIT */
#include "app/export_watch.h"

#include <stdio.h>
#include <unistd.h>

enum { NOT_TOLD = -1 };

static const int ends[] = { SIGINT, SIGTERM, SIGHUP };
enum { ENDS = sizeof ends / sizeof ends[0] };

/* What somebody else had ignored, as nohup does, stays ignored. */
static bool is_ignored(int number)
{
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void export_watch_begin(ExportWatch *watch)
{
    *watch = (ExportWatch){ .is_told = isatty(STDERR_FILENO) == 1, .percent = NOT_TOLD };
    sigemptyset(&watch->held);
    for (int i = 0; i < ENDS; i++)
        if (!is_ignored(ends[i]))
            sigaddset(&watch->held, ends[i]);
    sigprocmask(SIG_BLOCK, &watch->held, &watch->before);
}

static bool is_asked_to_end(const ExportWatch *watch)
{
    sigset_t pending;
    sigpending(&pending);
    for (int i = 0; i < ENDS; i++)
        if (sigismember(&pending, ends[i]) == 1 &&
            sigismember(&watch->held, ends[i]) == 1)
            return true;
    return false;
}

bool export_watch_goes_on(void *opaque, int32_t percent)
{
    ExportWatch *watch = opaque;
    if (watch->is_told && percent != watch->percent) {
        watch->percent = percent;
        fprintf(stderr, "\r%3d %%", percent);
        fflush(stderr);
    }
    return !is_asked_to_end(watch);
}

void export_watch_end(ExportWatch *watch)
{
    if (watch->percent != NOT_TOLD) {
        fputs("\r     \r", stderr);
        fflush(stderr);
    }
    sigprocmask(SIG_SETMASK, &watch->before, NULL);
}
