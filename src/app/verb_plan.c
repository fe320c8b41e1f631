/* SPDX-License-Identifier: MIT */
#include "app/plan_text.h"
#include "app/request.h"
#include "app/verbs.h"

#include <assert.h>

Status verb_plan(const Options *options, Error *error)
{
    BreatheRequest request;
    RequestSound sound; /* read so that a slip in it is told; a plan has no sound */
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_breathe(options, options->words[2], &request, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &sound, error);
    if (status != STATUS_FINE)
        return status;

    Plan plan;
    BreathPattern target, from;
    const char *problem = practice_breathe(&request, &plan);
    assert(problem == NULL);
    problem = practice_breathe_pattern(&request, &target, &from);
    assert(problem == NULL);
    plan_text_print(stdout, &plan, &target);
    return STATUS_FINE;
}
