/* SPDX-License-Identifier: MIT */
#include "store/helplines.h"

#include "store/files.h"
#include "store/lines.h"
#include "store/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef enum Column {
    COLUMN_COUNTRY,
    COLUMN_LANGUAGE,
    COLUMN_NAME,
    COLUMN_CHANNEL,
    COLUMN_NUMBER,
    COLUMN_HOURS,
    COLUMN_COST,
    COLUMN_SCOPE,
    COLUMN_SOURCE,
    COLUMN_DATE,
    COLUMN_CHECKED_BY,
    COLUMN_COUNT
} Column;

static const char *const column_names[COLUMN_COUNT] = {
    [COLUMN_COUNTRY] = "country",
    [COLUMN_LANGUAGE] = "language",
    [COLUMN_NAME] = "name",
    [COLUMN_CHANNEL] = "channel",
    [COLUMN_NUMBER] = "number",
    [COLUMN_HOURS] = "hours",
    [COLUMN_COST] = "cost",
    [COLUMN_SCOPE] = "scope",
    [COLUMN_SOURCE] = "source",
    [COLUMN_DATE] = "date",
    [COLUMN_CHECKED_BY] = "checked by",
};

const char *const helpline_channels[HELPLINE_CHANNEL_COUNT + 1] = {
    [HELPLINE_CALL] = "call",           [HELPLINE_TEXT] = "text",
    [HELPLINE_CHAT] = "chat",           [HELPLINE_WHATSAPP] = "whatsapp",
    [HELPLINE_EMERGENCY] = "emergency",
};

/* A stretch of the file. */
typedef struct Cell {
    const char *at;
    size_t size;
} Cell;

/* A line of the file, and where it is told. */
typedef struct Row {
    Helplines *out;
    int32_t line;
    const char *start;
    Cell cells[COLUMN_COUNT];
    int32_t count; /* of cells, also those that have no room here */
    bool is_good;
} Row;

static bool is_letter_at(const char *at, size_t size)
{
    return utf8_letter(at, size) > 0 && (unsigned char)*at >= ' ' && *at != 0x7F;
}

__attribute__((format(printf, 3, 4))) static void blame(Row *row, const char *at,
                                                        const char *format, ...)
{
    Helplines *out = row->out;
    row->is_good = false;
    if (out->problem_count++ >= HELPLINES_PROBLEMS_MAX)
        return;
    HelplinesProblem *problem = &out->problems[out->problem_count - 1];
    problem->line = row->line;
    problem->column = 1 + utf8_count(row->start, (size_t)(at - row->start));
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(problem->sentence, sizeof problem->sentence, format, arguments);
    va_end(arguments);
}

/* --- cells --- */

static Cell trimmed(Cell cell)
{
    while (cell.size > 0 && cell.at[0] == ' ')
        cell.at++, cell.size--;
    while (cell.size > 0 && cell.at[cell.size - 1] == ' ')
        cell.size--;
    return cell;
}

static void split(Row *row, Cell text)
{
    for (;;) {
        const char *tab = text.size > 0 ? memchr(text.at, '\t', text.size) : NULL;
        const size_t size = tab != NULL ? (size_t)(tab - text.at) : text.size;
        if (row->count < COLUMN_COUNT)
            row->cells[row->count] = trimmed((Cell){ text.at, size });
        row->count++;
        if (tab == NULL)
            return;
        text.at += size + 1;
        text.size -= size + 1;
    }
}

static bool is_cell(Cell cell, const char *text)
{
    return cell.size == strlen(text) && memcmp(cell.at, text, cell.size) == 0;
}

/* Copies a cell, as far as it has only letters in it and room. */
static void read_text(Row *row, Column column, char *out, size_t size)
{
    const Cell cell = row->cells[column];
    for (size_t i = 0, length; i < cell.size; i += length) {
        length = utf8_letter(cell.at + i, cell.size - i);
        if (!is_letter_at(cell.at + i, cell.size - i)) {
            blame(row, cell.at + i, "this byte is no letter of UTF-8 text");
            return;
        }
    }
    if (cell.size >= size) {
        blame(row, cell.at, "the %s has %d bytes; there is room for %d",
              column_names[column], (int)cell.size, (int)size - 1);
        return;
    }
    memcpy(out, cell.at, cell.size);
    out[cell.size] = '\0';
}

static void read_needed(Row *row, Column column, char *out, size_t size)
{
    if (row->cells[column].size == 0)
        blame(row, row->cells[column].at, "the %s is missing", column_names[column]);
    else
        read_text(row, column, out, size);
}

static void read_country(Row *row, Helpline *line)
{
    const Cell cell = row->cells[COLUMN_COUNTRY];
    if (cell.size == 2)
        memcpy(line->country, cell.at, 2);
    if (countries_name(line->country) == NULL)
        blame(row, cell.at,
              "this is no country; a country is two capitals of ISO 3166, such as IE");
}

/* "de, fr": one that nobody knows is told where it stands. */
static void read_languages(Row *row, Helpline *line)
{
    Cell rest = row->cells[COLUMN_LANGUAGE];
    while (rest.size > 0) {
        const char *comma = memchr(rest.at, ',', rest.size);
        const size_t size = comma != NULL ? (size_t)(comma - rest.at) : rest.size;
        const Cell cell = trimmed((Cell){ rest.at, size });
        char code[COUNTRIES_CODE_MAX] = "";
        if (cell.size == 2)
            memcpy(code, cell.at, 2);
        if (languages_name(code) == NULL) {
            blame(row, cell.at,
                  "this is no language Leeway has a name for; one is two small letters "
                  "of ISO 639, such as en, with commas between several");
            return;
        }
        if (line->language_count == HELPLINES_LANGUAGES_MAX) {
            blame(row, cell.at, "there is room for %d languages",
                  HELPLINES_LANGUAGES_MAX);
            return;
        }
        memcpy(line->languages[line->language_count++], code, sizeof code);
        rest.at += comma != NULL ? size + 1 : size;
        rest.size -= comma != NULL ? size + 1 : size;
    }
}

static void read_channel(Row *row, Helpline *line)
{
    const Cell cell = row->cells[COLUMN_CHANNEL];
    for (int i = 0; i < HELPLINE_CHANNEL_COUNT; i++)
        if (is_cell(cell, helpline_channels[i])) {
            line->channel = (HelplineChannel)i;
            return;
        }
    blame(row, cell.at, "the channel is call, text, chat, whatsapp or emergency");
}

/* --- dates --- */

static bool is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* The days of the year before a month from 1 to 13. */
static int32_t days_before(int32_t year, int32_t month)
{
    static const int32_t days[] = { 0,   31,  59,  90,  120, 151, 181,
                                    212, 243, 273, 304, 334, 365 };
    return days[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

/* Reads exactly `count` digits; -1 where they are none. */
static int32_t digits(Cell cell, size_t at, size_t count)
{
    int32_t value = 0;
    if (at + count > cell.size)
        return -1;
    for (size_t i = at; i < at + count; i++) {
        if (cell.at[i] < '0' || cell.at[i] > '9')
            return -1;
        value = value * 10 + (cell.at[i] - '0');
    }
    return value;
}

/* "2026", "2026-01" or "2026-01-18" of a day that there is. */
static bool is_date(Cell cell, HelplineDate *date)
{
    const bool has_month = cell.size > 4, has_day = cell.size > 7;
    if (cell.size != 4 && cell.size != 7 && cell.size != 10)
        return false;
    if ((has_month && cell.at[4] != '-') || (has_day && cell.at[7] != '-'))
        return false;
    *date = (HelplineDate){ digits(cell, 0, 4), has_month ? digits(cell, 5, 2) : 0,
                            has_day ? digits(cell, 8, 2) : 0 };
    if (date->year < 1900 || (has_month && (date->month < 1 || date->month > 12)))
        return false;
    return !has_day ||
           (date->day >= 1 && date->day <= days_before(date->year, date->month + 1) -
                                               days_before(date->year, date->month));
}

static void read_date(Row *row, Helpline *line)
{
    const Cell cell = row->cells[COLUMN_DATE];
    if (!is_cell(cell, "unknown") && !is_date(cell, &line->date)) {
        line->date = (HelplineDate){ 0, 0, 0 };
        blame(row, cell.at,
              "this is no date; 2026-01-18, 2026-01, 2026 or unknown would be right");
    }
}

int64_t helpline_date_day(const HelplineDate *date)
{
    const int64_t before = date->year - 1; /* whole years before this one */
    const int32_t month = date->month > 0 ? date->month : 1;
    if (date->year == 0)
        return -1;
    return before * 365 + before / 4 - before / 100 + before / 400 +
           days_before(date->year, month) + (date->day > 0 ? date->day - 1 : 0);
}

bool helpline_is_old(const Helpline *line, int64_t today)
{
    const int64_t day = helpline_date_day(&line->date);
    return day < 0 || today - day > HELPLINES_OLD_DAYS;
}

int32_t helplines_old_count(const Helplines *lines, int64_t today)
{
    int32_t count = 0;
    for (int32_t i = 0; i < lines->count; i++)
        count += helpline_is_old(&lines->items[i], today);
    return count;
}

/* --- rows --- */

static void tell_count(Row *row)
{
    blame(row, row->start,
          "this row has %d column%s; there are %d, from country to checked by, with one "
          "tab between them",
          (int)row->count, row->count == 1 ? "" : "s", (int)COLUMN_COUNT);
}

static void read_names(Row *row)
{
    if (row->count != COLUMN_COUNT) {
        tell_count(row);
        return;
    }
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (!is_cell(row->cells[i], column_names[i]))
            blame(row, row->cells[i].at, "the name of column %d is \"%s\"", i + 1,
                  column_names[i]);
}

static bool is_same(const Helpline *one, const Helpline *other)
{
    return one->channel == other->channel && strcmp(one->country, other->country) == 0 &&
           strcmp(one->name, other->name) == 0 && strcmp(one->number, other->number) == 0;
}

static void keep(Row *row, const Helpline *line)
{
    Helplines *out = row->out;
    for (int32_t i = 0; i < out->count; i++)
        if (is_same(&out->items[i], line)) {
            blame(row, row->start, "this way to reach %s stands there already",
                  line->name);
            return;
        }
    if (out->count == HELPLINES_MAX)
        blame(row, row->start, "there are more than %d rows", HELPLINES_MAX);
    else
        out->items[out->count++] = *line;
}

/* Each cell is read whatever became of the others: all problems are told at once. */
static void read_row(Row *row)
{
    Helpline line = { .country = "" };
    if (row->count != COLUMN_COUNT) {
        tell_count(row);
        return;
    }
    read_country(row, &line);
    read_languages(row, &line);
    read_channel(row, &line);
    read_date(row, &line);
    read_needed(row, COLUMN_NAME, line.name, sizeof line.name);
    read_needed(row, COLUMN_NUMBER, line.number, sizeof line.number);
    read_text(row, COLUMN_HOURS, line.hours, sizeof line.hours);
    read_text(row, COLUMN_COST, line.cost, sizeof line.cost);
    read_text(row, COLUMN_SCOPE, line.scope, sizeof line.scope);
    read_needed(row, COLUMN_SOURCE, line.source, sizeof line.source);
    read_needed(row, COLUMN_CHECKED_BY, line.checked_by, sizeof line.checked_by);
    if (row->is_good)
        keep(row, &line);
}

/* Without what ends a line. */
static Cell next_line(Cell *rest)
{
    const char *end = memchr(rest->at, '\n', rest->size);
    const size_t size = end != NULL ? (size_t)(end - rest->at) : rest->size;
    Cell line = { rest->at, size };
    rest->at += end != NULL ? size + 1 : size;
    rest->size -= end != NULL ? size + 1 : size;
    if (line.size > 0 && line.at[line.size - 1] == '\r')
        line.size--;
    return line;
}

static bool has_row(Cell line)
{
    return trimmed(line).size > 0 && line.at[0] != '#';
}

void helplines_read(const char *bytes, size_t size, Helplines *out)
{
    Cell rest = { bytes, size };
    bool is_named = false;
    int32_t number = 1;
    memset(out, 0, sizeof *out);
    for (; rest.size > 0; number++) {
        const Cell line = next_line(&rest);
        Row row = { .out = out, .line = number, .start = line.at, .is_good = true };
        if (!has_row(line))
            continue;
        split(&row, line);
        if (is_named)
            read_row(&row);
        else
            read_names(&row);
        is_named = true;
    }
    Row last = { .out = out, .line = number, .start = rest.at };
    if (!is_named)
        blame(&last, last.start, "there is no row in this file");
}

/* --- files --- */

const char *helplines_report(const Helplines *lines, const char *file, int32_t problem,
                             char out[HELPLINES_REPORT_MAX])
{
    const HelplinesProblem *told = &lines->problems[problem];
    snprintf(out, HELPLINES_REPORT_MAX, "%.700s:%d:%d: %s", file, (int)told->line,
             (int)told->column, told->sentence);
    return out;
}

/* The first of them, on one line, with how many more there are. */
static void tell(const Helplines *lines, const char *path, Error *error)
{
    char report[HELPLINES_REPORT_MAX];
    const int more = (int)lines->problem_count - 1;
    helplines_report(lines, path, 0, report);
    if (more > 0)
        error_set(error, "%s (and %d more)", report, more);
    else
        error_set(error, "%s", report);
}

bool helplines_load(const char *path, Helplines *out, Error *error)
{
    FileText text;
    memset(out, 0, sizeof *out);
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return false;
    if (text.bytes == NULL || text.size > LINES_FILE_MAX) {
        error_set(error,
                  text.bytes == NULL ? "%.300s is not there"
                                     : "%.300s is longer than a table may be",
                  path);
        files_close(&text);
        return false;
    }
    helplines_read(text.bytes, text.size, out);
    files_close(&text);
    if (out->problem_count > 0)
        tell(out, path, error);
    return out->problem_count == 0;
}
