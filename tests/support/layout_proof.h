/* SPDX-License-Identifier: MIT */
/* layout_proof.h -- can everything on a laid out screen be read and reached?
 *
 * Words whole and inside their controls, nothing over anything else, nothing outside the
 * window, what scrolls within reach, targets large enough, equal things equal. It does
 * not judge beauty. For tests only; lengths are pixels. */
#ifndef LEEWAY_TESTS_SUPPORT_LAYOUT_PROOF_H
#define LEEWAY_TESTS_SUPPORT_LAYOUT_PROOF_H

#include "view/layout.h"

enum { LAYOUT_TARGET = 44 }; /* points */

/* NULL when the layout of the scene holds all of it, otherwise what is wrong: a static
 * string until the next call. */
const char *layout_proof(const Layout *layout, const Scene *scene, Text *text);

/* The first item of a control, or NULL. */
const Item *layout_item_of(const Layout *layout, int32_t control);

#endif
