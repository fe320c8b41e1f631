/* SPDX-License-Identifier: MIT */
#include "support/lint_cues.h"
#include "support/lint.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Words as lint.c reads them: a '*' at the end stands for any ending. */
static const char *const unsaid[] = {
    "breath*", "exhal*",  "inhal*", "notic*",  "feel*",    "felt",   "aware*",
    "attent*", "focus*",  "soft*",  "releas*", "eas*",     "calm*",  "peace*",
    "safe*",   "warm*",   "glow*",  "flow*",   "melt*",    "sink*",  "heav*",
    "tens*",   "tight*",  "loose*", "pain*",   "comfort*", "touch*", "welcom*",
    "allow*",  "accept*", "invit*", "nice",    "beautif*", "deeper", "you",
    "your*",   "we",      "our",    "let",     "let's",    "gentl*", "energy",
};

/* What an instruction begins with. Verbs that are names of things as well are left out
 * where the thing may be met: rest, light, sound, back. */
static const char *const orders[] = {
    "allow",   "ask",      "be",      "become", "begin", "bring", "choose",  "close",
    "come",    "count",    "do",      "don't",  "drop",  "enjoy", "explore", "feel",
    "find",    "follow",   "gaze",    "get",    "give",  "go",    "hear",    "hold",
    "imagine", "invite",   "keep",    "know",   "lay",   "lean",  "leave",   "let",
    "lie",     "lift",     "listen",  "look",   "make",  "meet",  "move",    "never",
    "note",    "notice",   "observe", "pause",  "pick",  "place", "press",   "put",
    "relax",   "remember", "return",  "scan",   "see",   "sense", "shift",   "sit",
    "skip",    "soften",   "spread",  "stand",  "start", "stay",  "stop",    "take",
    "think",   "touch",    "turn",    "use",    "visit", "wait",  "wander",  "watch",
    "welcome",
};

static const char *const nothings[] = {
    "nothing", "no",  "none",   "not much", "blank",   "blanks", "blur",
    "empty",   "gap", "silent", "unclear",  "unknown", "unsure", "neither",
};

static const char *const ways_past[] = {
    "instead",  "next place", "past",     "passed by",   "passing by", "skipped",
    "left out", "else",       "in sight", "in the room", "elsewhere",  "somewhere",
};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static bool says_any(const char *text, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lint_says(text, words[i]))
            return true;
    return false;
}

static bool is_at(const char *text, const char *word)
{
    const size_t length = strlen(word);
    size_t i = 0;
    while (i < length && tolower((unsigned char)text[i]) == word[i])
        i++;
    return i == length && !isalpha((unsigned char)text[i]) && text[i] != '\'';
}

static bool begins_with_order(const char *clause)
{
    static const char *const joints[] = { "or", "and", "then", "please", "now" };
    for (size_t i = 0; i < LENGTH(joints); i++)
        if (is_at(clause, joints[i]))
            return begins_with_order(clause + strlen(joints[i]) +
                                     (clause[strlen(joints[i])] == ' '));
    for (size_t i = 0; i < LENGTH(orders); i++)
        if (is_at(clause, orders[i]))
            return true;
    return false;
}

/* Clauses begin at the text, behind a comma or a full stop, and at "or", "and", "then".
 */
static bool has_order(const char *text)
{
    bool is_begin = true;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == ' ')
            continue;
        const bool is_word = at == text || at[-1] == ' ';
        const bool is_joint = is_word && (is_at(at, "or") || is_at(at, "and"));
        if (is_word && (is_begin || is_joint) && begins_with_order(at))
            return true;
        if (is_word)
            is_begin = false;
        is_begin = is_begin || *at == ',' || *at == '.';
    }
    return false;
}

static int count_words(const char *text)
{
    int words = 0;
    for (const char *at = text; *at != '\0'; at++)
        words += *at != ' ' && (at[1] == ' ' || at[1] == '\0');
    return words;
}

static bool is_readable(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (!isalpha((unsigned char)*at) && strchr(" ,.'", *at) == NULL)
            return false;
    return true;
}

static bool is_in(const char *id, const char *family)
{
    return strncmp(id, family, strlen(family)) == 0;
}

static bool is_of_place(const char *id)
{
    return is_in(id, "scan.") && !is_in(id, "scan.arrive.") &&
           !is_in(id, "scan.whole.") && !is_in(id, "scan.leave.") &&
           !is_in(id, "scan.linger.");
}

static const char *lint_wording(const char *id, const char *text)
{
    const char wording = id[strlen(id) - 1];
    const bool is_empty = says_any(text, nothings, LENGTH(nothings));
    const bool has_way = says_any(text, ways_past, LENGTH(ways_past));
    if (is_of_place(id) && wording == '2' && !is_empty)
        return "no room for nothing at all";
    if (is_of_place(id) && wording != '2' && is_empty)
        return "nothing at all belongs into the second wording";
    if (is_of_place(id) && wording == '3' && !has_way)
        return "no way past";
    if (is_in(id, "scan.linger.") && !has_way)
        return "no way past";
    return NULL;
}

const char *lint_cue(const char *id, const char *text)
{
    if (lint_words(text) != NULL)
        return lint_words(text);
    if (!is_readable(text))
        return "a sign that a voice cannot read";
    if (is_in(id, "breath."))
        return strchr(text, ' ') != NULL ? "more than one word at a turn" : NULL;
    if (count_words(text) > LINT_CUE_WORDS_MAX)
        return "more than 12 words";
    if (*text == '\0' || text[strlen(text) - 1] != '.')
        return "no full stop";
    if (says_any(text, unsaid, LENGTH(unsaid)))
        return "a word that tells people what to feel, or how";
    if (has_order(text))
        return "an instruction";
    return lint_wording(id, text);
}
_Static_assert(LINT_CUE_WORDS_MAX == 12, "as told above");
