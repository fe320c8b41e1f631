/* SPDX-License-Identifier: MIT */
#include "app/script_typed.h"

#include "app/request.h"

#include <assert.h>

Status script_typed(const Options *options, PlacesShelf **shelf, Script *script,
                    Error *error)
{
    Options inner = *options; /* "voice FILE ROUTE" as "voice scan ROUTE" */
    PracticeRequest request;
    assert(options->values[OPTION_FOR] != NULL);
    inner.words[1] = options->values[OPTION_FOR];
    Status status = verb_check_practice(&inner, error);
    if (status == STATUS_FINE)
        status = request_practice(&inner, 1, shelf, &request, error);
    if (status == STATUS_FINE && *shelf == NULL)
        *shelf = places_shelf_open(error);
    if (status != STATUS_FINE || *shelf == NULL)
        return status != STATUS_FINE ? status : STATUS_FAILED;
    Plan plan;
    request_lay_out(&request, *shelf, &plan);
    *script = script_of_plan(&plan, (*shelf)->cues);
    if (script->count > 0)
        return STATUS_FINE;
    error_set(error, "%s says nothing that could be read, --for scan would be right",
              inner.words[1]);
    return STATUS_USAGE;
}
