/* SPDX-License-Identifier: MIT */
#include "store/nearest.h"

#include <stddef.h>
#include <string.h>

enum { WORD_MAX = 40 };

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: slips[i][j] are those between the first i letters of a and
 * the first j of b. Both have at most WORD_MAX letters. */
static int slips_between(const char *a, const char *b)
{
    int slips[WORD_MAX + 1][WORD_MAX + 1];
    const int rows = (int)strlen(a), columns = (int)strlen(b);
    for (int i = 0; i <= rows; i++) {
        for (int j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            const int changed = lower(a[i - 1]) != lower(b[j - 1]);
            const int either = smaller(slips[i - 1][j], slips[i][j - 1]) + 1;
            slips[i][j] = smaller(either, slips[i - 1][j - 1] + changed);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]))
                slips[i][j] = smaller(slips[i][j], slips[i - 2][j - 2] + 1);
        }
    }
    return slips[rows][columns];
}

const char *nearest_word(const char *word, const char *const known[])
{
    if (strlen(word) > WORD_MAX)
        return NULL;
    const char *nearest = NULL;
    int fewest = WORD_MAX;
    for (int i = 0; known[i] != NULL; i++) {
        const size_t length = strlen(known[i]);
        if (length > WORD_MAX)
            continue;
        const int slips = slips_between(word, known[i]);
        if (slips < fewest && slips <= ((int)length + 1) / 3) {
            fewest = slips;
            nearest = known[i];
        }
    }
    return nearest;
}
