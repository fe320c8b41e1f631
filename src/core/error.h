/* SPDX-License-Identifier: MIT */
/* error.h -- one sentence about what failed, fit to show a person.
 *
 * For failing machines only: bad data is told by x_problem() functions, a programmer's
 * mistake by assert. The caller owns the Error; NULL is allowed where nobody listens. */
#ifndef LEEWAY_CORE_ERROR_H
#define LEEWAY_CORE_ERROR_H

typedef struct Error {
    char text[512];
} Error;

/* Writes the sentence, cut to what fits. Does nothing when error is NULL. */
void error_set(Error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
