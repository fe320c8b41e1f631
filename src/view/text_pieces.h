/* SPDX-License-Identifier: MIT */
/* text_pieces.h -- a line in pieces, each of one typeface, one script and one direction.
 *
 * Most lines are one piece of the chosen face; what has letters of others, or runs from
 * right to left, is taken apart here and put side by side as it is seen. The inside of
 * text.h. Pixels, places are bytes of the line. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_PIECES_H
#define LEEWAY_VIEW_TEXT_PIECES_H

#include "view/text.h"
#include "view/text_face.h"
#include "view/text_show.h"

enum { PIECES_MAX = 96 };

typedef struct TextPiece {
    int32_t start, end;
    int32_t face;
    uint32_t script; /* by its four letters; 0: that of the chosen face */
    int8_t level;
    int32_t x, width_px;
} TextPiece;

typedef struct TextPieces {
    int32_t count, width_px;
    bool is_rtl;                  /* the line begins on the right */
    TextPiece pieces[PIECES_MAX]; /* from left to right */
} TextPieces;

/* Whether the line is one piece of the chosen face, from left to right. */
bool text_is_plain(Faces *faces, const TextSpan *line);

/* The pieces of a line of at most TEXT_LINE_BYTES. */
void text_take_apart(Faces *faces, const TextSpan *line, TextPieces *pieces);

/* The font of a piece, ready for its script and its direction; text_piece_done() makes it
 * ready for plain lines again. NULL where there is none. */
TTF_Font *text_piece_font(Faces *faces, const TextPiece *piece, int32_t size_px);
void text_piece_done(TTF_Font *font);

/* The faces of a Text. */
Faces *text_own_faces(Text *text);

/* Where in the line a place of a piece lies. */
int32_t text_place_of(Faces *faces, const TextSpan *line, const TextPiece *piece,
                      int32_t at);

/* Where in the line a caret stands before the byte `at`: behind what is before it. */
int32_t text_place_in(Faces *faces, const TextSpan *line, const TextPieces *pieces,
                      int32_t at);

#endif
