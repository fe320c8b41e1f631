/* SPDX-License-Identifier: MIT */
/* maker_rows.h -- the rows of a pattern that is being made, and what they say.
 *
 * Two are typed, the others are phases that go in steps. Where holds are never wanted
 * there are no rows for them, and nothing mentions them. What is unusual about a pattern
 * is computed from its numbers. Pure. */
#ifndef LEEWAY_APP_MAKER_ROWS_H
#define LEEWAY_APP_MAKER_ROWS_H

#include "app/own_draft.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum MakerField {
    MAKER_NUMBERS,
    MAKER_IN,
    MAKER_HOLD,
    MAKER_OUT,
    MAKER_REST,
    MAKER_NAME,
    MAKER_FIELDS
} MakerField;

enum { MAKER_VALUE_MAX = 96, MAKER_RATE_MAX = 192 };

/* The fields in the order of the rows. Returns how many there are. */
int32_t maker_rows_list(bool has_holds, MakerField out[MAKER_FIELDS]);

/* The field of a row, or of one of its steps; MAKER_FIELDS for any other control. */
MakerField maker_rows_field(bool has_holds, int32_t control);

/* The row of a step, or the control itself. */
int32_t maker_rows_framed(int32_t control);

bool maker_rows_is_typed(MakerField field);

/* The phase of a field that goes in steps. */
BreathPhase maker_rows_phase(MakerField field);

/* What a row says. The value is written into `value`, which the row borrows. */
SceneRow maker_rows_row(const OwnDraft *draft, MakerField field,
                        char value[MAKER_VALUE_MAX]);

/* "6 breaths a minute, holds included." and what is unusual about it. Returns `out`. */
const char *maker_rows_rate(const BreathPattern *pattern, char out[MAKER_RATE_MAX]);

#endif
