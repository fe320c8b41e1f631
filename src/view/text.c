/* SPDX-License-Identifier: MIT */
#include "view/text.h"

#include "view/text_flow.h"
#include "view/text_wrap.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is kept at a time. A longer line is measured and drawn in pieces. A page is laid
 * out for every picture, so all of its words have room here. */
enum { FACES = 8, LINES = 64, WRAPS = 64, LINE_BYTES = 1024 };

/* Widths are kept by what the words look like as a number, a few in each row. Longer
 * words are measured each time. */
enum { SPAN_ROWS = 128, SPANS_IN_ROW = 4, SPAN_BYTES = 64 };

enum { REACH_PX = 1000 }; /* the size at which a face is measured */

/* What is asked for; a face needs only a size, a line no width to wrap at. */
typedef struct Words {
    const char *utf8;
    int32_t length, size_px, width_px;
} Words;

/* What a kept thing was asked for by, and when it last was: 0 for never. */
typedef struct Slot {
    char bytes[LINE_BYTES];
    int32_t length, size_px, width_px;
    uint64_t used;
} Slot;

/* A rendered line: coverage, 8 bits a pixel. */
typedef struct Line {
    SDL_Surface *mask; /* NULL when nothing of it can be seen */
    int32_t width_px;
    int32_t rise_px; /* rows of the mask above the baseline */
} Line;

/* The width of words that need not be drawn. */
typedef struct Span {
    char bytes[SPAN_BYTES];
    int32_t length, size_px, width_px; /* a size of 0: none */
    uint64_t used;
} Span;

typedef struct Wrap {
    TextLine lines[TEXT_LINES_MAX];
    int32_t count;
} Wrap;

struct Text {
    void *file; /* the whole font: it outlives a program update on the disk */
    size_t file_size;
    double rise, fall; /* how far letters reach from the baseline, of the size */
    uint64_t turn;     /* counts uses, to find what is longest unused */
    Slot font_slots[FACES], line_slots[LINES], wrap_slots[WRAPS];
    TTF_Font
        *fonts[FACES]; /* one for a size: a font that changes it forgets its glyphs */
    Line lines[LINES];
    Wrap wraps[WRAPS];
    Span spans[SPAN_ROWS][SPANS_IN_ROW];
    TextFlow flow;
};

static bool is_kept(const Slot *slot, const Words *words)
{
    return slot->used > 0 && slot->length == words->length &&
           slot->size_px == words->size_px && slot->width_px == words->width_px &&
           memcmp(slot->bytes, words->utf8, (size_t)words->length) == 0;
}

/* The number of the slot that keeps the words, or -1. */
static int kept_at(const Slot *slots, int count, const Words *words)
{
    for (int i = 0; i < count; i++) {
        if (is_kept(&slots[i], words))
            return i;
    }
    return -1;
}

/* Gives the words the slot that is longest unused. */
static int keep(Slot *slots, int count, const Words *words)
{
    int oldest = 0;
    for (int i = 1; i < count; i++) {
        if (slots[i].used < slots[oldest].used)
            oldest = i;
    }
    Slot *slot = &slots[oldest];
    assert(words->length <= LINE_BYTES);
    memcpy(slot->bytes, words->utf8, (size_t)words->length);
    slot->length = words->length;
    slot->size_px = words->size_px;
    slot->width_px = words->width_px;
    return oldest;
}

static TTF_Font *open_font(const void *file, size_t file_size, int32_t size_px)
{
    SDL_RWops *bytes = SDL_RWFromConstMem(file, (int)file_size);
    TTF_Font *font = bytes == NULL ? NULL : TTF_OpenFontRW(bytes, 1, size_px);
    if (font != NULL)
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    return font;
}

/* The font at a size; NULL when there is no memory for it. */
static TTF_Font *font_at(Text *text, int32_t size_px)
{
    assert(size_px > 0);
    const Words words = { .utf8 = "", .size_px = size_px };
    int at = kept_at(text->font_slots, FACES, &words);
    if (at < 0) {
        at = keep(text->font_slots, FACES, &words);
        if (text->fonts[at] != NULL)
            TTF_CloseFont(text->fonts[at]);
        text->fonts[at] = open_font(text->file, text->file_size, size_px);
    }
    text->font_slots[at].used = ++text->turn;
    return text->fonts[at];
}

/* A face may hold room for marks that are piled up in other languages; the highest and
 * the lowest letters of those that are written here need less. */
static void measure_reach(Text *text, TTF_Font *font)
{
    int top = REACH_PX, bottom = -REACH_PX;
    TTF_GlyphMetrics32(font, 0xC5, NULL, NULL, NULL, &top, NULL);     /* Å */
    TTF_GlyphMetrics32(font, 0x219, NULL, NULL, &bottom, NULL, NULL); /* ș */
    text->rise = (double)top / REACH_PX;
    text->fall = (double)-bottom / REACH_PX;
}

static void forget_all(Text *text)
{
    for (int i = 0; i < LINES; i++) {
        SDL_FreeSurface(text->lines[i].mask);
        text->lines[i].mask = NULL;
        text->line_slots[i].used = 0;
    }
    for (int i = 0; i < FACES; i++) {
        if (text->fonts[i] != NULL)
            TTF_CloseFont(text->fonts[i]);
        text->fonts[i] = NULL;
        text->font_slots[i].used = 0;
    }
    for (int i = 0; i < WRAPS; i++)
        text->wrap_slots[i].used = 0;
    memset(text->spans, 0, sizeof text->spans);
    text->flow.count = text->flow.size_px = 0;
}

static void wipe(void *bytes, size_t size)
{
    volatile unsigned char *at = bytes;
    while (size-- > 0)
        *at++ = 0;
}

void text_wipe(Text *text)
{
    for (int i = 0; i < LINES; i++) {
        const SDL_Surface *mask = text->lines[i].mask;
        if (mask != NULL)
            wipe(mask->pixels, (size_t)(mask->pitch * mask->h));
    }
    forget_all(text);
    wipe(text->line_slots, sizeof text->line_slots);
    wipe(text->wrap_slots, sizeof text->wrap_slots);
    wipe(text->spans, sizeof text->spans);
    wipe(&text->flow, sizeof text->flow);
}

TextFlow *text_own_flow(Text *text)
{
    return &text->flow;
}

bool text_use(Text *text, const char *font_path, Error *error)
{
    size_t size = 0;
    void *file = SDL_LoadFile(font_path, &size);
    TTF_Font *font = file == NULL ? NULL : open_font(file, size, REACH_PX);
    if (font == NULL) {
        error_set(error, "the font %s cannot be read: %s", font_path, SDL_GetError());
        SDL_free(file);
        return false;
    }
    measure_reach(text, font);
    TTF_CloseFont(font);
    forget_all(text);
    SDL_free(text->file);
    text->file = file;
    text->file_size = size;
    return true;
}

Text *text_open(const char *font_path, Error *error)
{
    if (TTF_Init() != 0) {
        error_set(error, "letters cannot be drawn: %s", TTF_GetError());
        return NULL;
    }
    Text *text = calloc(1, sizeof *text);
    if (text != NULL && text_use(text, font_path, error))
        return text;
    if (text == NULL) {
        error_set(error, "there is no memory left for letters");
        TTF_Quit();
    }
    text_close(text);
    return NULL;
}

void text_close(Text *text)
{
    if (text == NULL)
        return;
    forget_all(text);
    SDL_free(text->file);
    free(text);
    TTF_Quit();
}

static int32_t smaller(int32_t whole, double part)
{
    return (int32_t)fmin(whole, ceil(part));
}

/* Ascent and descent come rounded as the outline has them; fitted to the pixels a letter
 * may reach one further. A box that is measured holds all of it. */
int32_t text_ascent_px(Text *text, int32_t size_px)
{
    TTF_Font *font = font_at(text, size_px);
    return font == NULL ? 0 : smaller(TTF_FontAscent(font), text->rise * size_px) + 1;
}

int32_t text_height_px(Text *text, int32_t size_px)
{
    TTF_Font *font = font_at(text, size_px);
    const int32_t ascent = text_ascent_px(text, size_px);
    return font == NULL
               ? 0
               : ascent + smaller(-TTF_FontDescent(font), text->fall * size_px) + 1;
}

int32_t text_character(const char *utf8, int32_t length, uint32_t *character)
{
    static const uint32_t LEAST[] = { 0, 0, 0x80, 0x800, 0x10000 };
    assert(length > 0);
    const unsigned char *bytes = (const unsigned char *)utf8;
    const uint32_t first = bytes[0];
    const int32_t count = first < 0x80             ? 1
                          : (first & 0xE0) == 0xC0 ? 2
                          : (first & 0xF0) == 0xE0 ? 3
                          : (first & 0xF8) == 0xF0 ? 4
                                                   : 0;
    *character = TEXT_BAD;
    if (count == 0 || count > length)
        return 1;
    uint32_t code = count == 1 ? first : first & (0x7Fu >> count);
    for (int32_t i = 1; i < count; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 1;
        code = code << 6 | (bytes[i] & 0x3F);
    }
    if (code < LEAST[count] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return 1;
    *character = code;
    return count;
}

/* What stands for a character the face lacks: a space, nothing, or a question mark. */
static const char *stand_in(uint32_t character)
{
    static const struct {
        uint32_t first, last;
        const char *shown;
    } STAND_INS[] = {
        { 0x0000, 0x001F, " " },  { 0x007F, 0x009F, " " },  /* controls */
        { 0x00AD, 0x00AD, "" },   { 0x0300, 0x036F, "" },   /* marks on letters */
        { 0x2000, 0x200A, " " },  { 0x200B, 0x200F, "" },   /* spaces, joiners */
        { 0x2028, 0x2029, " " },  { 0x202A, 0x202E, "" },   /* lines, directions */
        { 0x202F, 0x202F, " " },  { 0x205F, 0x205F, " " },  /* spaces */
        { 0x2060, 0x206F, "" },   { 0x2600, 0x27BF, "" },   /* joiners, small pictures */
        { 0x3000, 0x3000, " " },  { 0xFE00, 0xFE0F, "" },   /* a space, variants */
        { 0xFEFF, 0xFEFF, "" },   { 0x1F000, 0x1FAFF, "" }, /* order mark, pictures */
        { 0xE0000, 0xE0FFF, "" },                           /* tags */
    };
    for (size_t i = 0; i < sizeof STAND_INS / sizeof *STAND_INS; i++) {
        if (character >= STAND_INS[i].first && character <= STAND_INS[i].last)
            return STAND_INS[i].shown;
    }
    return "?";
}

/* A line as the face can show it. */
typedef struct Shown {
    char utf8[LINE_BYTES + 1];
    int32_t top_px; /* of the highest character, above the baseline */
} Shown;

static Shown show(TTF_Font *font, const char *utf8, int32_t length)
{
    Shown shown = { .top_px = 0 };
    char *out = shown.utf8;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character;
        bytes = text_character(utf8 + at, length - at, &character);
        const bool is_known = character != TEXT_BAD && character != 0 &&
                              TTF_GlyphIsProvided32(font, character) != 0;
        const char *from = is_known ? utf8 + at : stand_in(character);
        const size_t size = is_known ? (size_t)bytes : strlen(from);
        memcpy(out, from, size);
        out += size;
        int top_px = 0;
        if (is_known)
            TTF_GlyphMetrics32(font, character, NULL, NULL, NULL, &top_px, NULL);
        if (top_px > shown.top_px)
            shown.top_px = top_px;
    }
    return shown;
}

/* As many of the bytes as make one kept line, cut between characters. */
static int32_t piece_length(const char *utf8, int32_t length)
{
    if (length <= LINE_BYTES)
        return length;
    int32_t end = LINE_BYTES;
    while (end > LINE_BYTES - 4 && ((unsigned char)utf8[end] & 0xC0) == 0x80)
        end--;
    return end;
}

/* Coverage a little stronger in its middle: light letters on a dark ground, blended as
 * they are, look thinner than the face is drawn. Chosen by eye at 16 to 40 px; letters on
 * paper bear it too. */
static void strengthen(SDL_Surface *mask)
{
    uint8_t *cover = mask->pixels;
    for (int32_t i = 0; i < mask->pitch * mask->h; i++)
        cover[i] = (uint8_t)(cover[i] + cover[i] * (255 - cover[i]) * 3 / (8 * 255));
}

static Line render(TTF_Font *font, const Words *words)
{
    static const SDL_Color WHITE = { 255, 255, 255, 255 }, BLACK = { 0, 0, 0, 255 };
    if (font == NULL)
        return (Line){ .mask = NULL };
    const Shown shown = show(font, words->utf8, words->length);
    Line line = { .rise_px = TTF_FontAscent(font) };
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

static const Line *line_of(Text *text, const Words *words)
{
    int at = kept_at(text->line_slots, LINES, words);
    if (at < 0) {
        const Line line = render(font_at(text, words->size_px), words);
        at = keep(text->line_slots, LINES, words);
        SDL_FreeSurface(text->lines[at].mask);
        text->lines[at] = line;
    }
    text->line_slots[at].used = ++text->turn;
    return &text->lines[at];
}

static bool is_span_of(const Span *span, const Words *words)
{
    return span->length == words->length && span->size_px == words->size_px &&
           memcmp(span->bytes, words->utf8, (size_t)words->length) == 0;
}

/* Its place, or the place of what is longest unused where these words have none. */
static Span *span_of(Text *text, const Words *words)
{
    uint32_t print = 2166136261u ^ (uint32_t)words->size_px;
    for (int32_t i = 0; i < words->length; i++)
        print = (print ^ (unsigned char)words->utf8[i]) * 16777619u;
    Span *row = text->spans[(print ^ print >> 16) % SPAN_ROWS], *oldest = row;
    for (int i = 0; i < SPANS_IN_ROW; i++) {
        if (is_span_of(&row[i], words))
            return &row[i];
        if (row[i].used < oldest->used)
            oldest = &row[i];
    }
    return oldest;
}

static int32_t measure_anew(Text *text, const Words *words)
{
    TTF_Font *font = font_at(text, words->size_px);
    int width_px = 0;
    if (font != NULL) {
        const Shown shown = show(font, words->utf8, words->length);
        TTF_SizeUTF8(font, shown.utf8, &width_px, NULL);
    }
    return width_px;
}

/* Keeps no line: wrapping tries many that are never drawn. */
static int32_t measure(Text *text, const Words *words)
{
    if (words->length > SPAN_BYTES)
        return measure_anew(text, words);
    Span *span = span_of(text, words);
    if (!is_span_of(span, words)) {
        *span = (Span){ .length = words->length, .size_px = words->size_px };
        memcpy(span->bytes, words->utf8, (size_t)words->length);
        span->width_px = measure_anew(text, words);
    }
    span->used = ++text->turn;
    return span->width_px;
}

int32_t text_span_px(Text *text, const char *utf8, int32_t length, int32_t size_px)
{
    int32_t width_px = 0;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        bytes = piece_length(utf8 + at, length - at);
        width_px += measure(text, &(Words){ utf8 + at, bytes, size_px, 0 });
    }
    return width_px;
}

int32_t text_width_px(Text *text, const char *utf8, int32_t size_px)
{
    return text_span_px(text, utf8, (int32_t)strlen(utf8), size_px);
}

int32_t text_wrap(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                  TextLine lines[TEXT_LINES_MAX])
{
    const Words words = { utf8, (int32_t)strlen(utf8), size_px, width_px };
    if (words.length > LINE_BYTES)
        return text_wrap_lines(text, utf8, size_px, width_px, lines);
    int at = kept_at(text->wrap_slots, WRAPS, &words);
    if (at < 0) {
        at = keep(text->wrap_slots, WRAPS, &words);
        Wrap *wrap = &text->wraps[at];
        wrap->count = text_wrap_lines(text, utf8, size_px, width_px, wrap->lines);
    }
    text->wrap_slots[at].used = ++text->turn;
    memcpy(lines, text->wraps[at].lines, sizeof text->wraps[at].lines);
    return text->wraps[at].count;
}

void text_draw(Text *text, Raster *raster, const char *utf8, int32_t length,
               int32_t size_px, int32_t x, int32_t baseline, uint32_t colour,
               double alpha)
{
    const int32_t right = raster->clip.x + raster->clip.w;
    for (int32_t at = 0, bytes; at < length && x < right; at += bytes) {
        bytes = piece_length(utf8 + at, length - at);
        const Line *line = line_of(text, &(Words){ utf8 + at, bytes, size_px, 0 });
        const SDL_Surface *mask = line->mask;
        if (mask != NULL)
            raster_mask(raster, mask->pixels, mask->w, mask->h, mask->pitch, x,
                        baseline - line->rise_px, colour, alpha);
        x += line->width_px;
    }
}
