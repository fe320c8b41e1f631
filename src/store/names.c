/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char blanks[] = " \t";

bool names_next(NamesCursor *cursor, Name *name)
{
    if (cursor->is_over)
        return false; /* it stands behind the list's end */
    const char *item = cursor->list + cursor->at;
    item += strspn(item, blanks);
    if (cursor->at == 0 && *item == '\0')
        return false;

    size_t length = strcspn(item, ",");
    cursor->is_over = item[length] == '\0';
    cursor->at = (size_t)(item - cursor->list) + length + 1;
    while (length > 0 && strchr(blanks, item[length - 1]) != NULL)
        length--;

    const size_t end = strcspn(item, " \t,");
    const size_t word = end < length ? end : length;
    const size_t gap = word < length ? strspn(item + word, blanks) : 0;
    snprintf(name->text, sizeof name->text, "%.*s", (int)word, item);
    snprintf(name->more, sizeof name->more, "%.*s", (int)(length - word - gap),
             item + word + gap);
    name->at = (size_t)(item - cursor->list);
    return true;
}

/* Returns whether there is a letter in it. */
static bool put_plain(const char *words, char *out, size_t size)
{
    size_t length = 0;
    bool has_letter = false;
    for (; *words != '\0' && length < size - 1; words++) {
        const char small =
            *words >= 'A' && *words <= 'Z' ? (char)(*words - 'A' + 'a') : *words;
        const bool is_letter = small >= 'a' && small <= 'z';
        has_letter |= is_letter;
        if (is_letter || (small >= '0' && small <= '9'))
            out[length++] = small;
        else if (length > 0 && out[length - 1] != '-')
            out[length++] = '-';
    }
    while (length > 0 && out[length - 1] == '-')
        length--;
    out[length] = '\0';
    return has_letter;
}

void names_from_words(const char *words, const char *lead, char *out, size_t size)
{
    char plain[NAMES_NAME_MAX];
    assert(size > strlen(lead) + 1 && size <= sizeof plain);
    if (put_plain(words, out, size))
        return;
    snprintf(plain, sizeof plain, "%s", out);
    snprintf(out, size, "%s%s%.*s", lead, plain[0] != '\0' ? "-" : "",
             (int)(size - strlen(lead) - 2), plain);
}
