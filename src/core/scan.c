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

/* How the length is shared out: which stops of the route are gone through, and how long
 * each of them and what lies around them takes. */
typedef struct Shares {
    int32_t count, left_out, dropped;
    int32_t stops[ROUTE_STOPS_MAX];
    int64_t stop_ms[ROUTE_STOPS_MAX];
    int64_t arrive_ms, whole_ms, leave_ms;
} Shares;

/* A plan that is being laid out, and how its long silences were divided so far. */
typedef struct Laying {
    const Regions *regions;
    const CueTable *cues;
    Plan *plan;
    bool is_open; /* silences last until the person goes on */
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

/* The length scaled over the stops that are not left out; those share out equally what
 * the others would have taken. */
static Shares shared_out(const RouteLayout *layout, const ScanRequest *request)
{
    const int64_t length = request->length_ms;
    Shares is = { .arrive_ms = scaled(layout->arrive_ms, layout, length),
                  .whole_ms = scaled(layout->whole_ms, layout, length),
                  .leave_ms = scaled(layout->leave_ms, layout, length) };
    int64_t spare = 0;
    for (int32_t i = 0; i < layout->count; i++) {
        const int64_t slot = scaled(layout->stops[i].slot_ms, layout, length);
        if (region_set_has(&request->out, layout->stops[i].region)) {
            spare += slot;
            is.left_out++;
            continue;
        }
        is.stops[is.count] = i;
        is.stop_ms[is.count++] = slot;
    }
    for (int32_t i = 0; i < is.count; i++)
        is.stop_ms[i] += spare / is.count;
    return is;
}

static bool is_short(int64_t slot_ms)
{
    return slot_ms > 0 && slot_ms < SLOT_MIN_MS;
}

static bool has_short(const Shares *is)
{
    bool has =
        is_short(is->arrive_ms) || is_short(is->whole_ms) || is_short(is->leave_ms);
    for (int32_t i = 0; i < is->count; i++)
        has = has || is_short(is->stop_ms[i]);
    return has;
}

/* Lengthens a slot that is too short for its words. Returns by how much. */
static int64_t lengthen(int64_t *slot_ms)
{
    const int64_t less = is_short(*slot_ms) ? SLOT_MIN_MS - *slot_ms : 0;
    *slot_ms += less;
    return less;
}

/* Fewer stops, evenly spread, each with room for its words; the length beyond that is
 * shared out as before. */
static Shares thinned(const Shares *all)
{
    Shares is = *all;
    int64_t room =
        -lengthen(&is.arrive_ms) - lengthen(&is.whole_ms) - lengthen(&is.leave_ms);
    for (int32_t i = 0; i < all->count; i++)
        room += all->stop_ms[i];
    if (room < SLOT_MIN_MS)
        return *all;
    if (is.count > room / SLOT_MIN_MS)
        is.count = (int32_t)(room / SLOT_MIN_MS);
    is.dropped = all->count - is.count;
    int64_t sum = 0;
    for (int32_t i = 0; i < is.count; i++) {
        const int32_t from = (2 * i + 1) * all->count / (2 * is.count);
        is.stops[i] = all->stops[from];
        is.stop_ms[i] = all->stop_ms[from];
        sum += is.stop_ms[i];
    }
    const int64_t beyond = room - (int64_t)is.count * SLOT_MIN_MS;
    for (int32_t i = 0; i < is.count; i++)
        is.stop_ms[i] = SLOT_MIN_MS + beyond * is.stop_ms[i] / sum;
    return is;
}

/* A length that no layout was made for may be too short for all of the route. */
static Shares shares(const RouteLayout *layout, const ScanRequest *request)
{
    const Shares is = shared_out(layout, request);
    if (request->length_ms >= route_layout_ms(layout) || is.count == 0 || !has_short(&is))
        return is;
    return thinned(&is);
}

static void add_slot(Layout *to, const int32_t *wordings, int64_t length_ms)
{
    if (length_ms > 0)
        to->slots[to->count++] = (Slot){ .wordings = wordings, .length_ms = length_ms };
}

static void add_place(Layout *to, const Region *region, int32_t index, int64_t length_ms)
{
    to->slots[to->count++] = (Slot){ .wordings = region->cues,
                                     .wording = index % REGION_WORDINGS,
                                     .is_place = true,
                                     .length_ms = length_ms };
}

/* Every slot of the practice; what rounding left over belongs to the last. */
static Layout slots_of(const Regions *regions, const RouteLayout *from, const Shares *is,
                       int64_t length_ms)
{
    Layout to = { .count = 0 };
    add_slot(&to, regions->arrive, is->arrive_ms);
    for (int32_t i = 0; i < is->count; i++)
        add_place(&to, &regions->items[from->stops[is->stops[i]].region], i,
                  is->stop_ms[i]);
    add_slot(&to, regions->whole, is->whole_ms);
    add_slot(&to, regions->leave, is->leave_ms);
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

/* How long it was laid out counts for a stay that ends before its words have. */
static void lay_open(Laying *laying, int64_t room_ms, int32_t place)
{
    const PlanPart open = { .kind = PLAN_QUIET,
                            .phase_ms = { (int32_t)room_ms },
                            .rounds = PLAN_OPEN,
                            .cue = place };
    const bool is_room = plan_append(laying->plan, open);
    assert(is_room);
    (void)is_room;
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
    if (laying->is_open)
        lay_open(laying, slot->length_ms - words, cue);
    else
        lay_quiet(laying, slot, slot->length_ms - words);
}

static const RouteLayout *layout_of(const Regions *regions, const ScanRequest *request)
{
    assert(request->route >= 0 && request->route < regions->route_count);
    return route_layout_for(&regions->routes[request->route], request->length_ms);
}

static bool is_open(const Regions *regions, const ScanRequest *request)
{
    return request->length_ms == 0 && regions->routes[request->route].stays;
}

/* With a length, also where nothing ends by itself: as long as the route was made for. */
static ScanRequest with_length(const Regions *regions, const ScanRequest *request)
{
    ScanRequest timed = *request;
    if (is_open(regions, request))
        timed.length_ms = route_layout_ms(layout_of(regions, request));
    return timed;
}

const char *scan_lay_out(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request, Plan *plan)
{
    assert(request->lead_in_ms >= 0 && request->lead_in_ms <= PRACTICE_LEAD_IN_MAX_MS);
    const ScanRequest timed = with_length(regions, request);
    if (timed.length_ms < SCAN_LENGTH_MIN_MS || timed.length_ms > SCAN_LENGTH_MAX_MS)
        return wrong_length;
    const RouteLayout *from = layout_of(regions, &timed);
    const Shares is = shares(from, &timed);
    if (is.count == 0)
        return all_left_out;

    Plan laid = { .count = 0 };
    Laying laying = { .regions = regions,
                      .cues = cues,
                      .plan = &laid,
                      .is_open = is_open(regions, request),
                      .is_divided = timed.length_ms <= SCAN_DIVIDED_MAX_MS };
    const Layout to = slots_of(regions, from, &is, timed.length_ms);
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
        if (plan->parts[i].kind == PLAN_QUIET && plan->parts[i].rounds != PLAN_OPEN &&
            plan_part_ms(&plan->parts[i]) > longest)
            longest = plan_part_ms(&plan->parts[i]);
    return (int32_t)longest;
}

ScanPreview scan_preview(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request)
{
    Plan plan = { .count = 0 };
    if (scan_lay_out(regions, cues, request, &plan) != NULL)
        return (ScanPreview){ .count = 0 };
    const ScanRequest timed = with_length(regions, request);
    const RouteLayout *from = layout_of(regions, &timed);
    const Shares is = shares(from, &timed);
    ScanPreview preview = { .count = is.count,
                            .left_out = is.left_out,
                            .dropped = is.dropped,
                            .longest_quiet_ms = longest_quiet_ms(&plan) };
    for (int32_t i = 0; i < is.count; i++)
        preview.regions[i] = from->stops[is.stops[i]].region;
    return preview;
}
