/* SPDX-License-Identifier: MIT */
#include "app/watch.h"

#include "store/files.h"

#include <SDL.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writing in place, and taking the place of what was there. Folders come and go. */
#define WATCHED                                                                          \
    (IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF |          \
     IN_ONLYDIR)

enum { CLOSE_READ, CLOSE_WRITE, EVENTS_BYTES = 4096 };

struct Watch {
    FilePath folder;
    const char *name; /* the caller's */
    uint32_t event;
    int notify;       /* what tells of changes */
    int closing[2];   /* a byte through here ends the thread */
    int place;        /* the folder that is watched now */
    bool is_in_place; /* it is the one that was meant */
    SDL_Thread *thread;
};

/* Cuts the last part of a path off. Returns false at the top. */
static bool to_parent(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL || strcmp(path, "/") == 0)
        return false;
    slash[slash == path ? 1 : 0] = '\0';
    return true;
}

static bool is_folder(const char *path)
{
    struct stat entry;
    return stat(path, &entry) == 0 && S_ISDIR(entry.st_mode);
}

/* Watches the folder, or the nearest one above it that is there. What came to be between
 * looking and watching is found by looking again. */
static void find_place(Watch *watch)
{
    FilePath path;
    do {
        path = watch->folder;
        while (!is_folder(path.text) && to_parent(path.text))
            continue;
        if (watch->place >= 0)
            inotify_rm_watch(watch->notify, watch->place);
        watch->place = inotify_add_watch(watch->notify, path.text, WATCHED);
        watch->is_in_place = strcmp(path.text, watch->folder.text) == 0;
    } while (watch->place >= 0 && !watch->is_in_place && is_folder(watch->folder.text));
}

static void tell(const Watch *watch)
{
    SDL_Event event = { .type = watch->event };
    SDL_PushEvent(&event);
}

/* A file that is only begun says nothing yet. */
static bool is_news(const Watch *watch, const struct inotify_event *event)
{
    return (event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 && event->len > 0 &&
           strcmp(event->name, watch->name) == 0;
}

/* Reads what happened: whether the file changed, whether the place has to be sought
 * again. Returns false when nothing more can be heard. */
static bool hear(Watch *watch, bool *is_file_new, bool *is_place_lost)
{
    _Alignas(struct inotify_event) char bytes[EVENTS_BYTES];
    const ssize_t size = read(watch->notify, bytes, sizeof bytes);
    if (size < 0)
        return errno == EINTR || errno == EAGAIN;
    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *)(bytes + at);
        const bool is_of_place = event->wd == watch->place;
        *is_file_new |= is_of_place && watch->is_in_place && is_news(watch, event);
        *is_place_lost |=
            is_of_place &&
            (!watch->is_in_place || (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0);
        at += (ssize_t)sizeof *event + event->len;
    }
    return true;
}

static int wait_and_tell(void *data)
{
    Watch *watch = data;
    struct pollfd waits[] = { { .fd = watch->notify, .events = POLLIN },
                              { .fd = watch->closing[CLOSE_READ], .events = POLLIN } };
    while (watch->place >= 0) {
        bool is_file_new = false, is_place_lost = false;
        if (poll(waits, 2, -1) < 0 && errno != EINTR)
            break;
        if (waits[1].revents != 0)
            break;
        if (waits[0].revents != 0 && !hear(watch, &is_file_new, &is_place_lost))
            break;
        if (is_place_lost) {
            find_place(watch);
            is_file_new |= watch->is_in_place; /* it may be there with its folder */
        }
        if (is_file_new)
            tell(watch);
    }
    return 0;
}

Watch *watch_open(const char *folder, const char *name, uint32_t event)
{
    Watch *watch = calloc(1, sizeof *watch);
    if (watch == NULL)
        return NULL;
    snprintf(watch->folder.text, sizeof watch->folder.text, "%s", folder);
    watch->name = name;
    watch->event = event;
    watch->place = -1;
    watch->notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    const bool has_pipe = pipe(watch->closing) == 0;
    if (!has_pipe)
        watch->closing[CLOSE_READ] = watch->closing[CLOSE_WRITE] = -1;
    if (has_pipe && watch->notify >= 0) {
        find_place(watch);
        watch->thread = SDL_CreateThread(wait_and_tell, "leeway-watch", watch);
    }
    if (watch->thread != NULL)
        return watch;
    watch_close(watch);
    return NULL;
}

static void close_one(int file)
{
    if (file >= 0)
        close(file);
}

void watch_close(Watch *watch)
{
    if (watch == NULL)
        return;
    close_one(watch->closing[CLOSE_WRITE]); /* its other end hears that */
    if (watch->thread != NULL)
        SDL_WaitThread(watch->thread, NULL);
    close_one(watch->closing[CLOSE_READ]);
    close_one(watch->notify);
    free(watch);
}
