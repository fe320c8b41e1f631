/* SPDX-License-Identifier: MIT */
/* A mail is handed to a program of that name in a folder of the test's own. */
#include "app/mail.h"
#include "app/mail_address.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { SECOND_US = 1000000 };

typedef struct Room {
    char folder[64], program[128], out[128];
    char path[512]; /* as it was */
} Room;

static int open_room(void **state)
{
    static Room room;
    strcpy(room.folder, "/tmp/leeway-mail-XXXXXX");
    if (mkdtemp(room.folder) == NULL)
        return -1;
    snprintf(room.program, sizeof room.program, "%s/xdg-open", room.folder);
    snprintf(room.out, sizeof room.out, "%s/out", room.folder);
    snprintf(room.path, sizeof room.path, "%s", getenv("PATH"));
    setenv("PATH", room.folder, 1);
    *state = &room;
    return 0;
}

static int close_room(void **state)
{
    Room *room = *state;
    setenv("PATH", room->path, 1);
    unlink(room->program);
    unlink(room->out);
    return rmdir(room->folder);
}

/* The program is a script of these lines. */
static void write_program(const Room *room, const char *lines)
{
    FILE *file = fopen(room->program, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", lines);
    fclose(file);
    assert_int_equal(chmod(room->program, 0700), 0);
}

/* Time stands still for the mail until it is told; the program has as much as it needs.
 */
static MailNews told(Mail *mail)
{
    while (mail_is_busy(mail))
        mail_mind(mail, SECOND_US);
    return mail_take_news(mail);
}

static void a_program_gets_the_address_as_one_word(void **state)
{
    const Room *room = *state;
    Mail mail = { .news = MAIL_NO_NEWS };
    char lines[256], got[128] = "";
    snprintf(lines, sizeof lines, "printf '%%s|' \"$#\" \"$@\" >%s", room->out);
    write_program(room, lines);
    assert_true(mail_can_ask());
    mail_open(&mail, "a b;\n'c'", SECOND_US);
    assert_int_equal(told(&mail), MAIL_HANDED);
    FILE *file = fopen(room->out, "r");
    assert_non_null(file);
    assert_non_null(fgets(got, sizeof got, file));
    fclose(file);
    assert_string_equal(got, "1|mailto:?body=a%20b%3B%0D%0A%27c%27|");
}

static void a_program_that_fails_is_told(void **state)
{
    Mail mail = { .news = MAIL_NO_NEWS };
    write_program(*state, "exit 3");
    mail_open(&mail, "words", SECOND_US);
    assert_int_equal(told(&mail), MAIL_NO_ANSWER);
}

static void a_program_that_is_not_there_is_told(void **state)
{
    const Room *room = *state;
    Mail mail = { .news = MAIL_NO_NEWS };
    unlink(room->program);
    assert_false(mail_can_ask());
    mail_open(&mail, "words", SECOND_US);
    assert_false(mail_is_busy(&mail));
    assert_int_equal(mail_take_news(&mail), MAIL_NO_ANSWER);
    assert_int_equal(mail_take_news(&mail), MAIL_NO_NEWS);
}

static void a_program_whose_end_nobody_hears_has_it(void **state)
{
    Mail mail = { .news = MAIL_NO_NEWS };
    write_program(*state, "exit 0");
    signal(SIGCHLD, SIG_IGN);
    mail_open(&mail, "words", SECOND_US);
    const MailNews news = told(&mail);
    signal(SIGCHLD, SIG_DFL);
    assert_int_equal(news, MAIL_HANDED);
}

/* It is the mail program itself; this one is there until its pipe is written to. */
static void a_program_that_stays_has_it(void **state)
{
    const Room *room = *state;
    Mail mail = { .news = MAIL_NO_NEWS };
    char lines[256];
    unlink(room->out);
    assert_int_equal(mkfifo(room->out, 0600), 0);
    snprintf(lines, sizeof lines, "read -r line <%s", room->out);
    write_program(room, lines);
    mail_open(&mail, "words", SECOND_US);
    mail_mind(&mail, 2 * SECOND_US);
    assert_true(mail_is_busy(&mail));
    assert_int_equal(mail_take_news(&mail), MAIL_NO_NEWS);
    mail_mind(&mail, 5 * SECOND_US);
    assert_false(mail_is_busy(&mail));
    assert_int_equal(mail_take_news(&mail), MAIL_HANDED);
    mail_close(&mail);
    close(open(room->out, O_WRONLY));
}

static void what_is_no_mail_goes_nowhere(void **state)
{
    static char text[MAIL_ADDRESS_MAX + 1];
    Mail mail = { .news = MAIL_NO_NEWS };
    const Room *room = *state;
    unlink(room->program); /* it would be told */
    mail_open(&mail, "", SECOND_US);
    assert_int_equal(mail_take_news(&mail), MAIL_NOTHING);
    memset(text, 'a', sizeof text - 1);
    mail_open(&mail, text, SECOND_US);
    assert_int_equal(mail_take_news(&mail), MAIL_TOO_LONG);
}

static void every_news_is_a_sentence(void **state)
{
    (void)state;
    assert_null(mail_says(MAIL_NO_NEWS));
    for (int news = MAIL_NO_NEWS + 1; news < MAIL_NEWS_COUNT; news++) {
        const char *says = mail_says((MailNews)news);
        assert_non_null(says);
        assert_int_equal(says[strlen(says) - 1], '.');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_gets_the_address_as_one_word),
        cmocka_unit_test(a_program_that_fails_is_told),
        cmocka_unit_test(a_program_that_is_not_there_is_told),
        cmocka_unit_test(a_program_whose_end_nobody_hears_has_it),
        cmocka_unit_test(a_program_that_stays_has_it),
        cmocka_unit_test(what_is_no_mail_goes_nowhere),
        cmocka_unit_test(every_news_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, open_room, close_room);
}
