/* SPDX-License-Identifier: MIT */
/* Any bytes as a pattern: refused with a sentence, or sound and the same when written and
 * read again. */
#include "core/pattern.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = '\0';

    BreathPattern pattern, again;
    char written[PATTERN_TEXT_MAX], words[PATTERN_WORDS_MAX];
    const char *problem = pattern_parse(text, &pattern);
    assert(problem == NULL || strlen(problem) > 0);
    if (problem == NULL) {
        assert(breath_problem(&pattern) == NULL);
        assert(pattern_parse(pattern_text(&pattern, written), &again) == NULL);
        assert(breath_is_equal(&pattern, &again));
        pattern_words(&pattern, words);
        pattern_note(&pattern);
    }
    free(text);
    return 0;
}
