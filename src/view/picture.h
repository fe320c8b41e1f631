/* SPDX-License-Identifier: MIT */
/* picture.h -- a laid out screen and its figure, painted; only what changed.
 *
 * Remembers what was painted last and paints again what differs: a moved figure, a word
 * that fades, a frame that went on. The same call writes the picture in words when the
 * Paint is the twin. Main thread; no allocation. */
#ifndef LEEWAY_VIEW_PICTURE_H
#define LEEWAY_VIEW_PICTURE_H

#include "view/layout.h"
#include "view/paint.h"

enum { PICTURE_RECTS_MAX = 8, PICTURE_MARKS_MAX = 2 * LAYOUT_ITEMS_MAX + 1 };

/* What is to be seen. */
typedef struct View {
    const Layout *layout;
    const Layout *leaving; /* a screen that is fading out under it, or NULL */
    double leaving_light;
    Figure figure;
    bool is_still; /* the figure rests: even the smallest difference is painted */
    int32_t focus, hover;
} View;

/* What one painted item looked like. */
typedef struct PictureMark {
    uint64_t print;
    Rect rect;
} PictureMark;

typedef struct Picture {
    bool is_painted;
    Figure figure;
    int32_t mark_count;
    PictureMark marks[PICTURE_MARKS_MAX];
} Picture;

/* Everything has to be painted again. */
void picture_forget(Picture *picture);

/* Paints what differs from the last call and tells where: at most PICTURE_RECTS_MAX
 * rectangles, 0 when nothing changed. Needs the twin in pixels. */
int32_t picture_paint(Picture *picture, Paint *paint, const View *view,
                      Rect rects[PICTURE_RECTS_MAX]);

/* Paints all of it, with either twin. */
void picture_paint_all(Paint *paint, const View *view);

#endif
