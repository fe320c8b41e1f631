/* SPDX-License-Identifier: MIT */
#include "app/line_shelf.h"

#include "app/quote.h"
#include "app/secret.h"
#include "app/visit.h"
#include "app/written.h"
#include "store/kept.h"
#include "store/paths.h"

static bool line_path(FilePath *path, Error *error)
{
    const KeptRow *row = &kept_rows[KEPT_LINE];
    return paths_kept(row->folder, row->file, path, error);
}

/* A file that cannot be understood is not offered; What is kept tells of it. */
static void look(Written *written)
{
    FilePath path;
    Error error = { "" };
    written->kept[0] = '\0';
    if (line_path(&path, NULL) &&
        !kept_line_load(path.text, written->kept, written->room, &error))
        quote_tell(error.text);
}

static void keep(Visit *visit, Written *written)
{
    FilePath path;
    Error error = { "" };
    const bool is_kept =
        line_path(&path, &error) &&
        kept_line_save(path.text, written->edit.text, written->room, &error);
    if (!is_kept)
        quote_tell(error.text);
    visit_write_kept(visit, is_kept);
}

void line_shelf_mind(Visit *visit)
{
    Written *written = visit->house.written;
    VisitWrite *write = &visit->write;
    if (written == NULL)
        return;
    if (write->keeps)
        keep(visit, written);
    if (write->looks || write->keeps)
        look(written);
    write->keeps = write->looks = false;
    secret_hold(written_is_held(written));
}
