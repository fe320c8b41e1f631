/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "view/text_render.h"

#include "view/text_pieces.h"
#include "view/text_show.h"

#include <string.h>

/* Coverage a little stronger in its middle: light letters on a dark ground, blended as
 * they are, look thinner than the face is drawn. Chosen by eye at 16 to 40 px; letters on
 * paper bear it too. */
static void strengthen(SDL_Surface *mask)
{
    uint8_t *cover = mask->pixels;
    for (int32_t i = 0; i < mask->pitch * mask->h; i++)
        cover[i] = (uint8_t)(cover[i] + cover[i] * (255 - cover[i]) * 3 / (8 * 255));
}

static TextMask render(TTF_Font *font, const char *utf8, int32_t length, bool joins)
{
    static const SDL_Color WHITE = { 255, 255, 255, 255 }, BLACK = { 0, 0, 0, 255 };
    TextShown shown;
    if (font == NULL)
        return (TextMask){ .mask = NULL };
    text_show(font, utf8, length, joins, &shown);
    TextMask line = { .rise_px = TTF_FontAscent(font) };
    TTF_SizeUTF8(font, shown.utf8, &line.width_px, NULL);
    /* White on black leaves the coverage itself as each pixel's index. */
    line.mask = TTF_RenderUTF8_Shaded(font, shown.utf8, WHITE, BLACK);
    if (line.mask != NULL)
        strengthen(line.mask);
    /* What is higher than the ascent makes room for itself above. */
    if (line.rise_px < shown.top_px)
        line.rise_px = shown.top_px;
    return line;
}

void text_drop(SDL_Surface *mask)
{
    if (mask != NULL)
        explicit_bzero(mask->pixels, (size_t)(mask->pitch * mask->h));
    SDL_FreeSurface(mask);
}

/* Lays one mask into another; where both have ink, the stronger counts. */
static void lay(const SDL_Surface *from, SDL_Surface *to, int32_t x, int32_t y)
{
    for (int32_t row = 0; row < from->h; row++) {
        const uint8_t *in = (const uint8_t *)from->pixels + row * from->pitch;
        uint8_t *out = (uint8_t *)to->pixels + (y + row) * to->pitch + x;
        for (int32_t i = 0; i < from->w && x + i < to->w; i++)
            if (in[i] > out[i])
                out[i] = in[i];
    }
}

/* The pieces of a line side by side on one baseline. */
static TextMask join(const TextPieces *pieces, const TextMask *masks)
{
    TextMask line = { .width_px = pieces->width_px };
    int32_t fall_px = 0, right = pieces->width_px;
    for (int32_t i = 0; i < pieces->count; i++) {
        const TextMask *mask = &masks[i];
        if (mask->mask == NULL)
            continue;
        const int32_t below = mask->mask->h - mask->rise_px;
        const int32_t end = pieces->pieces[i].x + mask->mask->w;
        line.rise_px = mask->rise_px > line.rise_px ? mask->rise_px : line.rise_px;
        fall_px = below > fall_px ? below : fall_px;
        right = end > right ? end : right;
    }
    if (right > 0 && line.rise_px + fall_px > 0)
        line.mask = SDL_CreateRGBSurfaceWithFormat(0, right, line.rise_px + fall_px, 8,
                                                   SDL_PIXELFORMAT_INDEX8);
    for (int32_t i = 0; i < pieces->count; i++)
        if (line.mask != NULL && masks[i].mask != NULL)
            lay(masks[i].mask, line.mask, pieces->pieces[i].x,
                line.rise_px - masks[i].rise_px);
    return line;
}

static TextMask render_pieces(Faces *faces, const TextSpan *line)
{
    TextPieces pieces;
    TextMask masks[PIECES_MAX] = { 0 };
    text_take_apart(faces, line, &pieces);
    for (int32_t i = 0; i < pieces.count; i++) {
        const TextPiece *piece = &pieces.pieces[i];
        TTF_Font *font = text_piece_font(faces, piece, line->size_px);
        masks[i] =
            render(font, line->utf8 + piece->start, piece->end - piece->start, true);
        if (font != NULL)
            text_piece_done(font);
    }
    const TextMask joined = join(&pieces, masks);
    for (int32_t i = 0; i < pieces.count; i++)
        text_drop(masks[i].mask);
    return joined;
}

TextMask text_render(Faces *faces, const TextSpan *line)
{
    if (!text_is_plain(faces, line))
        return render_pieces(faces, line);
    return render(faces_font(faces, 0, line->size_px), line->utf8, line->length, false);
}

int32_t text_measure(Faces *faces, const TextSpan *line)
{
    if (!text_is_plain(faces, line)) {
        TextPieces pieces;
        text_take_apart(faces, line, &pieces);
        return pieces.width_px;
    }
    TTF_Font *font = faces_font(faces, 0, line->size_px);
    int width_px = 0;
    if (font != NULL) {
        TextShown shown;
        text_show(font, line->utf8, line->length, false, &shown);
        TTF_SizeUTF8(font, shown.utf8, &width_px, NULL);
    }
    return width_px;
}
