/* SPDX-License-Identifier: MIT */
/* A page of words: titles and paragraphs in one column, that scrolls where it is long. */
#include "view/screens.h"

#define COLUMN 38  /* b z, at most */
#define AFTER 0.55 /* of b z, between paragraphs … */
#define BEFORE 1.1 /* … and above a title */
#define BELOW 0.2  /* … and below it */

Rect screen_column(const Layout *layout)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t wish = (int32_t)(COLUMN * layout->metrics.bz_px);
    const int32_t width = wish < most ? wish : most;
    return (Rect){ (layout->width_px - width) / 2, 0, width, 0 };
}

static void leave(Layout *layout, double of_bz)
{
    layout->bands[layout->band_count - 1].height +=
        (int32_t)(of_bz * layout->metrics.bz_px + 0.5);
}

void screen_texts(const SceneText *texts, int32_t count, Text *text, Layout *layout,
                  Rect column)
{
    TextStyle words = style_small(layout), title = style_body(layout);
    words.colour = THEME_TEXT;
    title.colour = THEME_SECONDARY;
    for (int32_t i = 0; i < count; i++) {
        const bool has_title = texts[i].title != NULL && texts[i].title[0] != '\0';
        if (i > 0)
            leave(layout, has_title ? BEFORE : AFTER);
        if (has_title) {
            layout_words_left(layout, text, texts[i].title, title, column);
            leave(layout, BELOW);
        }
        layout_words_left(layout, text, texts[i].text, words, column);
    }
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, bool is_long)
{
    layout_begin(layout, scene);
    layout_band(layout, SCREEN_TITLE_CENTRE, 0.5);
    layout_words(layout, text, scene->line,
                 is_long ? style_body(layout) : style_message(layout), layout->width_px);
    Band *band = layout_band(layout, 0.53, 0.5);
    screen_texts(scene->texts, scene->text_count, text, layout, screen_column(layout));
    band->centre =
        SCREEN_TITLE_CENTRE + (layout->bands[0].height / 2.0 +
                               1.5 * layout->metrics.b_px + band->height / 2.0) /
                                  layout->height_px;
    if (is_long)
        layout_tighten(layout);
    screen_foot(scene, text, layout, NULL, 0);
}

void screen_about(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
