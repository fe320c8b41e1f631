/* SPDX-License-Identifier: MIT */
/* home_value.h -- what a value in home's row may be: its options, in words.
 *
 * Part of a visit; nobody else includes this. Each face of home has three values; their
 * lists, their steps and the rows of settings that stand for them read the same table.
 * `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_HOME_VALUE_H
#define LEEWAY_APP_HOME_VALUE_H

#include "app/visit.h"

typedef struct HomeValue {
    int32_t (*count)(const Visit *visit);
    int32_t (*present)(const Visit *visit); /* -1 where what holds is none of them */
    void (*words)(const Visit *visit, char out[VISIT_LABEL_MAX]); /* as the row says it */
    void (*label)(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX]);
    void (*says)(const Visit *visit, int32_t option, char *out, size_t size);
    void (*take)(Visit *visit, int32_t option, int64_t now_us);
} HomeValue;

extern const HomeValue home_breathe_values[SCENE_VALUES];
extern const HomeValue home_scan_values[SCENE_VALUES];
extern const HomeValue home_sit_values[SCENE_VALUES];
extern const HomeValue home_reach_values[SCENE_VALUES];

/* The sound under a breath, which two faces have in their row. */
int32_t home_sound_count(const Visit *visit);
int32_t home_sound_present(const Visit *visit);
void home_sound_row(const Visit *visit, char out[VISIT_LABEL_MAX]);
void home_sound_label(const Visit *visit, int32_t index, char out[VISIT_LABEL_MAX]);
void home_sound_says(const Visit *visit, int32_t index, char *out, size_t size);
void home_sound_take(Visit *visit, int32_t index, int64_t now_us);

/* "5 minutes", or "no set end" for 0. */
void home_minutes_label(int32_t minutes, char out[VISIT_LABEL_MAX]);

/* "Four", or "34" where nobody would write the word; the same inside a sentence. */
const char *home_number_begins(int32_t number, char out[VISIT_LABEL_MAX]);
const char *home_number(int32_t number, char out[VISIT_LABEL_MAX]);

#endif
