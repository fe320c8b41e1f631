/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "app/clipboard_owner.h"

#ifndef LEEWAY_X11
bool clipboard_owner_is_built(void)
{
    return false;
}

ClipboardOwner *clipboard_owner_open(const char *text, size_t size, void (*gone)(void))
{
    (void)text, (void)size, (void)gone;
    return NULL;
}

void clipboard_owner_serve(ClipboardOwner *owner)
{
    (void)owner;
}

bool clipboard_owner_has_manager(void)
{
    return false;
}

void clipboard_owner_forget_sdl(void)
{
}
#else

#include "store/utf8.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PAIRS_MAX = 32, BYTES = 8, WORDS = 32 }; /* bits, as X counts formats */

/* What the clipboard can be asked for. */
typedef enum Target {
    TARGETS,
    TIMESTAMP,
    MULTIPLE,
    UTF8,
    UTF8_MIME,
    MIME,
    TEXT,
    STRING,
    HINT,
    TARGET_COUNT
} Target;

static const char *const target_names[TARGET_COUNT] = {
    [TARGETS] = "TARGETS",
    [TIMESTAMP] = "TIMESTAMP",
    [MULTIPLE] = "MULTIPLE",
    [UTF8] = "UTF8_STRING",
    [UTF8_MIME] = "text/plain;charset=utf-8",
    [MIME] = "text/plain",
    [TEXT] = "TEXT",
    [STRING] = "STRING",
    [HINT] = "x-kde-passwordManagerHint",
};

static const char HINT_SAYS[] = "secret";

struct ClipboardOwner {
    Display *display;
    Window window;
    Atom clipboard, pair, targets[TARGET_COUNT];
    Time since;
    const char *text;
    size_t size;
};

/* X hands its handlers nothing to know their owner by. */
static void (*on_gone)(void);

/* Whoever asked may have gone before it was answered. */
static int pass_over(Display *display, XErrorEvent *error)
{
    (void)display, (void)error;
    return 0;
}

static int end_with_server(Display *display)
{
    (void)display;
    on_gone();
    return 0;
}

/* --- answers --- */

static bool put(const ClipboardOwner *owner, Window to, Atom property, Atom type,
                int format, const void *data, size_t count)
{
    XChangeProperty(owner->display, to, property, type, format, PropModeReplace, data,
                    (int)count);
    return true;
}

static bool put_latin1(const ClipboardOwner *owner, Window to, Atom property)
{
    char *latin1 = malloc(owner->size);
    if (latin1 == NULL)
        return false;
    const size_t size = utf8_to_latin1(owner->text, owner->size, latin1);
    put(owner, to, property, XA_STRING, BYTES, latin1, size);
    explicit_bzero(latin1, owner->size);
    free(latin1);
    return true;
}

static Target target_of(const ClipboardOwner *owner, Atom atom)
{
    int target = 0;
    while (target < TARGET_COUNT && owner->targets[target] != atom)
        target++;
    return (Target)target;
}

/* One answer; false where that cannot be had. */
static bool put_target(const ClipboardOwner *owner, Window to, Atom property, Atom atom)
{
    const Target target = target_of(owner, atom);
    switch (target) {
    case TARGETS:
        return put(owner, to, property, XA_ATOM, WORDS, owner->targets, TARGET_COUNT);
    case TIMESTAMP: return put(owner, to, property, XA_INTEGER, WORDS, &owner->since, 1);
    case UTF8:
    case UTF8_MIME:
    case MIME: return put(owner, to, property, atom, BYTES, owner->text, owner->size);
    case TEXT:
        return put(owner, to, property, owner->targets[UTF8], BYTES, owner->text,
                   owner->size);
    case STRING: return put_latin1(owner, to, property);
    case HINT: return put(owner, to, property, atom, BYTES, HINT_SAYS, strlen(HINT_SAYS));
    default: return false;
    }
}

/* Pairs of what is asked for and where it goes; what cannot be had goes nowhere. */
static bool put_each(const ClipboardOwner *owner, Window to, Atom property)
{
    Atom type;
    int format;
    unsigned long count, rest;
    unsigned char *data = NULL;
    if (property == None ||
        XGetWindowProperty(owner->display, to, property, 0, 2 * PAIRS_MAX, False,
                           owner->pair, &type, &format, &count, &rest, &data) != Success)
        return false;
    const bool is_good = data != NULL && type == owner->pair && format == WORDS;
    Atom *pairs = (Atom *)(void *)data;
    for (unsigned long i = 0; is_good && i + 1 < count; i += 2)
        if (pairs[i + 1] == None || !put_target(owner, to, pairs[i + 1], pairs[i]))
            pairs[i + 1] = None;
    if (is_good)
        put(owner, to, property, owner->pair, WORDS, pairs, count);
    if (data != NULL)
        XFree(data);
    return is_good;
}

static void answer(const ClipboardOwner *owner, const XSelectionRequestEvent *asked)
{
    /* Old programs name no property and mean the target's own name. */
    const Atom property = asked->property != None ? asked->property : asked->target;
    const bool is_done =
        asked->selection == owner->clipboard &&
        (asked->target == owner->targets[MULTIPLE]
             ? put_each(owner, asked->requestor, asked->property)
             : put_target(owner, asked->requestor, property, asked->target));
    XEvent told = { .xselection = { .type = SelectionNotify,
                                    .requestor = asked->requestor,
                                    .selection = asked->selection,
                                    .target = asked->target,
                                    .property = is_done ? property : None,
                                    .time = asked->time } };
    XSendEvent(owner->display, asked->requestor, False, NoEventMask, &told);
}

/* --- owning --- */

/* The server's own time; it comes with any change of a property. */
static Time time_now(const ClipboardOwner *owner)
{
    XEvent event;
    XChangeProperty(owner->display, owner->window, owner->clipboard, XA_STRING, BYTES,
                    PropModeAppend, NULL, 0);
    XWindowEvent(owner->display, owner->window, PropertyChangeMask, &event);
    XSelectInput(owner->display, owner->window, NoEventMask);
    return event.xproperty.time;
}

static bool own(ClipboardOwner *owner)
{
    Display *display = owner->display;
    owner->clipboard = XInternAtom(display, "CLIPBOARD", False);
    owner->pair = XInternAtom(display, "ATOM_PAIR", False);
    XInternAtoms(display, (char **)(uintptr_t)target_names, TARGET_COUNT, False,
                 owner->targets);
    owner->window =
        XCreateSimpleWindow(display, DefaultRootWindow(display), -1, -1, 1, 1, 0, 0, 0);
    XSelectInput(display, owner->window, PropertyChangeMask);
    owner->since = time_now(owner);
    XSetSelectionOwner(display, owner->clipboard, owner->window, owner->since);
    return XGetSelectionOwner(display, owner->clipboard) == owner->window;
}

bool clipboard_owner_is_built(void)
{
    return true;
}

ClipboardOwner *clipboard_owner_open(const char *text, size_t size, void (*gone)(void))
{
    ClipboardOwner *owner = calloc(1, sizeof *owner);
    if (owner == NULL)
        return NULL;
    *owner = (ClipboardOwner){ .text = text, .size = size };
    on_gone = gone;
    XSetErrorHandler(pass_over);
    XSetIOErrorHandler(end_with_server);
    owner->display = XOpenDisplay(NULL);
    if (owner->display != NULL && own(owner))
        return owner;
    if (owner->display != NULL)
        XCloseDisplay(owner->display);
    free(owner);
    return NULL;
}

void clipboard_owner_serve(ClipboardOwner *owner)
{
    XEvent event;
    do {
        XNextEvent(owner->display, &event);
        if (event.type == SelectionRequest)
            answer(owner, &event.xselectionrequest);
    } while (event.type != SelectionClear ||
             event.xselectionclear.selection != owner->clipboard);
}

bool clipboard_owner_has_manager(void)
{
    Display *display = XOpenDisplay(NULL);
    if (display == NULL)
        return false;
    const Atom manager = XInternAtom(display, "CLIPBOARD_MANAGER", False);
    const bool is_there = XGetSelectionOwner(display, manager) != None;
    XCloseDisplay(display);
    return is_there;
}

void clipboard_owner_forget_sdl(void)
{
    Display *display = XOpenDisplay(NULL);
    if (display == NULL)
        return;
    XDeleteProperty(display, DefaultRootWindow(display),
                    XInternAtom(display, "SDL_CUTBUFFER", False));
    XCloseDisplay(display);
}
#endif
