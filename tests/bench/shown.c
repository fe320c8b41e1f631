/* SPDX-License-Identifier: MIT */
/* How long a command takes until it shows: milliseconds from its start to the first
 * change in one row of the screen, as Xvfb holds it (-fbdir).
 *
 *   shown FILE X Y WIDTH COMMAND...
 *
 * Prints the milliseconds, asks the command to end, and waits for it. */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORDS = 6, ROW_MAX = 4096, LOOK_NS = 100000, PATIENCE_MS = 5000 };

/* Where the head of an XWD file tells its own length, that of a line, and the colours. */
enum { HEAD_SIZE = 0, HEAD_PITCH = 12, HEAD_COLOURS = 19, HEAD_WORDS = 25 };

typedef struct Row {
    int file;
    off_t at;
    size_t bytes;
} Row;

static void need(bool holds, const char *sentence)
{
    if (holds)
        return;
    fprintf(stderr, "shown: %s\n", sentence);
    exit(2);
}

static Row row_open(char **words)
{
    unsigned char head[4 * HEAD_WORDS];
    long number[HEAD_WORDS];
    Row row = { .file = open(words[1], O_RDONLY) };
    need(row.file >= 0 && read(row.file, head, sizeof head) == (ssize_t)sizeof head,
         "the screen cannot be read");
    for (int i = 0; i < HEAD_WORDS; i++)
        number[i] = (long)head[4 * i] << 24 | head[4 * i + 1] << 16 |
                    head[4 * i + 2] << 8 | head[4 * i + 3];
    row.at = number[HEAD_SIZE] + 12 * number[HEAD_COLOURS] +
             atol(words[3]) * number[HEAD_PITCH] + 4 * atol(words[2]);
    row.bytes = 4 * (size_t)atol(words[4]);
    need(row.bytes <= 4 * ROW_MAX, "the row is too wide");
    return row;
}

static void row_read(const Row *row, unsigned char *pixels)
{
    need(pread(row->file, pixels, row->bytes, row->at) == (ssize_t)row->bytes,
         "the row is not inside the screen");
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static pid_t start(char **command)
{
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    return child;
}

int main(int count, char **words)
{
    static unsigned char before[4 * ROW_MAX], now[4 * ROW_MAX];
    need(count >= WORDS, "a screen, a row of it, and a command");
    const Row row = row_open(words);
    const struct timespec pause = { .tv_nsec = LOOK_NS };
    row_read(&row, before);
    const double from_ms = now_ms();
    const pid_t child = start(words + WORDS - 1);
    do {
        nanosleep(&pause, NULL);
        row_read(&row, now);
    } while (memcmp(before, now, row.bytes) == 0 && now_ms() < from_ms + PATIENCE_MS);
    printf("%.1f\n", now_ms() - from_ms);
    kill(child, SIGTERM);
    waitpid(child, NULL, 0);
    return 0;
}
