/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "app/written.h"

#include "app/mail_address.h"
#include "app/secret.h"

#include <string.h>

_Static_assert((int)EDIT_BYTES_MAX <= (int)MAIL_TEXT_MAX,
               "what was written can be handed to a mail program");
_Static_assert((int)EDIT_BYTES_MAX == (int)KEPT_LINE_MAX,
               "what was written can be kept, and what was kept has room");

Written *written_open(Error *error)
{
    return secret_open(sizeof(Written), error);
}

void written_wipe(Written *written, Text *text)
{
    explicit_bzero(written, sizeof *written);
    if (text != NULL)
        text_wipe(text);
    secret_sweep();
}

void written_close(Written *written, Text *text)
{
    if (written == NULL)
        return;
    written_wipe(written, text);
    secret_close(written, sizeof *written);
}

bool written_is_held(const Written *written)
{
    return written->edit.length > 0 || written->edit.past.count > 0 ||
           written->edit.composing_length > 0 || written->kept[0] != '\0';
}
