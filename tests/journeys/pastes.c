/* SPDX-License-Identifier: MIT */
/* pastes.c -- another program on the same X server, which pastes and copies.
 *
 *   pastes get [TARGET]   what the clipboard has, to standard output; UTF8_STRING if no
 *                         other is named. Status 1: nobody has anything.
 *   pastes list           what it can be asked for, a name to a line
 *   pastes many           two that it has and one that it has not, at once
 *   pastes old            asked as old programs do, without a property
 *   pastes own            copies something else, and is asked for it until another does
 *   pastes keep FILE      a clipboard manager: owns CLIPBOARD_MANAGER and writes what is
 *                         copied to FILE, each time
 *   pastes root           the names of the root window's properties that hold a text
 * It waits three seconds for an answer. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PATIENCE_MS = 3000, LOOK_MS = 20, LONGS_MAX = 1 << 20 };

static Display *display;
static Window window;
static Atom clipboard, into;

static Atom atom(const char *name)
{
    return XInternAtom(display, name, False);
}

static void look(void)
{
    const struct timespec time = { .tv_nsec = LOOK_MS * 1000000L };
    nanosleep(&time, NULL);
}

static bool wait_for(int type, XEvent *event)
{
    for (int ms = 0; ms < PATIENCE_MS; ms += LOOK_MS) {
        if (XCheckTypedWindowEvent(display, window, type, event))
            return true;
        look();
    }
    return false;
}

/* What lies in a property; NULL for nothing. */
static unsigned char *read_property(Atom property, Atom *type, unsigned long *count)
{
    int format;
    unsigned long rest;
    unsigned char *data = NULL;
    XGetWindowProperty(display, window, property, 0, LONGS_MAX, True, AnyPropertyType,
                       type, &format, count, &rest, &data);
    return data;
}

/* Asks for a target; the property that it comes in, or None. */
static Atom ask(Atom target, Atom property)
{
    XEvent event;
    XConvertSelection(display, clipboard, target, property, window, CurrentTime);
    return wait_for(SelectionNotify, &event) ? event.xselection.property : None;
}

static int get(FILE *out, const char *name, bool is_old)
{
    Atom type;
    unsigned long count = 0;
    const Atom from = ask(atom(name), is_old ? None : into);
    if (from == None || from != (is_old ? atom(name) : into))
        return 1;
    unsigned char *data = read_property(from, &type, &count);
    fwrite(data, 1, count, out);
    XFree(data);
    return type == atom("INCR");
}

static int list(void)
{
    Atom type;
    unsigned long count = 0;
    if (ask(atom("TARGETS"), into) == None)
        return 1;
    Atom *targets = (Atom *)(void *)read_property(into, &type, &count);
    for (unsigned long i = 0; i < count && type == XA_ATOM; i++) {
        char *name = XGetAtomName(display, targets[i]);
        puts(name);
        XFree(name);
    }
    XFree(targets);
    return 0;
}

static int many(void)
{
    Atom pairs[] = { atom("UTF8_STRING"), atom("FIRST"), atom("SOMETHING_ELSE"),
                     atom("SECOND"),      XA_STRING,     atom("THIRD") };
    Atom type;
    unsigned long count = 0, size;
    XChangeProperty(display, window, into, atom("ATOM_PAIR"), 32, PropModeReplace,
                    (unsigned char *)pairs, 6);
    if (ask(atom("MULTIPLE"), into) == None)
        return 1;
    Atom *told = (Atom *)(void *)read_property(into, &type, &count);
    for (unsigned long i = 1; i < count; i += 2) {
        unsigned char *data =
            told[i] != None ? read_property(told[i], &type, &size) : NULL;
        printf("%s\n", data != NULL ? (const char *)data : "no");
        if (data != NULL)
            XFree(data);
    }
    XFree(told);
    return 0;
}

static int own(void)
{
    XEvent event;
    XSetSelectionOwner(display, clipboard, window, CurrentTime);
    do {
        XNextEvent(display, &event);
        if (event.type != SelectionRequest)
            continue;
        const XSelectionRequestEvent *asked = &event.xselectionrequest;
        XChangeProperty(display, asked->requestor, asked->property, asked->target, 8,
                        PropModeReplace, (const unsigned char *)"something else", 14);
        XEvent told = { .xselection = { .type = SelectionNotify,
                                        .requestor = asked->requestor,
                                        .selection = asked->selection,
                                        .target = asked->target,
                                        .property = asked->property } };
        XSendEvent(display, asked->requestor, False, NoEventMask, &told);
    } while (event.type != SelectionClear);
    return 0;
}

static void keep(const char *path)
{
    Window before = None;
    XSetSelectionOwner(display, atom("CLIPBOARD_MANAGER"), window, CurrentTime);
    for (;; look()) {
        const Window now = XGetSelectionOwner(display, clipboard);
        if (now == before)
            continue;
        before = now;
        FILE *file = now != None ? fopen(path, "w") : NULL;
        if (file == NULL)
            continue;
        get(file, "UTF8_STRING", false);
        fclose(file);
    }
}

static int root(void)
{
    int count = 0;
    Atom *atoms = XListProperties(display, DefaultRootWindow(display), &count);
    for (int i = 0; i < count; i++) {
        char *name = XGetAtomName(display, atoms[i]);
        if (strncmp(name, "SDL_", 4) == 0 || strncmp(name, "CUT_BUFFER", 10) == 0)
            puts(name);
        XFree(name);
    }
    if (atoms != NULL)
        XFree(atoms);
    return 0;
}

int main(int argc, char **argv)
{
    const char *verb = argc > 1 ? argv[1] : "get";
    const char *word = argc > 2 ? argv[2] : "UTF8_STRING";
    display = XOpenDisplay(NULL);
    if (display == NULL)
        return 2;
    window =
        XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    clipboard = atom("CLIPBOARD");
    into = atom("PASTED");
    if (strcmp(verb, "list") == 0)
        return list();
    if (strcmp(verb, "many") == 0)
        return many();
    if (strcmp(verb, "own") == 0)
        return own();
    if (strcmp(verb, "keep") == 0)
        keep(word);
    if (strcmp(verb, "root") == 0)
        return root();
    return get(stdout, word, strcmp(verb, "old") == 0);
}
