/* SPDX-License-Identifier: MIT */
#include "core/scan.h"

#include "core/practice.h"

#include <assert.h>
#include <string.h>

enum {
    SLOT_MIN_MS = 8000,  /* less than this has no room for words and silence */
    QUIET_MIN_MS = 1000, /* what words leave to silence, however long they are */
    SLOTS_MAX = ROUTE_STOPS_MAX + 3
};

static const char *const wrong_length = "a body scan takes from 1 to 120 minutes";
static const char *const all_left_out = "every place of this route is left out; another "
                                        "route, or one of its places, would fit";

/* A place of the plan, or what comes before and after them all. */
typedef struct Slot {
    const int32_t *wordings; /* its own cues … */
    int32_t wording;         /* … and the one it begins with */
    bool is_place;           /* then silences are divided by lingers */
    int64_t length_ms;
} Slot;

typedef struct Layout {
    int32_t count;
    Slot slots[SLOTS_MAX];
} Layout;

/* Which stops of the route are gone through, and what is added to each of them. */
typedef struct Choice {
    int32_t count, left_out, dropped;
    int32_t stops[ROUTE_STOPS_MAX];
    int64_t share_ms;
} Choice;

/* A plan that is being laid out, and how its long silences were divided so far. */
typedef struct Laying {
    const Regions *regions;
    const CueTable *cues;
    Plan *plan;
    bool is_divided;
    int32_t turn; /* dividers among places: words, mark, words … */
} Laying;

ScanRequest scan_default(const Regions *regions)
{
    return (ScanRequest){ .length_ms = SCAN_LENGTH_DEFAULT_MS,
                          .out = region_sensitive(regions),
                          .lead_in_ms = PLAN_SETTLE_MS };
}

static int64_t scaled(int64_t slot_ms, const RouteLayout *layout, int64_t length_ms)
{
    return slot_ms * length_ms / route_layout_ms(layout);
}

/* The stops that are not left out, in their order. */
static Choice chosen(const RouteLayout *layout, const RegionSet *out)
{
    Choice choice = { .count = 0 };
    for (int32_t i = 0; i < layout->count; i++) {
        if (region_set_has(out, layout->stops[i].region))
            choice.left_out++;
        else
            choice.stops[choice.count++] = i;
    }
    return choice;
}

/* `count` of the chosen stops, evenly spread. */
static Choice thinned(const Choice *all, int32_t count)
{
    Choice fewer = { .count = count,
                     .left_out = all->left_out,
                     .dropped = all->count - count };
    for (int32_t i = 0; i < count; i++)
        fewer.stops[i] = all->stops[(2 * i + 1) * all->count / (2 * count)];
    return fewer;
}

/* Shares the time of all other stops out among the chosen ones. Returns the shortest of
 * their slots. */
static int64_t share_out(const RouteLayout *layout, int64_t length_ms, Choice *choice)
{
    int64_t spare = 0, shortest = INT64_MAX;
    for (int32_t i = 0; i < layout->count; i++)
        spare += scaled(layout->stops[i].slot_ms, layout, length_ms);
    for (int32_t i = 0; i < choice->count; i++) {
        const int64_t slot =
            scaled(layout->stops[choice->stops[i]].slot_ms, layout, length_ms);
        spare -= slot;
        shortest = slot < shortest ? slot : shortest;
    }
    choice->share_ms = spare / choice->count;
    return shortest + choice->share_ms;
}

/* As many of the stops that are not left out as there is room for. */
static Choice choose(const RouteLayout *layout, const ScanRequest *request)
{
    const Choice all = chosen(layout, &request->out);
    Choice choice = all;
    for (int32_t count = all.count; count > 0; count--) {
        choice = thinned(&all, count);
        if (share_out(layout, request->length_ms, &choice) >= SLOT_MIN_MS)
            break;
    }
    return choice;
}

static void add_slot(Layout *to, const int32_t *wordings, int64_t length_ms)
{
    if (length_ms > 0)
        to->slots[to->count++] = (Slot){ .wordings = wordings, .length_ms = length_ms };
}

static void add_places(Layout *to, const Regions *regions, const RouteLayout *from,
                       const Choice *choice, int64_t length_ms)
{
    for (int32_t i = 0; i < choice->count; i++) {
        const RouteStop *stop = &from->stops[choice->stops[i]];
        add_slot(to, regions->items[stop->region].cues,
                 scaled(stop->slot_ms, from, length_ms) + choice->share_ms);
        to->slots[to->count - 1].wording = i % REGION_WORDINGS;
        to->slots[to->count - 1].is_place = true;
    }
}

/* Every slot of the practice; what rounding left over belongs to the last. */
static Layout slots_for(const Regions *regions, const RouteLayout *from,
                        const Choice *choice, int64_t length_ms)
{
    Layout to = { .count = 0 };
    add_slot(&to, regions->arrive, scaled(from->arrive_ms, from, length_ms));
    add_places(&to, regions, from, choice, length_ms);
    add_slot(&to, regions->whole, scaled(from->whole_ms, from, length_ms));
    add_slot(&to, regions->leave, scaled(from->leave_ms, from, length_ms));
    int64_t rest = length_ms;
    for (int32_t i = 0; i < to.count; i++)
        rest -= to.slots[i].length_ms;
    to.slots[to.count - 1].length_ms += rest;
    return to;
}

static void append(Plan *plan, PlanKind kind, int64_t length_ms, int32_t cue)
{
    if (length_ms == 0 && kind != PLAN_BELL && kind != PLAN_CLOSE)
        return;
    const bool is_room = plan_append(plan, (PlanPart){ .kind = (int32_t)kind,
                                                       .phase_ms = { (int32_t)length_ms },
                                                       .rounds = 1,
                                                       .cue = cue });
    assert(is_room);
    (void)is_room;
}

static int64_t cue_ms(const Laying *laying, int32_t cue)
{
    assert(cue >= 0 && cue < laying->cues->count);
    assert(laying->cues->cues[cue].length_ms > 0);
    return laying->cues->cues[cue].length_ms;
}

/* What divides the silence of a slot for the n-th time: a cue, or PLAN_NO_CUE for a soft
 * mark. Places take lingers and marks in turn, the others their next wordings first. */
static int32_t divider(const Laying *laying, const Slot *slot, int32_t n)
{
    if (!slot->is_place)
        return n + 1 < REGION_WORDINGS ? slot->wordings[n + 1] : PLAN_NO_CUE;
    const Regions *regions = laying->regions;
    const int32_t turn = laying->turn + n;
    if (regions->linger_count == 0 || turn % 2 != 0)
        return PLAN_NO_CUE;
    return regions->lingers[turn / 2 % regions->linger_count];
}

/* How a silence falls into pieces: between them `count` dividers, which may be words. */
typedef struct Division {
    int32_t count;
    bool has_words;
    int64_t quiet_ms; /* of all the pieces */
} Division;

static Division with_dividers(const Laying *laying, const Slot *slot, int64_t room_ms,
                              bool has_words)
{
    Division is = { .has_words = has_words, .quiet_ms = room_ms };
    if (!laying->is_divided)
        return is;
    while (is.quiet_ms > (int64_t)SCAN_QUIET_MAX_MS * (is.count + 1)) {
        const int32_t cue = has_words ? divider(laying, slot, is.count) : PLAN_NO_CUE;
        is.quiet_ms -= cue == PLAN_NO_CUE ? 0 : cue_ms(laying, cue);
        is.count++;
    }
    return is;
}

/* Words that would leave next to no silence are none: then marks alone divide it. */
static Division divided(const Laying *laying, const Slot *slot, int64_t room_ms)
{
    const Division is = with_dividers(laying, slot, room_ms, true);
    if (is.count == 0 || is.quiet_ms >= (int64_t)SCAN_CLIP_ROOM_MS * (is.count + 1))
        return is;
    return with_dividers(laying, slot, room_ms, false);
}

/* The silences carry the cue of the place, whatever divides them. */
static void lay_quiet(Laying *laying, const Slot *slot, int64_t room_ms)
{
    const Division is = divided(laying, slot, room_ms);
    const int32_t place = slot->wordings[slot->wording];
    int64_t left = is.quiet_ms;
    for (int32_t n = 0; n <= is.count; n++) {
        const int64_t piece = left / (is.count + 1 - n);
        append(laying->plan, PLAN_QUIET, piece, place);
        left -= piece;
        if (n == is.count)
            break;
        const int32_t cue = is.has_words ? divider(laying, slot, n) : PLAN_NO_CUE;
        if (cue == PLAN_NO_CUE)
            append(laying->plan, PLAN_BELL, 0, PLAN_BELL_MARK);
        else
            append(laying->plan, PLAN_WORDS, cue_ms(laying, cue), cue);
    }
    if (slot->is_place)
        laying->turn += is.count;
}

/* Words last as long as they take, and never to the end of their slot. */
static void lay_slot(Laying *laying, const Slot *slot)
{
    const int32_t cue = slot->wordings[slot->wording];
    const int64_t half = (slot->length_ms + 1) / 2;
    const int64_t most =
        slot->length_ms > 2 * QUIET_MIN_MS ? slot->length_ms - QUIET_MIN_MS : half;
    const int64_t length = cue_ms(laying, cue);
    const int64_t words = length < most ? length : most;
    append(laying->plan, PLAN_WORDS, words, cue);
    lay_quiet(laying, slot, slot->length_ms - words);
}

static const RouteLayout *layout_of(const Regions *regions, const ScanRequest *request)
{
    assert(request->route >= 0 && request->route < regions->route_count);
    return route_layout_for(&regions->routes[request->route], request->length_ms);
}

const char *scan_lay_out(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request, Plan *plan)
{
    assert(request->lead_in_ms >= 0 && request->lead_in_ms <= PRACTICE_LEAD_IN_MAX_MS);
    if (request->length_ms < SCAN_LENGTH_MIN_MS ||
        request->length_ms > SCAN_LENGTH_MAX_MS)
        return wrong_length;
    const RouteLayout *from = layout_of(regions, request);
    const Choice choice = choose(from, request);
    if (choice.count == 0)
        return all_left_out;

    Plan laid = { .count = 0 };
    Laying laying = { .regions = regions,
                      .cues = cues,
                      .plan = &laid,
                      .is_divided = request->length_ms <= SCAN_DIVIDED_MAX_MS };
    const Layout to = slots_for(regions, from, &choice, request->length_ms);
    append(&laid, PLAN_SETTLE, request->lead_in_ms, PLAN_NO_CUE);
    for (int32_t i = 0; i < to.count; i++)
        lay_slot(&laying, &to.slots[i]);
    append(&laid, PLAN_CLOSE, 0, PLAN_NO_CUE);
    *plan = laid;
    return NULL;
}

static int32_t longest_quiet_ms(const Plan *plan)
{
    int64_t longest = 0;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_QUIET && plan_part_ms(&plan->parts[i]) > longest)
            longest = plan_part_ms(&plan->parts[i]);
    return (int32_t)longest;
}

ScanPreview scan_preview(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request)
{
    Plan plan = { .count = 0 };
    if (scan_lay_out(regions, cues, request, &plan) != NULL)
        return (ScanPreview){ .count = 0 };
    const RouteLayout *from = layout_of(regions, request);
    const Choice choice = choose(from, request);
    ScanPreview preview = { .count = choice.count,
                            .left_out = choice.left_out,
                            .dropped = choice.dropped,
                            .longest_quiet_ms = longest_quiet_ms(&plan) };
    for (int32_t i = 0; i < choice.count; i++)
        preview.regions[i] = from->stops[choice.stops[i]].region;
    return preview;
}
