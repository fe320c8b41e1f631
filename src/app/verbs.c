/* SPDX-License-Identifier: MIT */
#include "app/verbs.h"

#include "app/quote.h"
#include "core/pattern.h"
#include "store/nearest.h"

#include <string.h>

const VerbRow verb_rows[VERB_COUNT] = {
    [VERB_HOME] = {
        .name = "",
        .usage = "",
        .help = "open the window, already breathing",
        .more = "",
        .example = "leeway --fullscreen",
        .words_max = 0,
        .run = verb_window,
    },
    [VERB_BREATHE] = {
        .name = "breathe",
        .usage = "[PATTERN]",
        .help = "open the window on a breath pattern",
        .more = "A pattern is a name from leeway list patterns, or seconds:\n"
                "  4-6        in, out\n"
                "  4-7-8      in, hold, out\n"
                "  4-4-4-4    in, hold, out, hold\n"
                "  1.5+0.7-5  in, in again, out\n"
                "Without one it is 4-6 --from 3.5-4.5.\n",
        .example = "leeway breathe 4-6 --minutes 5",
        .words_max = 1,
        .run = verb_window,
    },
    [VERB_PLAN] = {
        .name = "plan",
        .usage = "breathe [PATTERN]",
        .help = "print what would happen",
        .more = "Times are milliseconds, columns are separated by tabs.\n",
        .example = "leeway plan breathe 4-6 --minutes 5",
        .words_max = 2,
        .run = verb_plan,
    },
    [VERB_EXPORT] = {
        .name = "export",
        .usage = "breathe [PATTERN] -o FILE",
        .help = "write the sound of it to a file",
        .more = "The file is a WAV. Ocean and marks are in it unless told otherwise.\n",
        .example = "leeway export breathe 4-6 -o calm.wav",
        .words_max = 2,
        .run = verb_export,
    },
    [VERB_PICTURE] = {
        .name = "picture",
        .usage = "breathe [PATTERN] -o FILE",
        .help = "paint one moment of it",
        .more = "The file is a PNG: the shape and the word, 1280x720 unless told "
                "otherwise.\n",
        .example = "leeway picture breathe 4-6 --at 5 -o calm.png",
        .words_max = 2,
        .run = verb_picture,
    },
    [VERB_LIST] = {
        .name = "list",
        .usage = "WHAT",
        .help = "list what there is to name",
        .more = "WHAT is " VERB_LIST_NAMES ".\n",
        .example = "leeway list patterns",
        .words_max = 1,
        .run = verb_list,
    },
    [VERB_DOCTOR] = {
        .name = "doctor",
        .usage = "",
        .help = "tell what works on this machine",
        .more = "Nothing is written, and no sound is made.\n",
        .example = "leeway doctor",
        .words_max = 0,
        .run = verb_doctor,
    },
    [VERB_PRIVACY] = {
        .name = "privacy",
        .usage = "",
        .help = "tell every path that is ever written",
        .more = "",
        .example = "leeway privacy",
        .words_max = 0,
        .run = verb_privacy,
    },
    [VERB_FORGET] = {
        .name = "forget",
        .usage = "",
        .help = "erase what is kept",
        .more = "What is your own work goes only with --all; there is none yet.\n",
        .example = "leeway forget",
        .words_max = 0,
        .run = verb_forget,
    },
};
_Static_assert(sizeof verb_rows / sizeof verb_rows[0] == VERB_COUNT,
               "a row for every verb");

static void tell_no_verb(const char *typed, Error *error)
{
    char quoted[QUOTE_TEXT_MAX];
    quote_text(typed, quoted);
    BreathPattern pattern;
    if (pattern_parse(typed, &pattern) == NULL) {
        error_set(error, "there is no %s by itself, leeway breathe %s would be right",
                  quoted, typed);
        return;
    }
    const char *names[VERB_COUNT] = { NULL }; /* without the nameless one */
    for (VerbId id = VERB_HOME + 1; id < VERB_COUNT; id++)
        names[id - 1] = verb_rows[id].name;
    const char *nearest = nearest_word(typed, names);
    if (nearest != NULL)
        error_set(error, "there is no %s, %s would be right", quoted, nearest);
    else
        error_set(error, "there is no %s, leeway --help shows what there is", quoted);
}

static bool find_verb(const Options *options, VerbId *verb, Error *error)
{
    *verb = VERB_HOME;
    if (options->word_count == 0)
        return true;
    for (VerbId id = 0; id < VERB_COUNT; id++) {
        if (id != VERB_HOME && strcmp(options->words[0], verb_rows[id].name) == 0) {
            *verb = id;
            return true;
        }
    }
    tell_no_verb(options->words[0], error);
    return false;
}

static bool takes_words(VerbId verb, const Options *options, Error *error)
{
    const int32_t most = verb_rows[verb].words_max + 1;
    if (options->word_count <= most)
        return true;
    char quoted[QUOTE_TEXT_MAX];
    error_set(error, "%s is one word too many, %s would be right",
              quote_text(options->words[most], quoted), verb_rows[verb].example);
    return false;
}

/* The name of the first verb that takes an option. */
static const char *verb_taking(OptionId option)
{
    VerbId id = VERB_HOME + 1;
    while ((option_rows[option].verbs & 1u << id) == 0)
        id++;
    return verb_rows[id].name;
}

static bool takes_options(VerbId verb, const Options *options, Error *error)
{
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        if (options->values[id] == NULL || (option_rows[id].verbs & 1u << verb) != 0)
            continue;
        char flag[OPTIONS_FLAG_MAX];
        const char *name = verb == VERB_HOME ? "leeway by itself" : verb_rows[verb].name;
        error_set(error, "%s takes no %s, %s does", name, options_flag(id, flag),
                  verb_taking(id));
        return false;
    }
    return true;
}

Status verb_check_practice(const Options *options, Error *error)
{
    const char *breathe = verb_rows[VERB_BREATHE].name;
    char quoted[QUOTE_TEXT_MAX];
    if (options->word_count < 2)
        error_set(error, "%s needs a practice, leeway %s breathe 4-6 would be right",
                  options->words[0], options->words[0]);
    else if (strcmp(options->words[1], breathe) != 0)
        error_set(error, "there is no practice %s, %s would be right",
                  quote_text(options->words[1], quoted), breathe);
    else
        return STATUS_FINE;
    return STATUS_USAGE;
}

Status verbs_run(int argc, char **argv, Error *error)
{
    Options options;
    VerbId verb;
    if (!options_parse(argc, argv, &options, error) || !find_verb(&options, &verb, error))
        return STATUS_USAGE;
    if (options.values[OPTION_VERSION] != NULL) {
        printf("leeway %s\n", LEEWAY_VERSION);
        return STATUS_FINE;
    }
    if (options.values[OPTION_HELP] != NULL) {
        verb_help(stdout, verb);
        return STATUS_FINE;
    }
    if (!takes_words(verb, &options, error) || !takes_options(verb, &options, error))
        return STATUS_USAGE;
    return verb_rows[verb].run(&options, error);
}
