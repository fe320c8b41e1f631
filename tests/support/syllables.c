/* SPDX-License-Identifier: MIT */
#include "support/syllables.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { WORD_MAX = 64 };

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || c == '\'';
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool ends_with(const char *word, size_t length, const char *end)
{
    const size_t size = strlen(end);
    return length > size && strcmp(word + length - size, end) == 0;
}

/* An e that is written and not said: "time", "times", "opened", but not "table",
 * "houses", "wanted". */
static bool has_silent_e(const char *word, size_t length)
{
    static const char *const said[] = { "ted", "ded", "ses",  "xes", "zes",
                                        "ges", "ces", "ches", "shes" };
    if (ends_with(word, length, "e"))
        return !is_vowel(word[length - 2]) &&
               (!ends_with(word, length, "le") || is_vowel(word[length - 3]));
    if (!ends_with(word, length, "ed") && !ends_with(word, length, "es"))
        return false;
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (ends_with(word, length, said[i]))
            return false;
    if (ends_with(word, length, "les") && length > 4)
        return is_vowel(word[length - 4]);
    return !is_vowel(word[length - 3]);
}

/* Vowels beside each other that are said one by one: "carrying", "being", "quiet",
 * "idea". */
static bool is_parted(const char *at)
{
    static const char *const parted[] = { "ying", "eing", "iet", "dea", "ia", "io" };
    for (size_t i = 0; i < sizeof parted / sizeof parted[0]; i++)
        if (strncmp(at, parted[i], strlen(parted[i])) == 0)
            return strncmp(at, "ion", 3) != 0;
    return false;
}

int syllables_of(const char *letters, size_t length)
{
    char word[WORD_MAX] = "";
    for (size_t i = 0; i < length && i < sizeof word - 1 && letters[i] != '\''; i++)
        word[i] = (char)tolower((unsigned char)letters[i]);
    length = strlen(word);
    int count = 0;
    for (size_t i = 0; i < length; i++) {
        count += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
        count += is_parted(&word[i]);
    }
    count -= has_silent_e(word, length);
    return count > 0 ? count : 1;
}

double syllables_grade(const char *text)
{
    int words = 0, sentences = 0, syllables = 0, in_sentence = 0;
    for (const char *at = text; *at != '\0';) {
        size_t length = 0;
        while (is_letter(at[length]))
            length++;
        if (length > 0) {
            words++;
            in_sentence++;
            syllables += syllables_of(at, length);
        } else if (strchr(".?;", *at) != NULL && in_sentence > 0) {
            sentences++;
            in_sentence = 0;
        }
        at += length > 0 ? length : 1;
    }
    sentences += in_sentence > 0;
    if (words == 0)
        return 0;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
}
