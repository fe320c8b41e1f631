/* SPDX-License-Identifier: MIT */
/* The lists that are about voices: every cue, the script of a practice, every voice. */
#include "app/script_typed.h"
#include "app/verbs.h"
#include "app/voice_checked.h"

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
    if (options->values[OPTION_CHECK] != NULL) {
        error_set(error, "list cues takes no --check, list voices does");
        return STATUS_USAGE;
    }
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

/* One column of it, whatever there is to tell. */
typedef struct Unusable {
    FILE *out;
    int32_t count;
} Unusable;

static void print_unusable(void *who, const char *sentence)
{
    Unusable *unusable = who;
    fprintf(unusable->out, "%s%s", unusable->count++ > 0 ? " | " : "", sentence);
}

static void print_voice(FILE *out, const Voice *voice, CueTable cues, bool is_checked)
{
    Unusable unusable = { .out = out };
    verb_list_cell(out, voice->name, '\t');
    verb_list_cell(out, voice->title, '\t');
    verb_list_cell(out, voice->language, '\t');
    verb_list_cell(out, voice->licence, '\t');
    fprintf(out, "%" PRId32 "\t%" PRId32 "\t", voices_cue_count(voice, cues), cues.count);
    verb_list_cell(out, voice->note, is_checked ? '\t' : '\n');
    if (!is_checked)
        return;
    voice_checked(voice, cues, print_unusable, &unusable);
    putc('\n', out);
}

static void print_voices(FILE *out, CueTable cues, bool is_checked)
{
    static Voice voices[VOICES_MAX]; /* big */
    const int32_t count = voices_list(voices);
    fprintf(out, "name\ttitle\tlanguage\tlicence\tcues\tof\tnote%s\n",
            is_checked ? "\tfiles" : "");
    for (int32_t i = 0; i < count; i++)
        print_voice(out, &voices[i], cues, is_checked);
    fprintf(out,
            VOICES_NONE "\tno voice\t\t\t0\t0\twords, and a soft bell where "
                        "they come%s\n",
            is_checked ? "\t" : "");
}

Status verb_list_voices(const Options *options, Error *error)
{
    PlacesShelf *shelf = places_shelf_open(error);
    if (shelf == NULL)
        return STATUS_FAILED;
    print_voices(stdout, shelf->cues, options->values[OPTION_CHECK] != NULL);
    places_shelf_close(shelf);
    return STATUS_FINE;
}
