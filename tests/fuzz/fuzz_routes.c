/* SPDX-License-Identifier: MIT */
/* Any bytes as cues, as places and as routes: told with line and column, or such that a
 * body scan can be laid out on it. */
#include "core/scan.h"
#include "store/routes.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char cues[] =
    "leeway cues 1\n[scan.feet.1]\ntext = F.\n[scan.hands.1]\ntext = H.\n"
    "[scan.arrive.1]\ntext = A.\n[scan.whole.1]\ntext = W.\n[scan.leave.1]\ntext = L.\n";
static const char places[] =
    "leeway places 1\ngroups = legs, arms\n[feet]\nname = feet\ngroups = legs\n"
    "[hands]\nname = hands\ngroups = arms\nsensitive = yes\n";
static const char routes[] =
    "leeway routes 1\n[r]\nname = r\nsays = s\n[r 1 minute]\nplaces = feet 60\n";

/* A file: the bytes in one place, the text above in the others. */
static Lines *open(const char *text, size_t size, const LinesFormat *format)
{
    Lines *lines = lines_open("fuzz", text, size, format, NULL);
    assert(lines != NULL);
    return lines;
}

static void report(const Lines *lines)
{
    char text[LINES_REPORT_MAX];
    for (int32_t i = 0; i < lines->problem_count && i < LINES_PROBLEMS_MAX; i++)
        assert(strlen(lines_report(lines, i, text)) < sizeof text);
}

/* Every route can be walked, for any length. */
static void walk(const Regions *regions, const CueTable *table)
{
    static Plan plan;
    for (int32_t i = 0; i < regions->route_count; i++) {
        ScanRequest request = scan_default(regions);
        assert(regions->routes[i].layout_count > 0);
        request.route = i;
        request.length_ms = regions->routes[i].stays ? 0 : SCAN_LENGTH_MIN_MS + 60000 * i;
        const char *problem = scan_lay_out(regions, table, &request, &plan);
        assert(problem == NULL || strlen(problem) > 0);
    }
}

static void read_all(Lines *cue_lines, Lines *place_lines, Lines *route_lines)
{
    static CueBook book;
    static Regions regions;
    cues_read(cue_lines, &book);
    places_read(place_lines, &book, &regions);
    routes_read(route_lines, &regions);
    assert(book.count <= CUES_MAX && regions.count <= REGIONS_MAX);
    const CueTable table = cues_table(&book);
    if (cue_lines->problem_count + place_lines->problem_count == 0)
        walk(&regions, &table);
    report(cue_lines);
    report(place_lines);
    report(route_lines);
    lines_close(cue_lines);
    lines_close(place_lines);
    lines_close(route_lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    for (int which = 0; which < 3; which++)
        read_all(open(which == 0 ? bytes : cues, which == 0 ? size : strlen(cues),
                      &cues_format),
                 open(which == 1 ? bytes : places, which == 1 ? size : strlen(places),
                      &places_format),
                 open(which == 2 ? bytes : routes, which == 2 ? size : strlen(routes),
                      &routes_format));
    return 0;
}
