/* SPDX-License-Identifier: MIT */
#include "app/clipboard_holder.h"
#include "app/quote.h"
#include "app/verbs.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

/* A full disk shows only when the last of the output leaves. */
static Status finish_output(Error *error)
{
    errno = 0;
    const bool is_written = fflush(stdout) == 0 && !ferror(stdout);
    if (is_written)
        return STATUS_FINE;
    error_set(error, "the output could not be written: %s",
              strerror(errno != 0 ? errno : EIO));
    return STATUS_FAILED;
}

int main(int argc, char **argv)
{
    Error error = { "" };
    if (clipboard_holder_is_asked(argc, argv))
        return clipboard_holder_run(argc, argv);
    /* A file that may not grow is told as a full disk is, and leaves nothing behind. */
    signal(SIGXFSZ, SIG_IGN);
    Status status = verbs_run(argc, argv, &error);
    if (status == STATUS_FINE)
        status = finish_output(&error);
    if (status != STATUS_FINE)
        quote_tell(error.text);
    return (int)status;
}
