/* SPDX-License-Identifier: MIT */
#include "app/terminal_line.h"

#include "app/clock.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

enum {
    ESC_US = 30000, /* the rest of an arrow key comes sooner than this */
    SIGNALS = 6,
    ROWS_MOST = 200 /* that a terminal shows */
};

static const int watched[SIGNALS] = {
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT
};

/* A handler has nothing else to write to. Signals come only while line_wait waits. */
static volatile sig_atomic_t signal_came;

static void on_signal(int number)
{
    signal_came = number;
}

static sigset_t watched_set(void)
{
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < SIGNALS; i++)
        sigaddset(&set, watched[i]);
    return set;
}

/* What was ignored stays ignored: whoever started Leeway wanted it so (nohup). */
static void handle(int number, void (*handler)(int))
{
    struct sigaction action, present;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &present) == 0 && present.sa_handler != SIG_IGN)
        sigaction(number, &action, NULL);
}

/* Signals wait, except where the practice waits for them; threads that are started later
 * take that over and leave signals to this one. */
static void hold_signals(bool is_held)
{
    const sigset_t set = watched_set();
    sigprocmask(is_held ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* In the background a terminal is not ours to change. */
static bool is_in_front(void)
{
    return isatty(STDIN_FILENO) && tcgetpgrp(STDIN_FILENO) == getpgrp();
}

void terminal_line_retake(TerminalLine *line)
{
    if (!line->has_keyboard)
        return;
    struct termios keys = line->before;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &keys);
}

/* Keys that were meant for the practice are not left to the shell. */
static void give_back(const TerminalLine *line)
{
    if (line->has_keyboard)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &line->before);
}

void terminal_line_open(TerminalLine *line)
{
    memset(line, 0, sizeof *line);
    signal_came = 0;
    hold_signals(true);
    for (int i = 0; i < SIGNALS; i++)
        handle(watched[i], on_signal);
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is told by the last write */
    line->has_keyboard = is_in_front() && tcgetattr(STDIN_FILENO, &line->before) == 0;
    terminal_line_retake(line);
}

void terminal_line_close(TerminalLine *line)
{
    give_back(line);
    line->has_keyboard = false;
    /* A second Ctrl+C meant leaving too: what waits still is let go before it can act. */
    for (int i = 0; i < SIGNALS; i++)
        signal(watched[i], SIG_IGN);
    hold_signals(false);
    for (int i = 0; i < SIGNALS; i++)
        signal(watched[i], SIG_DFL);
}

void terminal_line_stop(TerminalLine *line)
{
    sigset_t stop;
    give_back(line);
    signal(SIGTSTP, SIG_DFL);
    raise(SIGTSTP); /* waits, as all of them do ... */
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, NULL); /* ... until here */
    sigprocmask(SIG_BLOCK, &stop, NULL);
    handle(SIGTSTP, on_signal);
    terminal_line_retake(line);
}

static TerminalNews news_of(int number)
{
    switch (number) {
    case 0: return TERMINAL_TIME;
    case SIGTSTP: return TERMINAL_STOP;
    case SIGCONT: return TERMINAL_CONTINUE;
    default: return TERMINAL_END;
    }
}

/* Whether the bytes begin with a key; then it is taken from them. */
static bool take_key(TerminalLine *line, TerminalKey *key)
{
    if (line->count == 0)
        return false;
    const bool is_full = line->count == TERMINAL_BYTES_MAX;
    const int32_t used =
        terminal_key(line->bytes, line->count, line->is_whole || is_full, key);
    if (used == 0)
        return false;
    line->count -= used;
    memmove(line->bytes, line->bytes + used, (size_t)line->count);
    return true;
}

/* Reads what is there. Returns false when the keyboard is gone. */
static bool read_bytes(TerminalLine *line)
{
    const size_t room = (size_t)(TERMINAL_BYTES_MAX - line->count);
    const ssize_t got = read(STDIN_FILENO, line->bytes + line->count, room);
    if (got > 0)
        line->count += (int32_t)got;
    line->is_whole = false;
    line->has_keyboard = got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
    return line->has_keyboard;
}

/* Waits for bytes, a signal or the time. Returns 1 for bytes, 0 for anything else. */
static int wait_for_bytes(const TerminalLine *line, int64_t until_us)
{
    sigset_t mask;
    sigprocmask(SIG_BLOCK, NULL, &mask);
    for (int i = 0; i < SIGNALS; i++)
        sigdelset(&mask, watched[i]);
    const int64_t now = clock_now_us();
    const int64_t left = until_us > now ? until_us - now : 0;
    const struct timespec wait = { .tv_sec = (time_t)(left / 1000000),
                                   .tv_nsec = (long)(left % 1000000 * 1000) };
    fd_set keyboard;
    FD_ZERO(&keyboard);
    if (line->has_keyboard)
        FD_SET(STDIN_FILENO, &keyboard);
    const int ready = pselect(STDIN_FILENO + 1, &keyboard, NULL, NULL,
                              until_us == INT64_MAX ? NULL : &wait, &mask);
    return ready > 0;
}

TerminalNews terminal_line_wait(TerminalLine *line, int64_t until_us, TerminalKey *key)
{
    *key = (TerminalKey){ .action = ACTION_NONE };
    if (take_key(line, key))
        return TERMINAL_KEY;
    const int64_t escape_us = clock_now_us() + ESC_US;
    const bool is_begun = line->count > 0 && escape_us < until_us;
    if (wait_for_bytes(line, is_begun ? escape_us : until_us))
        return !read_bytes(line)     ? TERMINAL_END
               : take_key(line, key) ? TERMINAL_KEY
                                     : TERMINAL_TIME;
    const int number = signal_came;
    signal_came = 0;
    if (number == 0 && is_begun) {
        line->is_whole = true;
        if (take_key(line, key))
            return TERMINAL_KEY;
    }
    return news_of(number);
}

static bool has_codes(void)
{
    const char *term = getenv("TERM"), *no_colour = getenv("NO_COLOR");
    return term != NULL && term[0] != '\0' && strcmp(term, "dumb") != 0 &&
           (no_colour == NULL || no_colour[0] == '\0');
}

void terminal_line_clear(void)
{
    if (!isatty(STDOUT_FILENO))
        return;
    if (has_codes())
        fputs("\033[H\033[2J\033[3J", stdout); /* home, the screen, what is above it */
    else
        for (int row = 0; row < ROWS_MOST; row++)
            putchar('\n');
    fflush(stdout);
}
