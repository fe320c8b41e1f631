/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* explicit_bzero, CLOCK_BOOTTIME */
#include "app/clipboard_holder.h"

#include "app/clipboard_owner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* What is wiped at the end, whichever way that comes; a signal has no other way to it. */
static struct {
    char *text;
    size_t size;
} held;

static void end_now(int number)
{
    (void)number;
    if (held.text != NULL)
        explicit_bzero(held.text, held.size);
    _exit(EXIT_SUCCESS);
}

static void end(void)
{
    end_now(0);
}

int clipboard_holder_seconds(const char *words)
{
    char *rest;
    const long seconds = strtol(words, &rest, 10);
    if (rest == words || *rest != '\0' || seconds < 1)
        return 0;
    return seconds < CLIPBOARD_HOLDER_SECONDS ? (int)seconds : CLIPBOARD_HOLDER_SECONDS;
}

bool clipboard_holder_is_asked(int argc, char **argv)
{
    struct stat input;
    return argc == 3 && strcmp(argv[1], CLIPBOARD_HOLDER_WORD) == 0 &&
           clipboard_holder_seconds(argv[2]) > 0 && fstat(STDIN_FILENO, &input) == 0 &&
           S_ISFIFO(input.st_mode);
}

/* In the list of processes it is the program and nothing more. */
static void be_discreet(int argc, char **argv)
{
    const struct rlimit none = { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NAME, "leeway", 0, 0, 0);
    for (int i = 1; i < argc; i++)
        memset(argv[i], 0, strlen(argv[i]));
}

static void close_others(void)
{
    DIR *folder = opendir("/proc/self/fd");
    const struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        const int file = atoi(entry->d_name); /* 0 for the dots */
        if (file > STDERR_FILENO && file != dirfd(folder))
            close(file);
    }
    if (folder != NULL)
        closedir(folder);
}

/* Nobody waits for it: not the program that started it, no terminal and no folder. */
static void go_apart(void)
{
    const pid_t child = fork();
    if (child != 0)
        _exit(child > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
    setsid();
    close_others();
    if (chdir("/") != 0)
        _exit(EXIT_FAILURE);
}

/* The timer of a machine that sleeps goes on. */
static bool end_after(int seconds)
{
    struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM };
    const struct itimerspec in = { .it_value = { .tv_sec = seconds } };
    timer_t timer;
    if (timer_create(CLOCK_BOOTTIME, &event, &timer) != 0 &&
        timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
        return false;
    return timer_settime(timer, 0, &in, NULL) == 0;
}

static void mind_signals(void)
{
    static const int ends[] = { SIGALRM, SIGTERM, SIGHUP, SIGINT, SIGQUIT };
    struct sigaction action = { .sa_handler = end_now };
    sigset_t none;
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        sigaction(ends[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN); /* the program may have closed before it hears the byte */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool read_all(void *bytes, size_t size)
{
    char *at = bytes;
    while (size > 0) {
        const ssize_t got = read(STDIN_FILENO, at, size);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
    return true;
}

/* A text that comes in part is none. */
static bool take_text(void)
{
    uint32_t size;
    if (!read_all(&size, sizeof size) || size == 0 || size > CLIPBOARD_HOLDER_TEXT_MAX)
        return false;
    char *text = malloc(size);
    if (text == NULL)
        return false;
    mlock(text, size); /* where that may not be, it may be swapped as all memory is */
    held.size = size;
    held.text = text;
    return read_all(text, size);
}

/* Both pipes end here. */
static void tell_and_let_go(void)
{
    const char owns = CLIPBOARD_HOLDER_OWNS;
    const ssize_t told = write(STDOUT_FILENO, &owns, 1);
    (void)told; /* nobody may be there to hear it */
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (nothing < 0 || dup2(nothing, file) < 0)
            close(file);
    if (nothing > STDERR_FILENO)
        close(nothing);
}

bool clipboard_holder_is_built(void)
{
    return clipboard_owner_is_built();
}

int clipboard_holder_run(int argc, char **argv)
{
    const int seconds = clipboard_holder_seconds(argv[2]);
    be_discreet(argc, argv);
    go_apart();
    mind_signals();
    if (!end_after(seconds) || !take_text())
        end();
    ClipboardOwner *owner = clipboard_owner_open(held.text, held.size, end);
    if (owner == NULL)
        end();
    tell_and_let_go();
    clipboard_owner_serve(owner);
    end();
    return EXIT_FAILURE;
}
