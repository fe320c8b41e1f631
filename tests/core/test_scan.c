/* SPDX-License-Identifier: MIT */
#include "core/scan.h"

#include "support/random.h"
#include "support/scan_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { LINES_MAX_BYTES = 8192 };

static ScanRig rig;

/* A plan as lines: "3000 5000 words scan.arrive.1". */
static const char *plan_lines(const Plan *plan, char out[LINES_MAX_BYTES])
{
    size_t at = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const char *name = "";
        if (part->kind == PLAN_BELL)
            name = plan_bell_name((PlanBell)part->cue);
        else if (part->cue != PLAN_NO_CUE && part->kind == PLAN_QUIET)
            name = rig.cues[part->cue].place;
        else if (part->cue != PLAN_NO_CUE)
            name = rig.cues[part->cue].id;
        assert_true(at + 96 < LINES_MAX_BYTES);
        at += (size_t)sprintf(out + at, "%lld %lld %s %s\n", (long long)part->start_ms,
                              (long long)plan_part_ms(part),
                              plan_kind_name((PlanKind)part->kind), name);
    }
    return out;
}

static Plan laid_out(const ScanRequest *request)
{
    Plan plan = { 0 };
    assert_null(scan_lay_out(&rig.regions, &rig.table, request, &plan));
    return plan;
}

/* The layouts of the contract: slots to the second, and who divides what. */
static void test_hands_and_feet_at_three_minutes(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    const ScanRequest request = scan_default(&rig.regions);
    const Plan plan = laid_out(&request);
    char lines[LINES_MAX_BYTES];
    assert_string_equal(plan_lines(&plan, lines), "0 3000 settle \n"
                                                  "3000 5000 words scan.arrive.1\n"
                                                  "8000 15000 quiet arrive\n"
                                                  "23000 5000 words scan.hands.1\n"
                                                  "28000 17500 quiet hands\n"
                                                  "45500 5000 words scan.linger.1\n"
                                                  "50500 17500 quiet hands\n"
                                                  "68000 5000 words scan.feet.2\n"
                                                  "73000 20000 quiet feet\n"
                                                  "93000 0 bell mark\n"
                                                  "93000 20000 quiet feet\n"
                                                  "113000 5000 words scan.contact.3\n"
                                                  "118000 25000 quiet contact\n"
                                                  "143000 5000 words scan.room.1\n"
                                                  "148000 20000 quiet room\n"
                                                  "168000 5000 words scan.leave.1\n"
                                                  "173000 10000 quiet leave\n"
                                                  "183000 0 close \n");
}

/* The slots of a plan, as their place and length: "arrive 42000, feet 30800, …". */
static const char *slots_line(const Plan *plan, char out[LINES_MAX_BYTES])
{
    size_t at = 0;
    const char *last = "";
    int64_t sum = 0;
    out[0] = '\0';
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const char *place = part->kind == PLAN_WORDS ? rig.cues[part->cue].place : last;
        if (part->kind == PLAN_SETTLE)
            continue;
        const bool is_new = strcmp(place, last) != 0 && strcmp(place, "linger") != 0;
        if ((is_new || part->kind == PLAN_CLOSE) && *last != '\0')
            at += (size_t)sprintf(out + at, "%s%s %lld", at > 0 ? ", " : "", last,
                                  (long long)sum);
        if (is_new) {
            last = place;
            sum = 0;
        }
        sum += plan_part_ms(part);
    }
    return out;
}

static const struct {
    const char *name;
    int32_t route;
    int64_t length_ms;
    const char *out, *with;
    const char *slots;
} slot_rows[] = {
    { "hands-and-feet at 3", SCAN_RIG_HANDS, 180000, NULL, NULL,
      "arrive 20000, hands 45000, feet 45000, contact 30000, room 25000, "
      "leave 15000" },
    { "hands-and-feet at 1", SCAN_RIG_HANDS, 60000, NULL, NULL,
      "arrive 6666, hands 15000, feet 15000, contact 10000, room 8333, leave 5001" },
    { "what is left out goes to the others in equal shares", SCAN_RIG_HANDS, 180000,
      "contact", NULL, "arrive 20000, hands 55000, feet 55000, room 35000, leave 15000" },
    { "one place alone takes it all", SCAN_RIG_HANDS, 180000, "contact room feet", NULL,
      "arrive 20000, hands 145000, leave 15000" },
    { "feet-to-head at 7", SCAN_RIG_FEET_TO_HEAD, 420000, NULL, NULL,
      "arrive 42000, feet 30800, lower-legs 30800, knees-and-thighs 30800, "
      "seat 30800, lower-back 30800, upper-back 30800, hands 30800, arms 30800, "
      "shoulders-and-neck 30800, face-and-head 30800, whole 42000, leave 28000" },
    { "a minute has room for five of eight", SCAN_RIG_FEET_TO_HEAD, 60000, NULL, NULL,
      "arrive 6666, feet 8532, knees-and-thighs 8532, lower-back 8532, hands 8532, "
      "face-and-head 8532, whole 5333, leave 5341" },
    { "sensitive places give their time away", SCAN_RIG_FEET_TO_HEAD, 600000, NULL, NULL,
      "arrive 60000, feet 40727, lower-legs 40727, knees-and-thighs 40727, "
      "seat 40727, lower-back 40727, upper-back 40727, hands 40727, arms 40727, "
      "shoulders-and-neck 40727, neck 40727, face-and-head 40727, whole 60000, "
      "leave 32003" },
    { "unless they are asked for", SCAN_RIG_FEET_TO_HEAD, 600000, NULL, "belly chest jaw",
      "arrive 60000, feet 32000, lower-legs 32000, knees-and-thighs 32000, "
      "seat 32000, lower-back 32000, belly 32000, upper-back 32000, chest 32000, "
      "hands 32000, arms 32000, shoulders-and-neck 32000, neck 32000, jaw 32000, "
      "face-and-head 32000, whole 60000, leave 32000" },
    { "too long is honoured", SCAN_RIG_HANDS, 3600000, NULL, NULL,
      "arrive 400000, hands 900000, feet 900000, contact 600000, room 500000, "
      "leave 300000" },
};

static void test_slots(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof slot_rows / sizeof slot_rows[0]; i++) {
        scan_rig_init(&rig);
        ScanRequest request = scan_default(&rig.regions);
        request.route = slot_rows[i].route;
        request.length_ms = slot_rows[i].length_ms;
        for (int32_t r = 0; r < rig.regions.count; r++) {
            const char *id = rig.regions.items[r].id;
            if (slot_rows[i].out != NULL && strstr(slot_rows[i].out, id) != NULL)
                region_set_add(&request.out, r);
            if (slot_rows[i].with != NULL && strstr(slot_rows[i].with, id) != NULL)
                region_set_remove(&request.out, r);
        }
        const Plan plan = laid_out(&request);
        char slots[LINES_MAX_BYTES];
        if (strcmp(slots_line(&plan, slots), slot_rows[i].slots) != 0)
            fail_msg("%s:\n  is     %s\n  is not %s", slot_rows[i].name, slots,
                     slot_rows[i].slots);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hands_and_feet_at_three_minutes),
        cmocka_unit_test(test_slots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
