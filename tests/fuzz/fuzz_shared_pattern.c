/* SPDX-License-Identifier: MIT */
/* Any bytes as what was pasted: no pattern, or one that can be breathed and is the same
 * when it is handed on and read again. */
#include "store/own_patterns.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = '\0';

    NamedPattern named, again;
    char shared[OWN_PATTERNS_SHARED_MAX];
    if (own_patterns_shared(text, &named)) {
        assert(breath_problem(&named.pattern) == NULL);
        assert(own_patterns_shared(own_patterns_text(&named, shared), &again));
        assert(breath_is_equal(&named.pattern, &again.pattern));
        assert(strcmp(named.name, again.name) == 0);
    }
    free(text);
    return 0;
}
