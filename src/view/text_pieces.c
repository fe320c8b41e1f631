/* SPDX-License-Identifier: MIT */
#include "view/text_pieces.h"

#include "view/grapheme.h"
#include "view/text_bidi.h"

#include <assert.h>
#include <hb.h>
#include <string.h>

#define JOINER "\xE2\x80\x8D"

enum { CLUSTER_MAX = 16 };

/* What a caret passes at once: its characters that have to be seen. */
typedef struct Cluster {
    int32_t start, end;
    uint32_t characters[CLUSTER_MAX];
    int32_t count;
    uint32_t script; /* 0: it goes with what is before it */
} Cluster;

static uint32_t script_of(uint32_t character)
{
    const hb_script_t script =
        hb_unicode_script(hb_unicode_funcs_get_default(), character);
    const bool is_any = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
                        script == HB_SCRIPT_UNKNOWN;
    return is_any ? 0 : (uint32_t)hb_script_to_iso15924_tag(script);
}

/* A face may have a few letters of a script for other ends, as Andika has of Greek: it is
 * no face for that script unless it has this letter, too. */
static uint32_t probe_of(uint32_t script)
{
    return script == HB_SCRIPT_GREEK ? 0x3B7 : 0; /* η */
}

static Cluster cluster_at(const TextSpan *line, int32_t start)
{
    Cluster cluster = { .start = start };
    cluster.end = grapheme_next(line->utf8, line->length, start);
    for (int32_t at = start, bytes; at < cluster.end; at += bytes) {
        uint32_t character;
        bytes = text_character(line->utf8 + at, cluster.end - at, &character);
        if (cluster.script == 0)
            cluster.script = script_of(character);
        if (text_has_shape(character) && cluster.count < CLUSTER_MAX - 1)
            cluster.characters[cluster.count++] = character;
    }
    if (probe_of(cluster.script) != 0)
        cluster.characters[cluster.count++] = probe_of(cluster.script);
    return cluster;
}

static bool face_has(Faces *faces, int32_t face, const Cluster *cluster)
{
    for (int32_t i = 0; i < cluster->count; i++)
        if (!faces_have(faces, face, cluster->characters[i]))
            return false;
    return true;
}

/* Signs and spaces go with the letters before them; a letter whose marks no face has goes
 * without them. */
static int32_t face_of(Faces *faces, const Cluster *cluster, int32_t before)
{
    if (cluster->script == 0 && before >= 0 && face_has(faces, before, cluster))
        return before;
    int32_t face = faces_with(faces, cluster->characters, cluster->count);
    if (face < 0)
        face = faces_with(faces, cluster->characters, 1);
    return face < 0 ? 0 : face;
}

bool text_is_plain(Faces *faces, const TextSpan *line)
{
    if (line->base == TEXT_BASE_RTL || text_may_turn(line->utf8, line->length))
        return false;
    for (int32_t at = 0, bytes; at < line->length; at += bytes) {
        uint32_t character = 0;
        bytes = 1;
        if (((unsigned char)line->utf8[at] & 0x80) != 0)
            bytes = text_character(line->utf8 + at, line->length - at, &character);
        if (character == 0 || character == TEXT_BAD || !text_has_shape(character))
            continue;
        const uint32_t both[] = { character, probe_of(script_of(character)) };
        if (faces_with(faces, both, both[1] != 0 ? 2 : 1) > 0)
            return false;
    }
    return true;
}

/* --- taking apart --- */

static void add_cluster(TextPieces *pieces, const Cluster *cluster, int32_t face,
                        int8_t level)
{
    TextPiece *last = pieces->count > 0 ? &pieces->pieces[pieces->count - 1] : NULL;
    const uint32_t script = face == 0                              ? 0
                            : cluster->script != 0 || last == NULL ? cluster->script
                                                                   : last->script;
    const bool is_same = last != NULL && last->face == face && last->level == level &&
                         (script == last->script || cluster->script == 0);
    if (is_same || pieces->count == PIECES_MAX) {
        last->end = cluster->end;
        return;
    }
    pieces->pieces[pieces->count++] = (TextPiece){ .start = cluster->start,
                                                   .end = cluster->end,
                                                   .face = face,
                                                   .script = script,
                                                   .level = level };
}

static void swap_around(TextPiece *from, TextPiece *to)
{
    for (; from < to; from++, to--) {
        const TextPiece kept = *from;
        *from = *to;
        *to = kept;
    }
}

/* As they are seen (UAX 9, rule L2): from the highest level down to the lowest odd one,
 * what is at least on it is turned round. */
static void put_in_sight(TextPieces *pieces)
{
    int8_t highest = 0;
    for (int32_t i = 0; i < pieces->count; i++)
        if (pieces->pieces[i].level > highest)
            highest = pieces->pieces[i].level;
    for (int8_t level = highest; level > 0; level--)
        for (int32_t i = 0; i < pieces->count; i++) {
            int32_t end = i;
            while (end < pieces->count && pieces->pieces[end].level >= level)
                end++;
            if (end > i)
                swap_around(&pieces->pieces[i], &pieces->pieces[end - 1]);
            i = end;
        }
}

static int32_t width_of(TTF_Font *font, const char *utf8, int32_t length, bool joins,
                        bool goes_on)
{
    TextShown shown;
    int width_px = 0;
    text_show(font, utf8, length, joins, &shown);
    if (goes_on)
        strcat(shown.utf8, JOINER);
    TTF_SizeUTF8(font, shown.utf8, &width_px, NULL);
    return width_px;
}

TTF_Font *text_piece_font(Faces *faces, const TextPiece *piece, int32_t size_px)
{
    TTF_Font *font = faces_font(faces, piece->face, size_px);
    if (font == NULL)
        return NULL;
    if (piece->script != 0) {
        const uint32_t tag = piece->script;
        const char name[] = { (char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8),
                              (char)tag, '\0' };
        TTF_SetFontScriptName(font, name);
    }
    TTF_SetFontDirection(font,
                         piece->level % 2 != 0 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return font;
}

void text_piece_done(TTF_Font *font)
{
    TTF_SetFontDirection(font, TTF_DIRECTION_LTR);
}

/* The width of a piece up to a place in it. A letter that joins the next one has another
 * shape than at the end of a word. */
static int32_t piece_width(Faces *faces, const TextSpan *line, const TextPiece *piece,
                           int32_t end)
{
    TTF_Font *font =
        end > piece->start ? text_piece_font(faces, piece, line->size_px) : NULL;
    if (font == NULL)
        return 0;
    uint32_t next = ' ';
    if (end < piece->end)
        text_character(line->utf8 + end, piece->end - end, &next);
    const int32_t width_px = width_of(font, line->utf8 + piece->start, end - piece->start,
                                      true, text_joins_before(next));
    text_piece_done(font);
    return width_px;
}

static void place(Faces *faces, const TextSpan *line, TextPieces *pieces)
{
    pieces->width_px = 0;
    for (int32_t i = 0; i < pieces->count; i++) {
        TextPiece *piece = &pieces->pieces[i];
        piece->x = pieces->width_px;
        piece->width_px = piece_width(faces, line, piece, piece->end);
        pieces->width_px += piece->width_px;
    }
}

void text_take_apart(Faces *faces, const TextSpan *line, TextPieces *pieces)
{
    int8_t own[TEXT_LINE_BYTES];
    const int8_t *levels = line->levels;
    assert(line->length <= TEXT_LINE_BYTES);
    pieces->count = 0;
    pieces->is_rtl = line->base == TEXT_BASE_RTL;
    if (levels == NULL) {
        pieces->is_rtl = text_levels(line->utf8, line->length, line->base, own);
        levels = own;
    }
    int32_t face = -1;
    for (int32_t at = 0; at < line->length;) {
        const Cluster cluster = cluster_at(line, at);
        const bool turns = at > 0 && levels[at] != levels[at - 1];
        face = face_of(faces, &cluster, turns ? -1 : face);
        add_cluster(pieces, &cluster, face, levels[at]);
        at = cluster.end;
    }
    put_in_sight(pieces);
    place(faces, line, pieces);
}

/* --- where a caret stands --- */

static const TextPiece *piece_with(const TextPieces *pieces, int32_t byte)
{
    for (int32_t i = 0; i < pieces->count; i++)
        if (byte >= pieces->pieces[i].start && byte < pieces->pieces[i].end)
            return &pieces->pieces[i];
    return NULL;
}

int32_t text_place_of(Faces *faces, const TextSpan *line, const TextPiece *piece,
                      int32_t at)
{
    const int32_t part =
        at == piece->end ? piece->width_px : piece_width(faces, line, piece, at);
    const int32_t into = part < piece->width_px ? part : piece->width_px;
    return piece->level % 2 != 0 ? piece->x + piece->width_px - into : piece->x + into;
}

int32_t text_place_in(Faces *faces, const TextSpan *line, const TextPieces *pieces,
                      int32_t at)
{
    const TextPiece *piece = piece_with(pieces, at > 0 ? at - 1 : 0);
    return piece != NULL ? text_place_of(faces, line, piece, at) : 0;
}
