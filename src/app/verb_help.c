/* SPDX-License-Identifier: MIT */
#include "app/verbs.h"

enum { LINE_MAX_BYTES = 96 };

/* "leeway plan breathe [PATTERN]", without blanks at the end. */
static const char *usage_of(VerbId verb, char out[LINE_MAX_BYTES])
{
    const VerbRow *row = &verb_rows[verb];
    snprintf(out, LINE_MAX_BYTES, "leeway%s%s%s%s", row->name[0] != '\0' ? " " : "",
             row->name, row->usage[0] != '\0' ? " " : "", row->usage);
    return out;
}

static void print_options(FILE *out, uint32_t verbs)
{
    fputs("\nOptions:\n", out);
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        const OptionRow *row = &option_rows[id];
        char flag[OPTIONS_FLAG_MAX], usage[LINE_MAX_BYTES];
        if ((row->verbs & verbs) == 0)
            continue;
        snprintf(usage, sizeof usage, "%s %s", options_flag(id, flag),
                 row->argument != NULL ? row->argument : "");
        fprintf(out, "  %-17s  %s\n", usage, row->help);
    }
}

static void print_one(FILE *out, VerbId verb)
{
    const VerbRow *row = &verb_rows[verb];
    char usage[LINE_MAX_BYTES];
    fprintf(out, "Usage: %s [OPTION ...]\n\n%s: %s.\n%s", usage_of(verb, usage),
            row->name, row->help, row->more);
    print_options(out, 1u << verb);
    fprintf(out, "\nExample: %s\n", row->example);
}

static void print_verbs(FILE *out)
{
    for (VerbId id = 0; id < VERB_COUNT; id++) {
        char usage[LINE_MAX_BYTES];
        fprintf(out, "  %-40s  %s\n", usage_of(id, usage), verb_rows[id].help);
    }
}

static void print_all(FILE *out)
{
    fputs("Usage: leeway [VERB] [OPTION ...]\n\n", out);
    print_verbs(out);
    print_options(out, ~0u);
    fprintf(out,
            "\nExample: %s\n"
            "leeway VERB --help tells more about one of them.\n\n"
            "Exit status: 0 fine, 1 not done, 2 wrong usage, 3 a file has errors,\n"
            "4 no display.\n",
            verb_rows[VERB_BREATHE].example);
}

void verb_help(FILE *out, VerbId verb)
{
    if (verb == VERB_HOME)
        print_all(out);
    else
        print_one(out, verb);
}
