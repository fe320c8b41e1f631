/* SPDX-License-Identifier: MIT */
#include "app/verbs.h"

#include "app/quote.h"
#include "core/pattern.h"
#include "store/nearest.h"

#include <string.h>

#define PRACTICES "PRACTICE is breathe [PATTERN], scan [ROUTE], sit or reach.\n"

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
    [VERB_SCAN] = {
        .name = "scan",
        .usage = "[ROUTE]",
        .help = "open the window on a body scan",
        .more = "A route is a name from leeway list routes; hands-and-feet without one.\n"
                "Sensitive places are passed by unless --with names them.\n"
                "The voice is synthetic; --voice none leaves its words to the screen.\n",
        .example = "leeway scan outside-in --minutes 10 --leave-out feet",
        .words_max = 1,
        .run = verb_window,
    },
    [VERB_SIT] = {
        .name = "sit",
        .usage = "",
        .help = "open the window on a silent timer",
        .more = "A bell opens and closes it; 10 minutes unless told otherwise.\n",
        .example = "leeway sit --minutes 20 --bell every:5",
        .words_max = 0,
        .run = verb_window,
    },
    [VERB_REACH] = {
        .name = "reach",
        .usage = "",
        .help = "open the window before reaching out",
        .more = "A pause first, if wanted, then a page to write on. Nothing is sent.\n"
                "Of 60, 90 and 120 seconds 40, 60 and 90 are breaths of 4 in, 6 out.\n"
                "In the terminal, with --text, it is the pause alone.\n",
        .example = "leeway reach --seconds 120",
        .words_max = 0,
        .run = verb_window,
    },
    [VERB_PLAN] = {
        .name = "plan",
        .usage = "PRACTICE ...",
        .help = "print what would happen",
        .more = PRACTICES
                "Times are milliseconds, columns are separated by tabs.\n",
        .example = "leeway plan breathe 4-6 --minutes 5",
        .words_max = 2,
        .run = verb_plan,
    },
    [VERB_EXPORT] = {
        .name = "export",
        .usage = "PRACTICE ... -o FILE",
        .help = "write the sound of it to a file",
        .more = PRACTICES
                "The name's end says what the file is: .wav, .flac or .ogg.\n"
                "Unless told otherwise the sea and the marks are in it for breaths,\n"
                "the voice for a scan and the bells for a sit.\n",
        .example = "leeway export scan outside-in --minutes 10 -o scan.flac",
        .words_max = 2,
        .run = verb_export,
    },
    [VERB_PICTURE] = {
        .name = "picture",
        .usage = "PRACTICE ... -o FILE",
        .help = "paint one moment of it",
        .more = PRACTICES
                "The file is a PNG: the shape and the word, 1280x720 unless told "
                "otherwise.\n",
        .example = "leeway picture breathe 4-6 --at 5 -o calm.png",
        .words_max = 2,
        .run = verb_picture,
    },
    [VERB_LIST] = {
        .name = "list",
        .usage = "WHAT",
        .help = "list what there is to name",
        .more = "WHAT is one of:\n"
                "  " VERB_LIST_FIRST "\n"
                "  " VERB_LIST_REST "\n"
                "Cues take --script, to be read aloud, and --for scan with options.\n"
                "Voices take --check, which tells each file that cannot be used.\n",
        .example = "leeway list patterns",
        .words_max = 2,
        .run = verb_list,
    },
    [VERB_VOICE] = {
        .name = "voice",
        .usage = "FILE --for PRACTICE ...",
        .help = "make a voice of one recording",
        .more = "FILE is the script of the practice, read aloud in one go. It is cut at "
                "its\npauses; leeway list cues --script --for PRACTICE prints the "
                "script.\n",
        .example = "leeway voice ana.ogg --for scan --minutes 20 --name Ana",
        .words_max = 2,
        .run = verb_voice,
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
        .more = "What is your own work goes with --all alone: patterns, voices.\n",
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

/* Whether no more words were typed than belong to a verb that is words[at]. */
static bool takes_words(VerbId verb, int32_t at, const Options *options, Error *error)
{
    const int32_t most = at + verb_rows[verb].words_max + 1;
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

static void tell_not_taken(const char *name, OptionId option, Error *error)
{
    char flag[OPTIONS_FLAG_MAX];
    error_set(error, "%s takes no %s, %s does", name, options_flag(option, flag),
              verb_taking(option));
}

static bool takes_options(VerbId verb, const Options *options, Error *error)
{
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        if (options->values[id] == NULL || (option_rows[id].verbs & 1u << verb) != 0)
            continue;
        tell_not_taken(verb == VERB_HOME ? "leeway by itself" : verb_rows[verb].name, id,
                       error);
        return false;
    }
    return true;
}

/* The verbs of the practices follow each other. */
static const char *nearest_practice(const char *typed)
{
    const char *names[VERB_REACH - VERB_BREATHE + 2] = { NULL };
    for (VerbId id = VERB_BREATHE; id <= VERB_REACH; id++)
        names[id - VERB_BREATHE] = verb_rows[id].name;
    return nearest_word(typed, names);
}

/* What a practice does not take by itself, it takes nowhere. */
static bool practice_takes_options(VerbId practice, const Options *options, Error *error)
{
    const uint32_t practices =
        1u << VERB_BREATHE | 1u << VERB_SCAN | 1u << VERB_SIT | 1u << VERB_REACH;
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        const uint32_t takers = option_rows[id].verbs & practices;
        if (options->values[id] == NULL || takers == 0 || (takers & 1u << practice) != 0)
            continue;
        tell_not_taken(verb_rows[practice].name, id, error);
        return false;
    }
    return true;
}

Status verb_check_practice(const Options *options, Error *error)
{
    char quoted[QUOTE_TEXT_MAX];
    if (options->word_count < 2) {
        error_set(error, "%s needs a practice, leeway %s breathe 4-6 would be right",
                  options->words[0], options->words[0]);
        return STATUS_USAGE;
    }
    for (VerbId id = VERB_BREATHE; id <= VERB_REACH; id++)
        if (strcmp(options->words[1], verb_rows[id].name) == 0)
            return takes_words(id, 1, options, error) &&
                           practice_takes_options(id, options, error)
                       ? STATUS_FINE
                       : STATUS_USAGE;
    const char *nearest = nearest_practice(options->words[1]);
    error_set(error, "there is no practice %s, %s would be right",
              quote_text(options->words[1], quoted),
              nearest != NULL ? nearest : "breathe, scan, sit or reach");
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
    if (!takes_words(verb, 0, &options, error) || !takes_options(verb, &options, error))
        return STATUS_USAGE;
    return verb_rows[verb].run(&options, error);
}
