/* SPDX-License-Identifier: MIT */
/* Any bytes as what is done to a text: it stays sound UTF-8, the caret stands between
 * letters, undoing everything and doing it again comes to the same, and nothing stays
 * when it is wiped. */
#include "app/edit.h"
#include "view/grapheme.h"
#include "view/text.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Edit edit;

static void check_text(const char *utf8, int32_t length, int32_t caret)
{
    uint32_t character;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        bytes = text_character(utf8 + at, length - at, &character);
        assert((character != TEXT_BAD || bytes > 1) && character != 0);
    }
    assert(utf8[length] == '\0');
    assert(caret >= 0 && caret <= length);
    assert(grapheme_border(utf8, length, caret) == caret);
}

static void check(void)
{
    assert(edit.length >= 0 && edit.length <= EDIT_BYTES_MAX);
    check_text(edit.text, edit.length, edit.caret);
    check_text(edit.text, edit.length, edit.anchor);
    const EditShown shown = edit_shown(&edit);
    check_text(shown.utf8, shown.length, shown.caret);
}

/* The next bytes as a text; their first one says how many there are. */
static const char *text_of(const uint8_t **data, size_t *size, char *out)
{
    size_t length = *size > 0 ? (*data)[0] % 64u : 0;
    length = length < *size ? length : *size;
    for (size_t i = 0; i < length; i++)
        out[i] = (*data)[i] == 0 ? ' ' : (char)(*data)[i];
    out[length] = '\0';
    *data += length;
    *size -= length;
    return out;
}

static void do_key(uint8_t key, uint8_t where)
{
    const EditStep step = (EditStep)(where % (EDIT_TO_END + 1));
    switch (key % 10) {
    case 0: edit_move(&edit, step, (where & 0x80) != 0); break;
    case 1: edit_remove(&edit, step); break;
    case 2: edit_undo(&edit); break;
    case 3: edit_redo(&edit); break;
    case 4: edit_select(&edit, where % (edit.length + 1), edit.length / 2); break;
    case 5: edit_select_all(&edit); break;
    case 6: edit_copy(&edit); break;
    case 7: edit_cut(&edit); break;
    case 8: edit_paste(&edit, edit.copied); break;
    default: edit_compose(&edit, "", 0); break;
    }
}

static void check_past(void)
{
    static char end[EDIT_BYTES_MAX + 1];
    while (edit_redo(&edit))
        continue;
    memcpy(end, edit.text, sizeof end);
    while (edit_undo(&edit))
        check();
    assert(edit.past.is_cut || edit.length == 0);
    while (edit_redo(&edit))
        check();
    assert(strcmp(edit.text, end) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[65];
    edit_wipe(&edit);
    while (size >= 2) {
        const uint8_t key = data[0], where = data[1];
        data += 2;
        size -= 2;
        if (key < 100)
            do_key(key, where);
        else if (key < 160)
            edit_type(&edit, text_of(&data, &size, text));
        else if (key < 200)
            edit_paste(&edit, text_of(&data, &size, text));
        else if (key < 230)
            edit_compose(&edit, text_of(&data, &size, text), where);
        else
            edit_add_line(&edit, text_of(&data, &size, text));
        check();
    }
    check_past();
    edit_wipe(&edit);
    for (size_t i = 0; i < sizeof edit; i++)
        assert(((const unsigned char *)&edit)[i] == 0);
    return 0;
}
