/* SPDX-License-Identifier: MIT */
#include "app/desk_keep.h"

#include "app/message_shelf.h"
#include "app/own_shelf.h"
#include "app/quote.h"
#include "store/kept.h"
#include "store/paths.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum { KEEP_AFTER_US = 1000000 };

/* What was remembered. Whatever is wrong with it costs nothing but one quiet line. */
void desk_keep_load(Desk *desk)
{
    FilePath path;
    Error error = { "" };
    desk->settings = settings_default();
    if (kept_path(KEPT_SETTINGS, &path, &error) &&
        settings_load(path.text, &desk->settings, &error))
        return;
    quote_tell(error.text);
}

/* What another hand chose counts, but for what was chosen here and is not kept yet. */
static void take_up(Desk *desk, const Settings *kept, int64_t now_us)
{
    Settings next = desk->visit.settings;
    settings_take_changes(&next, &desk->settings, kept);
    settings_take_changes(&next, &desk->asked, &desk->visit.settings);
    settings_take_changes(&desk->asked, &desk->settings, kept);
    desk->settings = *kept;
    visit_take_settings(&desk->visit, &next, now_us);
}

/* What was changed in the file counts at once, if all of it is understood; a file that
 * was taken away changes nothing. Our own writing comes by here and differs in nothing.
 */
static void hear_settings(Desk *desk, int64_t now_us)
{
    FilePath path;
    Settings kept;
    Error error = { "" };
    if (!kept_path(KEPT_SETTINGS, &path, NULL) || access(path.text, R_OK) != 0)
        return;
    if (!settings_load(path.text, &kept, &error)) {
        /* What was told before is not told again of our own writing. */
        if (!settings_are_equal(&kept, &desk->settings))
            quote_tell(error.text);
        return;
    }
    if (!kept.is_remembered) { /* then nothing else in it counts */
        kept = desk->settings;
        kept.is_remembered = false;
    }
    if (!settings_are_equal(&kept, &desk->settings))
        take_up(desk, &kept, now_us);
}

void desk_hear(Desk *desk, uint32_t event, int64_t now_us)
{
    if (event != 0 && event == desk->changed_event)
        hear_settings(desk, now_us);
    else if (event != 0 && event == desk->patterns_event)
        own_shelf_follow(&desk->visit, &desk->patterns);
    else if (event != 0 && (event == desk->messages_event || event == desk->marks_event))
        message_shelf_follow(&desk->visit, &desk->messages);
}

static Watch *watch_row(KeptId id, uint32_t *event)
{
    const PathsFolder in = kept_rows[id].folder;
    const char *name = kept_rows[id].file;
    FilePath folder;
    *event = SDL_RegisterEvents(1);
    if (*event == (uint32_t)-1 || !paths_kept(in, "", &folder, NULL))
        return NULL;
    return watch_open(folder.text, name, *event);
}

void desk_keep_watch(Desk *desk)
{
    desk->watch = watch_row(KEPT_SETTINGS, &desk->changed_event);
    desk->patterns_watch = watch_row(KEPT_PATTERNS, &desk->patterns_event);
    desk->messages_watch = watch_row(KEPT_MESSAGES, &desk->messages_event);
    desk->marks_watch = watch_row(KEPT_MARKS, &desk->marks_event);
}

/* What was asked for on the command line counts for this start; what the person chose
 * since then is remembered. Whoever asks to be remembered again means all that holds. */
static Settings chosen_settings(const Desk *desk)
{
    const Settings *now = &desk->visit.settings;
    Settings chosen = desk->settings;
    if (now->is_remembered && !desk->settings.is_remembered)
        return *now;
    settings_take_changes(&chosen, &desk->asked, now);
    return chosen;
}

/* What another window or hand kept is not written over with what was known before, and
 * what was erased elsewhere does not come back with the next choice. */
static void look_again(Desk *desk, const char *path)
{
    const bool is_remembered = desk->settings.is_remembered;
    hear_settings(desk, clock_now_us());
    if (access(path, F_OK) != 0 && errno == ENOENT) {
        desk->settings = settings_default();
        desk->settings.is_remembered = is_remembered;
    }
}

void desk_keep_choices(Desk *desk)
{
    Visit *visit = &desk->visit;
    FilePath path;
    Error error = { "" };
    if (!visit->is_choice_new)
        return;
    visit->is_choice_new = false;
    const bool has_place = kept_path(KEPT_SETTINGS, &path, &error);
    if (has_place)
        look_again(desk, path.text);
    const Settings chosen = chosen_settings(desk);
    if (!has_place || !settings_save(path.text, &chosen, &error)) {
        quote_tell(error.text);
        return;
    }
    desk->asked = visit->settings;
    desk->settings = chosen;
    visit->kept.wish.looks |= visit->screen == SCREEN_KEPT;
}

/* What was erased is not written again by the next choice: that one counts from here.
 * What was put back counts again, and with it what was chosen since it was erased. */
static void follow_disk(Desk *desk, bool is_put_back)
{
    Visit *visit = &desk->visit;
    FilePath path;
    if (!kept_path(KEPT_SETTINGS, &path, NULL))
        return;
    settings_load(path.text, &desk->settings, NULL);
    desk->asked = is_put_back ? desk->at_erase : visit->settings;
    visit->is_choice_new = is_put_back;
    if (!is_put_back)
        desk->settings.is_remembered = visit->settings.is_remembered;
}

static void mind_kept(Desk *desk)
{
    Visit *visit = &desk->visit;
    VisitKept *kept = &visit->kept;
    if (!visit_kept_has_wish(visit))
        return;
    const bool is_put_back = kept->wish.puts_back, is_left = kept->wish.forgets;
    if (!kept->can_put_back)
        desk->at_erase = visit->settings;
    const bool has_changed = keeper_answer(desk->keeper, kept);
    if (has_changed) {
        own_shelf_follow(visit, &desk->patterns);
        people_shelf_follow(desk->people);
        message_shelf_follow(visit, &desk->messages);
    }
    if (is_left)
        visit_maker_forget(visit);
    if (!has_changed)
        return;
    follow_disk(desk, is_put_back);
    desk_keep_choices(desk);
    keeper_answer(desk->keeper, kept); /* with what was kept just now */
    if (kept->problem[0] != '\0')
        visit->scroll_px = 0; /* it is told at the top */
}

void desk_keep_place(Desk *desk, int64_t now_us)
{
    Visit *visit = &desk->visit;
    char place[PLACE_TEXT_MAX];
    if (!window_place_told(&desk->place, now_us, place))
        return;
    snprintf(visit->settings.window, sizeof visit->settings.window, "%s", place);
    visit->is_choice_new = true;
}

/* A disk may take its time, so nothing is kept while something is being followed, and on
 * home once the keys have rested. */
static bool may_keep(const Desk *desk, bool is_running)
{
    const Visit *visit = &desk->visit;
    const bool has_rested = clock_now_us() - visit->input_us > KEEP_AFTER_US;
    return !is_running && (!visit->is_moving || has_rested);
}

void desk_keep_mind(Desk *desk, bool is_running)
{
    desk_keep_place(desk, clock_now_us());
    if (may_keep(desk, is_running) || visit_kept_has_wish(&desk->visit))
        desk_keep_choices(desk);
    mind_kept(desk);
}
