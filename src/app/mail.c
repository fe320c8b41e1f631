/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* explicit_bzero, POSIX_SPAWN_SETSID */
#include "app/mail.h"

#include "app/mail_address.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define OPENER "xdg-open"

enum {
    /* Where the desktop has no service for it, the opener is there as long as the mail
     * program is; what is wrong it says well before. */
    PATIENCE_US = 3000000,
    PATH_MAX_BYTES = 4096
};

extern char **environ;

typedef enum TaskState { TASK_WAITS, TASK_WORKED, TASK_FAILED } TaskState;

struct MailTask {
    pid_t child;
    _Atomic TaskState state;
    atomic_int holders; /* who is last frees it */
};

const char *mail_says(MailNews news)
{
    static const char *const says[MAIL_NEWS_COUNT] = {
        [MAIL_NOTHING] = "There is nothing to hand over yet.",
        [MAIL_HANDED] = "The mail program has it now, and may save a draft.",
        [MAIL_NO_ANSWER] = "No mail program answered; the text can be copied instead.",
        [MAIL_TOO_LONG] = "That is longer than a mail program takes; it can be copied "
                          "instead.",
    };
    return says[news];
}

/* --- the program --- */

static void let_go(MailTask *task)
{
    if (atomic_fetch_sub(&task->holders, 1) == 1)
        free(task);
}

static void *wait_for_end(void *opaque)
{
    MailTask *task = opaque;
    int status = 0;
    const pid_t ended = waitpid(task->child, &status, 0);
    /* Where nobody hears of children that end (SIGCHLD is ignored, also by whoever
     * started Leeway), it ended somehow: nothing is known against it. */
    const bool is_unknown = ended < 0 && errno == ECHILD;
    const bool is_good = is_unknown || (ended == task->child && WIFEXITED(status) &&
                                        WEXITSTATUS(status) == 0);
    atomic_store(&task->state, is_good ? TASK_WORKED : TASK_FAILED);
    let_go(task);
    return NULL;
}

/* Apart from the terminal, and with the signals as they usually are. */
static int spawn(const char *address, pid_t *child)
{
    const char *const arguments[] = { OPENER, address, NULL };
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t ignored;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        posix_spawn_file_actions_addopen(&files, file, "/dev/null",
                                         file == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawnattr_setsigdefault(&how, &ignored);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF);
    const int problem =
        posix_spawnp(child, OPENER, &files, &how, (char *const *)arguments, environ);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

/* Signals are for the main thread. */
static bool watch(MailTask *task)
{
    pthread_t thread;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool is_watched = pthread_create(&thread, NULL, wait_for_end, task) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (is_watched)
        pthread_detach(thread);
    return is_watched;
}

static MailTask *hand_over(const char *address)
{
    MailTask *task = calloc(1, sizeof *task);
    if (task == NULL)
        return NULL;
    atomic_init(&task->state, TASK_WAITS);
    atomic_init(&task->holders, 2);
    if (spawn(address, &task->child) != 0) {
        free(task);
        return NULL;
    }
    if (!watch(task)) {
        atomic_store(&task->state, TASK_WORKED); /* as far as anybody knows */
        atomic_store(&task->holders, 1);
    }
    return task;
}

void mail_open(Mail *mail, const char *text, int64_t now_us)
{
    char address[MAIL_ADDRESS_MAX];
    mail_close(mail);
    mail->since_us = now_us;
    if (text[0] == '\0')
        mail->news = MAIL_NOTHING;
    else if (!mail_address(text, address, sizeof address))
        mail->news = MAIL_TOO_LONG;
    else if ((mail->task = hand_over(address)) == NULL)
        mail->news = MAIL_NO_ANSWER;
    explicit_bzero(address, sizeof address);
}

void mail_mind(Mail *mail, int64_t now_us)
{
    if (mail->task == NULL)
        return;
    const TaskState state = atomic_load(&mail->task->state);
    if (state == TASK_WAITS && now_us - mail->since_us < PATIENCE_US)
        return;
    mail->news = state == TASK_FAILED ? MAIL_NO_ANSWER : MAIL_HANDED;
    let_go(mail->task);
    mail->task = NULL;
}

bool mail_is_busy(const Mail *mail)
{
    return mail->task != NULL;
}

MailNews mail_take_news(Mail *mail)
{
    const MailNews news = mail->news;
    mail->news = MAIL_NO_NEWS;
    return news;
}

bool mail_can_ask(void)
{
    const char *folders = getenv("PATH");
    char path[PATH_MAX_BYTES];
    while (folders != NULL && *folders != '\0') {
        const size_t length = strcspn(folders, ":");
        const int size =
            snprintf(path, sizeof path, "%.*s/" OPENER, (int)length, folders);
        if (size > 0 && (size_t)size < sizeof path && access(path, X_OK) == 0)
            return true;
        folders += length + (folders[length] == ':' ? 1 : 0);
    }
    return false;
}

void mail_close(Mail *mail)
{
    if (mail->task != NULL)
        let_go(mail->task);
    mail->task = NULL;
}
