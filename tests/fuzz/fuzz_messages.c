/* SPDX-License-Identifier: MIT */
/* Any bytes as the files of messages: those that came along, the person's own, and what
 * was kept or muted. What is read is whole, and can be laid and picked from. */
#include "core/deck.h"
#include "store/marks.h"
#include "store/own_messages.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect_whole(const Messages *messages)
{
    static DeckCard cards[MESSAGES_ALL_MAX];
    assert(messages->count >= 0 && messages->count <= MESSAGES_ALL_MAX);
    for (int32_t i = 0; i < messages->count; i++) {
        const Message *message = &messages->items[i];
        assert(message->id[0] != '\0' && message->text[0] != '\0');
        assert(message->theme >= 0 && message->theme <= MESSAGES_THEME_COUNT);
        cards[i] = (DeckCard){ message->theme, message->mark == MESSAGE_MUTED };
    }
    const Deck deck = deck_lay(cards, messages->count, 0);
    const int32_t card = deck_pick(&deck, cards, (int64_t)messages->count, 1);
    assert(card < messages->count && (card < 0) == (deck.count == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Messages messages;
    const char *bytes = (const char *)data;
    Lines *lines = lines_open("fuzz", bytes, size, &messages_format, NULL);
    messages_read(lines, &messages);
    own_messages_read(lines, &messages);
    lines_close(lines);
    lines = lines_open("fuzz", bytes, size, &marks_format, NULL);
    marks_read(lines, &messages);
    lines_close(lines);
    expect_whole(&messages);
    return 0;
}
