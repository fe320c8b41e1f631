/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include <string.h>

#define AT(field) offsetof(Settings, field)

enum { ROW_MARKS, ROW_BED, ROW_VOICE, ROW_MONO, ROW_DELAY, ROW_LISTEN, ROWS };
_Static_assert(ROW_LISTEN == (int)VISIT_SOUNDS_ROWS, "a table row for each other row");

static const char *const switch_words[] = { "no", "yes", NULL };

const SettingRow visit_sounds_rows[VISIT_SOUNDS_ROWS] = {
    [ROW_MARKS] = { .label = "Marks",
                    .says = "How loud the tones at the turns are, beside the rest.",
                    .kind = ROW_NUMBER,
                    .at = AT(marks_volume),
                    .high = 100,
                    .step = 10,
                    .unit = " %" },
    [ROW_BED] = { .label = "Under the breath",
                  .says = "How loud sea, rain or low noise are, beside the rest.",
                  .kind = ROW_NUMBER,
                  .at = AT(bed_volume),
                  .high = 100,
                  .step = 10,
                  .unit = " %" },
    [ROW_VOICE] = { .label = "Voice",
                    .says = "How loud what is spoken is, beside the rest.",
                    .kind = ROW_NUMBER,
                    .at = AT(voice_volume),
                    .high = 100,
                    .step = 10,
                    .unit = " %" },
    [ROW_MONO] = { .label = "Both ears the same",
                   .says = "Yes plays the middle of both sides on both.",
                   .kind = ROW_SWITCH,
                   .at = AT(is_mono),
                   .words = switch_words },
    [ROW_DELAY] = { .label = "Late speakers",
                    .says =
                        "For speakers or hearing aids without a wire, which play late: "
                        "the picture waits for them.",
                    .kind = ROW_NUMBER,
                    .at = AT(delay_ms),
                    .high = SETTINGS_DELAY_MAX_MS,
                    .step = 20,
                    .unit = " ms" },
};

static const char listen_says[] = "Plays by itself, also where sound is off.";

static const struct {
    const char *name;
    Sample sample;
} heard[] = {
    { "the mark for in", { .kind = SAMPLE_MARK, .phase = BREATH_IN } },
    { "the mark for more", { .kind = SAMPLE_MARK, .phase = BREATH_TOP_UP } },
    { "the mark for hold", { .kind = SAMPLE_MARK, .phase = BREATH_HOLD_FULL } },
    { "the mark for out", { .kind = SAMPLE_MARK, .phase = BREATH_OUT } },
    { "the mark for rest", { .kind = SAMPLE_MARK, .phase = BREATH_HOLD_EMPTY } },
    { "the bowl", { .kind = SAMPLE_BELL, .bell = MIX_BELL_BOWL } },
    { "the bell", { .kind = SAMPLE_BELL, .bell = MIX_BELL_BELL } },
    { "the wood", { .kind = SAMPLE_BELL, .bell = MIX_BELL_WOOD } },
    { "the voice", { .kind = SAMPLE_VOICE } },
    { "the sea", { .kind = SAMPLE_BED, .bed = MIX_BED_OCEAN } },
    { "the rain", { .kind = SAMPLE_BED, .bed = MIX_BED_RAIN } },
    { "the low noise", { .kind = SAMPLE_BED, .bed = MIX_BED_BROWN } },
};
_Static_assert(sizeof heard / sizeof heard[0] == VISIT_SOUNDS_COUNT, "all of them");

void visit_hear(Visit *visit, Sample sample, int64_t now_us)
{
    const Plan plan = sample_plan(&sample);
    const MixLevels own = visit_levels(&visit->settings);
    const MixLevels levels = sample_levels(&sample, &own);
    player_sample(visit->house.player, &plan, &levels, now_us);
}

/* The cue that stands for a voice, PLAN_NO_CUE where there are no words at all. */
static int32_t spoken_cue(const Visit *visit)
{
    const CueTable *cues = visit->house.cues;
    for (int32_t i = 0; cues != NULL && i < cues->count; i++)
        if (strcmp(cues->cues[i].id, "scan.hands.1") == 0)
            return i;
    return PLAN_NO_CUE;
}

static void listen(Visit *visit, int64_t now_us)
{
    Sample sample = heard[visit->sounds.listen].sample;
    sample.cue = spoken_cue(visit);
    visit_hear(visit, sample, now_us);
}

/* --- rows --- */

static void hear_row(Visit *visit, int32_t row, int64_t now_us)
{
    const MixBed bed = request_bed(visit->settings.sound);
    if (!visit->settings.is_sound_on)
        return;
    if (row == ROW_BED && bed != MIX_BED_NONE)
        visit_hear(visit, (Sample){ .kind = SAMPLE_BED, .bed = bed }, now_us);
    else if (row == ROW_VOICE && spoken_cue(visit) != PLAN_NO_CUE)
        visit_hear(visit, (Sample){ .kind = SAMPLE_VOICE, .cue = spoken_cue(visit) },
                   now_us);
    else if (row == ROW_MARKS || row == ROW_MONO)
        visit_hear(visit, (Sample){ .kind = SAMPLE_MARK, .phase = BREATH_IN }, now_us);
}

/* Where holds are never wanted nothing mentions them. */
static bool is_offered(const Visit *visit, int32_t sound)
{
    const Sample *sample = &heard[sound].sample;
    if (sample->kind == SAMPLE_VOICE)
        return spoken_cue(visit) != PLAN_NO_CUE;
    const bool is_hold =
        sample->phase == BREATH_HOLD_FULL || sample->phase == BREATH_HOLD_EMPTY;
    return sample->kind != SAMPLE_MARK || !is_hold ||
           visit->settings.holds != SETTINGS_HOLDS_NEVER;
}

/* Left and right choose and play, a press plays what is chosen. */
static void change_listen(Visit *visit, int32_t step, int64_t now_us)
{
    int32_t next = visit->sounds.listen + step;
    while (next >= 0 && next < VISIT_SOUNDS_COUNT && !is_offered(visit, next))
        next += step;
    if (next < 0 || next >= VISIT_SOUNDS_COUNT)
        return;
    visit->sounds.listen = next;
    listen(visit, now_us);
}

static void change_row(Visit *visit, int32_t row, int32_t step, int64_t now_us)
{
    if (row == ROW_LISTEN)
        change_listen(visit, step, now_us);
    if (row >= ROW_LISTEN)
        return;
    Settings next = visit->settings;
    if (step != 0)
        setting_step(&visit_sounds_rows[row], &next, step);
    else
        setting_next(&visit_sounds_rows[row], &next);
    if (visit_change(visit, &next, now_us))
        hear_row(visit, row, now_us);
}

static Settings first_of_page(const Visit *visit)
{
    Settings next = visit->settings;
    for (int32_t i = 0; i < VISIT_SOUNDS_ROWS; i++)
        setting_restore(&visit_sounds_rows[i], &next);
    return next;
}

/* --- keys and presses --- */

void visit_sounds_open(Visit *visit, int64_t now_us)
{
    visit->sounds.back = visit->screen;
    visit->sounds.listen = 0;
    visit_go(visit, SCREEN_SOUNDS, now_us);
}

void visit_sounds_act(Visit *visit, ActionId action, int64_t now_us)
{
    const bool is_row = visit->focus >= CONTROL_ROW && visit->focus < CONTROL_LESS;
    const bool is_step = action == ACTION_BACK || action == ACTION_ON;
    if (action == ACTION_OUT)
        visit_go(visit, visit->sounds.back, now_us);
    else if (action == ACTION_QUICKER || action == ACTION_SLOWER)
        visit_frame_row(visit, action == ACTION_SLOWER ? 1 : -1, ROWS);
    else if (is_step && is_row)
        change_row(visit, visit->focus - CONTROL_ROW, action == ACTION_ON ? 1 : -1,
                   now_us);
}

void visit_sounds_press(Visit *visit, int32_t control, int64_t now_us)
{
    const Settings first = first_of_page(visit);
    if (control >= CONTROL_TOOL)
        visit_use_tool(visit, control - CONTROL_TOOL, &first, now_us);
    else if (control >= CONTROL_MORE)
        change_row(visit, control - CONTROL_MORE, 1, now_us);
    else if (control >= CONTROL_LESS)
        change_row(visit, control - CONTROL_LESS, -1, now_us);
    else if (control >= CONTROL_ROW)
        change_row(visit, control - CONTROL_ROW, 0, now_us);
}

/* --- what there is to see --- */

void visit_sounds_show(Visit *visit, Scene *scene, int64_t now_us)
{
    const int32_t told = visit_told_row(visit);
    for (int32_t i = 0; i < VISIT_SOUNDS_ROWS; i++)
        visit_show_row(visit, &visit_sounds_rows[i], scene);
    scene->rows[scene->row_count++] =
        (SceneRow){ .label = "Listen to",
                    .value = heard[visit->sounds.listen].name,
                    .longest = "the mark for more",
                    .has_steps = true,
                    .is_first = visit->sounds.listen == 0,
                    .is_last = visit->sounds.listen == VISIT_SOUNDS_COUNT - 1 };
    scene->line = "Each part by itself";
    scene->detail = visit->settings.is_sound_on
                        ? "What was changed is heard at once."
                        : "Sound is off. The last row plays all the same.";
    if (told >= 0 && told < ROWS)
        scene->detail = told == ROW_LISTEN ? listen_says : visit_sounds_rows[told].says;
    visit_show_tools(visit, scene);
    visit_tell_answer(visit, scene, now_us);
}
