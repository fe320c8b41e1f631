/* SPDX-License-Identifier: MIT */
/* Every text of the program, wherever it stands: what lint.h leaves unsaid is said
 * nowhere.
 *
 * In src/ every string literal counts that has words: a blank in it, or nothing but
 * letters, with the end of a sentence or without. What is left are keys, ids, signs,
 * paths, and settings for other libraries. In assets/ the values of our own files count,
 * the cells of a table but names and sources, which are the words of others, what stands
 * between the tags, and the values of a desktop file; a file of a kind that is not known
 * here fails. In README.md everything counts but code, pictures' signs and addresses. */
#include "store/files.h"
#include "support/c_texts.h"
#include "support/lint.h"

#include <ctype.h>
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { FILE_MAX = 1 << 20, COLUMNS_MAX = 16 };

static int wrong, asked;
static char where[FILES_PATH_MAX];

/* How far a file is while it is written tells of the machine, and of nobody. */
static const char *const percent_is_told_in = "src/app/export_watch.c";

/* Nothing, or what ends a sentence: a word by itself may be one. */
static bool is_end(const char *text)
{
    return strspn(text, ".!?") == strlen(text) || strcmp(text, "\xE2\x80\xA6") == 0;
}

/* Settings for another library may be markup, of which nobody reads anything. */
static bool has_words(const char *text)
{
    size_t letters = 0;
    if (strncmp(text, "<?xml", 5) == 0)
        return false;
    while (isalpha((unsigned char)text[letters]))
        letters++;
    return strchr(text, ' ') != NULL || (letters > 0 && is_end(text + letters));
}

static void ask(const char *text, int32_t line)
{
    const char *why = lint_words(text);
    asked++;
    if (why == NULL)
        return;
    print_error("%s:%d: \"%s\": %s\n", where, (int)line, text, why);
    wrong++;
}

/* A sign of per cent to be printed, but for one that begins an encoded byte. */
static bool has_share(const char *text)
{
    const char *sign = strstr(text, "%%");
    return sign != NULL && sign[2] != '%';
}

static void ask_literal(void *context, const char *text, int32_t line)
{
    (void)context;
    if (has_share(text) && strstr(where, percent_is_told_in) == NULL) {
        print_error("%s:%d: \"%s\": a share of something\n", where, (int)line, text);
        wrong++;
    }
    if (has_words(text))
        ask(text, line);
}

static void ask_source(char *text)
{
    if (c_texts_read(text, ask_literal, NULL) < 0) {
        print_error("%s: a literal without an end\n", where);
        wrong++;
    }
}

/* --- what stands in files that are no source --- */

/* What stands behind the first '=' of each line; lines that begin with '#' are for
 * whoever edits the file. */
static void ask_values(char *text)
{
    int32_t number = 1;
    for (char *line = text; line != NULL; number++) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        const char *value = strchr(line, '=');
        if (line[0] != '#' && value != NULL)
            ask(value + 1, number);
        line = end != NULL ? end + 1 : NULL;
    }
}

static bool is_of_others(const char *column)
{
    return strcmp(column, "name") == 0 || strcmp(column, "source") == 0;
}

/* One line of a table; the first that is asked names the columns. */
static void ask_row(char *line, char columns[COLUMNS_MAX][32], int32_t number)
{
    const bool is_head = columns[0][0] == '\0';
    for (int32_t i = 0; line != NULL && i < COLUMNS_MAX; i++) {
        char *end = strchr(line, '\t');
        if (end != NULL)
            *end = '\0';
        if (is_head)
            snprintf(columns[i], sizeof columns[i], "%s", line);
        else if (!is_of_others(columns[i]))
            ask(line, number);
        line = end != NULL ? end + 1 : NULL;
    }
}

static void ask_table(char *text)
{
    char columns[COLUMNS_MAX][32] = { "" };
    int32_t number = 1;
    for (char *line = text; line != NULL; number++) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        if (line[0] != '#')
            ask_row(line, columns, number);
        line = end != NULL ? end + 1 : NULL;
    }
}

/* Everything between one `from` and the next `to` becomes blank, line ends excepted. */
static void blank_out(char *text, const char *from, const char *to)
{
    for (char *at = text; (at = strstr(at, from)) != NULL;) {
        char *end = strstr(at + strlen(from), to);
        end = end != NULL ? end + strlen(to) : at + strlen(at);
        for (; at < end; at++)
            if (*at != '\n')
                *at = ' ';
    }
}

/* Texts are what an empty line lies between. */
static void ask_paragraphs(char *text)
{
    int32_t line = 1;
    for (char *at = text; *at != '\0';) {
        char *end = strstr(at, "\n\n");
        if (end != NULL)
            *end = '\0';
        ask(at, line);
        for (; *at != '\0'; at++)
            line += *at == '\n';
        line += 2;
        at = end != NULL ? end + 2 : at;
    }
}

static void ask_markup(char *text)
{
    blank_out(text, "<!--", "-->");
    blank_out(text, "<", ">");
    ask_paragraphs(text);
}

static void ask_prose(char *text)
{
    blank_out(text, "```", "```");
    blank_out(text, "`", "`");
    blank_out(text, "](", ")");
    for (char *at = text; (at = strstr(at, "![")) != NULL;)
        *at = ' ';
    ask_paragraphs(text);
}

/* --- the files --- */

typedef void Asker(char *text);

static void ask_file(const char *path, Asker *asker)
{
    FileText text = { NULL, 0 };
    Error error = { "" };
    snprintf(where, sizeof where, "%s", path);
    if (!files_open(path, FILE_MAX, &text, &error))
        fail_msg("%s", error.text);
    assert_non_null(text.bytes);
    assert_true(text.size < FILE_MAX);
    asker(text.bytes);
    files_close(&text);
}

static bool ends_in(const char *path, const char *end)
{
    const size_t length = strlen(path), tail = strlen(end);
    return length >= tail && strcmp(path + length - tail, end) == 0;
}

static bool begins_as_ours(const char *path)
{
    char line[8] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    const bool is_ours = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    return is_ours && strcmp(line, "leeway ") == 0;
}

static void ask_nothing(char *text)
{
    (void)text;
}

/* NULL for a kind of file that nobody has thought of yet. */
static Asker *asker_of(const char *path)
{
    static const struct {
        const char *end;
        Asker *asker;
    } kinds[] = {
        { ".c", ask_source },
        { ".h", ask_source },
        { ".desktop", ask_values },
        { ".xml", ask_markup },
        { ".svg", ask_markup },
        { ".tsv", ask_table },
        { "README.md", ask_prose },
        { "LICENSE.txt", ask_nothing },
        { ".ttf", ask_nothing },
        { "LICENCE.txt", ask_nothing },
        { ".otf", ask_nothing },
        { ".png", ask_nothing },
        { ".opus", ask_nothing },
        { ".sh", ask_nothing },
        { ".cmake", ask_nothing },
        { ".scm", ask_nothing }, /* how to pronounce what stands elsewhere */
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (ends_in(path, kinds[i].end))
            return kinds[i].asker;
    return begins_as_ours(path) ? ask_values : NULL;
}

static int ask_folder(const char *folder)
{
    struct dirent **names;
    const int count = scandir(folder, &names, NULL, alphasort);
    int files = 0;
    assert_true(count >= 0);
    for (int i = 0; i < count; i++) {
        char path[FILES_PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        struct stat entry;
        const bool is_folder = stat(path, &entry) == 0 && S_ISDIR(entry.st_mode);
        const bool is_hidden = names[i]->d_name[0] == '.';
        free(names[i]);
        if (is_hidden)
            continue;
        if (is_folder) {
            files += ask_folder(path);
        } else if (asker_of(path) == NULL) {
            fail_msg("%s: which of it does a person read?", path);
        } else {
            ask_file(path, asker_of(path));
            files++;
        }
    }
    free(names);
    return files;
}

static void expect_clean(int files, int files_least, int texts_least)
{
    assert_true(files >= files_least);
    assert_true(asked >= texts_least);
    assert_int_equal(wrong, 0);
}

static int begin(void **state)
{
    (void)state;
    wrong = asked = 0;
    return 0;
}

static void what_the_program_says_leaves_the_choice(void **state)
{
    (void)state;
    expect_clean(ask_folder(LEEWAY_TESTS_DIR "/../src"), 150, 1000);
}

static void what_the_assets_say_does_as_well(void **state)
{
    (void)state;
    expect_clean(ask_folder(LEEWAY_ASSETS_DIR), 100, 300);
}

static void the_readme_says_nothing_else(void **state)
{
    (void)state;
    ask_file(LEEWAY_TESTS_DIR "/../README.md", ask_prose);
    expect_clean(1, 1, 60);
}

/* --- the hands that find them --- */

static char found[1024];

static void note(void *context, const char *text, int32_t line)
{
    (void)context;
    const size_t used = strlen(found);
    snprintf(found + used, sizeof found - used, "%d:%s|", (int)line, text);
}

static void literals_are_found_as_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *source, *found;
        int32_t count;
    } rows[] = {
        { "a = \"one\";\nb(\"two\");", "1:one|2:two|", 2 },
        { "\"one \"\n  \"and /* not */\" /* yes */ \"more\"", "1:one and /* not */more|",
          1 },
        { "/* \"no\" */ // \"nor this\"\n\"yes\"", "2:yes|", 1 },
        { "#include \"no.h\"\n#define A \"yes \" \\\n \"sir\"", "2:yes sir|", 1 },
        { "'\"' '\\'' \"it\\'s \\\"so\\\"\"", "1:it's \"so\"|", 1 },
        { "\"a\\tb\\x41\\102\\u00a0\"", "1:a\tbAB\xC2\xA0|", 1 },
        { "\"%\" PRId64 \" left\"", "1:%|1: left|", 2 },
        { "\"no end", "1:no end|", -1 },
        { "", "", 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        found[0] = '\0';
        assert_int_equal(c_texts_read(rows[i].source, note, NULL), rows[i].count);
        assert_string_equal(found, rows[i].found);
    }
}

static void what_has_words_is_asked(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool has;
    } rows[] = {
        { "Go on", true },  { "Home", true },
        { "#!AMR", false }, { "text-size", false },
        { "%d", false },    { "%d more", true },
        { "", false },      { "total_ms", false },
        { " of ", true },   { "<?xml version=", false },
        { "Great.", true }, { "settings.bad", false },
        { "Gone!", true },  { "Wait\xE2\x80\xA6", true },
        { "...", false },   { "text_size.", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (has_words(rows[i].text) != rows[i].has)
            fail_msg("\"%s\"", rows[i].text);
}

static void a_wrong_word_is_found_in_every_kind_of_file(void **state)
{
    (void)state;
    static const struct {
        Asker *asker;
        const char *text;
        int wrong;
    } rows[] = {
        { ask_source, "f(\"you \" /* x */ \"must\"); /* must */", 1 },
        { ask_source, "f(\"80 %%\");", 1 },
        { ask_source, "f(\"Great.\"), g(\"Failed!\");", 2 },
        { ask_values, "# must\nid-must = yes\ntext = it must\n", 1 },
        { ask_table, "# must\ncountry\tname\tscope\nUK\tmust\tit must\n", 1 },
        { ask_markup, "<p a='must'>it <!-- must\n --> is</p>\n\n<p>it must</p>", 1 },
        { ask_prose, "it `must`\n```\nmust\n```\n![so](must.png)\n\nit must", 1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[200];
        strcpy(text, rows[i].text);
        strcpy(where, "a row of this test, as it is meant");
        wrong = 0;
        rows[i].asker(text);
        assert_int_equal(wrong, rows[i].wrong);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_the_program_says_leaves_the_choice, begin),
        cmocka_unit_test_setup(what_the_assets_say_does_as_well, begin),
        cmocka_unit_test_setup(the_readme_says_nothing_else, begin),
        cmocka_unit_test(literals_are_found_as_they_are),
        cmocka_unit_test(what_has_words_is_asked),
        cmocka_unit_test(a_wrong_word_is_found_in_every_kind_of_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
