/* SPDX-License-Identifier: MIT */
#include "store/lines.h"
#include "store/lines_raw.h"
#include "store/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    SHOWN_LETTERS = 72, /* of a line */
    SHOWN_BEFORE = 40,  /* of them before the place, when the line is longer */
    SHOWN_NAME = 300    /* bytes of a file's name */
};

static int32_t kept_problems(const Lines *lines)
{
    return lines->problem_count < LINES_PROBLEMS_MAX ? lines->problem_count
                                                     : LINES_PROBLEMS_MAX;
}

/* Makes room where the problem belongs by its place; the last one falls off when there
 * are too many. Returns NULL when that is the new one. */
static LinesProblem *insert_problem(Lines *lines, int32_t line, int32_t column)
{
    const int32_t count = kept_problems(lines);
    int32_t at = count;
    while (at > 0 && (lines->problems[at - 1].line > line ||
                      (lines->problems[at - 1].line == line &&
                       lines->problems[at - 1].column > column)))
        at--;
    lines->problem_count++;
    if (at == LINES_PROBLEMS_MAX)
        return NULL;
    const int32_t moved = (count < LINES_PROBLEMS_MAX ? count : count - 1) - at;
    memmove(&lines->problems[at + 1], &lines->problems[at],
            (size_t)moved * sizeof *lines->problems);
    return &lines->problems[at];
}

void lines_blame(Lines *lines, int32_t line, int32_t column, const char *format, ...)
{
    LinesProblem *problem = insert_problem(lines, line, column);
    if (problem == NULL)
        return;
    problem->line = line;
    problem->column = column;
    va_list args;
    va_start(args, format);
    vsnprintf(problem->sentence, sizeof problem->sentence, format, args);
    va_end(args);
}

/* The end of a name, which is where long ones differ. */
static const char *shown_name(const Lines *lines)
{
    const size_t length = strlen(lines->name);
    return length > SHOWN_NAME ? lines->name + length - SHOWN_NAME : lines->name;
}

/* Appends one letter as it can be shown: what has no shape becomes U+FFFD, a tab a space,
 * so that every letter takes one column. Returns the bytes it took from the line. */
static size_t append_letter(char *out, const char *bytes, size_t size)
{
    const size_t length = utf8_letter(bytes, size);
    const unsigned char c = (unsigned char)bytes[0];
    const size_t used = strlen(out);
    if (c == '\t')
        strcpy(out + used, " ");
    else if (length == 0 || c < 0x20 || c == 0x7F)
        strcpy(out + used, "\xEF\xBF\xBD");
    else
        strncat(out + used, bytes, length); /* which looks at no more than that */
    return length > 0 ? length : 1;
}

/* Appends the part of the line around the place, and the mark under it. */
static void append_line(char *out, const LinesRaw *raw, int32_t column)
{
    size_t size = raw->size;
    while (size > 0 && (raw->bytes[size - 1] == '\n' || raw->bytes[size - 1] == '\r'))
        size--;
    const int32_t first = column > SHOWN_LETTERS ? column - SHOWN_BEFORE : 1;
    strcat(out, "\n    ");
    size_t at = 0;
    for (int32_t letter = 1; at < size && letter < first + SHOWN_LETTERS; letter++) {
        char shown[8] = "";
        at += append_letter(shown, raw->bytes + at, size - at);
        if (letter >= first)
            strcat(out, shown);
    }
    sprintf(out + strlen(out), "\n    %*s", column - first + 1, "^");
}

const char *lines_report(const Lines *lines, int32_t problem, char out[LINES_REPORT_MAX])
{
    assert(problem >= 0 && problem < kept_problems(lines));
    const LinesProblem *told = &lines->problems[problem];
    snprintf(out, LINES_REPORT_MAX, "%s:%d:%d: %s", shown_name(lines), told->line,
             told->column, told->sentence);
    if (told->line <= lines->raw_count)
        append_line(out, &lines->raw[told->line - 1], told->column);
    return out;
}
/* Name, numbers and sentence, then two lines of at most four bytes a letter. */
_Static_assert(SHOWN_NAME + 32 + LINES_SENTENCE_MAX + 4 * SHOWN_LETTERS + SHOWN_LETTERS +
                       16 <
                   LINES_REPORT_MAX,
               "a report always fits");

bool lines_is_good(const Lines *lines, Error *error)
{
    if (lines->problem_count == 0)
        return true;
    const LinesProblem *first = &lines->problems[0];
    char more[32] = "";
    if (lines->problem_count > 1)
        snprintf(more, sizeof more, " (and %d more)", lines->problem_count - 1);
    error_set(error, "%s:%d:%d: %s%s", shown_name(lines), first->line, first->column,
              first->sentence, more);
    return false;
}
