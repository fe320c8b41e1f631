/* SPDX-License-Identifier: MIT */
#include "app/export_watch.h"
#include "app/quote.h"
#include "app/request.h"
#include "app/verbs.h"
#include "app/voice_shelf.h"
#include "sound/export.h"
#include "store/voices.h"

#include <stdio.h>
#include <string.h>

enum { EXPORT_VOLUME = 100, LOOK_MS = 50 };

static bool is_breath_spoken(PracticeKind kind, const RequestSound *sound)
{
    return practice_is_breathed(kind) && sound->voice != NULL &&
           strcmp(sound->voice, VOICES_NONE) != 0;
}

/* A file has a volume knob where it is played, so it is written at full level. Without
 * being told, the sea lies under the breath alone. In a body scan without a voice each
 * caption has its bell. */
static MixLevels levels_of(PracticeKind kind, const RequestSound *sound)
{
    const bool is_breathing = practice_is_breathed(kind);
    const bool is_bed_given = sound->bed != REQUEST_NOT_GIVEN;
    const bool is_volume_given = sound->volume != REQUEST_NOT_GIVEN;
    return (MixLevels){
        .is_on = true,
        .marks = sound->marks != 0,
        .bed = is_bed_given   ? (MixBed)sound->bed
               : is_breathing ? MIX_BED_OCEAN
                              : MIX_BED_NONE,
        .volume = is_volume_given ? sound->volume : EXPORT_VOLUME,
        .voice = kind == PRACTICE_SCAN,
        .speaks_breath = is_breath_spoken(kind, sound),
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

/* What is to be written, and where. */
typedef struct Export {
    PracticeKind kind;
    RequestSound sound;
    const char *file;
    Plan plan;
} Export;

/* Every clip is there before the first frame. What cannot be used is told, and written as
 * a bell. */
static void load_clips(const Export *export, const MixLevels *levels, VoiceShelf *voice,
                       ExportWatch *watch)
{
    const char *name = export->sound.voice;
    Error problem;
    const VoiceWish wish = { .voice = name != NULL ? name : VOICES_USUAL,
                             .speaks = levels->voice,
                             .speaks_breath = levels->speaks_breath,
                             .bell = levels->bell == MIX_BELL_OWN ? export->sound.bell
                                                                  : NULL };
    voice_shelf_mind(voice, &wish, &export->plan, 1, 0);
    while (!voice_shelf_wait(voice, LOOK_MS) && export_watch_goes_on(watch, 0))
        ;
    while (voice_shelf_problem(voice, &problem))
        quote_tell(problem.text);
}

static Status write_sound(const Export *export, VoiceShelf *voice, Error *error)
{
    const MixLevels levels = levels_of(export->kind, &export->sound);
    ExportWatch watch;
    const ExportAside aside = { .clips = voice_shelf_clips(voice),
                                .goes_on = export_watch_goes_on,
                                .who = &watch };
    export_watch_begin(&watch);
    load_clips(export, &levels, voice, &watch);
    const bool is_written =
        export_sound(&export->plan, &levels, export->file, &aside, error);
    export_watch_end(&watch);
    return is_written ? STATUS_FINE : STATUS_FAILED;
}

/* Words need a book of cues, also where the practice needs no places. */
static Status speak_and_write(const Export *export, PlacesShelf **shelf, Error *error)
{
    if (is_breath_spoken(export->kind, &export->sound) &&
        (*shelf = places_shelf_open(error)) == NULL)
        return STATUS_FAILED;
    VoiceShelf *voice = voice_shelf_open(places_cues(*shelf), error);
    const Status status =
        voice != NULL ? write_sound(export, voice, error) : STATUS_FAILED;
    voice_shelf_close(voice);
    return status;
}

Status verb_export(const Options *options, Error *error)
{
    Export export = { .file = options->values[OPTION_OUTPUT] };
    PracticeRequest request;
    PlacesShelf *shelf = NULL;
    Status status = verb_check_practice(options, error);
    if (status == STATUS_FINE)
        status = request_sound(options, &export.sound, error);
    if (status == STATUS_FINE)
        status = request_practice(options, 1, &shelf, &request, error);
    if (status == STATUS_FINE) {
        export.kind = request.kind;
        request_lay_out(&request, shelf, &export.plan);
        status = check_file(&export.plan, export.file, error);
    }
    if (status == STATUS_FINE)
        status = speak_and_write(&export, &shelf, error);
    places_shelf_close(shelf);
    return status;
}
