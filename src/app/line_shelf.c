/* SPDX-License-Identifier: MIT */
#include "app/line_shelf.h"

#include "app/quote.h"
#include "app/secret.h"
#include "app/visit.h"
#include "app/written.h"
#include "store/kept.h"

/* A file that cannot be understood is not offered, and the page says so. */
static void look(Written *written, VisitWrite *write)
{
    FilePath path;
    Error error = { "" };
    written->kept[0] = '\0';
    if (!kept_path(KEPT_LINE, &path, NULL) ||
        kept_line_load(path.text, written->kept, written->room, &error))
        return;
    quote_tell(error.text);
    if (write->answer == NULL)
        write->answer =
            "A kept line is there and could not be read. What is kept shows it.";
}

static void keep(Visit *visit, Written *written)
{
    FilePath path;
    Error error = { "" };
    KeptLineEnd end = KEPT_LINE_FAILED;
    if (kept_path(KEPT_LINE, &path, &error))
        end = kept_line_add(path.text, written->edit.text, written->both, written->room,
                            &error);
    if (end == KEPT_LINE_FAILED)
        quote_tell(error.text);
    visit_write_kept(visit, end);
}

void line_shelf_mind(Visit *visit)
{
    Written *written = visit->house.written;
    VisitWrite *write = &visit->write;
    if (written == NULL)
        return;
    if (write->keeps)
        keep(visit, written);
    /* What was kept just now is offered the next time: the chips stay where they are. */
    if (write->looks)
        look(written, write);
    write->keeps = write->looks = false;
    if (written_is_held(written))
        secret_hold();
}
