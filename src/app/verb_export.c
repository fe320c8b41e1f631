/* SPDX-License-Identifier: MIT */
#include "app/quote.h"
#include "app/request.h"
#include "app/verbs.h"
#include "sound/export.h"
#include "store/voices.h"

#include <string.h>

enum { EXPORT_VOLUME = 100 };

/* A file has a volume knob where it is played, so it is written at full level. Without
 * being told, the sea lies under the breath alone, and the voice speaks in a body scan.
 */
static MixLevels levels_of(PracticeKind kind, const RequestSound *sound)
{
    const bool is_breathing = kind == PRACTICE_BREATHE;
    const bool is_bed_given = sound->bed != REQUEST_NOT_GIVEN;
    const bool is_volume_given = sound->volume != REQUEST_NOT_GIVEN;
    return (MixLevels){
        .is_on = true,
        .marks = sound->marks != 0,
        .bed = is_bed_given   ? (MixBed)sound->bed
               : is_breathing ? MIX_BED_OCEAN
                              : MIX_BED_NONE,
        .volume = is_volume_given ? sound->volume : EXPORT_VOLUME,
        .voice = sound->voice != NULL ? strcmp(sound->voice, VOICES_NONE) != 0
                                      : kind == PRACTICE_SCAN,
        .speaks_breath = is_breathing && sound->voice != NULL,
        .bells = true,
        .bell = sound->bell != NULL ? request_bell(sound->bell) : MIX_BELL_BOWL,
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

static Status export_practice(const PracticeRequest *request, const PlacesShelf *shelf,
                              const RequestSound *sound, const char *file, Error *error)
{
    Plan plan;
    request_lay_out(request, shelf, &plan);
    const Status status = check_file(&plan, file, error);
    if (status != STATUS_FINE)
        return status;
    const MixLevels levels = levels_of(request->kind, sound);
    return export_sound(&plan, &levels, file, error) ? STATUS_FINE : STATUS_FAILED;
}

Status verb_export(const Options *options, Error *error)
{
    const char *file = options->values[OPTION_OUTPUT];
    PracticeRequest request;
    PlacesShelf *shelf = NULL;
    RequestSound sound;
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 1, &shelf, &request, error);
    if (status == STATUS_FINE)
        status = export_practice(&request, shelf, &sound, file, error);
    places_shelf_close(shelf);
    return status;
}
