/* SPDX-License-Identifier: MIT */
/* recorded.h -- a recording that somebody sent, as samples.
 *
 * What libsndfile does not read (a phone's m4a, aac, amr, 3gp) is first converted by
 * ffmpeg where that is installed: without a shell, into a temporary file that is gone
 * afterwards, with limits of time and size. Blocks. */
#ifndef LEEWAY_APP_RECORDED_H
#define LEEWAY_APP_RECORDED_H

#include "core/error.h"
#include "sound/cut.h"

#include <stdbool.h>

/* Reads it; the samples are the caller's, for free. False with a sentence that says what
 * to do. */
bool recorded_open(const char *path, CutSound *sound, Error *error);

#endif
