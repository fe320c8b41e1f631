/* SPDX-License-Identifier: MIT */
/* own_people.h -- people the person wants to have at hand: a name, a number, and when.
 *
 * One plain file, "leeway people 1", that can be written by hand as well; it is written
 * only by what is called here, one section at a time, and everything else in it stays
 * byte for byte. Nothing looks into an address book, and nothing is checked. Blocks. */
#ifndef LEEWAY_STORE_OWN_PEOPLE_H
#define LEEWAY_STORE_OWN_PEOPLE_H

#include "core/error.h"
#include "store/lines.h"

#include <stdbool.h>
#include <stdint.h>

/* Bytes, with the NUL: as much as there is room for in a narrow window. */
enum {
    OWN_PEOPLE_MAX = 16,
    OWN_PEOPLE_SECTION_MAX = 32,
    OWN_PEOPLE_NAME_MAX = 48,
    OWN_PEOPLE_NUMBER_MAX = 40,
    OWN_PEOPLE_WHEN_MAX = 96
};

typedef struct OwnPerson {
    char section[OWN_PEOPLE_SECTION_MAX]; /* "" until it is kept */
    char name[OWN_PEOPLE_NAME_MAX];
    char number[OWN_PEOPLE_NUMBER_MAX];
    char when[OWN_PEOPLE_WHEN_MAX]; /* may be "" */
    bool is_only_here;              /* the disk did not take it: it lasts until the end */
} OwnPerson;

/* In the order of the file. */
typedef struct OwnPeople {
    int32_t count;
    OwnPerson items[OWN_PEOPLE_MAX];
} OwnPeople;

extern const LinesFormat own_people_format;

/* Takes what the file holds. No file is no failure. False with a sentence when it could
 * not be read or something in it was not understood; what is sound is in *out even then.
 */
bool own_people_load(const char *path, OwnPeople *out, Error *error);

/* The same for what was opened with own_people_format, telling problems to `lines`. */
void own_people_read(Lines *lines, OwnPeople *out);

/* What is missing, as a sentence, or NULL when it can be kept. */
const char *own_people_problem(const OwnPerson *person);

/* The one of this section, or NULL. */
const OwnPerson *own_people_find(const OwnPeople *people, const char *section);

/* Puts one into the list: in its place when its section is there, else at the end, where
 * there has to be room. Takes one out of it. */
void own_people_put(OwnPeople *people, const OwnPerson *person);
void own_people_remove(OwnPeople *people, const char *section);

/* Writes one into the file. One without a section is given one that neither the list nor
 * the file has yet; it has it even when the writing fails. */
bool own_people_keep(const char *path, const OwnPeople *people, OwnPerson *person,
                     Error *error);

/* Takes the section out of the file. One that is not there is no failure. */
bool own_people_erase(const char *path, const char *section, Error *error);

#endif
