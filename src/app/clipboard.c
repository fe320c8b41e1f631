/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* pipe2, explicit_bzero, POSIX_SPAWN_SETSID */
#include "app/clipboard.h"

#include "app/clipboard_holder.h"
#include "app/clipboard_owner.h"
#include "app/clock.h"

#include <SDL.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    PATIENCE_US = 2000000, /* then SDL has the text until the holder answers */
    CLOSE_US = 1000000,
    LOOK_US = 2000,
    DIGITS = 16
};

extern char **environ;

const char *clipboard_says(ClipboardNews news)
{
    static const char *const says[CLIPBOARD_NEWS_COUNT] = {
        [CLIPBOARD_NOTHING] = "There is nothing to copy yet.",
        [CLIPBOARD_OUTLIVES] =
            "Copied. It can be pasted for ten minutes, also after Leeway closes.",
        [CLIPBOARD_WHILE_OPEN] = "Copied. It is there to paste while Leeway is open.",
        [CLIPBOARD_NOT_COPIED] = "It could not be copied; it is still here.",
    };
    return says[news];
}

bool clipboard_outlives(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return clipboard_holder_is_built() && driver != NULL && strcmp(driver, "x11") == 0;
}

static void wipe(char **text, size_t size)
{
    if (*text != NULL)
        explicit_bzero(*text, size);
    free(*text);
    *text = NULL;
}

static void wipe_words(char **text)
{
    wipe(text, *text != NULL ? strlen(*text) : 0);
}

static void shut(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

static void tell(Clipboard *clipboard, ClipboardNews news)
{
    clipboard->news = news;
    clipboard->is_told = true;
}

static void give_to_sdl(Clipboard *clipboard, const char *text)
{
    const bool is_done = SDL_SetClipboardText(text) == 0;
    clipboard->is_with_sdl |= is_done;
    tell(clipboard, is_done ? CLIPBOARD_WHILE_OPEN : CLIPBOARD_NOT_COPIED);
}

/* --- the holder --- */

/* Descriptors below these are the ones that a child has for its own. */
static bool open_pipe(int ends[2])
{
    return pipe2(ends, O_CLOEXEC) == 0 && ends[0] > STDERR_FILENO &&
           ends[1] > STDERR_FILENO;
}

static int spawn(int in, int out, pid_t *child)
{
    char seconds[DIGITS];
    snprintf(seconds, sizeof seconds, "%d", CLIPBOARD_HOLDER_SECONDS);
    const char *const arguments[] = { "leeway", CLIPBOARD_HOLDER_WORD, seconds, NULL };
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSID); /* no terminal's Ctrl C */
    const int problem = posix_spawn(child, "/proc/self/exe", &files, &how,
                                    (char *const *)arguments, environ);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

static bool start(Clipboard *clipboard)
{
    int text[2] = { -1, -1 }, answer[2] = { -1, -1 };
    clipboard->child = 0;
    const bool is_started = open_pipe(text) && open_pipe(answer) &&
                            fcntl(text[1], F_SETFL, O_NONBLOCK) == 0 &&
                            fcntl(answer[0], F_SETFL, O_NONBLOCK) == 0 &&
                            spawn(text[0], answer[1], &clipboard->child) == 0;
    shut(&answer[1]);
    if (!is_started) {
        shut(&text[0]);
        shut(&text[1]);
        shut(&answer[0]);
    }
    clipboard->to_kept = text[0];
    clipboard->to = text[1];
    clipboard->from = answer[0];
    return is_started;
}

static bool make_message(Clipboard *clipboard, const char *text)
{
    const uint32_t size = (uint32_t)strlen(text);
    clipboard->size = sizeof size + size;
    clipboard->sent = 0;
    clipboard->message = malloc(clipboard->size + 1);
    if (clipboard->message == NULL)
        return false;
    memcpy(clipboard->message, &size, sizeof size);
    memcpy(clipboard->message + sizeof size, text, size + 1);
    return true;
}

static const char *message_text(const Clipboard *clipboard)
{
    return clipboard->message + sizeof(uint32_t);
}

/* A short text is on its way with the first write. */
static void send_more(Clipboard *clipboard)
{
    if (clipboard->to < 0)
        return;
    const ssize_t sent = write(clipboard->to, clipboard->message + clipboard->sent,
                               clipboard->size - clipboard->sent);
    if (sent > 0)
        clipboard->sent += (size_t)sent;
    if (clipboard->sent == clipboard->size) {
        shut(&clipboard->to);
        shut(&clipboard->to_kept);
    }
}

static void hear(Clipboard *clipboard)
{
    char answer;
    if (clipboard->is_answered)
        return;
    const ssize_t got = read(clipboard->from, &answer, 1);
    if (got < 0)
        return; /* not yet */
    clipboard->is_answered = true;
    if (got == 1 && answer == CLIPBOARD_HOLDER_OWNS)
        tell(clipboard, CLIPBOARD_OUTLIVES);
    else if (!clipboard->is_told)
        give_to_sdl(clipboard, message_text(clipboard));
}

static void bury(Clipboard *clipboard)
{
    int status;
    if (clipboard->child > 0 && waitpid(clipboard->child, &status, WNOHANG) != 0)
        clipboard->child = 0;
}

static void end_giving(Clipboard *clipboard)
{
    shut(&clipboard->to);
    shut(&clipboard->to_kept);
    shut(&clipboard->from);
    wipe(&clipboard->message, clipboard->size);
    clipboard->is_busy = false;
}

static void follow(Clipboard *clipboard, int64_t now_us)
{
    send_more(clipboard);
    hear(clipboard);
    bury(clipboard);
    if (!clipboard->is_told && now_us - clipboard->since_us > PATIENCE_US)
        give_to_sdl(clipboard, message_text(clipboard));
    if (clipboard->is_answered && clipboard->child == 0)
        end_giving(clipboard);
}

/* --- one text after the other --- */

static void begin(Clipboard *clipboard, int64_t now_us)
{
    char *text = clipboard->next;
    clipboard->next = NULL;
    clipboard->is_told = clipboard->is_answered = false;
    clipboard->since_us = now_us;
    if (text[0] == '\0')
        tell(clipboard, CLIPBOARD_NOTHING);
    else if (clipboard_outlives() && strlen(text) <= CLIPBOARD_HOLDER_TEXT_MAX &&
             make_message(clipboard, text) && start(clipboard))
        clipboard->is_busy = true;
    else
        give_to_sdl(clipboard, text);
    if (clipboard->is_busy)
        send_more(clipboard);
    else
        wipe(&clipboard->message, clipboard->size);
    wipe_words(&text);
}

void clipboard_copy(Clipboard *clipboard, const char *text)
{
    wipe_words(&clipboard->next);
    clipboard->next = strdup(text);
    if (clipboard->next == NULL)
        tell(clipboard, CLIPBOARD_NOT_COPIED);
}

void clipboard_mind(Clipboard *clipboard, int64_t now_us)
{
    if (clipboard->is_busy)
        follow(clipboard, now_us);
    if (!clipboard->is_busy && clipboard->next != NULL)
        begin(clipboard, now_us);
}

bool clipboard_is_busy(const Clipboard *clipboard)
{
    return clipboard->is_busy || clipboard->next != NULL;
}

ClipboardNews clipboard_take_news(Clipboard *clipboard)
{
    const ClipboardNews news = clipboard->news;
    clipboard->news = CLIPBOARD_NO_NEWS;
    return news;
}

/* --- the end --- */

static bool is_under_way(const Clipboard *clipboard)
{
    return clipboard->next != NULL ||
           (clipboard->is_busy && clipboard->sent < clipboard->size);
}

void clipboard_close(Clipboard *clipboard)
{
    const struct timespec look = { .tv_nsec = LOOK_US * 1000L };
    const int64_t until_us = clock_now_us() + CLOSE_US;
    clipboard_mind(clipboard, clock_now_us());
    while (is_under_way(clipboard) && clock_now_us() < until_us) {
        nanosleep(&look, NULL);
        clipboard_mind(clipboard, clock_now_us());
    }
    if (clipboard->is_busy)
        end_giving(clipboard);
    wipe_words(&clipboard->next);
    if (clipboard->is_with_sdl && clipboard_outlives())
        clipboard_owner_forget_sdl();
    *clipboard = (Clipboard){ .news = CLIPBOARD_NO_NEWS };
}
