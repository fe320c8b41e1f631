/* SPDX-License-Identifier: MIT */
/* The people who can be reached, as a list: one row for each way to reach one of them. */
#include "app/desk.h"
#include "app/people_words.h"
#include "app/quote.h"
#include "app/verbs.h"
#include "store/paths.h"

#include <stdlib.h>
#include <string.h>

static void print_languages(const Helpline *line)
{
    for (int32_t i = 0; i < line->language_count; i++)
        printf("%s%s", i > 0 ? ", " : "", line->languages[i]);
    putchar('\t');
}

static void print_line(const Helpline *line, int64_t today)
{
    char date[PEOPLE_DATE_MAX];
    verb_list_cell(stdout, line->country, '\t');
    print_languages(line);
    verb_list_cell(stdout, line->name, '\t');
    verb_list_cell(stdout, helpline_channels[line->channel], '\t');
    verb_list_cell(stdout, line->number, '\t');
    verb_list_cell(stdout, line->hours, '\t');
    verb_list_cell(stdout, line->cost, '\t');
    verb_list_cell(stdout, line->scope, '\t');
    verb_list_cell(stdout, line->source, '\t');
    verb_list_cell(stdout, people_date_code(&line->date, date), '\t');
    verb_list_cell(stdout, line->checked_by, '\t');
    puts(helpline_is_old(line, today) ? "yes" : "no");
}

/* Small letters are as good as capitals. */
static bool is_asked_for(const char *asked, const Helpline *line)
{
    return asked == NULL || strcasecmp(asked, line->country) == 0;
}

static Status print_all(const Helplines *lines, const char *asked, Error *error)
{
    const int64_t today = desk_today();
    char quoted[QUOTE_TEXT_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < lines->count; i++)
        count += is_asked_for(asked, &lines->items[i]);
    if (count == 0 && asked != NULL) {
        error_set(error,
                  "there is no row for %s; leeway list helplines shows them all, and a "
                  "country is two letters, such as IE",
                  quote_text(asked, quoted));
        return STATUS_USAGE;
    }
    puts("country\tlanguage\tname\tchannel\tnumber\thours\tcost\tscope\tsource\tdate\t"
         "checked_by\tolder_than_half_a_year");
    for (int32_t i = 0; i < lines->count; i++)
        if (is_asked_for(asked, &lines->items[i]))
            print_line(&lines->items[i], today);
    return STATUS_FINE;
}

Status verb_list_helplines(const Options *options, Error *error)
{
    FilePath path;
    Helplines *lines = malloc(sizeof *lines);
    Status status = STATUS_FAILED;
    if (lines == NULL)
        error_set(error, "there is not enough memory to read the helplines");
    else if (paths_asset("helplines.tsv", &path, error) &&
             helplines_load(path.text, lines, error))
        status = print_all(lines, options->values[OPTION_COUNTRY], error);
    free(lines);
    return status;
}
