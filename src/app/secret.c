/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* explicit_bzero, madvise */
#include "app/secret.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { SWEEP_BYTES = 256 * 1024 };

/* In whole pages: what is advised for a page counts for all of it. */
static size_t in_pages(size_t size)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    return (size + page - 1) / page * page;
}

void *secret_open(size_t size, Error *error)
{
    const size_t pages = in_pages(size);
    void *memory =
        mmap(NULL, pages, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        error_set(error, "there is no memory left to write in");
        return NULL;
    }
    mlock(memory, pages); /* where that is refused it may be swapped, and that is all */
    madvise(memory, pages, MADV_DONTDUMP);
    return memory;
}

void secret_close(void *memory, size_t size)
{
    if (memory == NULL)
        return;
    explicit_bzero(memory, size);
    munmap(memory, in_pages(size));
}

void secret_cover(void *memory, size_t size)
{
    char *at = memory;
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), before = (uintptr_t)at % page;
    mlock(at - before, in_pages(before + size));
    madvise(at - before, in_pages(before + size), MADV_DONTDUMP);
}

/* One process, one answer. */
static bool is_held;

void secret_hold(void)
{
    struct rlimit core;
    if (is_held)
        return;
    /* The soft limit alone: programs that are started have it as well, and may raise it.
     */
    if (getrlimit(RLIMIT_CORE, &core) == 0)
        setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, core.rlim_max });
    prctl(PR_SET_DUMPABLE, 0);
    is_held = true;
}

bool secret_is_held(void)
{
    return is_held;
}

__attribute__((noinline)) void secret_sweep(void)
{
    char below[SWEEP_BYTES];
    explicit_bzero(below, sizeof below);
}
