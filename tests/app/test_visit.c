/* SPDX-License-Identifier: MIT */
/* What a person sees, in words: scripts of keys and times with the picture they end in.
 */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Page {
    const char *name; /* of the golden file */
    const char *pattern;
    const char *script;
} Page;

#define EASY "easing-in"
#define BOX "4-4-4-4"

#define SETTINGS                                                                         \
    "frame-before frame-before frame-before press 700 " /* from the end of the foot */

static const Page pages[] = {
    { "home", EASY, "0" },
    { "home-full", EASY, "3500" },
    { "home-framed", EASY, "frame-next frame-next" },
    { "home-with-holds", BOX, "0" },
    { "list-of-patterns", EASY, "frame-next frame-next press" },
    { "list-of-lengths", EASY, "frame-next frame-next frame-next press slower" },
    { "practice-fading-in", EASY, "press 200" },
    { "practice-settle", EASY, "press 2000" },
    { "practice-in", EASY, "press 4750" },
    { "practice-full", EASY, "press 6500" },
    { "practice-hold", BOX, "press 8000" },
    { "practice-later", EASY, "press 43000" },
    { "practice-answered", EASY, "press 9000 quicker 500" },
    { "practice-paused", EASY, "press 5000 press 300" },
    { "after-at-once", EASY, "press 5000 out" },
    { "after-with-words", EASY, "press 5000 out 3000" },
    { "another-way", EASY, "press 5000 another-way" },
    { "own-pace", EASY, "press 5000 another-way 700 take:my-own-pace 1000" },
    { "own-pace-known", EASY,
      "press 5000 another-way 700 take:my-own-pace 2000 press "
      "2000 let-go 3000 press 2000 let-go 3000 press 2000 let-go 3000 press 2000 let-go "
      "3000 press 2000 let-go 1000" },
    { "something-smaller", EASY, "press 5000 out 700 frame-next frame-next press" },
    { "sound-alone", EASY,
      "press 5000 another-way 700 take:sound "
      "4000" },
    { "keys", EASY, "keys" },
    { "settings-see", EASY, SETTINGS "slower slower on" },
    { "settings-hear", EASY, SETTINGS "on" },
    { "settings-breathe", EASY, SETTINGS "on on quicker" },
    { "settings-words", EASY, SETTINGS "on on on" },
    { "kept-and-not-for-me", EASY, SETTINGS "on on on quicker quicker press" },
    { "messages-of-ones-own", EASY, SETTINGS "on on on quicker press 700 frame-next" },
    { "settings-kept", EASY, SETTINGS "back slower" },
    { "each-part-by-itself", EASY, SETTINGS "on quicker press 700 slower slower" },
    { "hidden", EASY, "press 5000 hide" },
};

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *text = calloc(1, VISIT_RIG_LOG_MAX);
    assert_non_null(text);
    const size_t length = fread(text, 1, VISIT_RIG_LOG_MAX - 1, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* UPDATE=1 takes what is seen now as the new truth. */
static bool is_golden(const char *name, const char *picture)
{
    char path[512];
    snprintf(path, sizeof path, "%s/app/golden_words/%s.txt", LEEWAY_TESTS_DIR, name);
    if (getenv("UPDATE") != NULL)
        write_file(path, picture);
    char *golden = read_file(path);
    const bool is_same = golden != NULL && strcmp(golden, picture) == 0;
    if (!is_same)
        fprintf(stderr, "%s differs (UPDATE=1 renews it). Expected:\n%sSeen:\n%s", path,
                golden != NULL ? golden : "nothing\n", picture);
    free(golden);
    return is_same;
}

/* The words of a page are ours here, so that new messages renew nothing. */
static void say_one_message(VisitRig *rig)
{
    rig->messages.count = 1;
    strcpy(rig->messages.items[0].text,
           "A door that opens from the inside can open a little, or a lot, or stay "
           "shut.");
}

static void test_every_page_is_as_it_was_agreed(void **state)
{
    (void)state;
    VisitRig *rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    say_one_message(rig);
    int different = 0;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        visit_rig_home(rig, pages[i].pattern, 3);
        visit_rig_play(rig, pages[i].script);
        different += !is_golden(pages[i].name, visit_rig_picture(rig));
    }
    visit_rig_close(rig);
    assert_int_equal(different, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_page_is_as_it_was_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
