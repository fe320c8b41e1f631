/* SPDX-License-Identifier: MIT */
/* verbs.h -- what Leeway can be told to do on the command line, and how it ends.
 *
 * One table of verbs, from which help, errors and dispatch are read. A verb prints what
 * it was asked for on stdout and says what went wrong in its Error, never on stderr: main
 * prints that as the one line it is. Main thread. */
#ifndef LEEWAY_APP_VERBS_H
#define LEEWAY_APP_VERBS_H

#include "app/options.h"
#include "core/error.h"

#include <stdint.h>
#include <stdio.h>

/* Exit statuses of the contract. */
typedef enum Status {
    STATUS_FINE = 0,
    STATUS_FAILED = 1,
    STATUS_USAGE = 2,     /* what was typed cannot be done */
    STATUS_FILE = 3,      /* a file has errors */
    STATUS_NO_DISPLAY = 4 /* there is no screen to open a window on */
} Status;

typedef enum VerbId {
    VERB_HOME, /* no verb at all */
    VERB_BREATHE,
    VERB_SCAN,
    VERB_SIT,
    VERB_REACH,
    VERB_PLAN,
    VERB_EXPORT,
    VERB_PICTURE,
    VERB_LIST,
    VERB_VOICE,
    VERB_DOCTOR,
    VERB_PRIVACY,
    VERB_FORGET,
    VERB_COUNT
} VerbId;

typedef struct VerbRow {
    const char *name;    /* "" for none */
    const char *usage;   /* what goes behind the name, "" for nothing */
    const char *help;    /* one line */
    const char *more;    /* further whole lines for the verb's own help */
    const char *example; /* a whole command that works */
    int32_t words_max;   /* words behind the name */
    Status (*run)(const Options *options, Error *error);
} VerbRow;

/* What `leeway list` can list. */
#define VERB_LIST_FIRST "patterns, routes, places, cues, voices, actions,"
#define VERB_LIST_REST "sounds, figures, themes, messages, starts, pages or helplines"
#define VERB_LIST_NAMES VERB_LIST_FIRST " " VERB_LIST_REST

extern const VerbRow verb_rows[VERB_COUNT];

/* Does what the arguments say. Anything but STATUS_FINE leaves a sentence in *error. */
Status verbs_run(int argc, char **argv, Error *error);

/* The verbs. options->words[0] is the verb's own name, if it has one. */
Status verb_window(const Options *options, Error *error);
Status verb_plan(const Options *options, Error *error);
Status verb_picture(const Options *options, Error *error);
Status verb_export(const Options *options, Error *error);
Status verb_list(const Options *options, Error *error);
Status verb_voice(const Options *options, Error *error);
Status verb_doctor(const Options *options, Error *error);
Status verb_privacy(const Options *options, Error *error);
Status verb_forget(const Options *options, Error *error);

/* One cell of a list and what ends it. What a file holds cannot break the row. */
void verb_list_cell(FILE *out, const char *text, char end);

/* Those of its lists which take options of their own. */
Status verb_list_cues(const Options *options, Error *error);
Status verb_list_helplines(const Options *options, Error *error);
Status verb_list_voices(const Options *options, Error *error);

/* Prints how leeway, or one of its verbs, is used. */
void verb_help(FILE *out, VerbId verb);

/* For verbs over practices: checks that words[1] names one ("breathe"), and that it takes
 * the words and options that were typed with it. */
Status verb_check_practice(const Options *options, Error *error);

#endif
