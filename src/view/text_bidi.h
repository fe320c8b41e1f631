/* SPDX-License-Identifier: MIT */
/* text_bidi.h -- which way each character of a text runs.
 *
 * Levels as UAX 9 counts them: even ones from left to right, odd ones from right to left,
 * by fribidi. Any bytes are survived; what is no UTF-8 is neutral. The inside of text.h
 * and text_flow.h, but for the first. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_BIDI_H
#define LEEWAY_VIEW_TEXT_BIDI_H

#include "view/text.h"

/* Whether anything in it may run from right to left: quick, and seldom true. */
bool text_may_turn(const char *utf8, int32_t length);

/* Where a paragraph begins: AUTO where nothing in it may turn. */
TextBase text_base(const char *utf8, int32_t length);

/* The level of each byte of one paragraph. Returns whether it begins on the right. */
bool text_levels(const char *utf8, int32_t length, TextBase base, int8_t *levels);

/* Whether a letter joins the one before it, as Arabic ones do. */
bool text_joins_before(uint32_t character);

#endif
