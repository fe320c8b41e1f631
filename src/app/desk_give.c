/* SPDX-License-Identifier: MIT */
#include "app/desk_give.h"

static void mind_copy(DeskGive *give, Visit *visit, int64_t now_us)
{
    if (visit->wants_copied != NULL) {
        clipboard_copy(&give->clipboard, visit->wants_copied);
        give->copied_on = visit->screen;
    }
    visit->wants_copied = NULL;
    visit_write_given(visit);
    clipboard_mind(&give->clipboard, now_us);
    const char *says = clipboard_says(clipboard_take_news(&give->clipboard));
    if (says != NULL && visit->screen == give->copied_on)
        visit_copied(visit, says, now_us);
}

static void mind_mail(DeskGive *give, Visit *visit, int64_t now_us)
{
    if (visit->wants_mailed != NULL) {
        mail_open(&give->mail, visit->wants_mailed, now_us);
        give->mailed_on = visit->screen;
    }
    visit->wants_mailed = NULL;
    mail_mind(&give->mail, now_us);
    const char *says = mail_says(mail_take_news(&give->mail));
    if (says != NULL && visit->screen == give->mailed_on)
        visit_mailed(visit, says, now_us);
}

void desk_give_mind(DeskGive *give, Visit *visit, int64_t now_us)
{
    mind_copy(give, visit, now_us);
    mind_mail(give, visit, now_us);
}

bool desk_give_is_busy(const DeskGive *give)
{
    return clipboard_is_busy(&give->clipboard) || mail_is_busy(&give->mail);
}

void desk_give_close(DeskGive *give)
{
    clipboard_close(&give->clipboard);
    mail_close(&give->mail);
}
