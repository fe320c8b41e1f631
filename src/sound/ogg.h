/* SPDX-License-Identifier: MIT */
/* ogg.h -- the one number of an Ogg file that is drawn by lot.
 *
 * Each stream in such a file has a serial number, and libsndfile takes it from the time
 * of day: the same sound would be another file each time. Knows pages and their checksums
 * (RFC 3533), nothing of what is in them. */
#ifndef LEEWAY_SOUND_OGG_H
#define LEEWAY_SOUND_OGG_H

#include <stdbool.h>
#include <stdint.h>

/* Gives every page of the file this serial number. Returns false, with errno set, when
 * the machine fails or it is no whole Ogg file; what is in the file then is of no use. */
bool ogg_set_serial(int descriptor, uint32_t serial);

#endif
