/* SPDX-License-Identifier: MIT */
/* picture_field.h -- what is painted of a field beside its letters.
 *
 * The inside of picture.h; nobody else includes this. */
#ifndef LEEWAY_VIEW_PICTURE_FIELD_H
#define LEEWAY_VIEW_PICTURE_FIELD_H

#include "view/picture.h"

/* What lies behind the letters of the field's item, and what lies over them; the caret
 * where the field is framed. */
void picture_paint_behind(Paint *paint, const Layout *layout, const Item *item);
void picture_paint_over(Paint *paint, const Layout *layout, const Item *item,
                        bool is_framed);

#endif
