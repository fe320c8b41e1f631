/* SPDX-License-Identifier: MIT */
#include "app/quote.h"
#include "app/request.h"
#include "app/verbs.h"
#include "sound/export.h"

#include <assert.h>

enum { EXPORT_VOLUME = 100 };

/* A file has a volume knob where it is played, so it is written at full level. */
static MixLevels levels_of(const RequestSound *sound)
{
    const bool is_bed_given = sound->bed != REQUEST_NOT_GIVEN;
    const bool is_volume_given = sound->volume != REQUEST_NOT_GIVEN;
    return (MixLevels){
        .is_on = true,
        .marks = sound->marks != 0,
        .bed = is_bed_given ? (MixBed)sound->bed : MIX_BED_OCEAN,
        .volume = is_volume_given ? sound->volume : EXPORT_VOLUME,
    };
}

static Status check_file(const Plan *plan, const char *file, Error *error)
{
    if (file == NULL) {
        error_set(error, "export needs a file to write, -o calm.wav would be right");
        return STATUS_USAGE;
    }
    const char *problem = export_problem(plan, file);
    if (problem == NULL)
        return STATUS_FINE;
    char quoted[QUOTE_TEXT_MAX];
    error_set(error, "%s cannot be written: %s", quote_text(file, quoted), problem);
    return STATUS_USAGE;
}

Status verb_export(const Options *options, Error *error)
{
    const char *file = options->values[OPTION_OUTPUT];
    BreatheRequest request;
    RequestSound sound;
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_breathe(options, options->words[2], &request, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &sound, error);
    if (status != STATUS_FINE)
        return status;

    Plan plan;
    const char *problem = practice_breathe(&request, &plan);
    assert(problem == NULL);
    status = check_file(&plan, file, error);
    if (status != STATUS_FINE)
        return status;
    const MixLevels levels = levels_of(&sound);
    return export_sound(&plan, &levels, file, NULL, error) ? STATUS_FINE : STATUS_FAILED;
}
