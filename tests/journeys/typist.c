/* SPDX-License-Identifier: MIT */
/* typist.c -- a person at a terminal: reads lines, types, sends signals.
 *
 *   typist STEP ... -- PROGRAM ARGUMENT ...
 *
 * Steps, one after the other, each within ten seconds:
 *   wait=TEXT     until TEXT comes, behind what was waited for before
 *   send=BYTES    types them
 *   ms=N          waits so long
 *   signal=N      sends the signal with this number
 *   stopped       until the program is stopped; the terminal has to be as it was
 *   raw, usual    whether keys come at once and unseen, or as they were
 *   end=STATUS    until the program ends so; the terminal has to be as it was
 * Everything that was shown goes to standard output. Status 0: all of it held. */
#define _XOPEN_SOURCE 700 /* pseudo-terminals */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { SHOWN_MAX = 65536, PATIENCE_MS = 10000, LOOK_MS = 20 };

typedef struct Typist {
    int terminal, keyboard; /* our end, and the program's */
    pid_t shell, program;
    struct termios before;
    char shown[SHOWN_MAX];
    size_t length, seen; /* seen: behind what was waited for */
} Typist;

/* Reads what the program shows, for up to LOOK_MS. */
static void look(Typist *typist)
{
    struct pollfd ready = { .fd = typist->terminal, .events = POLLIN };
    if (poll(&ready, 1, LOOK_MS) <= 0)
        return;
    const ssize_t got = read(typist->terminal, typist->shown + typist->length,
                             SHOWN_MAX - 1 - typist->length);
    if (got > 0)
        typist->length += (size_t)got;
    typist->shown[typist->length] = '\0';
}

static bool wait_text(Typist *typist, const char *text)
{
    for (int ms = 0; ms < PATIENCE_MS; ms += LOOK_MS) {
        const char *found = strstr(typist->shown + typist->seen, text);
        if (found != NULL) {
            typist->seen = (size_t)(found - typist->shown) + strlen(text);
            return true;
        }
        look(typist);
    }
    return false;
}

static bool wait_ms(Typist *typist, int ms)
{
    struct timespec end, now;
    clock_gettime(CLOCK_MONOTONIC, &end);
    do {
        look(typist);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - end.tv_sec) * 1000 + (now.tv_nsec - end.tv_nsec) / 1000000 <
             ms);
    return true;
}

static bool is_raw(const Typist *typist)
{
    struct termios now;
    return tcgetattr(typist->keyboard, &now) == 0 &&
           (now.c_lflag & (tcflag_t)(ICANON | ECHO)) == 0;
}

static bool is_usual(const Typist *typist)
{
    struct termios now;
    return tcgetattr(typist->keyboard, &now) == 0 &&
           now.c_lflag == typist->before.c_lflag &&
           now.c_iflag == typist->before.c_iflag && now.c_oflag == typist->before.c_oflag;
}

/* The letter that tells a process's state in /proc. */
static char state_of(pid_t process)
{
    char path[64], text[512] = "";
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    const int file = open(path, O_RDONLY);
    const ssize_t got = file >= 0 ? read(file, text, sizeof text - 1) : -1;
    if (file >= 0)
        close(file);
    const char *name_end = got > 0 ? strrchr(text, ')') : NULL;
    return name_end != NULL && name_end[1] == ' ' ? name_end[2] : '\0';
}

static bool wait_stop(Typist *typist)
{
    for (int ms = 0; ms < PATIENCE_MS && state_of(typist->program) != 'T'; ms += LOOK_MS)
        look(typist);
    return state_of(typist->program) == 'T' && is_usual(typist);
}

static bool wait_end(Typist *typist, int wanted)
{
    int status = 0;
    pid_t ended = 0;
    for (int ms = 0; ms < PATIENCE_MS && ended == 0; ms += LOOK_MS) {
        look(typist);
        ended = waitpid(typist->shell, &status, WNOHANG);
    }
    if (ended != typist->shell || !WIFEXITED(status))
        return false;
    typist->program = 0;
    for (size_t before = SIZE_MAX; before != typist->length;) {
        before = typist->length;
        look(typist);
    }
    return WEXITSTATUS(status) == wanted && is_usual(typist);
}

static bool do_step(Typist *typist, const char *step)
{
    const char *equals = strchr(step, '=');
    const char *value = equals != NULL ? equals + 1 : "";
    if (strncmp(step, "wait=", 5) == 0)
        return wait_text(typist, value);
    if (strncmp(step, "send=", 5) == 0)
        return write(typist->terminal, value, strlen(value)) == (ssize_t)strlen(value);
    if (strncmp(step, "ms=", 3) == 0)
        return wait_ms(typist, atoi(value));
    if (strncmp(step, "signal=", 7) == 0)
        return kill(typist->program, atoi(value)) == 0;
    if (strncmp(step, "end=", 4) == 0)
        return wait_end(typist, atoi(value));
    if (strcmp(step, "stopped") == 0)
        return wait_stop(typist);
    if (strcmp(step, "raw") == 0)
        return is_raw(typist);
    return strcmp(step, "usual") == 0 && is_usual(typist);
}

/* What a shell does: the program in a group of its own, in front of the terminal. A
 * program without a shell could not be stopped. */
static int run_shell(const char *name, int told, char **arguments)
{
    setsid();
    const int keyboard =
        open(name, O_RDWR); /* the first one becomes the controlling one */
    signal(SIGTTOU, SIG_IGN);
    const pid_t program = fork();
    if (program == 0) {
        setpgid(0, 0);
        tcsetpgrp(keyboard, getpid());
        signal(SIGTTOU, SIG_DFL);
        dup2(keyboard, STDIN_FILENO);
        dup2(keyboard, STDOUT_FILENO);
        dup2(keyboard, STDERR_FILENO);
        close(keyboard);
        /* A shell has what runs beside it ignore Ctrl+C; a terminal does not. */
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    int status = 0;
    if (write(told, &program, sizeof program) != sizeof program)
        return 126;
    while (waitpid(program, &status, 0) != program)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}

static bool open_terminal(Typist *typist, char **arguments)
{
    typist->terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (typist->terminal < 0 || grantpt(typist->terminal) != 0 ||
        unlockpt(typist->terminal) != 0)
        return false;
    const char *name = ptsname(typist->terminal);
    typist->keyboard = open(name, O_RDWR | O_NOCTTY);
    if (typist->keyboard < 0 || tcgetattr(typist->keyboard, &typist->before) != 0)
        return false;
    fcntl(typist->terminal, F_SETFD, FD_CLOEXEC);
    fcntl(typist->keyboard, F_SETFD, FD_CLOEXEC);
    int told[2];
    if (pipe(told) != 0)
        return false;
    fcntl(told[0], F_SETFD, FD_CLOEXEC);
    fcntl(told[1], F_SETFD, FD_CLOEXEC);
    typist->shell = fork();
    if (typist->shell == 0)
        _exit(run_shell(name, told[1], arguments));
    return read(told[0], &typist->program, sizeof typist->program) ==
           sizeof typist->program;
}

int main(int argc, char **argv)
{
    static Typist typist;
    int steps = 1;
    while (steps < argc && strcmp(argv[steps], "--") != 0)
        steps++;
    if (steps + 1 >= argc || !open_terminal(&typist, argv + steps + 1)) {
        fprintf(stderr, "typist: no terminal, or no program\n");
        return 2;
    }
    bool is_fine = true;
    for (int i = 1; i < steps && is_fine; i++) {
        is_fine = do_step(&typist, argv[i]);
        if (!is_fine)
            fprintf(stderr, "typist: \"%s\" did not hold\n", argv[i]);
    }
    if (typist.program > 0) {
        kill(typist.program, SIGKILL);
        waitpid(typist.shell, NULL, 0);
    }
    fwrite(typist.shown, 1, typist.length, stdout);
    return is_fine ? 0 : 1;
}
