/* SPDX-License-Identifier: MIT */
#include "app/left_out.h"
#include "app/message_shelf.h"
#include "app/own_shelf.h"
#include "app/plan_text.h"
#include "app/quote.h"
#include "app/request.h"
#include "app/verbs.h"
#include "core/pattern.h"
#include "store/nearest.h"
#include "store/pages.h"
#include "store/paths.h"
#include "store/patterns.h"
#include "store/starts.h"
#include "view/actions.h"
#include "view/figure.h"
#include "view/theme.h"

#include <inttypes.h>
#include <string.h>

/* Every list is a row of column names and then rows, separated by tabs. */
typedef struct List {
    const char *name;
    bool (*print)(FILE *out, Error *error);
    Status (*run)(const Options *options, Error *error); /* instead: it has options */
} List;

void verb_list_cell(FILE *out, const char *text, char end)
{
    for (; *text != '\0'; text++)
        putc((unsigned char)*text < ' ' ? ' ' : *text, out);
    putc(end, out);
}

static void print_pattern(FILE *out, const NamedPattern *named)
{
    const bool has_ramp = breath_cycle_ms(&named->from) > 0;
    const char *note = pattern_note(&named->pattern);
    char text[PATTERN_TEXT_MAX], rate[PLAN_TEXT_RATE_MAX];
    verb_list_cell(out, named->id, '\t');
    verb_list_cell(out, pattern_text(&named->pattern, text), '\t');
    verb_list_cell(out, has_ramp ? pattern_text(&named->from, text) : "", '\t');
    const int32_t cycle_ms = breath_cycle_ms(&named->pattern);
    fprintf(out, "%" PRId32 ".%03" PRId32 "\t", cycle_ms / 1000, cycle_ms % 1000);
    verb_list_cell(out, plan_text_rate(&named->pattern, rate), '\t');
    verb_list_cell(out, named->name, '\t');
    verb_list_cell(out, named->says, '\t');
    verb_list_cell(out, named->source, '\t');
    verb_list_cell(out, note != NULL ? note : "", '\n');
}

static bool list_patterns(FILE *out, Error *error)
{
    Patterns patterns;
    if (!own_shelf_load(&patterns, error))
        return false;
    fputs("id\tnumbers\tfrom\tcycle_s\tbreaths_per_minute\tname\tsays\tsource\tnote\n",
          out);
    for (int32_t i = 0; i < patterns.count; i++)
        print_pattern(out, &patterns.items[i]);
    return true;
}

static void print_message(FILE *out, const Message *message)
{
    static const char *const marks[MESSAGE_MARK_COUNT] = {
        [MESSAGE_PLAIN] = "",
        [MESSAGE_KEPT] = "kept",
        [MESSAGE_MUTED] = "muted",
    };
    verb_list_cell(out, message->id, '\t');
    if (message->theme > 0)
        fprintf(out, "%" PRId32, message->theme);
    putc('\t', out);
    verb_list_cell(out, message->text, '\t');
    verb_list_cell(out, messages_themes[message->theme], '\t');
    fprintf(out, "%s\t%s\n", message->is_own ? "yes" : "no", marks[message->mark]);
}

/* The muted ones too, marked as such. */
static bool list_messages(FILE *out, Error *error)
{
    static Messages messages; /* big */
    if (!message_shelf_load(&messages, error))
        return false;
    fputs("id\ttheme\ttext\tabout\town\tmark\n", out);
    for (int32_t i = 0; i < messages.count; i++)
        print_message(out, &messages.items[i]);
    return true;
}

/* What somebody may write to somebody begins with one of these. */
static bool list_starts(FILE *out, Error *error)
{
    FilePath path;
    Starts starts;
    if (!paths_asset("starts/en", &path, error) ||
        !starts_load(path.text, &starts, error))
        return false;
    fputs("id\tname\ttext\n", out);
    for (int32_t i = 0; i < starts.count; i++) {
        verb_list_cell(out, starts.items[i].id, '\t');
        verb_list_cell(out, starts.items[i].name, '\t');
        verb_list_cell(out, starts.items[i].text, '\n');
    }
    return true;
}

/* The paragraphs of the pages of words. */
static bool list_pages(FILE *out, Error *error)
{
    FilePath path;
    static Pages pages; /* big */
    if (!paths_asset("pages/en", &path, error) || !pages_load(path.text, &pages, error))
        return false;
    fputs("page\ttitle\ttext\n", out);
    for (int32_t i = 0; i < pages.count; i++) {
        verb_list_cell(out, pages_names[pages.items[i].page], '\t');
        verb_list_cell(out, pages.items[i].title, '\t');
        verb_list_cell(out, pages.items[i].text, '\n');
    }
    return true;
}

/* The lengths a route was made for, "3, 5, 10". */
static void print_minutes(FILE *out, const Route *route)
{
    for (int32_t i = 0; i < route->layout_count; i++)
        fprintf(out, "%s%" PRId64, i > 0 ? ", " : "",
                route_layout_ms(&route->layouts[i]) / 60000);
    putc('\t', out);
}

static bool list_routes(FILE *out, Error *error)
{
    PlacesShelf *shelf = places_shelf_open(error);
    if (shelf == NULL)
        return false;
    fputs("id\tminutes\tname\tsays\n", out);
    for (int32_t i = 0; i < shelf->regions.route_count; i++) {
        const Route *route = &shelf->regions.routes[i];
        verb_list_cell(out, route->id, '\t');
        print_minutes(out, route);
        verb_list_cell(out, route->name, '\t');
        verb_list_cell(out, route->says, '\n');
    }
    places_shelf_close(shelf);
    return true;
}

static void print_groups(FILE *out, const Regions *regions, uint32_t groups)
{
    const char *between = "";
    for (int32_t g = 0; g < regions->group_count; g++)
        if ((groups >> g & 1) != 0) {
            fprintf(out, "%s%s", between, regions->groups[g]);
            between = ", ";
        }
    putc('\t', out);
}

static bool list_places(FILE *out, Error *error)
{
    const Settings settings = request_kept_settings();
    PlacesShelf *shelf = places_shelf_open(error);
    if (shelf == NULL)
        return false;
    const Regions *regions = &shelf->regions;
    const RegionSet left_out = left_out_of(regions, &settings);
    fputs("id\tname\tgroups\tsensitive\tleft_out\n", out);
    for (int32_t i = 0; i < regions->count; i++) {
        const Region *region = &regions->items[i];
        verb_list_cell(out, region->id, '\t');
        verb_list_cell(out, region->name, '\t');
        print_groups(out, regions, region->groups);
        fprintf(out, "%s\t%s\n", region->is_sensitive ? "yes" : "no",
                region_set_has(&left_out, i) ? "yes" : "no");
    }
    places_shelf_close(shelf);
    return true;
}

static bool list_actions(FILE *out, Error *error)
{
    (void)error;
    fputs("id\tkey\tsays\n", out);
    for (ActionId id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const Action *action = action_row(id);
        fprintf(out, "%s\t%s\t%s\n", action->id, action->key, action->says);
    }
    return true;
}

static bool list_sounds(FILE *out, Error *error)
{
    static const char *const says[MIX_BED_COUNT] = {
        [MIX_BED_NONE] = "nothing under the breath",
        [MIX_BED_OCEAN] = "a far sea that rises and falls with the breath",
        [MIX_BED_RAIN] = "a far, steady rain",
        [MIX_BED_BROWN] = "a low, even noise",
    };
    (void)error;
    fputs("name\tsays\n", out);
    for (int bed = 0; bed < MIX_BED_COUNT; bed++)
        fprintf(out, "%s\t%s\n", request_bed_names[bed], says[bed]);
    return true;
}

static bool list_figures(FILE *out, Error *error)
{
    (void)error;
    fputs("name\tsays\n", out);
    for (int i = 0; i < FIGURE_KIND_COUNT; i++)
        fprintf(out, "%s\t%s\n", figure_names[i], figure_says[i]);
    return true;
}

static bool list_themes(FILE *out, Error *error)
{
    (void)error;
    fputs("name\tsays\n", out);
    for (int i = 0; i < THEME_COUNT; i++)
        fprintf(out, "%s\t%s\n", themes[i]->name, themes[i]->says);
    return true;
}

static const List lists[] = {
    { "patterns", .print = list_patterns },      { "routes", .print = list_routes },
    { "places", .print = list_places },          { "voices", .run = verb_list_voices },
    { "cues", .run = verb_list_cues },           { "actions", .print = list_actions },
    { "sounds", .print = list_sounds },          { "figures", .print = list_figures },
    { "themes", .print = list_themes },          { "messages", .print = list_messages },
    { "starts", .print = list_starts },          { "pages", .print = list_pages },
    { "helplines", .run = verb_list_helplines },
};

enum { LIST_COUNT = sizeof lists / sizeof lists[0] };

static Status tell_no_list(const char *typed, Error *error)
{
    const char *names[LIST_COUNT + 1] = { NULL };
    for (int i = 0; i < LIST_COUNT; i++)
        names[i] = lists[i].name;
    char quoted[QUOTE_TEXT_MAX];
    const char *nearest = nearest_word(typed, names);
    error_set(error, "there is no list of %s, %s would be right",
              quote_text(typed, quoted), nearest != NULL ? nearest : VERB_LIST_NAMES);
    return STATUS_USAGE;
}

/* The list that takes an option. */
static const char *taker_of(OptionId id)
{
    return id == OPTION_CHECK ? "voices" : id == OPTION_COUNTRY ? "helplines" : "cues";
}

/* Cues take more words and options, others one at the most. */
static bool takes_no_more(const List *list, const Options *options, Error *error)
{
    char flag[OPTIONS_FLAG_MAX];
    for (OptionId id = 0; id < OPTION_COUNT; id++)
        if (options->values[id] != NULL && strcmp(taker_of(id), list->name) != 0) {
            error_set(error, "list %s takes no %s, list %s does", options->words[1],
                      options_flag(id, flag), taker_of(id));
            return false;
        }
    if (options->word_count == 2)
        return true;
    char quoted[QUOTE_TEXT_MAX];
    error_set(error, "%s is one word too many, leeway list %s would be right",
              quote_text(options->words[2], quoted), options->words[1]);
    return false;
}

static Status print_list(const List *list, const Options *options, Error *error)
{
    if (list->run == verb_list_cues)
        return verb_list_cues(options, error);
    if (!takes_no_more(list, options, error))
        return STATUS_USAGE;
    if (list->run != NULL)
        return list->run(options, error);
    return list->print(stdout, error) ? STATUS_FINE : STATUS_FAILED;
}

Status verb_list(const Options *options, Error *error)
{
    if (options->word_count < 2) {
        error_set(error, "nothing to list was named, " VERB_LIST_NAMES " would be right");
        return STATUS_USAGE;
    }
    for (int i = 0; i < LIST_COUNT; i++)
        if (strcmp(options->words[1], lists[i].name) == 0)
            return print_list(&lists[i], options, error);
    return tell_no_list(options->words[1], error);
}
