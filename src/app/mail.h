/* SPDX-License-Identifier: MIT */
/* mail.h -- a text, handed to the person's own mail program.
 *
 * Nothing is sent from here: the text goes as a mailto address (RFC 6068) without a name,
 * a subject or a shell to xdg-open, which starts what the desktop has for mail. The
 * address is an argument of those programs, so whoever may list the processes of this
 * computer can read it there, for as long as they keep it; the mail program may save a
 * draft, or be a page in a browser. A page that offers it tells of the draft, the README
 * of all three. Main thread; never waits. A thread of its own waits for xdg-open to end.
 */
#ifndef LEEWAY_APP_MAIL_H
#define LEEWAY_APP_MAIL_H

#include <stdbool.h>
#include <stdint.h>

typedef enum MailNews {
    MAIL_NO_NEWS,
    MAIL_NOTHING, /* the text was empty */
    MAIL_HANDED,
    MAIL_NO_ANSWER,
    MAIL_TOO_LONG,
    MAIL_NEWS_COUNT
} MailNews;

typedef struct MailTask MailTask; /* shared with the thread that waits */

/* A zeroed one has handed nothing. */
typedef struct Mail {
    MailTask *task; /* NULL when nothing is waited for */
    int64_t since_us;
    MailNews news;
} Mail;

/* Hands the text over, soon; mail_mind is called in each turn of the loop while
 * mail_is_busy.
 */
void mail_open(Mail *mail, const char *text, int64_t now_us);
void mail_mind(Mail *mail, int64_t now_us);
bool mail_is_busy(const Mail *mail);

/* What became of it, once; that, as a sentence, or NULL for no news. */
MailNews mail_take_news(Mail *mail);
const char *mail_says(MailNews news);

/* Whether there is a program to ask for the mail program. */
bool mail_can_ask(void);

void mail_close(Mail *mail);

#endif
