/* SPDX-License-Identifier: MIT */
#include "app/people_words.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"
};

static const char *const channel_says[HELPLINE_CHANNEL_COUNT] = {
    [HELPLINE_CALL] = "By phone",
    [HELPLINE_TEXT] = "By text message",
    [HELPLINE_CHAT] = "On a page of this name",
    [HELPLINE_WHATSAPP] = "By WhatsApp",
    [HELPLINE_EMERGENCY] = "For immediate danger, by phone",
};

const char *people_date_code(const HelplineDate *date, char out[PEOPLE_DATE_MAX])
{
    const int year = date->year, month = date->month, day = date->day;
    if (year == 0)
        strcpy(out, "unknown");
    else if (month == 0)
        snprintf(out, PEOPLE_DATE_MAX, "%04d", year);
    else if (day == 0)
        snprintf(out, PEOPLE_DATE_MAX, "%04d-%02d", year, month);
    else
        snprintf(out, PEOPLE_DATE_MAX, "%04d-%02d-%02d", year, month, day);
    return out;
}

const char *people_date_words(const HelplineDate *date, char out[PEOPLE_DATE_MAX])
{
    assert(date->year > 0 && date->month >= 0 && date->month <= 12);
    const char *month = date->month > 0 ? month_names[date->month - 1] : "";
    if (date->month == 0)
        snprintf(out, PEOPLE_DATE_MAX, "%d", (int)date->year);
    else if (date->day == 0)
        snprintf(out, PEOPLE_DATE_MAX, "%s %d", month, (int)date->year);
    else
        snprintf(out, PEOPLE_DATE_MAX, "%d %s %d", (int)date->day, month,
                 (int)date->year);
    return out;
}

__attribute__((format(printf, 2, 3))) static void add(char out[PEOPLE_TEXT_MAX],
                                                      const char *format, ...)
{
    const size_t length = strlen(out);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(out + length, PEOPLE_TEXT_MAX - length, format, arguments);
    va_end(arguments);
}

/* A cell as a sentence of its own, behind what is there. */
static void add_sentence(char out[PEOPLE_TEXT_MAX], const char *cell)
{
    const char first = cell[0];
    if (first == '\0')
        return;
    add(out, "%s%c%s.", out[0] != '\0' ? " " : "",
        first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first, cell + 1);
}

const char *people_how(const Helpline *line, char out[PEOPLE_TEXT_MAX])
{
    out[0] = '\0';
    add(out, "%s", channel_says[line->channel]);
    for (int32_t i = 0; i < line->language_count; i++) {
        const bool is_last = i == line->language_count - 1;
        add(out, "%s%s",
            i == 0    ? ", in "
            : is_last ? " or "
                      : ", ",
            languages_name(line->languages[i]));
    }
    add(out, ".");
    return out;
}

const char *people_when(const Helpline *line, char out[PEOPLE_TEXT_MAX])
{
    out[0] = '\0';
    add_sentence(out, line->hours);
    add_sentence(out, line->cost);
    return out;
}

const char *people_scope(const Helpline *line, char out[PEOPLE_TEXT_MAX])
{
    out[0] = '\0';
    add_sentence(out, line->scope);
    return out;
}

/* A day has "on" before it, a month or a year "in". */
const char *people_checked(const Helpline *line, int64_t today, char out[PEOPLE_TEXT_MAX])
{
    char date[PEOPLE_DATE_MAX];
    if (line->date.year == 0) {
        strcpy(out, "When this was checked is not known; it may have changed since.");
        return out;
    }
    snprintf(out, PEOPLE_TEXT_MAX, "%s %s %s; it may have changed.",
             helpline_is_old(line, today) ? "Checked more than half a year ago,"
                                          : "Checked",
             line->date.day > 0 ? "on" : "in", people_date_words(&line->date, date));
    return out;
}
