/* SPDX-License-Identifier: MIT */
#include "app/options.h"
#include "app/quote.h"
#include "app/request.h"
#include "app/window.h"
#include "store/utf8.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { ARGS_MAX = 8, LONG_TEXT = 5000 };

typedef const char *Args[ARGS_MAX];

static int arguments(const Args args, char *argv[ARGS_MAX + 2])
{
    static char program[] = "leeway";
    int argc = 0;
    argv[argc++] = program;
    for (int i = 0; i < ARGS_MAX && args[i] != NULL; i++)
        argv[argc++] = (char *)(uintptr_t)args[i];
    argv[argc] = NULL;
    return argc;
}

static bool parse(const Args args, Options *options, Error *error)
{
    char *argv[ARGS_MAX + 2];
    const int argc = arguments(args, argv);
    return options_parse(argc, argv, options, error);
}

static void check_text(const char *says, const char *got, const char *want)
{
    const bool is_same =
        want == NULL || got == NULL ? want == got : strcmp(got, want) == 0;
    if (!is_same)
        fail_msg("%s: \"%s\" instead of \"%s\"", says, got ? got : "(nothing)",
                 want ? want : "(nothing)");
}

static const struct {
    const char *says;
    Args args;
    Args words;
    OptionId id;
    const char *value;
} apart_rows[] = {
    { "nothing", { NULL }, { NULL }, OPTION_HELP, NULL },
    { "a word", { "list" }, { "list" }, OPTION_HELP, NULL },
    { "value behind", { "--minutes", "5" }, { NULL }, OPTION_MINUTES, "5" },
    { "value with =", { "--minutes=5" }, { NULL }, OPTION_MINUTES, "5" },
    { "empty value", { "--minutes=" }, { NULL }, OPTION_MINUTES, "" },
    { "a value may look like an option",
      { "--minutes", "-5" },
      { NULL },
      OPTION_MINUTES,
      "-5" },
    { "abbreviated", { "--min", "5" }, { NULL }, OPTION_MINUTES, "5" },
    { "the last counts",
      { "--minutes=5", "--minutes=6" },
      { NULL },
      OPTION_MINUTES,
      "6" },
    { "a switch", { "--no-holds" }, { NULL }, OPTION_NO_HOLDS, "" },
    { "a letter", { "-o", "x.wav" }, { NULL }, OPTION_OUTPUT, "x.wav" },
    { "a letter, joined", { "-ox.wav" }, { NULL }, OPTION_OUTPUT, "x.wav" },
    { "option before words",
      { "--pace", "2", "plan", "breathe" },
      { "plan", "breathe" },
      OPTION_PACE,
      "2" },
    { "option between words",
      { "plan", "--pace", "2", "breathe" },
      { "plan", "breathe" },
      OPTION_PACE,
      "2" },
    { "option behind words",
      { "plan", "breathe", "--pace", "2" },
      { "plan", "breathe" },
      OPTION_PACE,
      "2" },
    { "-- ends options",
      { "plan", "--", "--pace", "2" },
      { "plan", "--pace", "2" },
      OPTION_PACE,
      NULL },
    { "a second -- is a word", { "--", "--" }, { "--" }, OPTION_PACE, NULL },
    { "a dash is a word", { "-" }, { "-" }, OPTION_OUTPUT, NULL },
    { "an empty word", { "", "4-6" }, { "", "4-6" }, OPTION_OUTPUT, NULL },
};

static void test_tells_words_and_options_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof apart_rows / sizeof apart_rows[0]; i++) {
        Options options;
        Error error = { "" };
        if (!parse(apart_rows[i].args, &options, &error))
            fail_msg("%s: %s", apart_rows[i].says, error.text);
        for (int w = 0; w < ARGS_MAX; w++)
            check_text(apart_rows[i].says, options.words[w], apart_rows[i].words[w]);
        check_text(apart_rows[i].says, options.values[apart_rows[i].id],
                   apart_rows[i].value);
    }
}

static void test_order_does_not_hang_on_the_environment(void **state)
{
    (void)state;
    Options options;
    setenv("POSIXLY_CORRECT", "1", 1);
    const bool is_fine =
        parse((Args){ "plan", "--pace", "2", "breathe" }, &options, NULL);
    unsetenv("POSIXLY_CORRECT");
    assert_true(is_fine);
    assert_int_equal(options.word_count, 2);
    assert_string_equal(options.values[OPTION_PACE], "2");
}

static void test_begins_anew_after_a_failure(void **state)
{
    (void)state;
    Options options;
    assert_false(parse((Args){ "-xo" }, &options, NULL));
    assert_true(parse((Args){ "plan", "breathe" }, &options, NULL));
    assert_int_equal(options.word_count, 2);
}

static void test_counts_words_beyond_those_kept(void **state)
{
    (void)state;
    char word[] = "a";
    char *argv[2 * OPTIONS_WORDS_MAX + 2];
    for (int i = 0; i <= 2 * OPTIONS_WORDS_MAX; i++)
        argv[i] = word;
    argv[2 * OPTIONS_WORDS_MAX + 1] = NULL;
    Options options;
    assert_true(options_parse(2 * OPTIONS_WORDS_MAX + 1, argv, &options, NULL));
    assert_int_equal(options.word_count, 2 * OPTIONS_WORDS_MAX);
    assert_true(options_parse(0, argv, &options, NULL));
    assert_int_equal(options.word_count, 0);
}

static void test_says_what_would_be_right(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        Args args;
        const char *sentence;
    } rows[] = {
        { "a slip",
          { "--minuets", "5" },
          "there is no option \"--minuets\", --minutes would be right" },
        { "a slip with =",
          { "--minuets=5" },
          "there is no option \"--minuets=5\", --minutes would be right" },
        { "one dash",
          { "-minutes" },
          "there is no option \"-minutes\", --minutes would be right" },
        { "the other case",
          { "-O", "x" },
          "there is no option \"-O\", -o would be right" },
        { "far from all",
          { "--colour" },
          "there is no option \"--colour\", leeway --help shows those there are" },
        { "a letter",
          { "-x" },
          "there is no option \"-x\", leeway --help shows those there are" },
        { "a pattern with a dash",
          { "-4-6" },
          "there is no option \"-4-6\", leeway --help shows those there are" },
        { "no name at all",
          { "--=5" },
          "there is no option \"--=5\", leeway --help shows those there are" },
        { "too short",
          { "--m", "5" },
          "\"--m\" is too short to tell, --minutes or --marks would be right" },
        { "no value",
          { "--breaths" },
          "--breaths needs a value, a whole number from 1 to 100000 would be right" },
        { "no value for a letter",
          { "-o" },
          "-o needs a value, the name of a file, such as calm.wav, would be right" },
        { "a value for a switch",
          { "--no-holds=yes" },
          "--no-holds takes no value, --no-holds alone would be right" },
        { "the first mistake is told",
          { "--x1", "--y2" },
          "there is no option \"--x1\", leeway --help shows those there are" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Options options;
        Error error = { "" };
        if (parse(rows[i].args, &options, &error))
            fail_msg("%s: was taken", rows[i].says);
        check_text(rows[i].says, error.text, rows[i].sentence);
    }
}

typedef enum Reader { WHOLE, THOUSANDTHS, CHOICE, SIZE } Reader;

static bool read_value(Reader reader, const char *value, int32_t out[2], Error *error)
{
    static const char *const names[] = { "off", "on", NULL };
    Options options = { .values = { [OPTION_VOLUME] = value,
                                    [OPTION_PACE] = value,
                                    [OPTION_MARKS] = value,
                                    [OPTION_SIZE] = value } };
    switch (reader) {
    case WHOLE: return options_whole(&options, OPTION_VOLUME, 1, 100, out, error);
    case THOUSANDTHS:
        return options_thousandths(&options, OPTION_PACE, 10, 9000, out, error);
    case CHOICE: return options_choice(&options, OPTION_MARKS, names, out, error);
    case SIZE: return options_size(&options, 100, 9999, out, error);
    }
    return false;
}

enum { UNTOUCHED = -77, REFUSED = -78 };

static void test_reads_values(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        Reader reader;
        const char *value;
        int32_t first, second;
    } rows[] = {
        { "not given", WHOLE, NULL, UNTOUCHED, UNTOUCHED },
        { "least", WHOLE, "1", 1, UNTOUCHED },
        { "most", WHOLE, "100", 100, UNTOUCHED },
        { "leading zeros", WHOLE, "0007", 7, UNTOUCHED },
        { "under the least", WHOLE, "0", REFUSED, 0 },
        { "over the most", WHOLE, "101", REFUSED, 0 },
        { "over 64 bits", WHOLE, "99999999999999999999", REFUSED, 0 },
        { "empty", WHOLE, "", REFUSED, 0 },
        { "negative", WHOLE, "-5", REFUSED, 0 },
        { "plus", WHOLE, "+5", REFUSED, 0 },
        { "fraction", WHOLE, "5.5", REFUSED, 0 },
        { "space", WHOLE, " 5", REFUSED, 0 },
        { "exponent", WHOLE, "1e1", REFUSED, 0 },
        { "other digits", WHOLE, "٥", REFUSED, 0 },
        { "not given, thousandths", THOUSANDTHS, NULL, UNTOUCHED, UNTOUCHED },
        { "whole", THOUSANDTHS, "5", 5000, UNTOUCHED },
        { "decimals", THOUSANDTHS, "2.5", 2500, UNTOUCHED },
        { "three decimals", THOUSANDTHS, "0.125", 125, UNTOUCHED },
        { "four decimals", THOUSANDTHS, "0.1250", REFUSED, 0 },
        { "comma", THOUSANDTHS, "2,5", REFUSED, 0 },
        { "not a number", THOUSANDTHS, "nan", REFUSED, 0 },
        { "infinite", THOUSANDTHS, "inf", REFUSED, 0 },
        { "under, thousandths", THOUSANDTHS, "0.009", REFUSED, 0 },
        { "over, thousandths", THOUSANDTHS, "9.001", REFUSED, 0 },
        { "hexadecimal", THOUSANDTHS, "0x1", REFUSED, 0 },
        { "first name", CHOICE, "off", 0, UNTOUCHED },
        { "second name", CHOICE, "on", 1, UNTOUCHED },
        { "capitals", CHOICE, "On", REFUSED, 0 },
        { "no name", CHOICE, "", REFUSED, 0 },
        { "size", SIZE, "1280x720", 1280, 720 },
        { "smallest size", SIZE, "100x100", 100, 100 },
        { "too narrow", SIZE, "99x720", REFUSED, 0 },
        { "too low", SIZE, "720x99", REFUSED, 0 },
        { "too wide", SIZE, "10000x720", REFUSED, 0 },
        { "one side", SIZE, "1280", REFUSED, 0 },
        { "no height", SIZE, "1280x", REFUSED, 0 },
        { "three sides", SIZE, "640x480x2", REFUSED, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t out[2] = { UNTOUCHED, UNTOUCHED };
        Error error = { "" };
        const bool is_fine = read_value(rows[i].reader, rows[i].value, out, &error);
        const bool wants_fine = rows[i].first != REFUSED;
        if (is_fine != wants_fine)
            fail_msg("%s: %s", rows[i].says, is_fine ? "was taken" : error.text);
        const int32_t first = wants_fine ? rows[i].first : UNTOUCHED;
        const int32_t second = wants_fine ? rows[i].second : UNTOUCHED;
        if (out[0] != first || out[1] != second)
            fail_msg("%s: %d, %d", rows[i].says, (int)out[0], (int)out[1]);
    }
}

static bool is_name(const char *got, const char *want)
{
    return want == NULL ? got == NULL : got != NULL && strcmp(got, want) == 0;
}

static void test_quotes_what_was_typed(void **state)
{
    (void)state;
    static const struct {
        const char *says, *text, *quoted;
    } rows[] = {
        { "nothing", "", "\"\"" },
        { "plain", "4-6", "\"4-6\"" },
        { "other scripts stay", "٤-٦ 呼吸", "\"٤-٦ 呼吸\"" },
        { "forty fit", "0123456789012345678901234567890123456789",
          "\"0123456789012345678901234567890123456789\"" },
        { "more are cut", "01234567890123456789012345678901234567890",
          "\"0123456789012345678901234567890123456789…\"" },
        { "line break", "a\nb\tc", "\"a\\nb\\tc\"" },
        { "terminal codes", "\033[31m", "\"\\x1B[31m\"" },
        { "second half of controls", "\xC2\x9B", "\"\\u{009B}\"" },
        { "right to left", "\xE2\x80\xAE", "\"\\u{202E}\"" },
        { "not UTF-8", "\xFF\xC3", "\"\\xFF\\xC3\"" },
        { "overlong", "\xC0\x80", "\"\\xC0\\x80\"" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[QUOTE_TEXT_MAX];
        check_text(rows[i].says, quote_text(rows[i].text, out), rows[i].quoted);
    }
}

/* Bytes that come near to what is expected, and bytes that do not. */
static void random_text(Random *random, int32_t size, char *out)
{
    static const char near[] = "0123456789.-+x=boxmin--";
    const int64_t length = random_between(random, 0, size);
    const bool is_near = random_one_in(random, 2);
    for (int64_t i = 0; i < length; i++)
        out[i] = is_near ? near[random_between(random, 0, (int64_t)sizeof near - 2)]
                         : (char)random_between(random, 1, 255);
    out[length] = '\0';
}

static const char *sentence_problem(const Error *error)
{
    const size_t length = strlen(error->text);
    if (length == 0 || length > 400)
        return "empty or endless";
    for (size_t at = 0; at < length;) {
        const size_t letter = utf8_letter(error->text + at, length - at);
        if (letter == 0 || (unsigned char)error->text[at] < ' ')
            return "not one plain line";
        at += letter;
    }
    return NULL;
}

static Status read_practice(const Options *options, Error *error)
{
    PracticeRequest request;
    PlacesShelf *shelf = NULL;
    RequestSound sound;
    Status status = request_sound(options, &sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 0, &shelf, &request, error);
    places_shelf_close(shelf);
    return status;
}

static const char *any_bytes_are_answered(Random *random, int32_t size)
{
    char text[LONG_TEXT + 1];
    random_text(random, size < LONG_TEXT ? size : LONG_TEXT, text);
    Options options;
    Error error = { "" };
    const char *problem = NULL;
    if (!parse((Args){ "plan", text }, &options, &error))
        problem = sentence_problem(&error);

    options = (Options){ .word_count = 0 };
    options.values[random_between(random, OPTION_MINUTES, OPTION_VOLUME)] = text;
    const int32_t kind = random_between(random, 0, PRACTICE_KIND_COUNT - 1);
    options.words[0] = request_practice_name((PracticeKind)kind);
    options.words[1] = random_one_in(random, 2) ? text : NULL;
    if (problem == NULL && read_practice(&options, &error) != STATUS_FINE)
        problem = sentence_problem(&error);
    return problem != NULL ? random_say(random, "%s: %s", problem, error.text) : NULL;
}

static void test_any_bytes_are_answered_with_one_line(void **state)
{
    (void)state;
    random_check(any_bytes_are_answered, 3000, 60);
    random_check(any_bytes_are_answered, 200, LONG_TEXT);
}

static void test_reads_a_practice(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        Args args; /* the pattern, then options */
        int32_t in_ms, from_in_ms;
        int64_t length_ms;
        int32_t breaths, pace_permille, lead_in_ms;
        bool no_holds;
    } rows[] = {
        { "default", { NULL }, 4000, 3500, 180000, 0, 0, 3000, false },
        { "numbers have no ramp", { "4-6" }, 4000, 0, 180000, 0, 0, 3000, false },
        { "a ramp of one's own",
          { "4-6", "--from", "3-4" },
          4000,
          3000,
          180000,
          0,
          0,
          3000,
          false },
        { "minutes", { "4-6", "--minutes", "2.5" }, 4000, 0, 150000, 0, 0, 3000, false },
        { "open-ended", { "4-6", "--minutes", "0" }, 4000, 0, 0, 0, 0, 3000, false },
        { "a whole day",
          { "4-6", "--minutes", "1440" },
          4000,
          0,
          86400000,
          0,
          0,
          3000,
          false },
        { "breaths", { "4-6", "--breaths", "7" }, 4000, 0, 180000, 7, 0, 3000, false },
        { "pace", { "4-6", "--pace", "0.75" }, 4000, 0, 180000, 0, 750, 3000, false },
        { "lead-in", { "4-6", "--lead-in", "0" }, 4000, 0, 180000, 0, 0, 0, false },
        { "no holds", { "4-7-8", "--no-holds" }, 4000, 0, 180000, 0, 0, 3000, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Options options;
        BreatheRequest got;
        Error error = { "" };
        assert_true(parse(rows[i].args, &options, &error));
        if (request_breathe(&options, options.words[0], &got, &error) != STATUS_FINE)
            fail_msg("%s: %s", rows[i].says, error.text);
        if (got.pattern.phase_ms[BREATH_IN] != rows[i].in_ms ||
            got.from.phase_ms[BREATH_IN] != rows[i].from_in_ms ||
            got.length_ms != rows[i].length_ms || got.breaths != rows[i].breaths ||
            got.pace_permille != rows[i].pace_permille ||
            got.lead_in_ms != rows[i].lead_in_ms || got.no_holds != rows[i].no_holds)
            fail_msg("%s", rows[i].says);
    }
}

/* Stands in for the window: what it would have been told. */
static WindowWish wished;

Status window_run(const WindowWish *wish, Error *error)
{
    (void)error;
    wished = *wish;
    return STATUS_FINE;
}

static const struct {
    const char *says;
    Args args;
    WindowWish wish; /* without the request */
} window_rows[] = {
    { "nothing", { NULL }, { .bed = MIX_BED_NONE } },
    { "a practice", { "breathe" }, { .is_practice_given = true } },
    { "its length alone", { "--minutes", "5" }, { .is_practice_given = true } },
    { "a size", { "--size", "640x480" }, { .width = 640, .height = 480 } },
    { "full screen", { "--fullscreen" }, { .is_fullscreen = true } },
    { "a figure", { "--figure", "ring" }, { .figure = "ring" } },
    { "a theme", { "--theme", "paper" }, { .theme = "paper" } },
    { "less movement", { "--reduced-motion" }, { .is_movement_less = true } },
    { "a bed turns sound on",
      { "--sound", "ocean" },
      { .sound = WINDOW_ON, .is_bed_given = true, .bed = MIX_BED_OCEAN } },
    { "rain",
      { "--sound", "rain" },
      { .sound = WINDOW_ON, .is_bed_given = true, .bed = MIX_BED_RAIN } },
    { "low noise",
      { "--sound", "brown" },
      { .sound = WINDOW_ON, .is_bed_given = true, .bed = MIX_BED_BROWN } },
    { "no bed alone leaves sound as it was",
      { "--sound", "none" },
      { .is_bed_given = true } },
    { "marks turn sound on",
      { "--marks", "on" },
      { .sound = WINDOW_ON, .marks = WINDOW_ON } },
    { "no marks alone leave sound as it was",
      { "--marks", "off" },
      { .marks = WINDOW_OFF } },
    { "marks without a bed",
      { "--sound", "none", "--marks", "on" },
      { .sound = WINDOW_ON, .marks = WINDOW_ON, .is_bed_given = true } },
    { "neither is off",
      { "--sound", "none", "--marks", "off" },
      { .sound = WINDOW_OFF, .marks = WINDOW_OFF, .is_bed_given = true } },
    { "a volume is no request for sound",
      { "--volume", "0" },
      { .is_volume_given = true } },
    { "a body scan",
      { "scan" },
      { .is_practice_given = true, .practice.kind = PRACTICE_SCAN } },
    { "a body scan with a figure of its own",
      { "scan", "--figure", "body" },
      { .is_practice_given = true, .practice.kind = PRACTICE_SCAN, .figure = "body" } },
    { "nobody speaks",
      { "scan", "--voice", "none" },
      { .is_practice_given = true, .practice.kind = PRACTICE_SCAN, .voice = "none" } },
    { "a sit and its bell",
      { "sit", "--bell-sound", "wood" },
      { .is_practice_given = true, .practice.kind = PRACTICE_SIT, .bell = "wood" } },
    { "before reaching out",
      { "reach", "--seconds", "60", "--figure", "ring" },
      { .is_practice_given = true, .practice.kind = PRACTICE_REACH, .figure = "ring" } },
    { "before reaching out with somebody's voice in the breath",
      { "reach", "--voice", "en-slt" },
      { .is_practice_given = true,
        .practice.kind = PRACTICE_REACH,
        .voice = "en-slt",
        .sound = WINDOW_ON } },
    { "no voice at the turns is no request for sound",
      { "breathe", "--voice", "none" },
      { .is_practice_given = true, .voice = "none" } },
    { "a volume", { "--volume", "70" }, { .is_volume_given = true, .volume = 70 } },
};

static void test_the_window_is_told_what_was_typed_and_no_more(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof window_rows / sizeof window_rows[0]; i++) {
        char *argv[ARGS_MAX + 2];
        const int argc = arguments(window_rows[i].args, argv);
        const WindowWish *want = &window_rows[i].wish;
        assert_int_equal(verbs_run(argc, argv, NULL), STATUS_FINE);
        if (wished.is_practice_given != want->is_practice_given ||
            wished.sound != want->sound || wished.marks != want->marks ||
            wished.is_bed_given != want->is_bed_given || wished.bed != want->bed ||
            wished.is_volume_given != want->is_volume_given ||
            wished.volume != want->volume || wished.width != want->width ||
            wished.height != want->height ||
            wished.is_fullscreen != want->is_fullscreen ||
            !is_name(wished.figure, want->figure) ||
            !is_name(wished.theme, want->theme) ||
            wished.practice.kind != want->practice.kind ||
            !is_name(wished.voice, want->voice) || !is_name(wished.bell, want->bell) ||
            wished.is_movement_less != want->is_movement_less)
            fail_msg("%s", window_rows[i].says);
    }
}

/* --- a body scan and a sit as they were typed --- */

/* Reads them; the shelf of a body scan goes to *shelf. */
static PracticeRequest read_any(const Args args, PlacesShelf **shelf)
{
    Options options;
    PracticeRequest request;
    Error error = { "" };
    *shelf = NULL;
    assert_true(parse(args, &options, &error));
    if (request_practice(&options, 0, shelf, &request, &error) != STATUS_FINE)
        fail_msg("%s", error.text);
    return request;
}

static void test_reads_a_sit(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        Args args;
        int64_t length_ms;
        int32_t every_ms, at_count, last_ms, lead_in_ms;
    } rows[] = {
        { "default", { "sit" }, 600000, 0, 0, 0, 3000 },
        { "minutes", { "sit", "--minutes", "2.5" }, 150000, 0, 0, 0, 3000 },
        { "open-ended", { "sit", "--minutes", "0" }, 0, 0, 0, 0, 3000 },
        { "lead-in", { "sit", "--lead-in", "20" }, 600000, 0, 0, 0, 20000 },
        { "every", { "sit", "--bell", "every:2.5" }, 600000, 150000, 0, 0, 3000 },
        { "at", { "sit", "--bell", "at:3, 4,5.5" }, 600000, 0, 3, 330000, 3000 },
        { "none", { "sit", "--bell", "none" }, 600000, 0, 0, 0, 3000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        PlacesShelf *shelf;
        const PracticeRequest got = read_any(rows[i].args, &shelf);
        const SitRequest *sit = &got.sit;
        const int32_t last = sit->at_count > 0 ? sit->at_ms[sit->at_count - 1] : 0;
        assert_null(shelf);
        if (got.kind != PRACTICE_SIT || sit->length_ms != rows[i].length_ms ||
            sit->every_ms != rows[i].every_ms || sit->at_count != rows[i].at_count ||
            last != rows[i].last_ms || sit->lead_in_ms != rows[i].lead_in_ms ||
            sit->goes_on)
            fail_msg("%s", rows[i].says);
    }
}

static void test_reads_what_is_before_reaching_out(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        Args args;
        int32_t seconds, pace_permille, lead_in_ms;
    } rows[] = {
        { "default", { "reach" }, 90, 0, 3000 },
        { "the short one", { "reach", "--seconds", "60" }, 60, 0, 3000 },
        { "the long one", { "reach", "--seconds=120" }, 120, 0, 3000 },
        { "pace", { "reach", "--pace", "0.8" }, 90, 800, 3000 },
        { "lead-in", { "reach", "--lead-in", "0" }, 90, 0, 0 },
        { "there are no holds anyway", { "reach", "--no-holds" }, 90, 0, 3000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        PlacesShelf *shelf;
        BreathPattern breath = { { 0 } };
        const PracticeRequest got = read_any(rows[i].args, &shelf);
        assert_null(shelf);
        assert_true(request_breath(&got, &breath));
        if (got.kind != PRACTICE_REACH || got.reach.seconds != rows[i].seconds ||
            got.reach.pace_permille != rows[i].pace_permille ||
            got.reach.lead_in_ms != rows[i].lead_in_ms || breath_has_holds(&breath))
            fail_msg("%s", rows[i].says);
    }
}

static const struct {
    const char *says;
    Args args;
    const char *route;
    int64_t length_ms;
    const char *out, *in; /* a place that is left out, and one that is not */
} scan_rows[] = {
    { "default", { "scan" }, "hands-and-feet", 180000, "belly", "hands" },
    { "a route", { "scan", "outside-in" }, "outside-in", 180000, "jaw", "hands" },
    { "a route by its name",
      { "scan", "Feet to head" },
      "feet-to-head",
      180000,
      "jaw",
      "hands" },
    { "an aside", { "scan", "seat-and-floor" }, "seat-and-floor", 180000, "jaw", "room" },
    { "one that stays at its places",
      { "scan", "look-around" },
      "look-around",
      0,
      "jaw",
      "room-seen" },
    { "the same, said",
      { "scan", "look-around", "--minutes", "0" },
      "look-around",
      0,
      "jaw",
      "room-seen" },
    { "the same with a length",
      { "scan", "look-around", "--minutes", "2" },
      "look-around",
      120000,
      "jaw",
      "room-seen" },
    { "a length",
      { "scan", "--minutes", "6.25" },
      "hands-and-feet",
      375000,
      "jaw",
      "hands" },
    { "a place left out",
      { "scan", "--leave-out", "left-foot" },
      "hands-and-feet",
      180000,
      "left-foot",
      "right-foot" },
    { "a group left out",
      { "scan", "--leave-out", "hands,legs" },
      "hands-and-feet",
      180000,
      "thighs",
      "left-foot" },
    { "a sensitive place asked for",
      { "scan", "--with", "jaw" },
      "hands-and-feet",
      180000,
      "mouth",
      "jaw" },
    { "sensitive places asked for as a group",
      { "scan", "--with", "face" },
      "hands-and-feet",
      180000,
      "belly",
      "mouth" },
    { "a place counts more than its group",
      { "scan", "--leave-out", "head", "--with", "jaw" },
      "hands-and-feet",
      180000,
      "mouth",
      "jaw" },
    { "leaving out counts more than asking for",
      { "scan", "--leave-out", "jaw", "--with", "jaw" },
      "hands-and-feet",
      180000,
      "jaw",
      "hands" },
    { "none",
      { "scan", "--leave-out", "none" },
      "hands-and-feet",
      180000,
      "jaw",
      "hands" },
};

static void test_reads_a_scan(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scan_rows / sizeof scan_rows[0]; i++) {
        PlacesShelf *shelf;
        const PracticeRequest got = read_any(scan_rows[i].args, &shelf);
        const Regions *regions = &shelf->regions;
        if (got.kind != PRACTICE_SCAN || got.scan.length_ms != scan_rows[i].length_ms ||
            strcmp(regions->routes[got.scan.route].id, scan_rows[i].route) != 0 ||
            !region_set_has(&got.scan.out, region_find(regions, scan_rows[i].out)) ||
            region_set_has(&got.scan.out, region_find(regions, scan_rows[i].in)))
            fail_msg("%s", scan_rows[i].says);
        places_shelf_close(shelf);
    }
}

static void test_a_shelf_takes_the_lengths_of_a_voice(void **state)
{
    (void)state;
    PlacesShelf *shelf = places_shelf_open(NULL);
    assert_non_null(shelf);
    const int32_t cue = cues_find(&shelf->book, "scan.hands.1");
    const int32_t reading_ms = cues_reading_ms(shelf->book.texts[cue]);
    assert_int_equal(places_cues(shelf)->cues[cue].length_ms, reading_ms);
    shelf->book.cues[cue].length_ms = 1;
    places_shelf_use_voice(shelf, "none"); /* as it is: the files are not asked */
    assert_int_equal(places_cues(shelf)->cues[cue].length_ms, 1);
    places_shelf_use_voice(shelf, "nobody");
    assert_int_equal(places_cues(shelf)->cues[cue].length_ms, reading_ms);
    places_shelf_close(shelf);
    assert_null(places_regions(NULL));
    assert_null(places_cues(NULL));
}

static int away_from_home(void **state)
{
    (void)state;
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    return setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tells_words_and_options_apart),
        cmocka_unit_test(test_order_does_not_hang_on_the_environment),
        cmocka_unit_test(test_begins_anew_after_a_failure),
        cmocka_unit_test(test_counts_words_beyond_those_kept),
        cmocka_unit_test(test_says_what_would_be_right),
        cmocka_unit_test(test_reads_values),
        cmocka_unit_test(test_quotes_what_was_typed),
        cmocka_unit_test(test_any_bytes_are_answered_with_one_line),
        cmocka_unit_test(test_reads_a_practice),
        cmocka_unit_test(test_reads_a_sit),
        cmocka_unit_test(test_reads_what_is_before_reaching_out),
        cmocka_unit_test(test_reads_a_scan),
        cmocka_unit_test(test_a_shelf_takes_the_lengths_of_a_voice),
        cmocka_unit_test(test_the_window_is_told_what_was_typed_and_no_more),
    };
    return cmocka_run_group_tests(tests, away_from_home, NULL);
}
