/* SPDX-License-Identifier: MIT */
#include "app/plan_text.h"
#include "app/request.h"
#include "app/verbs.h"

static void print(const PracticeRequest *request, const PlacesShelf *shelf)
{
    Plan plan;
    BreathPattern target;
    const bool is_breathing = request_breath(request, &target);
    request_lay_out(request, shelf, &plan);
    plan_text_print(stdout, &plan, is_breathing ? &target : NULL,
                    shelf != NULL ? &shelf->cues : NULL);
}

Status verb_plan(const Options *options, Error *error)
{
    PracticeRequest request;
    PlacesShelf *shelf = NULL;
    RequestSound sound; /* read so that a slip in it is told; a plan has no sound */
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 1, &shelf, &request, error);
    if (status == STATUS_FINE)
        print(&request, shelf);
    places_shelf_close(shelf);
    return status;
}
