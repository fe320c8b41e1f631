/* SPDX-License-Identifier: MIT */
/* One recording of a script, cut and kept as a voice. */
#include "app/own_voice.h"
#include "app/quote.h"
#include "app/script_typed.h"
#include "app/verbs.h"

#include <inttypes.h>
#include <string.h>

static void print_seconds(int32_t ms)
{
    printf("%" PRId32 ".%02" PRId32 "\t", ms / 1000, ms % 1000 / 10);
}

/* Line beside clip. */
static void print_clips(const OwnVoice *voice)
{
    puts("line\tfrom_s\tto_s\tid\ttext\tnote");
    for (int32_t i = 0; i < voice->script.count; i++) {
        const ScriptLine *line = &voice->script.lines[i];
        const CutClip *clip = &voice->clips[i];
        printf("%" PRId32 "\t", i + 1);
        if (clip->state == CUT_MISSING) {
            printf("\t\t");
        } else {
            print_seconds(clip->from_ms);
            print_seconds(clip->to_ms);
        }
        printf("%s\t%s\t%s\n", line->id, line->text, cut_note(clip));
    }
}

static const char *lines_word(int32_t count)
{
    return count == 1 ? "line" : "lines";
}

static void print_count(const OwnVoice *voice)
{
    const CutCount count = cut_count(voice->clips, voice->script.count);
    printf("# %" PRId32 " of %" PRId32 " lines found", count.found, voice->script.count);
    if (count.missing > 0)
        printf("; %" PRId32 " %s not heard, shown as text instead", count.missing,
               lines_word(count.missing));
    if (count.doubled > 0)
        printf("; %" PRId32 " %s said again", count.doubled, lines_word(count.doubled));
    if (count.doubtful > 0)
        printf("; %" PRId32 " %s in doubt", count.doubtful, lines_word(count.doubtful));
    putchar('\n');
}

static Status keep(const OwnVoice *voice, char name[VOICES_NAME_MAX], Error *error)
{
    FilePath folder;
    if (!own_voice_keep(voice, name, error) || !voices_folder(&folder, error))
        return STATUS_FAILED;
    printf("# kept: %s/%s\n# used with: --voice \"%s\"\n", folder.text, name, name);
    return STATUS_FINE;
}

static Status cut_and_keep(const Options *options, const Script *script,
                           char name[VOICES_NAME_MAX], Error *error)
{
    static OwnVoice voice; /* big */
    Status status = STATUS_FINE;
    if (!own_voice_open(&voice, options->words[1], script, error))
        return STATUS_FAILED;
    print_clips(&voice);
    print_count(&voice);
    if (options->values[OPTION_CHECK] == NULL)
        status = keep(&voice, name, error);
    own_voice_close(&voice);
    return status;
}

static Status check_words(const Options *options, char name[VOICES_NAME_MAX],
                          Error *error)
{
    const char *typed = options->values[OPTION_NAME];
    char quoted[QUOTE_TEXT_MAX];
    if (options->word_count < 2)
        error_set(error, "voice needs a recording, leeway voice ana.ogg --for scan would "
                         "be right");
    else if (options->values[OPTION_FOR] == NULL)
        error_set(error, "nothing says what was read, --for scan would be right");
    else if (typed != NULL && !voices_is_name(typed))
        error_set(error, "--name cannot be %s, a short name without / would be right",
                  quote_text(typed, quoted));
    else {
        own_voice_name(options->words[1], name);
        if (typed != NULL)
            memcpy(name, typed, strlen(typed) + 1);
        return STATUS_FINE;
    }
    return STATUS_USAGE;
}

Status verb_voice(const Options *options, Error *error)
{
    static Script script; /* big */
    PlacesShelf *shelf = NULL;
    char name[VOICES_NAME_MAX];
    Status status = check_words(options, name, error);
    if (status == STATUS_FINE)
        status = script_typed(options, &shelf, &script, error);
    if (status == STATUS_FINE)
        status = cut_and_keep(options, &script, name, error);
    places_shelf_close(shelf);
    return status;
}
