/* SPDX-License-Identifier: MIT */
#include "view/text_place.h"

#include "view/grapheme.h"
#include "view/text_pieces.h"

/* A line that is asked about; one that is plain, or far too long, has no pieces. */
typedef struct Asked {
    Text *text;
    const TextSpan *line;
    bool has_pieces;
    TextPieces pieces;
} Asked;

static void ask(Asked *asked, Text *text, const TextSpan *line)
{
    Faces *faces = text_own_faces(text);
    asked->text = text;
    asked->line = line;
    asked->has_pieces = line->length <= TEXT_LINE_BYTES && !text_is_plain(faces, line);
    if (asked->has_pieces)
        text_take_apart(faces, line, &asked->pieces);
}

static int32_t place(const Asked *asked, int32_t at)
{
    TextSpan before = *asked->line;
    if (asked->has_pieces)
        return text_place_in(text_own_faces(asked->text), asked->line, &asked->pieces,
                             at);
    before.length = at;
    return text_line_px(asked->text, &before);
}

int32_t text_place_px(Text *text, const TextSpan *line, int32_t at)
{
    Asked asked;
    ask(&asked, text, line);
    return place(&asked, at);
}

int32_t text_nearest(Text *text, const TextSpan *line, int32_t x)
{
    Asked asked;
    ask(&asked, text, line);
    int32_t nearest = 0, least = INT32_MAX;
    for (int32_t at = 0;; at = grapheme_next(line->utf8, line->length, at)) {
        const int32_t away = place(&asked, at) - x;
        const int32_t distance = away < 0 ? -away : away;
        if (distance < least) {
            least = distance;
            nearest = at;
        }
        if (at == line->length)
            return nearest;
    }
}

/* Stretches that touch are one; where there are too many, the last one takes the rest. */
static int32_t add(TextStretch *stretches, int32_t count, int32_t left, int32_t right)
{
    TextStretch *last = count > 0 ? &stretches[count - 1] : NULL;
    if (left >= right)
        return count;
    if (last != NULL &&
        (last->x + last->width_px >= left || count == TEXT_STRETCHES_MAX)) {
        last->width_px = right - last->x;
        return count;
    }
    stretches[count] = (TextStretch){ left, right - left };
    return count + 1;
}

static int32_t piece_stretches(const Asked *asked, int32_t from, int32_t to,
                               TextStretch *stretches)
{
    Faces *faces = text_own_faces(asked->text);
    int32_t count = 0;
    for (int32_t i = 0; i < asked->pieces.count; i++) {
        const TextPiece *piece = &asked->pieces.pieces[i];
        const int32_t first = from > piece->start ? from : piece->start;
        const int32_t last = to < piece->end ? to : piece->end;
        if (first >= last)
            continue;
        const int32_t a = text_place_of(faces, asked->line, piece, first);
        const int32_t b = text_place_of(faces, asked->line, piece, last);
        count = add(stretches, count, a < b ? a : b, a < b ? b : a);
    }
    return count;
}

int32_t text_stretches(Text *text, const TextSpan *line, int32_t from, int32_t to,
                       TextStretch stretches[TEXT_STRETCHES_MAX])
{
    Asked asked;
    if (from >= to)
        return 0;
    ask(&asked, text, line);
    if (asked.has_pieces)
        return piece_stretches(&asked, from, to, stretches);
    return add(stretches, 0, place(&asked, from), place(&asked, to));
}
