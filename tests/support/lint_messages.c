/* SPDX-License-Identifier: MIT */
#include "support/lint_messages.h"

#include "support/lint.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* As in lint.c. */
typedef struct Unsaid {
    const char *word;
    const char *why;
} Unsaid;

static const Unsaid unsaid[] = {
    { "diagnos*", "diagnosis: of nobody" },
    { "therap*", "therapy: advice" },
    { "medication*", "medication: advice" },
    { "professional*", "professional: advice" },
    { "symptom*", "symptom: a diagnosis" },
    { "anxiety", "anxiety: a diagnosis" },
    { "depress*", "depression: a diagnosis" },
    { "ptsd", "ptsd: a diagnosis" },
    { "addict*", "addiction: a diagnosis" },
    { "avoidant", "avoidant: a diagnosis" },
    { "attachment", "attachment: a diagnosis" },
    { "hyper-independen*", "hyper-independence: a diagnosis" },

    { "childhood", "childhood: claims to know why" },
    { "upbringing", "upbringing: claims to know why" },
    { "your past", "your past: claims to know why" },
    { "your heart", "your heart: claims to know it" },
    { "your feelings", "your feelings: claims to know them" },
    { "mother*", "mother: not everybody's" },
    { "father*", "father: not everybody's" },
    { "parent*", "parents: not everybody's" },
    { "family", "family: not everybody is safe there" },
    { "families", "families: not everybody is safe there" },
    { "forgiv*", "forgive: nobody's business" },
    { "reconcil*", "reconcile: nobody's business" },

    { "reach out", "reach out: a push" },
    { "reaching out", "reaching out: a push" },
    { "opening up", "opening up: a push" },
    { "let people in", "let people in: a push" },
    { "lean in", "lean in: a push" },
    { "ask for help", "ask for help: a push" },
    { "accept help", "accept help: a push" },
    { "seek help", "seek help: a push" },
    { "needs others", "needs others: a push" },
    { "need others", "need others: a push" },
    { "need each other", "need each other: a push" },
    { "comfort zone", "comfort zone: a push" },
    { "challenge*", "challenge: a push" },
    { "isolat*", "isolation: a threat" },
    { "burnout", "burnout: a threat" },
    { "burn out", "burn out: a threat" },
    { "missing out", "missing out: a threat" },
    { "armour*", "armour: says that it was no strength" },
    { "armor*", "armour: says that it was no strength" },
    { "rigid*", "rigid: says that it was no strength" },
    { "merely", "merely: makes light of it" },

    { "you", "you: told what it is" },
    { "you'*", "you: told what it is" },
    { "your", "your: told what it has" },
    { "yours", "yours: told what it has" },
    { "yourself", "yourself: told what to do with it" },
    { "today", "today: hurry" },
    { "tonight", "tonight: hurry" },

    { "be fine", "be fine: a promise" },
    { "be okay", "be okay: a promise" },
    { "be ok", "be okay: a promise" },
    { "be all right", "be all right: a promise" },
    { "it is over", "it is over: a promise" },
    { "it's over", "it's over: a promise" },
    { "loved", "loved: a promise" },
    { "always be there", "always be there: a promise" },
    { "have it worse", "have it worse: a comparison" },
    { "could be worse", "could be worse: a comparison" },
    { "right now", "right now: hurry" },
    { "someone would be hurt", "someone would be hurt: guilt" },
    { "research*", "research: statistics" },
    { "studies", "studies: statistics" },
    { "statistic*", "statistics: statistics" },
    { "most people", "most people: statistics" },

    { "believe in", "believe in: fits on a mug" },
    { "embrace*", "embrace: fits on a mug" },
    { "shine", "shine: fits on a mug" },
    { "bloom*", "bloom: fits on a mug" },
    { "blessing*", "blessing: fits on a mug" },
    { "grateful", "grateful: fits on a mug" },
    { "gratitude", "gratitude: fits on a mug" },
    { "universe", "universe: fits on a mug" },
    { "inner child", "inner child: fits on a mug" },
    { "best self", "best self: fits on a mug" },
    { "self-care", "self-care: fits on a mug" },
    { "one day at a time", "one day at a time: fits on a mug" },
    { "this too shall pass", "this too shall pass: fits on a mug" },
};

/* With one of these a sentence begins as an order. Those that may as well be a thing
 * (rest, trust, a call) are for the eye. */
static const char *const orders[] = {
    "accept", "allow",  "ask",  "be",   "begin",  "breathe", "choose", "do",
    "don't",  "feel",   "find", "give", "go",     "imagine", "keep",   "learn",
    "let",    "listen", "make", "say",  "notice", "please",  "put",    "remember",
    "sit",    "start",  "stay", "take", "tell",   "think",   "wait",   "write",
};

/* Whether the word begins the sentence, capital or not. */
static bool begins_with(const char *sentence, const char *word)
{
    const size_t length = strlen(word);
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)sentence[i]) != word[i])
            return false;
    const char end = sentence[length];
    return !isalnum((unsigned char)end) && end != '\'' && end != '-';
}

static bool is_order(const char *sentence)
{
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (begins_with(sentence, orders[i]))
            return true;
    return false;
}

const char *lint_messages(const char *text)
{
    for (size_t i = 0; i < sizeof unsaid / sizeof *unsaid; i++)
        if (lint_says(text, unsaid[i].word))
            return unsaid[i].why;
    const char *sentence = text;
    while (sentence != NULL) {
        sentence += strspn(sentence, " ");
        if (is_order(sentence))
            return "a sentence that begins as an order";
        sentence = strpbrk(sentence, ".?");
        sentence = sentence != NULL ? sentence + 1 : NULL;
    }
    return lint_message(text);
}
