/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* explicit_bzero, madvise */
#include "app/secret.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { SWEEP_BYTES = 256 * 1024 };

/* How the process was before something was held in it: one process, one answer. */
static struct {
    bool is_held;
    int dumpable;
    struct rlimit core;
} before;

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

static void hold(void)
{
    before.dumpable = prctl(PR_GET_DUMPABLE);
    getrlimit(RLIMIT_CORE, &before.core);
    /* The soft limit alone: the hard one could not be given back. */
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, before.core.rlim_max });
    prctl(PR_SET_DUMPABLE, 0);
}

static void let_go(void)
{
    setrlimit(RLIMIT_CORE, &before.core);
    if (before.dumpable == 1)
        prctl(PR_SET_DUMPABLE, 1);
}

void secret_hold(bool holds)
{
    if (holds == before.is_held)
        return;
    if (holds)
        hold();
    else
        let_go();
    before.is_held = holds;
}

bool secret_is_held(void)
{
    return before.is_held;
}

__attribute__((noinline)) void secret_sweep(void)
{
    char below[SWEEP_BYTES];
    explicit_bzero(below, sizeof below);
}
