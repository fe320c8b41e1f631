/* SPDX-License-Identifier: MIT */
#include "app/quote.h"

#include "store/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* One character of a text; `bytes` is 1 and `code` the byte when it is not UTF-8. */
typedef struct Character {
    uint32_t code;
    int bytes;
    bool is_valid;
} Character;

static Character character_at(const char *text)
{
    const uint8_t *bytes = (const uint8_t *)text;
    const size_t size = utf8_letter(text, strlen(text));
    if (size <= 1)
        return (Character){ bytes[0], 1, size == 1 };
    uint32_t code = bytes[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++)
        code = code << 6 | (bytes[i] & 0x3Fu);
    return (Character){ code, (int)size, true };
}

/* Controls, line breaks, and what turns the direction of the words around it. */
static bool is_hidden(uint32_t code)
{
    static const uint32_t ranges[][2] = {
        { 0x00, 0x1F },     { 0x7F, 0x9F },       { 0xAD, 0xAD },     { 0x061C, 0x061C },
        { 0x200B, 0x200F }, { 0x2028, 0x202E },   { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF },
        { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE0FFF },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i][0] && code <= ranges[i][1])
            return true;
    return false;
}

/* Writes one character as it will be shown and returns how many columns it takes. */
static int show_character(const char *text, Character character, char out[16])
{
    if (character.is_valid && !is_hidden(character.code)) {
        memcpy(out, text, (size_t)character.bytes);
        out[character.bytes] = '\0';
        return 1;
    }
    if (character.code == '\n')
        return snprintf(out, 16, "\\n");
    if (character.code == '\t')
        return snprintf(out, 16, "\\t");
    if (!character.is_valid || character.code < 0x80)
        return snprintf(out, 16, "\\x%02X", (unsigned)character.code);
    return snprintf(out, 16, "\\u{%04X}", (unsigned)character.code);
}

const char *quote_text(const char *text, char out[QUOTE_TEXT_MAX])
{
    size_t used = 0;
    int columns = 0;
    out[used++] = '"';
    while (*text != '\0') {
        char shown[16];
        const Character character = character_at(text);
        columns += show_character(text, character, shown);
        if (columns > QUOTE_COLUMNS_MAX)
            break;
        memcpy(out + used, shown, strlen(shown));
        used += strlen(shown);
        text += character.bytes;
    }
    snprintf(out + used, QUOTE_TEXT_MAX - used, "%s\"", *text == '\0' ? "" : "…");
    return out;
}

void quote_tell(const char *sentence)
{
    fputs("leeway: ", stderr);
    while (*sentence != '\0') {
        char shown[16];
        const Character character = character_at(sentence);
        show_character(sentence, character, shown);
        fputs(shown, stderr);
        sentence += character.bytes;
    }
    putc('\n', stderr);
}
