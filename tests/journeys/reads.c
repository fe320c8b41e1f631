/* SPDX-License-Identifier: MIT */
/* reads.c -- reads the lines of stdin aloud, by tones, into a sound file.
 *
 *     reads FILE.wav|FILE.ogg <SCRIPT
 *
 * Lines that begin with '#' are not for reading. An .ogg is Opus, as messengers send it.
 */
#include "support/reading.h"

#include <sndfile.h>
#include <stdio.h>
#include <string.h>

static bool save(const Reading *reading, const char *path)
{
    const bool is_ogg = strstr(path, ".ogg") != NULL;
    SF_INFO info = { .samplerate = READING_RATE,
                     .channels = 1,
                     .format = is_ogg ? SF_FORMAT_OGG | SF_FORMAT_OPUS
                                      : SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    const bool is_written =
        file != NULL &&
        sf_write_short(file, reading->samples, reading->count) == reading->count;
    return file != NULL && sf_close(file) == 0 && is_written;
}

int main(int argc, char **argv)
{
    static Reading reading;
    char line[1024];
    while (argc == 2 && fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '#')
            reading_add_text(&reading, line);
    }
    const bool is_saved = reading.samples != NULL && save(&reading, argv[1]);
    reading_close(&reading);
    return is_saved ? 0 : 1;
}
