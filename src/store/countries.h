/* SPDX-License-Identifier: MIT */
/* countries.h -- what the codes of countries and languages are called in English.
 *
 * ISO 3166-1 with two capitals, ISO 639-1 with two small letters; of the languages those
 * that a helpline is likely to speak. Only names: who is where is asked nobody. Strings
 * are static. Pure, any thread. */
#ifndef LEEWAY_STORE_COUNTRIES_H
#define LEEWAY_STORE_COUNTRIES_H

enum { COUNTRIES_CODE_MAX = 3 }; /* two letters and a NUL */

/* The name of a country, "Ireland" for "IE", or NULL. */
const char *countries_name(const char *code);

/* The name of a language, "Irish" for "ga", or NULL. */
const char *languages_name(const char *code);

#endif
