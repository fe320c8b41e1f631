/* SPDX-License-Identifier: MIT */
#include "support/reading.h"

#include "support/random.h"

#include <assert.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_MAX = 12 * READING_RATE,
    ROOM = 200 * READING_RATE, /* of a whole recording */
    LONG_PAUSE = READING_RATE * 3 / 2,
    TONE_FIRST_MS = 40
};

#define PI 3.14159265358979323846

const char *const reading_cues[] = {
    "scan.arrive.1",        "scan.hands.1",          "scan.feet.1",
    "scan.contact.1",       "scan.room.1",           "scan.seat.2",
    "scan.lower-legs.1",    "scan.back.3",           "scan.shoulders-and-neck.1",
    "scan.face-and-head.2", "scan.hands-and-arms.1", "scan.linger.1",
    "scan.leave.1",
};
const int32_t reading_cue_count = sizeof reading_cues / sizeof reading_cues[0];

/* One line, mono. */
typedef struct Said {
    int32_t count;
    float samples[LINE_MAX];
} Said;

static Said said, other; /* big */

/* Lines are made once, by the voice and by tones, and read again for each recording. */
enum { BY_VOICE, BY_TONES, MOUTHS };
static Said *made[MOUTHS][READING_LINES_MAX];

static bool is_made(int mouth, int32_t line)
{
    assert(line < READING_LINES_MAX);
    if (made[mouth][line] == NULL)
        return false;
    said = *made[mouth][line];
    return true;
}

static void remember(int mouth, int32_t line)
{
    made[mouth][line] = malloc(sizeof said);
    assert(made[mouth][line] != NULL);
    *made[mouth][line] = said;
}

/* --- voices --- */

static SNDFILE *open_clip(int32_t line, SF_INFO *info)
{
    static const char *const kinds[] = { "opus", "flac", "wav" };
    SNDFILE *file = NULL;
    for (size_t i = 0; file == NULL && i < sizeof kinds / sizeof kinds[0]; i++) {
        char path[512];
        snprintf(path, sizeof path, LEEWAY_ASSETS_DIR "/voices/en-slt/%s.%s",
                 reading_cues[line], kinds[i]);
        *info = (SF_INFO){ 0 };
        file = sf_open(path, SFM_READ, info);
    }
    return file;
}

bool reading_has_voice(void)
{
    SF_INFO info;
    for (int32_t i = 0; i < reading_cue_count; i++) {
        SNDFILE *file = open_clip(i, &info);
        if (file == NULL)
            return false;
        sf_close(file);
    }
    return true;
}

static void say_by_voice(int32_t line)
{
    SF_INFO info;
    if (is_made(BY_VOICE, line))
        return;
    SNDFILE *file = open_clip(line, &info);
    assert(file != NULL && info.samplerate == READING_RATE && info.channels == 1);
    said.count = (int32_t)sf_readf_float(file, said.samples, LINE_MAX);
    sf_close(file);
    remember(BY_VOICE, line);
}

/* A vowel: a tone with overtones, loud where a mouth would make them so. */
static void add_vowel(Random *random, int32_t count, float *out)
{
    const double pitch = 100 + (double)random_between(random, 0, 59);
    const double formant = 400 + (double)random_between(random, 0, 1399);
    for (int32_t k = 1; k * pitch < 3000; k++) {
        /* Each tone is turned on by a step: nothing is computed twice. */
        const double off = (k * pitch - formant) / 500,
                     turn = 2 * PI * k * pitch / READING_RATE;
        const double level = 0.06 * (0.15 + exp(-off * off)), twice = 2 * cos(turn);
        double before = 0, now = sin(turn);
        for (int32_t i = 0; i < count; i++) {
            const double edge = fmin(1, 8.0 * fmin(i, count - i) / count);
            out[i] += (float)(level * edge * before);
            const double next = twice * now - before;
            before = now;
            now = next;
        }
    }
}

static double hiss(Random *random)
{
    return (double)random_between(random, 0, 20000) / 10000.0 - 1;
}

static void add_hiss(Random *random, int32_t count, double level, float *out)
{
    double before = 0;
    for (int32_t i = 0; i < count; i++) {
        const double now = hiss(random);
        out[i] += (float)(level * sqrt(sin(PI * i / count)) * (now - 0.6 * before));
        before = now;
    }
}

/* Some words of tones, the same for the same seed. */
static void say_syllables(uint64_t seed, int32_t syllables)
{
    Random random = random_make(seed);
    memset(&said, 0, sizeof said);
    said.count = TONE_FIRST_MS * READING_RATE / 1000;
    for (int32_t i = 0; i < syllables; i++) {
        const int32_t vowel =
            READING_RATE * (int32_t)(100 + random_between(&random, 0, 89)) / 1000;
        if (random_between(&random, 0, 3) == 0) {
            const int32_t length = READING_RATE * 70 / 1000;
            add_hiss(&random, length, 0.05, said.samples + said.count);
            said.count += length;
        }
        add_vowel(&random, vowel, said.samples + said.count);
        said.count +=
            vowel + READING_RATE * (int32_t)random_between(&random, 0, 59) / 1000;
        if (i == syllables / 2)
            said.count += READING_RATE / 4;
    }
    said.count += TONE_FIRST_MS * READING_RATE / 1000;
}

static void say_by_tones(int32_t line)
{
    if (is_made(BY_TONES, line))
        return;
    say_syllables(77 + (uint64_t)line, 8 + (line * 5) % 11);
    remember(BY_TONES, line);
}

static void quicken(int32_t percent)
{
    other = said;
    said.count = (int32_t)((int64_t)other.count * 100 / percent);
    for (int32_t i = 0; i < said.count; i++) {
        const double at = (double)i * percent / 100;
        const int32_t k = (int32_t)at;
        const float next = k + 1 < other.count ? other.samples[k + 1] : 0;
        const float share = (float)(at - k);
        said.samples[i] =
            k < other.count ? other.samples[k] * (1 - share) + next * share : 0;
    }
}

static void say(const Reader *reader, int32_t line)
{
    if (reader->is_tones)
        say_by_tones(line);
    else
        say_by_voice(line);
    if (reader->speed_percent != 100)
        quicken(reader->speed_percent);
}

/* --- the recording --- */

static void mix_in(Reading *reading, const float *samples, int32_t count)
{
    assert(reading->count + count < ROOM);
    for (int32_t i = 0; i < count; i++)
        reading->samples[reading->count++] = (int16_t)lrintf(samples[i] * 32000.0f);
}

static int32_t now_ms(const Reading *reading)
{
    return (int32_t)(reading->count / (READING_RATE / 1000));
}

static void pause_for(Reading *reading, int32_t samples)
{
    assert(reading->count + samples < ROOM);
    reading->count += samples;
}

/* What can be heard of a line: louder than 45 dB below its peak, and than the room.
 */
static ReadingSpan heard_span(int32_t noise_db)
{
    const float noise = noise_db != 0 ? (float)pow(10, noise_db / 20.0) : 0;
    float peak = 0;
    for (int32_t i = 0; i < said.count; i++)
        peak = fmaxf(peak, fabsf(said.samples[i]));
    const float least = fmaxf(peak * 0.006f, 2 * noise);
    int32_t first = 0, last = said.count - 1;
    while (first < last && fabsf(said.samples[first]) < least)
        first++;
    while (last > first && fabsf(said.samples[last]) < least)
        last--;
    return (ReadingSpan){ first / (READING_RATE / 1000), last / (READING_RATE / 1000) };
}

/* The quietest place in the middle of a line. */
static int32_t middle_of(void)
{
    const int32_t step = READING_RATE / 50;
    int32_t best = said.count / 2;
    double least = 1e9;
    for (int32_t at = said.count * 35 / 100; at < said.count * 65 / 100; at += step / 2) {
        double sum = 0;
        for (int32_t i = 0; i < step; i++)
            sum += fabs(said.samples[at + i]);
        if (sum < least) {
            least = sum;
            best = at + step / 2;
        }
    }
    return best;
}

static void read_line(Reading *reading, const Reader *reader, char how, int32_t line)
{
    say(reader, line);
    ReadingSpan span = heard_span(reader->noise_db);
    const int32_t begin_ms = now_ms(reading), middle = middle_of();
    mix_in(reading, said.samples, how == '\0' ? said.count : middle);
    if (how == 'h')
        return;
    if (how == 'p') {
        pause_for(reading, LONG_PAUSE);
        mix_in(reading, said.samples + middle, said.count - middle);
        span.to_ms += LONG_PAUSE / (READING_RATE / 1000);
    }
    assert(reading->times[line] < READING_TIMES_MAX);
    reading->spans[line][reading->times[line]++] =
        (ReadingSpan){ begin_ms + span.from_ms, begin_ms + span.to_ms };
}

static void make_noise(Reading *reading, char kind)
{
    Random random = random_make(5);
    memset(&said, 0, sizeof said);
    if (kind == 'b') {
        said.count = READING_RATE * 6 / 10;
        add_hiss(&random, said.count, 0.012, said.samples);
    } else if (kind == 'c') {
        said.count = READING_RATE * 45 / 100;
        add_hiss(&random, READING_RATE / 5, 0.5, said.samples);
        add_hiss(&random, READING_RATE / 5, 0.3, said.samples + READING_RATE / 4);
    } else {
        said.count = READING_RATE / 50;
        add_hiss(&random, said.count, 0.4, said.samples);
    }
    mix_in(reading, said.samples, said.count);
}

static void read_word(Reading *reading, const Reader *reader, const char *word)
{
    if (word[0] >= '0' && word[0] <= '9')
        read_line(reading, reader, '\0', atoi(word));
    else if (word[0] == 'q') {
        const int32_t quicker = reader->speed_percent * 107 / 100;
        const Reader hurried = { .is_tones = reader->is_tones,
                                 .speed_percent = quicker,
                                 .noise_db = reader->noise_db };
        read_line(reading, &hurried, '\0', atoi(word + 1));
    } else if (word[0] == 'p' || word[0] == 'h')
        read_line(reading, reader, word[0], atoi(word + 1));
    else if (word[0] == 'x') {
        say(reader, reading_cue_count - 2);
        mix_in(reading, said.samples, said.count);
    } else
        make_noise(reading, word[0]);
}

static void add_noise(Reading *reading, int32_t db)
{
    Random random = random_make(9);
    const double level = pow(10, db / 20.0) * 32768 * sqrt(3.0);
    for (int64_t i = 0; i < reading->count; i++) {
        const double sum = reading->samples[i] + level * hiss(&random);
        reading->samples[i] = (int16_t)fmax(-32768, fmin(32767, sum));
    }
}

void reading_open(Reading *reading, const Reader *reader, const char *script)
{
    char words[512];
    const Reader usual = { .is_tones = reader->is_tones, .speed_percent = 100 };
    *reading = (Reading){ .samples = calloc(ROOM, sizeof *reading->samples) };
    assert(reading->samples != NULL && strlen(script) < sizeof words);
    for (int32_t i = 0; i < reading_cue_count; i++) {
        say(&usual, i);
        reading->expected_ms[i] = said.count / (READING_RATE / 1000);
    }
    strcpy(words, script);
    pause_for(reading, READING_RATE);
    for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " ")) {
        read_word(reading, reader, word);
        const bool is_noise = strchr("bck", word[0]) != NULL;
        const int32_t pause_ms = is_noise ? 250 : reader->pause_ms;
        pause_for(reading, READING_RATE / 1000 * pause_ms);
    }
    pause_for(reading, READING_RATE);
    if (reader->noise_db != 0)
        add_noise(reading, reader->noise_db);
}

void reading_add_text(Reading *reading, const char *text)
{
    enum { LETTERS_OF_SYLLABLE = 3, MOST = 30 };
    const int32_t syllables = (int32_t)strlen(text) / LETTERS_OF_SYLLABLE + 1;
    if (reading->samples == NULL)
        *reading = (Reading){ .samples = calloc(ROOM, sizeof *reading->samples) };
    assert(reading->samples != NULL);
    pause_for(reading, READING_RATE);
    say_syllables((uint64_t)syllables, syllables < MOST ? syllables : MOST);
    mix_in(reading, said.samples, said.count);
}

void reading_close(Reading *reading)
{
    free(reading->samples);
    *reading = (Reading){ 0 };
}
