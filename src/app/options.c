/* SPDX-License-Identifier: MIT */
#include "app/options.h"

#include "app/quote.h"
#include "app/verbs.h"
#include "core/pattern.h"
#include "store/nearest.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum {
    FOR_SCAN = 1 << VERB_SCAN,
    FOR_SIT = 1 << VERB_SIT,
    FOR_REACH = 1 << VERB_REACH,
    FOR_BREATHE = 1 << VERB_HOME | 1 << VERB_BREATHE,
    FOR_TIMED = FOR_BREATHE | FOR_SCAN | FOR_SIT,
    FOR_WINDOW = FOR_TIMED | FOR_REACH,
    FOR_PICTURE = 1 << VERB_PICTURE,
    FOR_EXPORT = 1 << VERB_EXPORT,
    FOR_FORGET = 1 << VERB_FORGET,
    /* Those over practices take what the practice takes: see verb_check_practice. */
    FOR_OTHERS = 1 << VERB_PLAN | FOR_EXPORT | FOR_PICTURE,
    FOR_PRACTICE = FOR_WINDOW | FOR_OTHERS,
    FOR_VOICE = 1 << VERB_VOICE,
    /* What decides what a practice says: see script_typed. */
    FOR_SCRIPT = 1 << VERB_LIST | FOR_VOICE,
    FOR_ALL = (1 << VERB_COUNT) - 1
};

const OptionRow option_rows[OPTION_COUNT] = {
    [OPTION_MINUTES] = { "minutes", "M",
                         "a number of minutes up to 1440, such as 5 or 2.5,",
                         "length; 3, or 10 to sit, unless told; 0 has no end",
                         FOR_TIMED | FOR_OTHERS | FOR_SCRIPT },
    [OPTION_BREATHS] = { "breaths", "N", "a whole number from 1 to 100000",
                         "length, as an exact number of breaths",
                         FOR_BREATHE | FOR_OTHERS },
    [OPTION_FROM] = { "from", "PATTERN", "a shorter pattern, such as 3.5-4.5,",
                      "start there and lengthen, breath by breath",
                      FOR_BREATHE | FOR_OTHERS },
    [OPTION_PACE] = { "pace", "F", "a number from 0.01 to 100, such as 0.8 or 1.25,",
                      "multiply all times by F", FOR_BREATHE | FOR_REACH | FOR_OTHERS },
    [OPTION_NO_HOLDS] = { "no-holds", NULL, NULL, "leave every hold out",
                          FOR_BREATHE | FOR_REACH | FOR_OTHERS | FOR_SCRIPT },
    [OPTION_LEAD_IN] = { "lead-in", "S", "a number of seconds up to 600, such as 3 or 0,",
                         "quiet before it begins; 3 unless told otherwise",
                         FOR_PRACTICE },
    [OPTION_LEAVE_OUT] = { "leave-out", "A,B", "places or groups from leeway list places",
                           "places or groups that a scan passes by",
                           FOR_SCAN | FOR_OTHERS | FOR_SCRIPT },
    [OPTION_WITH] = { "with", "A,B", "places or groups from leeway list places",
                      "sensitive places that are wanted, on routes with them",
                      FOR_SCAN | FOR_OTHERS | FOR_SCRIPT },
    [OPTION_SECONDS] = { "seconds", "S", "60, 90 or 120",
                         "how long: 60, 90 or 120; 90 unless told",
                         FOR_REACH | FOR_OTHERS },
    [OPTION_BELL] = { "bell", "WHEN", "every:5, at:3,10,15 or none",
                      "bells in between: every:5, at:3,10 or none",
                      FOR_SIT | FOR_OTHERS },
    [OPTION_BELL_SOUND] = { "bell-sound", "NAME", "bowl, bell, wood or a sound file",
                            "bowl, bell, wood, or a sound file of your own",
                            FOR_SIT | FOR_OTHERS },
    [OPTION_VOICE] = { "voice", "NAME", "a name, the path of a folder, or none",
                       "who speaks; a folder such as ./ana, or none", FOR_PRACTICE },
    [OPTION_SOUND] = { "sound", "NAME", "ocean, rain, brown or none",
                       "the sound that lies under it", FOR_PRACTICE },
    [OPTION_MARKS] = { "marks", "on|off", "on or off", "tones at the turns of the breath",
                       FOR_BREATHE | FOR_REACH | FOR_OTHERS },
    [OPTION_VOLUME] = { "volume", "0..100", "a whole number from 0 to 100",
                        "how loud; 0 is silent", FOR_PRACTICE },
    [OPTION_FIGURE] = { "figure", "NAME", "orb, ring or words",
                        "what there is to see; for a scan path, body or words",
                        FOR_BREATHE | FOR_SCAN | FOR_REACH | FOR_PICTURE },
    [OPTION_THEME] = { "theme", "NAME", "night, paper or contrast", "the colours",
                       FOR_WINDOW | FOR_PICTURE },
    [OPTION_REDUCED_MOTION] = { "reduced-motion", NULL, NULL,
                                "home is still, and the figure a ring unless one is "
                                "named",
                                FOR_WINDOW | FOR_PICTURE },
    [OPTION_SIZE] = { "size", "WxH", "two whole numbers, such as 1280x720,",
                      "size of the window, or of the picture", FOR_WINDOW | FOR_PICTURE },
    [OPTION_FULLSCREEN] = { "fullscreen", NULL, NULL, "fill the screen", FOR_WINDOW },
    [OPTION_TEXT] = { "text", NULL, NULL, "in the terminal, line by line; no window",
                      FOR_WINDOW },
    [OPTION_AT] = { "at", "S", "a number of seconds, such as 5 or 7.5,",
                    "which moment; the lead-in counts", FOR_PICTURE },
    [OPTION_FOR] = { "for", "PRACTICE", "scan or breathe",
                     "the practice that is read aloud, with its own options",
                     FOR_SCRIPT },
    [OPTION_SCRIPT] = { "script", NULL, NULL, "cues as lines to read aloud",
                        1 << VERB_LIST },
    [OPTION_NAME] = { "name", "NAME", "a short name, such as Ana,",
                      "what the voice is called; as the file unless told", FOR_VOICE },
    [OPTION_CHECK] = { "check", NULL, NULL,
                       "tell how it went, or which files fail; keep nothing",
                       FOR_VOICE | 1 << VERB_LIST },
    [OPTION_COUNTRY] = { "country", "XX", "two letters of a country, such as IE",
                         "the helplines of this country alone", 1 << VERB_LIST },
    [OPTION_ALL] = { "all", NULL, NULL, "what is your own work too", FOR_FORGET },
    [OPTION_OUTPUT] = { "o", "FILE", "the name of a file, such as calm.wav,",
                        "the file to write", FOR_EXPORT | FOR_PICTURE },
    [OPTION_HELP] = { "help", NULL, NULL, "show this", FOR_ALL },
    [OPTION_VERSION] = { "version", NULL, NULL, "show the version", FOR_ALL },
};
_Static_assert(sizeof option_rows / sizeof option_rows[0] == OPTION_COUNT,
               "a row for every option");

/* getopt_long answers with 1 for a word, a letter for -o, LONG_FIRST + id for --name. */
enum { FOUND_WORD = 1, LONG_FIRST = 256, CHOICES_MAX = 128 };

/* The table in getopt_long's terms. */
typedef struct Grammar {
    char letters[2 + 2 * OPTION_COUNT + 1];
    struct option longs[OPTION_COUNT + 1];
} Grammar;

static bool is_letter(OptionId id)
{
    return option_rows[id].name[1] == '\0';
}

/* '-' hands words over in their place, whatever POSIXLY_CORRECT says; ':' tells a missing
 * value from an unknown option. */
static Grammar grammar(void)
{
    Grammar result = { .letters = "-:" };
    size_t letter = 2, count = 0;
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        const OptionRow *row = &option_rows[id];
        if (is_letter(id)) {
            result.letters[letter++] = row->name[0];
            if (row->argument != NULL)
                result.letters[letter++] = ':';
        } else {
            result.longs[count++] = (struct option){ row->name, row->argument != NULL,
                                                     NULL, LONG_FIRST + id };
        }
    }
    return result;
}

/* OPTION_COUNT for what is in no row. */
static OptionId option_found(int found)
{
    if (found >= LONG_FIRST)
        return (OptionId)(found - LONG_FIRST);
    OptionId id = 0;
    while (id < OPTION_COUNT && !(is_letter(id) && option_rows[id].name[0] == found))
        id++;
    return id;
}

const char *options_flag(OptionId id, char out[OPTIONS_FLAG_MAX])
{
    snprintf(out, OPTIONS_FLAG_MAX, "%s%s", is_letter(id) ? "-" : "--",
             option_rows[id].name);
    return out;
}

/* The name between the dashes and the '='. */
static void bare_name(const char *typed, char out[OPTIONS_FLAG_MAX])
{
    typed += strspn(typed, "-");
    snprintf(out, OPTIONS_FLAG_MAX, "%.*s", (int)strcspn(typed, "="), typed);
}

/* What an abbreviation may stand for, "--minutes or --marks"; returns how many. */
static int list_beginnings(const char *begin, char out[CHOICES_MAX])
{
    int count = 0;
    size_t used = 0;
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        char flag[OPTIONS_FLAG_MAX];
        if (is_letter(id) || strncmp(option_rows[id].name, begin, strlen(begin)) != 0)
            continue;
        const int wrote = snprintf(out + used, CHOICES_MAX - used, "%s%s",
                                   count++ > 0 ? " or " : "", options_flag(id, flag));
        assert(wrote > 0 && (size_t)wrote < CHOICES_MAX - used);
        used += (size_t)wrote;
    }
    return count;
}

/* Whether a typed name is near to one in the table; writes how that one is typed. */
static bool find_nearest(const char *name, char flag[OPTIONS_FLAG_MAX])
{
    const char *names[OPTION_COUNT + 1] = { NULL };
    for (OptionId id = 0; id < OPTION_COUNT; id++)
        names[id] = option_rows[id].name;
    const char *nearest = nearest_word(name, names);
    for (OptionId id = 0; id < OPTION_COUNT; id++)
        if (nearest == names[id])
            options_flag(id, flag);
    return nearest != NULL;
}

static void tell_unknown(const char *typed, Error *error)
{
    char quoted[QUOTE_TEXT_MAX], name[OPTIONS_FLAG_MAX], flag[OPTIONS_FLAG_MAX];
    char choices[CHOICES_MAX];
    quote_text(typed, quoted);
    bare_name(typed, name);
    const bool is_long = strncmp(typed, "--", 2) == 0 && name[0] != '\0';
    if (is_long && list_beginnings(name, choices) > 1)
        error_set(error, "%s is too short to tell, %s would be right", quoted, choices);
    else if (find_nearest(name, flag))
        error_set(error, "there is no option %s, %s would be right", quoted, flag);
    else
        error_set(error, "there is no option %s, leeway --help shows those there are",
                  quoted);
}

/* Says why getopt_long stopped at `typed`. */
static bool tell_problem(int found, const char *typed, Error *error)
{
    const OptionId id = option_found(optopt);
    char flag[OPTIONS_FLAG_MAX];
    if (id == OPTION_COUNT)
        tell_unknown(typed, error);
    else if (found == ':')
        error_set(error, "%s needs a value, %s would be right", options_flag(id, flag),
                  option_rows[id].right);
    else
        error_set(error, "%s takes no value, %s alone would be right",
                  options_flag(id, flag), flag);
    return false;
}

static void add_word(Options *options, const char *word)
{
    if (options->word_count < OPTIONS_WORDS_MAX)
        options->words[options->word_count] = word;
    options->word_count++;
}

bool options_parse(int argc, char **argv, Options *options, Error *error)
{
    const Grammar known = grammar();
    *options = (Options){ 0 };
    opterr = 0;
    optind = 0; /* glibc: begin anew, also after an earlier argv */
    for (int next = 1; next < argc; next = optind) {
        const char *typed = argv[next];
        const int found = getopt_long(argc, argv, known.letters, known.longs, NULL);
        if (found == -1)
            break;
        if (found == '?' || found == ':')
            return tell_problem(found, typed, error);
        if (found == FOUND_WORD)
            add_word(options, optarg);
        else
            options->values[option_found(found)] = optarg != NULL ? optarg : "";
    }
    for (int rest = optind; rest > 0 && rest < argc; rest++)
        add_word(options, argv[rest]);
    return true;
}

bool options_refuse(const Options *options, OptionId id, Error *error)
{
    char flag[OPTIONS_FLAG_MAX], quoted[QUOTE_TEXT_MAX];
    error_set(error, "%s cannot be %s, %s would be right", options_flag(id, flag),
              quote_text(options->values[id], quoted), option_rows[id].right);
    return false;
}

/* Reads ASCII digits and moves *text behind them; false when there are none, or too many.
 */
static bool read_digits(const char **text, int32_t max, int32_t *out)
{
    int64_t value = 0;
    const char *start = *text;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        value = value * 10 + (**text - '0');
        if (value > max)
            return false;
    }
    *out = (int32_t)value;
    return *text != start;
}

bool options_whole(const Options *options, OptionId id, int32_t min, int32_t max,
                   int32_t *out, Error *error)
{
    const char *text = options->values[id];
    if (text == NULL)
        return true;
    int32_t value;
    if (!read_digits(&text, max, &value) || *text != '\0' || value < min)
        return options_refuse(options, id, error);
    *out = value;
    return true;
}

bool options_thousandths(const Options *options, OptionId id, int32_t min, int32_t max,
                         int32_t *out, Error *error)
{
    const char *text = options->values[id];
    if (text == NULL)
        return true;
    /* Seconds in milliseconds are thousandths of anything. */
    int32_t value;
    if (!pattern_parse_seconds(text, max, &value) || value < min)
        return options_refuse(options, id, error);
    *out = value;
    return true;
}

bool options_choice(const Options *options, OptionId id, const char *const *names,
                    int32_t *out, Error *error)
{
    const char *text = options->values[id];
    if (text == NULL)
        return true;
    for (int32_t i = 0; names[i] != NULL; i++) {
        if (strcmp(text, names[i]) == 0) {
            *out = i;
            return true;
        }
    }
    return options_refuse(options, id, error);
}

bool options_size(const Options *options, int32_t min, int32_t max, int32_t out[2],
                  Error *error)
{
    const char *text = options->values[OPTION_SIZE];
    if (text == NULL)
        return true;
    int32_t width, height;
    if (!read_digits(&text, max, &width) || *text++ != 'x' ||
        !read_digits(&text, max, &height) || *text != '\0' || width < min || height < min)
        return options_refuse(options, OPTION_SIZE, error);
    out[0] = width;
    out[1] = height;
    return true;
}
