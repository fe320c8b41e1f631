/* SPDX-License-Identifier: MIT */
/* session.h -- a plan being lived.
 *
 * Inputs and the time go in, events come out; recorded inputs replay to identical events.
 * A session has no clock: every input says when it happens, in practice time, which
 * stands still while the practice is paused and never goes back. What the sound device or
 * the window do is not its business. Times are milliseconds of practice time. */
#ifndef LEEWAY_CORE_SESSION_H
#define LEEWAY_CORE_SESSION_H

#include "core/places.h"
#include "core/plan.h"

typedef enum SessionState {
    SESSION_READY, /* not begun */
    SESSION_RUNNING,
    SESSION_PAUSED,
    SESSION_LEFT, /* by the person; GO_ON takes it up where it was */
    SESSION_OVER  /* the plan came to its close */
} SessionState;

typedef enum SessionInputKind {
    SESSION_TIME, /* nothing but the time */
    SESSION_BEGIN,
    SESSION_PAUSE,
    SESSION_GO_ON,
    SESSION_QUICKER,
    SESSION_SLOWER,
    SESSION_NO_HOLDS,
    SESSION_STAY,
    SESSION_NEXT,
    SESSION_BACK,      /* to the place before this one */
    SESSION_LEAVE_OUT, /* this place, for the rest of it, and on to the next */
    SESSION_LEAVE,
    SESSION_INTERRUPT, /* suspend, a stalled machine: pauses, never jumps ahead */
    SESSION_INPUT_COUNT
} SessionInputKind;

typedef struct SessionInput {
    int64_t at_ms; /* never earlier than the input before */
    SessionInputKind kind;
} SessionInput;

typedef enum SessionEventKind {
    SESSION_STEP,    /* a step of the plan begins, at_ms is when */
    SESSION_STATE,   /* the state changed; see session->state */
    SESSION_CHANGED, /* the plan's tail changed, from at_ms on: the next breath or silence
                        that is eased, the place that was gone to */
    SESSION_UNCHANGED, /* the input was understood; there is nothing left to change */
    SESSION_EVENT_COUNT
} SessionEventKind;

typedef struct SessionEvent {
    int64_t at_ms;
    SessionEventKind kind;
    SessionInputKind cause; /* SESSION_TIME for steps */
    PlanStep step;          /* for SESSION_STEP */
} SessionEvent;

/* More steps than fit are told by the newest ones only. */
enum { SESSION_EVENTS_MAX = 16 };

typedef struct SessionEvents {
    int32_t count;
    SessionEvent items[SESSION_EVENTS_MAX];
} SessionEvents;

/* Plain data; read it, change it only through the functions below. */
typedef struct Session {
    SessionState state;
    Plan plan;
    int64_t now_ms;
    int64_t told_ms;    /* start of the last step that was told */
    int64_t end_ms;     /* when the practice was asked to end; INT64_MAX when open */
    BreathPattern base; /* what easing scales; zeroed outside breathing */
    int32_t ease;       /* steps away from base: < 0 quicker, > 0 slower */
    bool no_holds;      /* the person left holds out */
    int64_t breaths;    /* inhales that began */
    double settle_from; /* fullness when the practice last went on */
    int64_t refused_ms; /* start of a hold that was cut, or -1 … */
    int32_t refused_length_ms; /* … and how long it was to be */
    int32_t lag_ms;            /* see session_set_lag */
    Places places;             /* of a practice that has some */
} Session;

/* What there is to see and hear at a moment. */
typedef struct SessionMoment {
    PlanKind kind;
    BreathPhase phase;
    BreathPattern pattern; /* of the breath that is going on, or comes next */
    double fullness;       /* 0 .. 1 */
    double into;           /* 0 .. 1 of the step; for a cut hold, of its first length */
    int32_t cue;
    int32_t place; /* the cue of the place that is shown, or PLAN_NO_CUE; where a person
                      goes shows at once, before the old words have ended */
} SessionMoment;

/* A session of the plan. `base` is the breath the plan leads to, or NULL for a practice
 * that is not breathing. Owns nothing. */
void session_init(Session *session, const Plan *plan, const BreathPattern *base);

/* What is heard is made this much ahead of what is seen (0 at first): changes take hold
 * that much later, so that they never touch what was made already. */
void session_set_lag(Session *session, int32_t lag_ms);

/* Brings the session to input.at_ms, telling the steps that began on the way, then does
 * what the input says and tells what came of it. Appends to *events. */
void session_apply(Session *session, SessionInput input, SessionEvents *events);

/* Leaves a place out that is still ahead, or behind: the one of a cue. An input like the
 * others, at session->now_ms. False when there is none, or it is about to begin. */
bool session_drop_place(Session *session, int32_t cue);

/* The moment at at_ms, which may lie a little beside session->now_ms. */
SessionMoment session_moment(const Session *session, double at_ms);

/* When the next step begins, INT64_MAX when none will by itself. */
int64_t session_next_ms(const Session *session);

#endif
