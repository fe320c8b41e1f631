/* SPDX-License-Identifier: MIT */
#include "view/text_show.h"

#include "view/text.h"

#include <string.h>

#define DOT "\xE2\x80\xA2"

const char *text_stand_in(uint32_t character)
{
    static const struct {
        uint32_t first, last;
        const char *shown;
    } STAND_INS[] = {
        { 0x0000, 0x001F, " " },  { 0x007F, 0x009F, " " },   /* controls */
        { 0x00AD, 0x00AD, "" },   { 0x0300, 0x036F, "" },    /* marks on letters */
        { 0x061C, 0x061C, "" },                              /* directions */
        { 0x2000, 0x200A, " " },  { 0x200B, 0x200F, "" },    /* spaces, joiners */
        { 0x2028, 0x2029, " " },  { 0x202A, 0x202E, "" },    /* lines, directions */
        { 0x202F, 0x202F, " " },  { 0x205F, 0x205F, " " },   /* spaces */
        { 0x2060, 0x206F, "" },   { 0x2600, 0x27BF, DOT },   /* joiners, small pictures */
        { 0x3000, 0x3000, " " },  { 0xFE00, 0xFE0F, "" },    /* a space, variants */
        { 0xFEFF, 0xFEFF, "" },   { 0x1F000, 0x1FAFF, DOT }, /* order mark, pictures */
        { 0xE0000, 0xE0FFF, "" },                            /* tags */
    };
    for (size_t i = 0; i < sizeof STAND_INS / sizeof *STAND_INS; i++) {
        if (character >= STAND_INS[i].first && character <= STAND_INS[i].last)
            return STAND_INS[i].shown;
    }
    return "?";
}

bool text_has_shape(uint32_t character)
{
    const char *instead = text_stand_in(character);
    const bool is_mark = character >= 0x300 && character <= 0x36F;
    return is_mark || (instead[0] != '\0' && instead[0] != ' ');
}

/* What joins letters, or turns them, and is not seen itself. */
static bool is_joiner(uint32_t character)
{
    return (character >= 0x200C && character <= 0x200F) ||
           (character >= 0xFE00 && character <= 0xFE0F);
}

void text_show(TTF_Font *font, const char *utf8, int32_t length, bool joins,
               TextShown *shown)
{
    char *out = shown->utf8;
    shown->top_px = 0;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character;
        bytes = text_character(utf8 + at, length - at, &character);
        const bool is_known = character != TEXT_BAD && character != 0 &&
                              TTF_GlyphIsProvided32(font, character) != 0;
        const bool stays = is_known || (joins && is_joiner(character));
        const char *from = stays ? utf8 + at : text_stand_in(character);
        const size_t size = stays ? (size_t)bytes : strlen(from);
        memcpy(out, from, size);
        out += size;
        int top_px = 0;
        if (is_known)
            TTF_GlyphMetrics32(font, character, NULL, NULL, NULL, &top_px, NULL);
        if (top_px > shown->top_px)
            shown->top_px = top_px;
    }
    *out = '\0';
}
