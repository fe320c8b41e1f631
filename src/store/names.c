/* SPDX-License-Identifier: MIT */
#include "store/names.h"

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
