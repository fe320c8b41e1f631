/* SPDX-License-Identifier: MIT */
/* One section of a file changed, added or taken out, and every other byte as it was. */
#include "store/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const keys[] = { "name", "numbers", "says", NULL };
static const LinesFormat format = { .kind = "patterns", .version = 1, .keys = keys };

#define HEAD "leeway patterns 1\n"

static Lines *open_text(const char *text)
{
    Lines *lines = lines_open("file", text, strlen(text), &format, NULL);
    assert_non_null(lines);
    return lines;
}

static void expect(const char *says, char *text, size_t size, const char *expected)
{
    if (size != strlen(expected) || memcmp(text, expected, size) != 0)
        fail_msg("%s:\n%.*s", says, (int)size, text);
    free(text);
}

typedef struct Row {
    const char *says;
    const char *before;
    const char *after;
} Row;

/* With name = B and numbers = 5-5 written into [b]. */
static const Row changed[] = {
    { "a file with nothing in it", HEAD, HEAD "\n[b]\nname = B\nnumbers = 5-5\n" },
    { "a first line without an end", "leeway patterns 1",
      HEAD "\n[b]\nname = B\nnumbers = 5-5\n" },
    { "values change in their places", HEAD "[b]\n  numbers=4-4  \n\tname =\told\n",
      HEAD "[b]\n  numbers=5-5  \n\tname =\tB\n" },
    { "a key that is missing follows the others",
      HEAD "[b]\nname = x\n# why\n\n[c]\nname = y\n",
      HEAD "[b]\nname = B\nnumbers = 5-5\n# why\n\n[c]\nname = y\n" },
    { "an empty section is filled", HEAD "[b]\n# none yet\n",
      HEAD "[b]\nname = B\nnumbers = 5-5\n# none yet\n" },
    { "a heading without an end", HEAD "[b]", HEAD "[b]\nname = B\nnumbers = 5-5\n" },
    { "the same keys elsewhere stay", HEAD "name = top\n[a]\nname = A\n[b]\nname = x\n",
      HEAD "name = top\n[a]\nname = A\n[b]\nname = B\nnumbers = 5-5\n" },
    { "unknown keys and broken lines stay", HEAD "[b]\nnam = 1\n???\n\xFF\nname = x\n",
      HEAD "[b]\nnam = 1\n???\n\xFF\nname = B\nnumbers = 5-5\n" },
    { "the first of two sections counts", HEAD "[b]\nname = x\n[b]\nname = y\n",
      HEAD "[b]\nname = B\nnumbers = 5-5\n[b]\nname = y\n" },
    { "line ends stay", "leeway patterns 1\r\n[a]\r\nname = A\r\n",
      "leeway patterns 1\r\n[a]\r\nname = A\r\n\r\n[b]\r\nname = B\r\n"
      "numbers = 5-5\r\n" },
    { "a last line without an end", HEAD "[a]\nname = A",
      HEAD "[a]\nname = A\n\n[b]\nname = B\nnumbers = 5-5\n" },
};

static void a_section_changes_and_nothing_else(void **state)
{
    (void)state;
    static const LinesChange changes[] = { { "name", "B" }, { "numbers", "5-5" } };
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        Lines *lines = open_text(changed[i].before);
        size_t size = 0;
        char *text = lines_rewrite_section(lines, "b", changes, 2, &size);
        expect(changed[i].says, text, size, changed[i].after);
        lines_close(lines);
    }
}

/* Without [b]. */
static const Row taken_out[] = {
    { "one that is not there", HEAD "[a]\nname = A", HEAD "[a]\nname = A" },
    { "the only one", HEAD "\n[b]\nname = B\n", HEAD },
    { "the last one", HEAD "[a]\nname = A\n\n[b]\nname = B\nnumbers = 5-5\n",
      HEAD "[a]\nname = A\n" },
    { "one in the middle", HEAD "[b]\nname = B\n\n[c]\nname = C\n",
      HEAD "\n[c]\nname = C\n" },
    { "one between two", HEAD "[a]\n\n[b]\nname = B\n\n[c]\n", HEAD "[a]\n\n[c]\n" },
    { "what is written about the next stays",
      HEAD "[b]\nname = B\n# within\nnumbers = 5-5\n# about c\n[c]\n",
      HEAD "# about c\n[c]\n" },
    { "what is written above it stays", HEAD "# about b\n[b]\nname = B\n",
      HEAD "# about b\n" },
    { "one without entries", HEAD "[b]\n[c]\nname = C\n", HEAD "[c]\nname = C\n" },
    { "a heading without an end", HEAD "[a]\n[b]", HEAD "[a]\n" },
    { "the first of two goes", HEAD "[b]\nname = x\n[b]\nname = y\n",
      HEAD "[b]\nname = y\n" },
    { "line ends stay", "leeway patterns 1\r\n\r\n[b]\r\nname = B\r\n[c]\r\n",
      "leeway patterns 1\r\n[c]\r\n" },
};

static void a_section_goes_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof taken_out / sizeof *taken_out; i++) {
        Lines *lines = open_text(taken_out[i].before);
        size_t size = 0;
        char *text = lines_without_section(lines, "b", &size);
        expect(taken_out[i].says, text, size, taken_out[i].after);
        lines_close(lines);
    }
}

static void what_was_put_at_the_end_can_be_taken_out_again(void **state)
{
    (void)state;
    static const char *const texts[] = { HEAD, HEAD "# a\n\n", HEAD "[a]\nname = A\n",
                                         HEAD "[a]\n???\n\n\n# end\n" };
    static const LinesChange change = { "name", "B" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Lines *lines = open_text(texts[i]);
        size_t size = 0;
        char *text = lines_rewrite_section(lines, "b", &change, 1, &size);
        lines_close(lines);
        lines = lines_open("file", text, size, &format, NULL);
        free(text);
        text = lines_without_section(lines, "b", &size);
        expect("put and taken", text, size, texts[i]);
        lines_close(lines);
    }
}

static void sections_are_found_by_name(void **state)
{
    (void)state;
    Lines *lines = open_text(HEAD "name = top\n[a]\n[b]\nname = B\n[b]\n");
    assert_int_equal(lines_section(lines, "b")->line, 4);
    assert_null(lines_section(lines, "c"));
    assert_null(lines_section(lines, "")); /* what stands before any is none */
    lines_close(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_section_changes_and_nothing_else),
        cmocka_unit_test(a_section_goes_and_nothing_else),
        cmocka_unit_test(what_was_put_at_the_end_can_be_taken_out_again),
        cmocka_unit_test(sections_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
