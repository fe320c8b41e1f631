/* SPDX-License-Identifier: MIT */
#include "app/places_shelf.h"

#include "store/paths.h"
#include "store/routes.h"
#include "store/voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool load(PlacesShelf *shelf, Error *error)
{
    FilePath cues, places, routes;
    return paths_asset("cues/en", &cues, error) &&
           paths_asset("places", &places, error) &&
           paths_asset("routes", &routes, error) &&
           cues_load(cues.text, &shelf->book, error) &&
           routes_load(places.text, routes.text, &shelf->book, &shelf->regions, error);
}

PlacesShelf *places_shelf_open(Error *error)
{
    PlacesShelf *shelf = calloc(1, sizeof *shelf);
    if (shelf == NULL) {
        error_set(error, "there is no memory left for the places of a body scan");
        return NULL;
    }
    if (!load(shelf, error)) {
        free(shelf);
        return NULL;
    }
    shelf->cues = cues_table(&shelf->book);
    strcpy(shelf->voice, VOICES_NONE);
    return shelf;
}

void places_shelf_close(PlacesShelf *shelf)
{
    free(shelf);
}

const Regions *places_regions(const PlacesShelf *shelf)
{
    return shelf != NULL ? &shelf->regions : NULL;
}

const CueTable *places_cues(const PlacesShelf *shelf)
{
    return shelf != NULL ? &shelf->cues : NULL;
}

void places_shelf_use_voice(PlacesShelf *shelf, const char *name)
{
    if (strcmp(shelf->voice, name) == 0)
        return;
    snprintf(shelf->voice, sizeof shelf->voice, "%s", name);
    Voice voice;
    int32_t lengths_ms[CUES_MAX] = { 0 };
    if (voices_find(name, &voice, NULL))
        voices_lengths(&voice, shelf->cues, lengths_ms);
    for (int32_t i = 0; i < shelf->book.count; i++)
        cues_set_length(&shelf->book, i, lengths_ms[i]);
}
