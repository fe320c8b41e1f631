/* SPDX-License-Identifier: MIT */
#include "view/text_wrap.h"

#include "view/text_bidi.h"
#include "view/text_break.h"

#include <string.h>

/* More words than this in one paragraph fill far more lines than there are. */
enum { WORDS_MAX = 512 };

/* A word, or a part of one that is too wide for a line of its own. */
typedef struct Word {
    int32_t start, length;
    int32_t width_px;
} Word;

/* A paragraph on its way into lines. */
typedef struct Block {
    Text *text;
    const char *utf8;
    int32_t size_px, limit_px, space_px;
    int32_t count;
    Word words[WORDS_MAX];
} Block;

static int32_t end_of(const Word *word)
{
    return word->start + word->length;
}

static int32_t span_px(const Block *block, int32_t start, int32_t length)
{
    return text_span_px(block->text, block->utf8 + start, length, block->size_px);
}

static int32_t step(const char *word, int32_t at, int32_t length)
{
    uint32_t ignored;
    return text_character(word + at, length - at, &ignored);
}

/* The last border between characters in from .. to, at least one character on. */
static int32_t border(const char *word, int32_t from, int32_t to, int32_t length)
{
    int32_t found = from + step(word, from, length);
    for (int32_t at = found; at <= to && at < length; at += step(word, at, length))
        found = at;
    return found;
}

/* How much of a word that is too wide has room on a line: whole characters, at least one.
 * Halves the stretch between what fits and what is too much. */
static int32_t fitting(const Block *block, int32_t start, int32_t length)
{
    const char *word = block->utf8 + start;
    int32_t fits = step(word, 0, length);
    int32_t beyond = length;
    while (fits < beyond) {
        const int32_t middle = border(word, fits, fits + (beyond - fits) / 2, length);
        if (middle == beyond)
            break;
        if (span_px(block, start, middle) <= block->limit_px)
            fits = middle;
        else
            beyond = middle;
    }
    return fits;
}

/* A path ends its line behind a stroke rather than within a name, as long as more than
 * its first stroke stands there. */
static int32_t to_stroke(const char *word, int32_t length)
{
    for (int32_t at = length; at > 2; at--)
        if (word[at - 1] == '/')
            return at;
    return length;
}

/* Adds a word, in parts where it is too wide. Each part but the last fills a line. */
static void add_word(Block *block, int32_t start, int32_t end)
{
    for (int parts = 0; start < end && parts < TEXT_LINES_MAX; parts++) {
        if (block->count == WORDS_MAX)
            return;
        Word word = { start, end - start, span_px(block, start, end - start) };
        if (word.width_px > block->limit_px) {
            word.length =
                to_stroke(block->utf8 + start, fitting(block, start, word.length));
            word.width_px = span_px(block, start, word.length);
        }
        block->words[block->count++] = word;
        start += word.length;
    }
}

/* Whether a sentence begins with a word as short as "A" or "It": it would hang at the end
 * of a line, on the wrong side of the stop. */
static bool is_short_begin(const char *utf8, int32_t start, int32_t end)
{
    const bool is_begin = start >= 2 && text_is_space(utf8[start - 1]) &&
                          (utf8[start - 2] == '.' || utf8[start - 2] == '?');
    return is_begin && end - start <= 2 && utf8[end] == ' ' && utf8[end + 1] != '\0' &&
           !text_is_space(utf8[end + 1]);
}

/* Where the word from `start` on ends, with the next one where the two stay together. */
static int32_t word_end(const Block *block, int32_t start, int32_t end)
{
    const int32_t stop = text_unbroken(block->utf8, end, start);
    if (stop == end || !is_short_begin(block->utf8, start, stop))
        return stop;
    const int32_t both = text_unbroken(block->utf8, end, stop + 1);
    return span_px(block, start, both - start) <= block->limit_px ? both : stop;
}

static void add_words(Block *block, int32_t start, int32_t end)
{
    while (start < end) {
        const bool is_space = text_is_space(block->utf8[start]);
        const int32_t stop = is_space ? start + 1 : word_end(block, start, end);
        if (!is_space)
            add_word(block, start, stop);
        start = stop;
    }
}

static TextLine line_of(const Block *block, const Word *first, const Word *last)
{
    const int32_t length = end_of(last) - first->start;
    return (TextLine){ .start = first->start,
                       .length = length,
                       .width_px = span_px(block, first->start, length) };
}

/* Fills each line in turn with the words that have room on it. */
static int32_t fill(const Block *block, TextLine *lines, int32_t room)
{
    int32_t count = 0;
    for (int32_t at = 0; at < block->count && count < room; count++) {
        const Word *first = &block->words[at++];
        lines[count] = line_of(block, first, first);
        for (; at < block->count; at++) {
            const TextLine longer = line_of(block, first, &block->words[at]);
            if (longer.width_px > block->limit_px)
                break;
            lines[count] = longer;
        }
    }
    return count;
}

/* The same for lines up to width_px, by adding up words: quick, and a few pixels wrong.
 * With lines == NULL it only counts them. */
static int32_t fill_roughly(const Block *block, int32_t width_px, TextLine *lines)
{
    int32_t count = 0, x = 0;
    const Word *first = block->words;
    for (int32_t i = 0; i < block->count; i++) {
        const Word *word = &block->words[i];
        if (i > 0)
            x += (word->start - end_of(word - 1)) * block->space_px + word->width_px;
        if (i == 0 || x > width_px) {
            first = word;
            x = word->width_px;
            count++;
        }
        if (lines != NULL && count <= TEXT_LINES_MAX)
            lines[count - 1] = (TextLine){ .start = first->start,
                                           .length = end_of(word) - first->start,
                                           .width_px = x };
    }
    return count;
}

/* The narrowest width that needs no more lines than these. */
static int32_t narrowest(const Block *block, int32_t count)
{
    int32_t low = 0, high = block->limit_px;
    while (low < high) {
        const int32_t middle = low + (high - low) / 2;
        if (fill_roughly(block, middle, NULL) <= count)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

/* Lets the lines be about equally long, if that costs no line and none gets too wide. */
static void even_out(const Block *block, TextLine *lines, int32_t count)
{
    TextLine even[TEXT_LINES_MAX];
    if (count < 2 || fill_roughly(block, narrowest(block, count), even) != count)
        return;
    for (int32_t i = 0; i < count; i++) {
        even[i].width_px = span_px(block, even[i].start, even[i].length);
        if (even[i].width_px > block->limit_px)
            return;
    }
    memcpy(lines, even, (size_t)count * sizeof *lines);
}

/* Where the letters of a paragraph may turn, each line is measured as it will be seen. */
static void set_base(const Block *block, TextBase base, TextLine *lines, int32_t count)
{
    for (int32_t i = 0; i < count && base != TEXT_BASE_AUTO; i++) {
        lines[i].base = base;
        lines[i].width_px =
            text_line_px(block->text, &(TextSpan){ .utf8 = block->utf8 + lines[i].start,
                                                   .length = lines[i].length,
                                                   .size_px = block->size_px,
                                                   .base = base });
    }
}

static int32_t wrap_paragraph(Block *block, int32_t start, int32_t end, TextLine *lines,
                              int32_t room)
{
    block->count = 0;
    add_words(block, start, end);
    const int32_t count = fill(block, lines, room);
    even_out(block, lines, count);
    set_base(block, text_base(block->utf8 + start, end - start), lines, count);
    return count;
}

int32_t text_wrap_lines(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                        TextLine lines[TEXT_LINES_MAX])
{
    Block block = { .text = text, .utf8 = utf8, .size_px = size_px };
    block.limit_px = width_px;
    block.space_px = text_span_px(text, " ", 1, size_px);
    int32_t count = 0;
    for (int32_t start = 0; utf8[start] != '\0' && count < TEXT_LINES_MAX;) {
        const int32_t end = start + (int32_t)strcspn(utf8 + start, "\n");
        const bool is_ended = utf8[end] == '\n';
        const int32_t added =
            wrap_paragraph(&block, start, end, lines + count, TEXT_LINES_MAX - count);
        if (added == 0 && is_ended)
            lines[count] = (TextLine){ .start = start };
        count += added == 0 && is_ended ? 1 : added;
        start = end + (is_ended ? 1 : 0);
    }
    return count;
}
