/* SPDX-License-Identifier: MIT */
#include "app/maker_rows.h"

#include "core/pattern.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60000 };

/* A space that no line breaks at: it takes its room at the end of a line, too. */
#define FIRM_SPACE "\xC2\xA0"

/* Rooms for usual values, so that the steps stand still while these change. */
#define USUAL_TYPED "an evening at home"
#define USUAL_PHASE "59.9 s, 59.9 more"

static const struct {
    const char *label;
    BreathPhase phase; /* BREATH_PHASE_COUNT: what is typed */
} fields[MAKER_FIELDS] = {
    [MAKER_NUMBERS] = { "Numbers", BREATH_PHASE_COUNT },
    [MAKER_IN] = { "In", BREATH_IN },
    [MAKER_HOLD] = { "Hold", BREATH_HOLD_FULL },
    [MAKER_OUT] = { "Out", BREATH_OUT },
    [MAKER_REST] = { "Rest", BREATH_HOLD_EMPTY },
    [MAKER_NAME] = { "Name", BREATH_PHASE_COUNT },
};

int32_t maker_rows_list(bool has_holds, MakerField out[MAKER_FIELDS])
{
    int32_t count = 0;
    for (MakerField field = 0; field < MAKER_FIELDS; field++)
        if (has_holds || (field != MAKER_HOLD && field != MAKER_REST))
            out[count++] = field;
    return count;
}

int32_t maker_rows_framed(int32_t control)
{
    if (control >= CONTROL_LESS && control < CONTROL_MORE)
        return control - CONTROL_LESS + CONTROL_ROW;
    if (control >= CONTROL_MORE && control < CONTROL_TOOL)
        return control - CONTROL_MORE + CONTROL_ROW;
    return control;
}

MakerField maker_rows_field(bool has_holds, int32_t control)
{
    MakerField shown[MAKER_FIELDS];
    const int32_t count = maker_rows_list(has_holds, shown);
    const int32_t row = maker_rows_framed(control) - CONTROL_ROW;
    return row >= 0 && row < count ? shown[row] : MAKER_FIELDS;
}

bool maker_rows_is_typed(MakerField field)
{
    return field == MAKER_NUMBERS || field == MAKER_NAME;
}

BreathPhase maker_rows_phase(MakerField field)
{
    assert(field < MAKER_FIELDS && !maker_rows_is_typed(field));
    return fields[field].phase;
}

/* Without zeros at the end. */
static int put_number(char *out, size_t size, int32_t thousandths)
{
    int length = snprintf(out, size, "%d.%03d", thousandths / 1000, thousandths % 1000);
    while (out[length - 1] == '0')
        out[--length] = '\0';
    if (out[length - 1] == '.')
        out[--length] = '\0';
    return length;
}

static void phase_words(const BreathPattern *pattern, BreathPhase phase,
                        char out[MAKER_VALUE_MAX])
{
    const int32_t more_ms = pattern->phase_ms[BREATH_TOP_UP];
    if (pattern->phase_ms[phase] == 0) {
        strcpy(out, "none");
        return;
    }
    int at = put_number(out, MAKER_VALUE_MAX, pattern->phase_ms[phase]);
    at += snprintf(out + at, MAKER_VALUE_MAX - (size_t)at, " s");
    if (phase == BREATH_IN && more_ms > 0) {
        at += snprintf(out + at, MAKER_VALUE_MAX - (size_t)at, ", ");
        at += put_number(out + at, MAKER_VALUE_MAX - (size_t)at, more_ms);
        snprintf(out + at, MAKER_VALUE_MAX - (size_t)at, " more");
    }
}

/* Whether a step that way would go nowhere. */
static bool is_at_limit(const OwnDraft *draft, MakerField field, int direction)
{
    OwnDraft tried = *draft;
    return own_draft_step(&tried, fields[field].phase, direction) != NULL;
}

static void put_typed(const OwnDraft *draft, MakerField field,
                      char value[MAKER_VALUE_MAX])
{
    if (field == MAKER_NUMBERS)
        strcpy(value, draft->numbers);
    else if (draft->name[0] != '\0')
        strcpy(value, draft->name);
    else
        own_draft_name(draft, value);
    const size_t length = strlen(value);
    if (length == 0)
        strcpy(value, FIRM_SPACE);
    else if (value[length - 1] == ' ')
        strcpy(value + length - 1, FIRM_SPACE);
}

SceneRow maker_rows_row(const OwnDraft *draft, MakerField field,
                        char value[MAKER_VALUE_MAX])
{
    SceneRow row = { .label = fields[field].label, .value = value };
    if (maker_rows_is_typed(field)) {
        put_typed(draft, field, value);
        row.longest = USUAL_TYPED;
        row.is_field = true;
        return row;
    }
    phase_words(&draft->pattern, fields[field].phase, value);
    row.longest = USUAL_PHASE;
    row.has_steps = true;
    row.is_first = is_at_limit(draft, field, -1);
    row.is_last = is_at_limit(draft, field, 1);
    return row;
}

const char *maker_rows_rate(const BreathPattern *pattern, char out[MAKER_RATE_MAX])
{
    const int32_t cycle_ms = breath_cycle_ms(pattern);
    const int32_t hundredths = (100 * MINUTE_MS + cycle_ms / 2) / cycle_ms;
    const char *note = pattern_unusual(pattern);
    const int at = put_number(out, MAKER_RATE_MAX, hundredths * 10);
    snprintf(out + at, MAKER_RATE_MAX - (size_t)at, " breath%s a minute%s.%s%s",
             hundredths == 100 ? "" : "s",
             breath_has_holds(pattern) ? ", holds included" : "", note != NULL ? " " : "",
             note != NULL ? note : "");
    return out;
}
