/* SPDX-License-Identifier: MIT */
/* Any bytes as a kept line: told what is wrong, or a text that fits the field. */
#include "store/kept_line.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[KEPT_LINE_MAX + 1];
    const char *problem = kept_line_read((const char *)data, size, text);
    assert(strlen(text) <= KEPT_LINE_MAX);
    assert(problem == NULL || (strlen(problem) > 0 && text[0] == '\0'));
    return 0;
}
