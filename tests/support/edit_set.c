/* SPDX-License-Identifier: MIT */
#include "support/edit_set.h"

#include <assert.h>
#include <string.h>

void edit_set(Edit *edit, const char *utf8)
{
    edit_wipe(edit);
    const bool has_room = edit_paste(edit, utf8);
    assert(has_room);
    memset(&edit->past, 0, sizeof edit->past);
}
