/* SPDX-License-Identifier: MIT */
/* What is kept, told and erased. */
#include "app/verbs.h"
#include "store/kept.h"

#include <inttypes.h>

static KeptFiles *look(KeptId id, Error *error)
{
    static KeptFiles found; /* big, and read at once */
    return kept_find(id, &found, error) ? &found : NULL;
}

static void print_row(KeptId id)
{
    const KeptRow *row = &kept_rows[id];
    Error error = { "" };
    printf("%s: %s\n", row->name, row->says);
    if (row->is_own_work)
        puts("  made by you: it goes with leeway forget --all alone");
    const KeptFiles *found = look(id, &error);
    if (found == NULL) {
        printf("  %s\n", error.text);
        return;
    }
    if (!found->is_there)
        printf("  %s: not there\n", found->path.text);
    for (int32_t i = 0; i < found->count; i++)
        printf("  %s: %" PRId64 " bytes\n", found->files[i].path.text,
               found->files[i].size);
}

Status verb_privacy(const Options *options, Error *error)
{
    (void)options, (void)error;
    puts("What you choose is written down. What you do is not.");
    for (KeptId id = 0; id < KEPT_COUNT; id++)
        print_row(id);
    puts("A settings file that is damaged is set aside beside it, as settings.bad.\n"
         "Sounds and pictures go where -o says, and nowhere else.\n"
         "Nothing else is written, and there is no network code.\n"
         "leeway forget erases it, and with --all what was made by you as well. In the\n"
         "window it can be erased and put back.");
    return STATUS_FINE;
}

/* Returns how many files of the row are gone. */
static int32_t forget_row(KeptId id, Error *error)
{
    int32_t all = 0;
    for (;;) {
        KeptFiles *found = look(id, NULL);
        if (found == NULL)
            return all; /* no place for it: nothing can be there */
        const int32_t count = found->count, gone = kept_erase(found, error);
        for (int32_t i = 0; i < gone; i++)
            printf("erased: %s\n", found->files[i].path.text);
        all += gone;
        if (gone == 0 || count < KEPT_FILES_MAX)
            return all; /* there may be more than can be looked at once */
    }
}

Status verb_forget(const Options *options, Error *error)
{
    const bool is_all = options->values[OPTION_ALL] != NULL;
    int32_t gone = 0;
    error->text[0] = '\0';
    for (KeptId id = 0; id < KEPT_COUNT; id++)
        if (is_all || !kept_rows[id].is_own_work)
            gone += forget_row(id, error);
    if (error->text[0] != '\0')
        return STATUS_FAILED;
    if (gone == 0)
        puts("nothing was kept");
    return STATUS_FINE;
}
