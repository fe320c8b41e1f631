/* SPDX-License-Identifier: MIT */
/* visit.h -- one visit to Leeway: which screen, what every key and press does there.
 *
 * Keys and presses with their times go in; a laid out screen and a figure come out. Knows
 * no window, no files and no events of SDL, so tests drive it by hand. What it decides to
 * remember it only marks: the window keeps it. `now` is microseconds of a steady clock.
 */
#ifndef LEEWAY_APP_VISIT_H
#define LEEWAY_APP_VISIT_H

#include "app/player.h"
#include "app/visit_field.h"
#include "app/visit_home.h"
#include "app/visit_kept.h"
#include "app/visit_marked.h"
#include "app/visit_message.h"
#include "app/visit_mine.h"
#include "app/visit_own.h"
#include "app/visit_pace.h"
#include "app/visit_people.h"
#include "app/visit_places.h"
#include "app/visit_reach.h"
#include "app/visit_scan.h"
#include "app/visit_settings.h"
#include "app/visit_sit.h"
#include "app/visit_sounds.h"
#include "app/visit_voice.h"
#include "app/visit_write.h"
#include "core/practice.h"
#include "core/region.h"
#include "core/scan.h"
#include "core/sit.h"
#include "store/messages.h"
#include "store/pages.h"
#include "store/patterns.h"
#include "store/settings.h"
#include "store/starts.h"
#include "store/voices.h"
#include "view/picture.h"
#include "view/screens.h"

/* The patterns that are shown at once, and a row for more. */
enum { VISIT_LABEL_MAX = 128, VISIT_ROWS = PATTERNS_SHOWN + 1 };

/* What the values of the row stand for: three for each face. */
typedef enum VisitValue {
    VISIT_PATTERN,
    VISIT_LENGTH,
    VISIT_SOUND,
    VISIT_ROUTE,
    VISIT_SCAN_LENGTH,
    VISIT_VOICE,
    VISIT_SIT_LENGTH,
    VISIT_BELLS,
    VISIT_BELL,
    VISIT_REACH_PAUSE,
    VISIT_REACH_LENGTH,
    VISIT_REACH_SOUND,
    VISIT_VALUE_COUNT
} VisitValue;

/* The pages of equal ways. */
typedef enum VisitWays { VISIT_OTHER_WAYS, VISIT_SMALLER_WAYS } VisitWays;

/* The choices of one value, as far as they are open. */
typedef struct VisitList {
    VisitValue value;
    int32_t page;
    int32_t count, chosen;
    bool has_more;               /* the last row turns the page */
    int32_t options[VISIT_ROWS]; /* what the rows stand for */
    char labels[VISIT_ROWS][VISIT_LABEL_MAX];
    char detail[2 * PATTERNS_TEXT_MAX];
} VisitList;

/* What a visit needs and does not own. */
typedef struct VisitHouse {
    const Patterns *patterns; /* at least one */
    const Starts *starts;     /* may be empty; needed where something is written */
    struct Written *written;  /* what is; NULL: there is no page to write on */
    Messages *messages;       /* may be empty; a visit marks what was kept and muted */
    const Regions *regions;   /* NULL: there are no body scans */
    const CueTable *cues;     /* with the lengths of the voice that speaks now */
    const Voice *voices;      /* that there are, the one that came along first */
    int32_t voice_count;
    Player *player;
    Text *text;
    const Helplines *helplines;  /* NULL: there are none */
    const OwnPeople *own_people; /* NULL: there can be none */
    const Pages *pages;          /* NULL: their words are missing */
    const char *country;         /* a guess, "IE"; "" or NULL for none */
    bool has_easy_letters;       /* whether they can be chosen */
    int64_t day;                 /* of the calendar, for the message */
} VisitHouse;

/* What the page of other ways says above them. */
extern const char visit_other_ways_says[];

/* A screen while it is hidden. */
typedef struct VisitHidden {
    ScreenId screen;
    int32_t focus, scroll_px;
    VisitField field;
    int64_t stood_us; /* how long it had been there */
} VisitHidden;

typedef struct Visit Visit;
struct Visit {
    VisitHouse house;
    Settings settings;
    bool is_choice_new;     /* the settings want to be kept */
    BreatheRequest request; /* what Space begins … */
    bool is_typed;          /* … as it was typed for this start, so exactly that */
    const char *note;       /* what is unusual about it, until it is begun; or NULL */

    ScreenId screen;
    VisitHidden hidden; /* what hiding comes back to, as it was */
    VisitWays ways;
    int64_t screen_us, sleep_us; /* since when it is there, and its keys sleep */
    bool is_awake; /* keys answer at once: nothing led here that could slip */
    int32_t focus, hover, scroll_px;
    bool is_pointed;       /* the pointer pressed last, and no key since then but Esc */
    int32_t shown_percent; /* how large the text was when it was last laid out … */
    ScreenId shown_screen; /* … and on which screen … */
    int32_t shown_view_px; /* … and how much of what scrolls could be seen */
    VisitList list;
    bool is_full_screen, wants_close;
    const char *wants_copied; /* for the clipboard; who copies it makes it NULL … */
    const char *wants_mailed; /* … and the same for a mail program */

    VisitField field; /* of the present screen, where it has one */
    VisitHome home;
    VisitPace pace;
    VisitSettings pages;
    VisitSounds sounds;
    VisitOwn own;
    VisitKept kept;
    VisitMessage message;
    VisitMarked marked;
    VisitMine mine;
    PracticeKind face;    /* which practice home shows, and Space begins … */
    PracticeKind running; /* … and which was begun last */
    VisitScan scan;
    VisitSit sit;
    VisitReach reach;
    VisitWrite write;
    VisitPlaces places;
    VisitVoice voice;
    VisitPeople people;

    int32_t width_px, height_px;
    double density; /* pixels of a point; 0 counts as 1 */
    int64_t home_us, home_rest_us, input_us, away_us;
    Figure glide_from; /* what the orb looked like when the practice began */
    int64_t begun_us, stopped_us, resumed_us, over_us;
    double light_from;    /* how light the figure was when it last stopped or went on */
    BreatheRequest begun; /* what was begun last … */
    int64_t quiet_ms;     /* … or for how long, 0 for no set end, when */
    bool is_quiet;        /* it is sound without breathing */
    const char *word, *word_before;
    int64_t word_us;
    const char *answer;
    int64_t answer_us, legend_us, hint_us;

    char values[VISIT_VALUE_COUNT][VISIT_LABEL_MAX];
    char told[VISIT_LABEL_MAX], time_left[VISIT_LABEL_MAX];
    int64_t told_ms; /* of the practice; the length is told before this alone */
    Layout leaving;  /* home, fading while the practice begins */
    int64_t leaving_us;

    /* What there is to see, as of the last visit_show. */
    Scene scene;
    Layout layout;
    View view;
    bool is_stale;   /* something was done since, and may look different */
    bool is_moving;  /* the next frame may differ */
    int64_t wake_us; /* when it may differ by itself, if nothing moves */
};

/* At home, with what was remembered. */
void visit_init(Visit *visit, const VisitHouse *house, const Settings *settings,
                int64_t now_us);

/* Home stands on this request instead, which was typed: it begins as it says, wherever
 * practices begin otherwise. */
void visit_take(Visit *visit, const BreatheRequest *request);

/* What is remembered was changed by another hand: it counts at once. */
void visit_take_settings(Visit *visit, const Settings *settings, int64_t now_us);

/* The day of the calendar is this one now. A message that is on the page stays until that
 * is left, also where a page lies over it that is there from everywhere. */
void visit_take_day(Visit *visit, int64_t day);

/* The patterns are others now. */
void visit_list_follow(Visit *visit);

/* A key. */
void visit_act(Visit *visit, ActionId action, int64_t now_us);

/* A key that means nothing: shows the legend. */
void visit_other_key(Visit *visit, int64_t now_us);

/* Space, Enter or the pointer's button came up. */
void visit_let_go(Visit *visit, int64_t now_us);

/* Whether letters are letters now: a field is framed. What was typed into it; its last
 * letter goes. */
bool visit_is_typing(const Visit *visit);
void visit_type(Visit *visit, const char *utf8, int64_t now_us);
void visit_rub_out(Visit *visit, int64_t now_us);

/* The pointer presses a control, moves over one, turns its wheel. */
void visit_press(Visit *visit, int32_t control, int64_t now_us);
void visit_hover(Visit *visit, int32_t control, int64_t now_us);
void visit_scroll(Visit *visit, int32_t by_points, int64_t now_us);

/* What was wanted copied or mailed is, or is not, as the sentence says; the page that
 * wanted it shows that until the next key. The sentence lives on. */
void visit_copied(Visit *visit, const char *sentence, int64_t now_us);
void visit_mailed(Visit *visit, const char *sentence, int64_t now_us);

/* The window came to the front or went behind others; is as large as this now. */
void visit_front(Visit *visit, bool is_in_front, int64_t now_us);
void visit_size(Visit *visit, int32_t width_px, int32_t height_px);

/* Brings the practice to the present: once for each turn of the loop. */
void visit_tick(Visit *visit, int64_t now_us);

/* The time was lost between two ticks. */
void visit_interrupt(Visit *visit, int64_t now_us);

/* Lays out what there is to see now: visit->view, is_moving, wake_us. */
void visit_show(Visit *visit, int64_t now_us);

/* The ways that the page of ways offers, as they are pressed, without those that need a
 * window. Returns how many. */
typedef struct VisitWay {
    const char *says;
    int32_t control;
} VisitWay;
int32_t visit_list_ways(const Visit *visit, VisitWay ways[SCENE_CHOICES_MAX]);

/* Begins what home stands on. */
void visit_begin(Visit *visit, int64_t now_us);

#endif
