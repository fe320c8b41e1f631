/* SPDX-License-Identifier: MIT */
/* The lists that are about voices: every cue, the script of a practice, every voice. */
#include "app/script_typed.h"
#include "app/verbs.h"
#include "store/voices.h"

#include <inttypes.h>

static void print_line(FILE *out, const char *text)
{
    fputs(text, out);
    putc('\n', out);
}

static void print_how(FILE *out)
{
    for (int32_t i = 0; script_how[i] != NULL; i++)
        fprintf(out, "# %s\n", script_how[i]);
}

static void print_cues(FILE *out, const PlacesShelf *shelf, bool is_script)
{
    if (is_script)
        print_how(out);
    else
        fputs("id\tlength_ms\tplace\ttext\n", out);
    for (int32_t i = 0; i < shelf->cues.count; i++) {
        const Cue *cue = &shelf->cues.cues[i];
        if (!is_script)
            fprintf(out, "%s\t%" PRId32 "\t%s\t", cue->id, cue->length_ms,
                    cue->place != NULL ? cue->place : "");
        print_line(out, cue->text);
    }
}

static Status list_script(const Options *options, Error *error)
{
    static Script script; /* big */
    PlacesShelf *shelf = NULL;
    const Status status = script_typed(options, &shelf, &script, error);
    if (status == STATUS_FINE)
        print_how(stdout);
    for (int32_t i = 0; status == STATUS_FINE && i < script.count; i++)
        print_line(stdout, script.lines[i].text);
    places_shelf_close(shelf);
    return status;
}

Status verb_list_cues(const Options *options, Error *error)
{
    const bool is_script = options->values[OPTION_SCRIPT] != NULL;
    if (options->values[OPTION_FOR] != NULL && is_script)
        return list_script(options, error);
    if (options->values[OPTION_FOR] != NULL || options->word_count > 2) {
        error_set(error, "cues are listed as a whole, leeway list cues --script --for "
                         "scan is what one practice says");
        return STATUS_USAGE;
    }
    PlacesShelf *shelf = places_shelf_open(error);
    if (shelf == NULL)
        return STATUS_FAILED;
    places_shelf_use_voice(shelf, VOICES_USUAL);
    print_cues(stdout, shelf, is_script);
    places_shelf_close(shelf);
    return STATUS_FINE;
}

static void print_voice(FILE *out, const Voice *voice, CueTable cues)
{
    fprintf(out, "%s\t%s\t%s\t%s\t%" PRId32 "\t%" PRId32 "\t%s\n", voice->name,
            voice->title, voice->language, voice->licence, voices_cue_count(voice, cues),
            cues.count, voice->note);
}

bool verb_list_voices(FILE *out, Error *error)
{
    static Voice voices[VOICES_MAX]; /* big */
    PlacesShelf *shelf = places_shelf_open(error);
    if (shelf == NULL)
        return false;
    const int32_t count = voices_list(voices);
    fputs("name\ttitle\tlanguage\tlicence\tcues\tof\tnote\n", out);
    for (int32_t i = 0; i < count; i++)
        print_voice(out, &voices[i], shelf->cues);
    fputs(VOICES_NONE "\tno voice\t\t\t0\t0\twords, and a soft bell where they come\n",
          out);
    places_shelf_close(shelf);
    return true;
}
