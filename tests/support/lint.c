/* SPDX-License-Identifier: MIT */
#include "support/lint.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* A word, or words with single spaces between them, in small letters. A '*' at the end
 * stands for any ending. What is told is the word and the reason. */
typedef struct Unsaid {
    const char *word;
    const char *why;
} Unsaid;

static const Unsaid unsaid[] = {
    { "should", "should: an order" },
    { "must", "must: an order" },
    { "ought", "ought: an order" },
    { "need to", "need to: an order" },
    { "needs to", "needs to: an order" },
    { "have to", "have to: an order" },
    { "has to", "has to: an order" },
    { "try", "try: a task" },
    { "just", "just: makes light of it" },
    { "simply", "simply: makes light of it" },
    { "finally", "finally: impatience" },
    { "at least", "at least: makes light of it" },
    { "only", "only: blame" },

    { "relax*", "relax: cannot be ordered" },
    { "calm down", "calm down: cannot be ordered" },
    { "let go", "let go: cannot be ordered" },
    { "let it go", "let it go: cannot be ordered" },
    { "surrender*", "surrender: cannot be ordered" },
    { "deep*", "deep: breaths here are of ordinary size" },
    { "fill your lungs", "fill your lungs: breaths here are of ordinary size" },
    { "close your eyes", "close your eyes: open eyes are as good" },
    { "trust the process", "trust the process: cannot be ordered" },
    { "choose happiness", "choose happiness: cannot be ordered" },
    { "be brave", "be brave: a push" },
    { "too late", "too late: hurry" },

    { "you will", "you will: a promise" },
    { "you'll", "you'll: a promise" },
    { "you are", "you are: tells people what they are" },
    { "you're", "you're: tells people what they are" },
    { "you feel", "you feel: tells people what they feel" },
    { "you need", "you need: tells people what they need" },
    { "people like you", "people like you: tells people what they are" },
    { "because of your", "because of your: claims to know why" },
    { "everything will be", "everything will be: a promise" },
    { "here for you", "here for you: a program is no friend" },
    { "we care", "we care: a program is no friend" },

    { "heal*", "heal: a promise" },
    { "recover*", "recover: a promise" },
    { "journey*", "journey: a story told about somebody" },
    { "warrior*", "warrior: a story told about somebody" },
    { "survivor*", "survivor: a story told about somebody" },
    { "trauma*", "trauma: a diagnosis" },
    { "disorder*", "disorder: a diagnosis" },
    { "toxic", "toxic: a verdict" },
    { "broken", "broken: a verdict" },
    { "weak*", "weak: a verdict" },
    { "strong*", "strong: a verdict" },
    { "sacred", "sacred: not everybody's" },
    { "tactical", "tactical: not everybody's" },

    { "goal*", "goal: counts against people" },
    { "streak*", "streak: counts against people" },
    { "missed", "missed: blame" },
    { "failed", "failed: blame" },
    { "well done", "well done: praise" },
    { "good job", "good job: praise" },
    { "great", "great: praise" },
    { "proud", "proud: praise" },
};

/* Nothing is counted for anybody, and nobody is waited for. */
static const Unsaid counted[] = {
    { "totals", "totals: counts against people" },
    { "total", "total: counts against people" },
    { "in a row", "in a row: counts against people" },
    { "so far", "so far: counts against people" },
    { "score*", "score: counts against people" },
    { "badge*", "badge: counts against people" },
    { "level up", "level up: counts against people" },
    { "next level", "next level: counts against people" },
    { "percent*", "percent: counts against people" },
    { "per cent of", "per cent of: counts against people" },
    { "progress*", "progress: counts against people" },
    { "achiev*", "achieve: counts against people" },
    { "countdown", "countdown: hurry" },
    { "hurry", "hurry: hurry" },
    { "remaining", "remaining: hurry" },
    { "last session", "last session: dates an absence" },
    { "last practice", "last practice: dates an absence" },
    { "last time you", "last time you: dates an absence" },
    { "last visit", "last visit: dates an absence" },
    { "days ago", "days ago: dates an absence" },
    { "weeks ago", "weeks ago: dates an absence" },
    { "welcome back", "welcome back: dates an absence" },
    { "see you", "see you: waits for somebody" },
    { "come back soon", "come back soon: waits for somebody" },
    { "reminder*", "reminder: a task" },
    { "congratulations", "congratulations: praise" },
    { "keep it up", "keep it up: praise" },
    { "keep going", "keep going: praise" },
    { "good work", "good work: praise" },
    { "nice work", "nice work: praise" },
    { "excellent", "excellent: praise" },
    { "amazing", "amazing: praise" },
    { "are you sure", "are you sure: a question in the way out" },
};

/* Phrases in which one of the words above is harmless: an obligation that is denied, a
 * key that is let go; health is no promise to heal. */
static const char *const allowed[] = {
    "nothing has to",     "does not have to", "do not have to",  "let go is out",
    "nobody has to",      "no one has to",    "no place has to", "health",
    "1737 need to talk?", /* the name of a helpline */
};

enum { TEXT_MAX = 4096 };

static bool is_letter(char c)
{
    return isalnum((unsigned char)c) || c == '\'' || c == '_' || (unsigned char)c >= 0x80;
}

/* Small letters, one space for any white space, a straight apostrophe for U+2019. */
static void plain(const char *text, char out[TEXT_MAX])
{
    size_t used = 0;
    for (; *text != '\0' && used < TEXT_MAX - 1; text++) {
        const bool is_space = isspace((unsigned char)*text);
        if (is_space && used > 0 && out[used - 1] == ' ')
            continue;
        if (strncmp(text, "\xE2\x80\x99", 3) == 0) {
            text += 2;
            out[used++] = '\'';
        } else {
            out[used++] = is_space ? ' ' : (char)tolower((unsigned char)*text);
        }
    }
    out[used] = '\0';
}

static void blank_allowed(char *text)
{
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        for (char *at; (at = strstr(text, allowed[i])) != NULL;)
            memset(at, '.', strlen(allowed[i]));
}

static bool is_said(const char *text, const char *word)
{
    const size_t length = strcspn(word, "*");
    const bool is_stem = word[length] == '*';
    for (const char *at = text; *at != '\0'; at++)
        if ((at == text || !is_letter(at[-1])) && strncmp(at, word, length) == 0 &&
            (is_stem || !is_letter(at[length])))
            return true;
    return false;
}

bool lint_says(const char *text, const char *word)
{
    char small[TEXT_MAX];
    plain(text, small);
    return is_said(small, word);
}

static const char *why_not(const char *small, const Unsaid *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_said(small, words[i].word))
            return words[i].why;
    return NULL;
}

const char *lint_words(const char *text)
{
    char small[TEXT_MAX];
    plain(text, small);
    if (strlen(text) >= TEXT_MAX)
        return "longer than this lint can read";
    if (strchr(small, '!') != NULL)
        return "!: raises its voice";
    blank_allowed(small);
    const char *why = why_not(small, unsaid, sizeof unsaid / sizeof *unsaid);
    return why != NULL ? why : why_not(small, counted, sizeof counted / sizeof *counted);
}

static int count_letters(const char *text)
{
    int count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

const char *lint_message(const char *text)
{
    int sentences = 0, words = 0, all = 0;
    if (lint_words(text) != NULL)
        return lint_words(text);
    if (count_letters(text) > LINT_LETTERS_MAX)
        return "more than 140 letters";
    for (const char *c = text; *c != '\0'; c++) {
        const bool is_word = is_letter(*c) && !is_letter(c[1]);
        words += is_word;
        all += is_word;
        if (words > LINT_SENTENCE_WORDS_MAX)
            return "a sentence of more than 20 words";
        if (strchr(".?", *c) != NULL) {
            sentences++;
            words = 0;
        }
    }
    if (sentences > LINT_SENTENCES_MAX)
        return "more than three sentences";
    return sentences == LINT_SENTENCES_MAX && all > LINT_THREE_WORDS_MAX
               ? "three sentences of more than 25 words"
               : NULL;
}
_Static_assert(LINT_LETTERS_MAX == 140 && LINT_SENTENCE_WORDS_MAX == 20 &&
                   LINT_THREE_WORDS_MAX == 25,
               "as told above");
