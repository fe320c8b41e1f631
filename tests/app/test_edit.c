/* SPDX-License-Identifier: MIT */
#include "app/edit.h"

#include "support/edit_set.h"
#include "support/random.h"
#include "view/grapheme.h"
#include "view/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARKED "e\xCC\x81"                   /* e, and an accent by itself */
#define FAMILY "👩\xE2\x80\x8D👩\xE2\x80\x8D👧" /* three, joined to one */
#define FLAGS "🇩🇪🇫🇷"                         /* four letters, two flags */

/* An Edit in words: "|" is the caret, "[" or "]" the other end of the selection. */
static void show(const Edit *edit, char *out)
{
    for (int32_t at = 0; at <= edit->length; at++) {
        if (at == edit->anchor && edit->anchor != edit->caret)
            *out++ = edit->anchor < edit->caret ? '[' : ']';
        if (at == edit->caret)
            *out++ = '|';
        if (at < edit->length)
            *out++ = edit->text[at];
    }
    *out = '\0';
}

/* The Edit of such words. */
static void read(Edit *edit, const char *words)
{
    char text[256] = "";
    int32_t length = 0, caret = -1, anchor = -1;
    for (; *words != '\0'; words++) {
        if (*words == '|')
            caret = length;
        else if (*words == '[' || *words == ']')
            anchor = length;
        else
            text[length++] = *words;
    }
    edit_set(edit, text);
    edit_select(edit, anchor < 0 ? caret : anchor, caret);
}

/* Each letter of a script is a key. */
static void do_key(Edit *edit, char key)
{
    switch (key) {
    case 'l': edit_move(edit, EDIT_BACK, false); break;
    case 'L': edit_move(edit, EDIT_BACK, true); break;
    case 'r': edit_move(edit, EDIT_ON, false); break;
    case 'R': edit_move(edit, EDIT_ON, true); break;
    case 'w': edit_move(edit, EDIT_WORD_ON, false); break;
    case 'W': edit_move(edit, EDIT_WORD_ON, true); break;
    case 'b': edit_move(edit, EDIT_WORD_BACK, false); break;
    case 'B': edit_move(edit, EDIT_WORD_BACK, true); break;
    case 's': edit_move(edit, EDIT_TO_START, false); break;
    case 'e': edit_move(edit, EDIT_TO_END, false); break;
    case 'E': edit_move(edit, EDIT_TO_END, true); break;
    case 'a': edit_select_all(edit); break;
    case '<': edit_remove(edit, EDIT_BACK); break;
    case '>': edit_remove(edit, EDIT_ON); break;
    case '{': edit_remove(edit, EDIT_WORD_BACK); break;
    case '}': edit_remove(edit, EDIT_WORD_ON); break;
    case 'c': edit_copy(edit); break;
    case 'x': edit_cut(edit); break;
    case 'v': edit_paste(edit, edit->copied); break;
    case 'u': edit_undo(edit); break;
    case 'y': edit_redo(edit); break;
    default: fail_msg("no such key: %c", key);
    }
}

/* Keys, and between quotation marks what is typed. */
static void play(Edit *edit, const char *script)
{
    bool types = false;
    for (; *script != '\0'; script++) {
        char letter[] = { *script, '\0' };
        if (*script == '"')
            types = !types;
        else if (types)
            assert_true(edit_type(edit, letter));
        else
            do_key(edit, *script);
    }
}

static const struct {
    const char *name, *before, *script, *after;
} WRITTEN[] = {
    { "letters", "|", "\"hello\"", "hello|" },
    { "within a text", "he|o", "\"ll\"", "hell|o" },
    { "over what is selected", "a[bc|d", "\"x\"", "ax|d" },
    { "a letter back", "ab|c", "<", "a|c" },
    { "and on", "ab|c", ">", "ab|" },
    { "nothing before the first", "|a", "<", "|a" },
    { "nor behind the last", "a|", ">", "a|" },
    { "a letter with its mark goes whole", "x" MARKED "|", "<", "x|" },
    { "and so do joined pictures", "x" FAMILY "|y", "<", "x|y" },
    { "of two flags the second", FLAGS "|", "<", "🇩🇪|" },
    { "what is selected, back or on", "a|bc]d", ">", "a|d" },
    { "a word back", "one two|", "{", "one |" },
    { "with the spaces behind it", "one two  |x", "{", "one |x" },
    { "a word on", "one| two three", "}", "one| three" },
    { "left", "ab|", "l", "a|b" },
    { "left over a mark", "a" MARKED "|", "l", "a|" MARKED },
    { "to the end of the selection", "a[bc|d", "l", "a|bcd" },
    { "and to the other", "a|bc]d", "r", "abc|d" },
    { "selects", "a|bc", "RR", "a[bc|" },
    { "and less again", "a|bc", "RRL", "a[b|c" },
    { "by words", "|one two", "W", "[one| two" },
    { "to the end of a word", "one| two", "w", "one two|" },
    { "to its beginning", "one two|", "b", "one |two" },
    { "an apostrophe is inside", "|don't know", "w", "don't| know" },
    { "the sign of the end is not", "|over. Now", "w", "over|. Now" },
    { "words of other letters", "|שלום עולם", "w", "שלום| עולם" },
    { "start and end", "a|b", "s\"x\"e\"y\"", "xaby|" },
    { "all", "a|b", "a", "[ab|" },
    { "copies and pastes", "[ab|c", "cev", "abcab|" },
    { "cuts", "a[b|c", "xev", "acb|" },
    { "a cut of nothing", "ab|", "x", "ab|" },
    { "undoes a word", "|", "\"one two\"u", "one |" },
    { "and the one before", "|", "\"one two\"uu", "|" },
    { "and forth again", "|", "\"one two\"uuy", "one |" },
    { "no more than there was", "|", "\"one\"uuuu", "|" },
    { "nor forth", "|", "\"one\"uyyy", "one|" },
    { "letters at another place are another change", "|b", "\"a\"e\"c\"u", "ab|" },
    { "rubbing out is one change", "abc|", "<<<u", "abc|" },
    { "and so is deleting", "|abc", ">>u", "|abc" },
    { "rubbing out behind typing is another", "|", "\"abc\"<<u", "abc|" },
    { "typing over a selection comes back selected", "a[bc|d", "\"xy\"u", "a[bc|d" },
    { "pasting is one by itself", "[ab|", "ce\"c\"v\"d\"uu", "abc|" },
    { "writing forgets what was undone", "|", "\"a\"u\"b\"y", "b|" },
    { "a newline ends a change", "|", "\"a\nb\"u", "a\n|" },
    { "pasting nothing takes nothing out", "[ab|", "v", "[ab|" },
    { "nor does typing what is no text", "[ab|", "\"\x01\"", "[ab|" },
};

static void writes(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    for (size_t i = 0; i < sizeof WRITTEN / sizeof *WRITTEN; i++) {
        char after[256];
        read(edit, WRITTEN[i].before);
        play(edit, WRITTEN[i].script);
        show(edit, after);
        if (strcmp(after, WRITTEN[i].after) != 0)
            fail_msg("%s: \"%s\"", WRITTEN[i].name, after);
    }
    free(edit);
}

static void pastes_what_is_sound(void **state)
{
    static const struct {
        const char *name, *pasted, *text;
    } ROWS[] = {
        { "other newlines",
          "a\r\nb\rc\xE2\x80\xA8"
          "d",
          "a\nb\nc\nd" },
        { "tabs are spaces", "a\tb", "a b" },
        { "controls are left out",
          "a\x01\x1B[0m\x7F"
          "b\xC2\x80",
          "a[0mb" },
        { "what is no UTF-8 too", "a\xFF\xC3(\xED\xA0\x80z", "a(z" },
        { "an order mark", "\xEF\xBB\xBFx", "x" },
        { "joiners stay", FAMILY, FAMILY },
        { "a replacement character stays", "\xEF\xBF\xBD", "\xEF\xBF\xBD" },
    };
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        edit_set(edit, "");
        assert_true(edit_paste(edit, ROWS[i].pasted));
        if (strcmp(edit->text, ROWS[i].text) != 0)
            fail_msg("%s: \"%s\"", ROWS[i].name, edit->text);
        assert_int_equal(edit->length, strlen(ROWS[i].text));
    }
    free(edit);
}

/* What has no room changes nothing; what has just room comes in. */
static void loses_nothing_when_it_is_full(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    char *much = calloc(3, EDIT_BYTES_MAX);
    memset(much, 'a', EDIT_BYTES_MAX - 1);
    edit_set(edit, much);
    edit_select(edit, 3, 5);
    assert_false(edit_paste(edit, "\xE2\x86\x92→"));
    assert_int_equal(edit->length, EDIT_BYTES_MAX - 1);
    assert_int_equal(edit->anchor, 3);
    assert_true(edit_paste(edit, "→"));
    assert_int_equal(edit->length, EDIT_BYTES_MAX);
    assert_false(edit_type(edit, "x"));
    assert_false(edit_add_line(edit, "x"));
    memset(much, 'b', 3 * EDIT_BYTES_MAX - 1);
    edit_select_all(edit);
    assert_false(edit_paste(edit, much));
    much[EDIT_BYTES_MAX] = '\0';
    assert_true(edit_paste(edit, much));
    assert_true(edit_undo(edit));
    assert_int_equal(edit->text[3], '\xE2');
    free(much);
    free(edit);
}

static void adds_lines(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    assert_true(edit_add_line(edit, "Are you there?"));
    assert_string_equal(edit->text, "Are you there?");
    edit_move(edit, EDIT_TO_START, false);
    assert_true(edit_add_line(edit, "Ten minutes."));
    assert_string_equal(edit->text, "Are you there?\nTen minutes.");
    assert_int_equal(edit->caret, edit->length);
    assert_true(edit_undo(edit));
    assert_string_equal(edit->text, "Are you there?");
    assert_true(edit_redo(edit));
    assert_string_equal(edit->text, "Are you there?\nTen minutes.");
    assert_true(edit_undo(edit));
    assert_true(edit_undo(edit));
    assert_string_equal(edit->text, "");
    free(edit);
}

static void composes_beside_the_text(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    read(edit, "a[bc|d");
    edit_compose(edit, "にほ", 1);
    EditShown shown = edit_shown(edit);
    assert_string_equal(shown.utf8, "aにほd");
    assert_int_equal(shown.composed, 1);
    assert_int_equal(shown.composed_end, 7);
    assert_int_equal(shown.caret, 4);
    assert_int_equal(shown.selected, shown.selected_end);
    assert_string_equal(edit->text, "abcd");

    edit_compose(edit, "", 0);
    shown = edit_shown(edit);
    assert_string_equal(shown.utf8, "abcd");
    assert_int_equal(shown.selected_end, 3);

    edit_compose(edit, "にほ", 9);
    assert_true(edit_type(edit, "日本"));
    assert_string_equal(edit_shown(edit).utf8, "a日本d");
    assert_true(edit_undo(edit));
    assert_string_equal(edit_shown(edit).utf8, "abcd");
    free(edit);
}

static void settles_what_is_composed(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    char *much = calloc(1, EDIT_BYTES_MAX + 1);
    read(edit, "a[bc|d");
    assert_true(edit_settle(edit)); /* nothing is */
    assert_string_equal(edit->text, "abcd");
    edit_compose(edit, "にほ", 0);
    assert_true(edit_settle(edit));
    assert_string_equal(edit->text, "aにほd");
    assert_int_equal(edit->caret, 7);
    assert_int_equal(edit->composing_length, 0);
    assert_true(edit_undo(edit));
    assert_string_equal(edit->text, "abcd");

    memset(much, 'a', EDIT_BYTES_MAX);
    edit_set(edit, much);
    edit_compose(edit, "に", 0);
    assert_false(edit_settle(edit));
    assert_int_equal(edit->length, EDIT_BYTES_MAX);
    assert_int_equal(edit->composing_length, 0);
    free(much);
    free(edit);
}

static void leaves_nothing_when_it_is_wiped(void **state)
{
    (void)state;
    Edit *edit = calloc(1, sizeof *edit);
    play(edit, "\"secret secret\"acx\"secret\"uuy");
    edit_compose(edit, "secret", 3);
    edit_shown(edit);
    edit_wipe(edit);
    for (size_t i = 0; i < sizeof *edit; i++)
        assert_int_equal(((const unsigned char *)edit)[i], 0);
    assert_string_equal(edit_shown(edit).utf8, "");
    free(edit);
}

static const char *const PIECES[] = {
    "a",    "B ",   "one two ", "\n",    MARKED, "\xCC\x81", FAMILY, "\xE2\x80\x8D",
    "🇩",    FLAGS,  "שָׁ",        "سلام ", "ไทย ", "한국",     "ᄒ",   "ᅡ",
    "\r\n", "\xFF", "日本",     "\t",
};

static const char *some_text(Random *random)
{
    return PIECES[random_between(random, 0, sizeof PIECES / sizeof *PIECES - 1)];
}

static void do_anything(Random *random, Edit *edit)
{
    static const char KEYS[] = "lLrRwWbBseEa<<<>>{}cxvuuyy";
    const int64_t what = random_between(random, 0, 9);
    if (what < 4)
        edit_type(edit, some_text(random));
    else if (what == 4)
        edit_paste(edit, some_text(random));
    else if (what == 5 && random_one_in(random, 4))
        edit_settle(edit);
    else if (what == 5)
        edit_compose(edit, some_text(random), (int32_t)random_between(random, 0, 3));
    else if (what == 6)
        edit_select(edit, (int32_t)random_between(random, 0, edit->length),
                    (int32_t)random_between(random, 0, edit->length));
    else if (what == 7 && random_one_in(random, 4))
        edit_add_line(edit, some_text(random));
    else
        do_key(edit, KEYS[random_between(random, 0, sizeof KEYS - 2)]);
}

static bool is_sound(const char *utf8, int32_t length)
{
    uint32_t character;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        bytes = text_character(utf8 + at, length - at, &character);
        if ((character == TEXT_BAD && bytes == 1) || character == '\r')
            return false;
    }
    return utf8[length] == '\0';
}

static bool is_border(const char *utf8, int32_t length, int32_t at)
{
    return at >= 0 && at <= length && grapheme_border(utf8, length, at) == at;
}

static const char *problem(Random *random, Edit *edit)
{
    if (!is_sound(edit->text, edit->length))
        return random_say(random, "the text is not sound");
    if (!is_border(edit->text, edit->length, edit->caret) ||
        !is_border(edit->text, edit->length, edit->anchor))
        return random_say(random, "the caret %d or %d is within a letter",
                          (int)edit->caret, (int)edit->anchor);
    const EditShown shown = edit_shown(edit);
    if (!is_sound(shown.utf8, shown.length) ||
        !is_border(shown.utf8, shown.length, shown.caret))
        return random_say(random, "what is shown is not sound");
    return NULL;
}

/* Whatever is done, the text is sound, and undoing all of it gives back the beginning;
 * doing it again gives back the end. */
static const char *is_always_sound(Random *random, int32_t size)
{
    static Edit edit;
    char begin[64], end[EDIT_BYTES_MAX + 1];
    edit_set(&edit, some_text(random));
    strcpy(begin, edit.text);
    for (int32_t i = 0; i < size; i++) {
        do_anything(random, &edit);
        const char *found = problem(random, &edit);
        if (found != NULL)
            return found;
    }
    while (edit_redo(&edit))
        continue;
    strcpy(end, edit.text);
    while (edit_undo(&edit))
        if (problem(random, &edit) != NULL)
            return random_say(random, "not sound when it was undone");
    if (!edit.past.is_cut && strcmp(edit.text, begin) != 0)
        return random_say(random, "begins with \"%s\", not \"%s\"", edit.text, begin);
    while (edit_redo(&edit))
        continue;
    if (strcmp(edit.text, end) != 0)
        return random_say(random, "ends with \"%s\", not \"%s\"", edit.text, end);
    return NULL;
}

static void stays_sound(void **state)
{
    (void)state;
    random_check(is_always_sound, 400, 60);
    random_check(is_always_sound, 4, 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes),
        cmocka_unit_test(pastes_what_is_sound),
        cmocka_unit_test(loses_nothing_when_it_is_full),
        cmocka_unit_test(adds_lines),
        cmocka_unit_test(composes_beside_the_text),
        cmocka_unit_test(settles_what_is_composed),
        cmocka_unit_test(leaves_nothing_when_it_is_wiped),
        cmocka_unit_test(stays_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
