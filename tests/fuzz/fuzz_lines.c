/* SPDX-License-Identifier: MIT */
/* Any bytes as a file: read by every reader, reported, and written again unchanged. */
#include "store/lines.h"
#include "store/messages.h"
#include "store/own_patterns.h"
#include "store/patterns.h"
#include "store/settings.h"
#include "store/voices.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(Lines *lines, const LinesFormat *format)
{
    static Patterns patterns;
    static Messages messages;
    static Voice voice;
    Settings settings = settings_default();
    if (format == &patterns_format) {
        patterns_read(lines, &patterns);
        own_patterns_read(lines, &patterns);
        assert(patterns.count <= PATTERNS_MAX);
    } else if (format == &messages_format)
        messages_read(lines, &messages);
    else if (format == &voices_format)
        voices_read(lines, &voice);
    else
        settings_read(lines, &settings);
}

static void report_all(const Lines *lines)
{
    char report[LINES_REPORT_MAX];
    for (int32_t i = 0; i < lines->problem_count && i < LINES_PROBLEMS_MAX; i++)
        assert(strlen(lines_report(lines, i, report)) < sizeof report);
}

/* What was taken out is not read afterwards. */
static void take_out(const Lines *lines, const LinesFormat *format)
{
    const LinesChange change = { format->keys[0], NULL };
    size_t wrote = 0;
    char *text = lines_rewrite(lines, &change, 1, &wrote);
    Lines *again = lines_open("again", text, wrote, format, NULL);
    free(text);
    if (!again->is_damaged)
        assert(lines_find(again, &again->sections[0], change.key) == NULL);
    lines_close(again);
}

/* Without changes nothing changes; with one, it is what is read afterwards. */
static void rewrite(const Lines *lines, const char *bytes, size_t size,
                    const LinesFormat *format)
{
    const LinesChange change = { format->keys[0], "7" };
    size_t wrote = 0;
    char *text = lines_rewrite(lines, NULL, 0, &wrote);
    assert(wrote == size && memcmp(text, bytes, size) == 0);
    free(text);

    text = lines_rewrite(lines, &change, 1, &wrote);
    Lines *again = lines_open("again", text, wrote, format, NULL);
    free(text);
    if (!again->is_damaged) {
        const LinesEntry *entry = lines_find(again, &again->sections[0], change.key);
        assert(entry != NULL && strcmp(entry->value, change.value) == 0);
    }
    lines_close(again);
}

/* A section that is put into the text is read afterwards, and gone when it is taken out
 * again. */
static void rewrite_section(const Lines *lines, const LinesFormat *format)
{
    const LinesChange change = { format->keys[0], "7" };
    size_t wrote = 0;
    char *text = lines_rewrite_section(lines, "s", &change, 1, &wrote);
    Lines *with = lines_open("with", text, wrote, format, NULL);
    free(text);
    if (!with->is_damaged) {
        const LinesSection *section = lines_section(with, "s");
        assert(section != NULL);
        assert(strcmp(lines_find(with, section, change.key)->value, change.value) == 0);
        text = lines_without_section(with, "s", &wrote);
        Lines *without = lines_open("without", text, wrote, format, NULL);
        assert(without->section_count == with->section_count - 1);
        lines_close(without);
        free(text);
    }
    lines_close(with);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const LinesFormat *const formats[] = { &settings_format, &patterns_format,
                                           &messages_format, &voices_format };
    const char *bytes = (const char *)data;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        Lines *lines = lines_open("fuzz", bytes, size, formats[i], NULL);
        assert(lines != NULL);
        read_all(lines, formats[i]);
        report_all(lines);
        if (!lines->is_damaged) {
            rewrite(lines, bytes, size, formats[i]);
            take_out(lines, formats[i]);
            rewrite_section(lines, formats[i]);
        }
        lines_close(lines);
    }
    return 0;
}
