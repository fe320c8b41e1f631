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

/* Nothing ends by itself, but for words. */
static void test_places_that_stay_are_open(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    ScanRequest request = scan_default(&rig.regions);
    rig.regions.routes[SCAN_RIG_HANDS].stays = true;
    request.length_ms = 0;
    region_set_add(&request.out, region_find(&rig.regions, "contact"));
    Plan plan = laid_out(&request);
    static const char *const places[] = { "arrive", "hands", "feet", "room", "leave" };
    assert_int_equal(plan.count, 1 + 2 * 5 + 1);
    for (int i = 0; i < 5; i++) {
        const PlanPart *quiet = &plan.parts[2 + 2 * i];
        assert_int_equal(quiet[-1].kind, PLAN_WORDS);
        assert_int_equal(quiet->kind, PLAN_QUIET);
        assert_int_equal(quiet->rounds, PLAN_OPEN);
        assert_string_equal(rig.cues[quiet->cue].place, places[i]);
        assert_int_equal(quiet->cue, quiet[-1].cue);
    }
    assert_true(plan_end_ms(&plan) == INT64_MAX);
    const ScanPreview preview = scan_preview(&rig.regions, &rig.table, &request);
    assert_int_equal(preview.count, 3);
    assert_int_equal(preview.left_out, 1);
    assert_int_equal(preview.longest_quiet_ms, 0);

    request.length_ms = 180000; /* asked for a length, it has one */
    plan = laid_out(&request);
    assert_true(plan_end_ms(&plan) == 183000);
    rig.regions.routes[SCAN_RIG_HANDS].stays = false;
    request.length_ms = 0;
    assert_non_null(scan_lay_out(&rig.regions, &rig.table, &request, &plan));
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
    { "a minute has room for the words of all four", SCAN_RIG_HANDS, 60000, NULL, NULL,
      "arrive 8000, hands 11723, feet 11723, contact 10482, room 10068, leave 8004" },
    { "two minutes are scaled", SCAN_RIG_HANDS, 120000, NULL, NULL,
      "arrive 13333, hands 30000, feet 30000, contact 20000, room 16666, leave 10001" },
    { "what is left out goes to the others in equal shares", SCAN_RIG_HANDS, 180000,
      "contact", NULL, "arrive 20000, hands 55000, feet 55000, room 35000, leave 15000" },
    { "one place alone takes it all", SCAN_RIG_HANDS, 180000, "contact room feet", NULL,
      "arrive 20000, hands 145000, leave 15000" },
    { "feet-to-head at 7", SCAN_RIG_FEET_TO_HEAD, 420000, NULL, NULL,
      "arrive 42000, feet 30800, lower-legs 30800, knees-and-thighs 30800, "
      "seat 30800, lower-back 30800, upper-back 30800, hands 30800, arms 30800, "
      "shoulders-and-neck 30800, face-and-head 30800, whole 42000, leave 28000" },
    { "a minute has room for four of eight", SCAN_RIG_FEET_TO_HEAD, 60000, NULL, NULL,
      "arrive 8000, lower-legs 8999, seat 8999, hands 8999, face-and-head 8999, "
      "whole 8000, leave 8004" },
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

/* Layouts that somebody wrote differently are honoured as they are. */
static void test_unusual_layouts(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        RouteLayout layout;
        const char *slots;
    } unusual[] = {
        { "short slots of its own",
          { 5000, 0, 5000, 2, { { 0, 5000 }, { 1, 45000 } } },
          "arrive 5000, hands 5000, feet 45000, leave 5000" },
        { "nearly all of it leaving",
          { 60000, 0, 600000, 1, { { 0, 10000 } } },
          "arrive 5373, hands 895, leave 53732" },
        { "no arriving, no leaving",
          { 0, 0, 0, 2, { { 0, 50000 }, { 1, 10000 } } },
          "hands 50000, feet 10000" },
    };
    for (size_t i = 0; i < sizeof unusual / sizeof unusual[0]; i++) {
        scan_rig_init(&rig);
        Route *route = &rig.regions.routes[SCAN_RIG_HANDS];
        route->layouts[0] = unusual[i].layout;
        ScanRequest request = scan_default(&rig.regions);
        request.length_ms = 60000;
        const Plan plan = laid_out(&request);
        char slots[LINES_MAX_BYTES];
        if (strcmp(slots_line(&plan, slots), unusual[i].slots) != 0)
            fail_msg("%s: %s", unusual[i].name, slots);
    }
}

/* Parts follow each other from 0 on, all of it is as long as was asked for, and there is
 * room for what changes add. */
static const char *sum_problem(const Plan *plan, const ScanRequest *request)
{
    int64_t at = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->parts[i].start_ms != at)
            return "a gap or an overlap";
        at += plan_part_ms(&plan->parts[i]);
    }
    if (at != request->length_ms + request->lead_in_ms)
        return "not as long as was asked for";
    if (plan->parts[plan->count - 1].kind != PLAN_CLOSE)
        return "no close";
    return plan->count <= PLAN_PARTS_MAX - 16 ? NULL : "too many parts";
}

/* The places that the plan begins, in their turn, are those of the preview; none of them
 * is left out, and each has the wording that its index tells. */
static const char *order_problem(const Plan *plan, const ScanRequest *request,
                                 const ScanPreview *preview)
{
    int32_t places = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->parts[i].kind != PLAN_WORDS)
            continue;
        const Cue *cue = &rig.cues[plan->parts[i].cue];
        const int32_t region = region_find(&rig.regions, cue->place);
        if (region < 0)
            continue;
        if (region_set_has(&request->out, region))
            return "a place that was left out";
        if (places == preview->count || preview->regions[places] != region)
            return "not the place of the preview";
        if (rig.regions.items[region].cues[places % REGION_WORDINGS] !=
            plan->parts[i].cue)
            return "another wording";
        places++;
    }
    return places == preview->count ? NULL : "fewer places than in the preview";
}

/* What divides a silence leaves even pieces, none longer than 25 s, and says whose they
 * are. */
static const char *quiet_problem(const Plan *plan, const ScanRequest *request)
{
    int64_t shortest = 0, longest = 0;
    int32_t place = PLAN_NO_CUE;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const int64_t length = plan_part_ms(part);
        if (part->kind != PLAN_QUIET)
            continue;
        if (plan->parts[i - 1].kind == PLAN_BELL && place != part->cue)
            return "behind a mark the place is another";
        if (place != part->cue) {
            place = part->cue;
            shortest = longest = length;
        }
        shortest = length < shortest ? length : shortest;
        longest = length > longest ? length : longest;
        if (longest - shortest > 1)
            return "uneven pieces";
        if (length > SCAN_QUIET_MAX_MS && request->length_ms <= SCAN_DIVIDED_MAX_MS)
            return "a silence of more than 25 s";
    }
    return NULL;
}

/* Any three cues in a row have a way past; that feeling nothing is a full answer is said
 * in every third cue at most. */
static const char *words_problem(const Plan *plan)
{
    int32_t since_way = 0, since_nothing = 2;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        if (part->kind != PLAN_WORDS)
            continue;
        const Cue *cue = &rig.cues[part->cue];
        since_way = scan_rig_is_way_past(&rig, part->cue) ? 0 : since_way + 1;
        since_nothing++;
        if (since_way == 3)
            return "three cues without a way past";
        if (part->phase_ms[0] > cue->length_ms)
            return "words longer than their cue";
        if (plan->parts[i + 1].kind != PLAN_QUIET)
            return "words without a silence behind them";
        if (region_find(&rig.regions, cue->place) < 0 ||
            cue->id[strlen(cue->id) - 1] != '2')
            continue;
        if (since_nothing < 3)
            return "nothing is an answer too often";
        since_nothing = 0;
    }
    return NULL;
}

/* Where the length is too short for the route, every slot still has room for its words;
 * unless the route is all arriving and leaving. */
static const char *slot_problem(const Plan *plan, const ScanRequest *request)
{
    const RouteLayout *layout = &rig.regions.routes[request->route].layouts[0];
    int64_t slot = INT64_MAX;
    if (request->length_ms >= route_layout_ms(layout) || request->route == SCAN_RIG_ANY)
        return NULL;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const bool is_new = part->kind == PLAN_CLOSE ||
                            (part->kind == PLAN_WORDS &&
                             strcmp(rig.cues[part->cue].place, "linger") != 0);
        if (is_new && slot < 8000)
            return "a slot without room for words";
        slot = is_new ? 0 : slot;
        slot += part->kind == PLAN_SETTLE ? 0 : plan_part_ms(part);
    }
    return NULL;
}

static const char *a_scan_keeps_its_promises(Random *random, int32_t size)
{
    scan_rig_init(&rig);
    scan_rig_random_lengths(&rig, random);
    scan_rig_random_route(&rig, random, size);
    ScanRequest request = scan_rig_random_request(&rig, random);
    if (request.length_ms == 0) /* open: see above */
        request.length_ms = random_between(random, 60000, 700000);
    const ScanPreview preview = scan_preview(&rig.regions, &rig.table, &request);
    Plan plan = { 0 };
    if (scan_lay_out(&rig.regions, &rig.table, &request, &plan) != NULL)
        return preview.count == 0 && plan.count == 0 ? NULL : "half of a plan";
    const char *problem = sum_problem(&plan, &request);
    if (problem == NULL)
        problem = order_problem(&plan, &request, &preview);
    if (problem == NULL)
        problem = quiet_problem(&plan, &request);
    if (problem == NULL)
        problem = words_problem(&plan);
    if (problem == NULL)
        problem = slot_problem(&plan, &request);
    return problem ? random_say(random, "%s: route %d, %lld ms", problem, request.route,
                                (long long)request.length_ms)
                   : NULL;
}

static void test_scans_keep_their_promises(void **state)
{
    (void)state;
    random_check(a_scan_keeps_its_promises, 20000, 16);
}

/* Every whole minute that can be asked for, on every route, sums up exactly. */
static void test_every_minute(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    for (int32_t route = 0; route < rig.regions.route_count; route++) {
        for (int64_t minutes = 1; minutes <= 120; minutes++) {
            ScanRequest request = scan_default(&rig.regions);
            request.route = route;
            request.length_ms = minutes * 60000;
            const Plan plan = laid_out(&request);
            if (sum_problem(&plan, &request) != NULL)
                fail_msg("route %d at %d: %s", route, (int)minutes,
                         sum_problem(&plan, &request));
        }
    }
}

/* A slot is as long as it is, whoever speaks. */
static void test_the_voice_moves_nothing(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    const ScanRequest request = scan_default(&rig.regions);
    Random random = random_make(4);
    char before[LINES_MAX_BYTES], after[LINES_MAX_BYTES];
    const Plan plan = laid_out(&request);
    slots_line(&plan, before);
    for (int i = 0; i < 200; i++) {
        scan_rig_random_lengths(&rig, &random);
        const Plan other = laid_out(&request);
        assert_string_equal(slots_line(&other, after), before);
    }
}

static void test_preview(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    ScanRequest request = scan_default(&rig.regions);
    request.route = SCAN_RIG_FEET_TO_HEAD;
    request.length_ms = 60000;
    region_set_add(&request.out, region_find(&rig.regions, "hands"));
    ScanPreview preview = scan_preview(&rig.regions, &rig.table, &request);
    assert_int_equal(preview.count, 4);
    assert_int_equal(preview.left_out, 1);
    assert_int_equal(preview.dropped, 3);
    assert_int_equal(preview.regions[0], region_find(&rig.regions, "feet"));
    request.length_ms = 1200000;
    preview = scan_preview(&rig.regions, &rig.table, &request);
    assert_int_equal(preview.dropped, 0);
    assert_int_equal(preview.longest_quiet_ms, 120000 - 5000);
}

static void test_what_is_wrong(void **state)
{
    (void)state;
    scan_rig_init(&rig);
    ScanRequest request = scan_default(&rig.regions);
    Plan plan = { .count = 7 };
    request.length_ms = 59999;
    assert_non_null(scan_lay_out(&rig.regions, &rig.table, &request, &plan));
    request.length_ms = 7200001;
    assert_non_null(scan_lay_out(&rig.regions, &rig.table, &request, &plan));
    request.length_ms = 180000;
    memset(&request.out, 0xff, sizeof request.out);
    assert_non_null(
        strstr(scan_lay_out(&rig.regions, &rig.table, &request, &plan), "every place"));
    assert_int_equal(plan.count, 7);
    assert_int_equal(scan_preview(&rig.regions, &rig.table, &request).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hands_and_feet_at_three_minutes),
        cmocka_unit_test(test_places_that_stay_are_open),
        cmocka_unit_test(test_slots),
        cmocka_unit_test(test_unusual_layouts),
        cmocka_unit_test(test_every_minute),
        cmocka_unit_test(test_scans_keep_their_promises),
        cmocka_unit_test(test_the_voice_moves_nothing),
        cmocka_unit_test(test_preview),
        cmocka_unit_test(test_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
