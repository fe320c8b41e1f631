#!/bin/sh
# SPDX-License-Identifier: MIT
# Before reaching out, through the window: a line is written, hidden, kept, found the next
# day and erased; and what was written is nowhere else, not in a core either.
#   sh reach.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

AWAKE_S=0.7 # presses and keys but Esc and H sleep on a new screen
MARKER='anemone by the door'
FIELD='300 560'
fresh_home
export XDG_DATA_HOME="$work/home/data"
line=$XDG_DATA_HOME/leeway/line

# To the page to write on, from the face.
to_page() {
    spots reach
    press 'Write a line'
    sleep "$AWAKE_S"
    spots write
}

has_field() {
    # shellcheck disable=SC2086
    [ "$(count "$(band "$FIELD")" F2D08A F2D08A)" -gt 100 ]
}

# nowhere: no file of the person's has what was written, nor has the window's name.
nowhere() {
    ! grep -rqs "$MARKER" "$work/home" "$work/run" "$work/out" "$work/err" &&
        ! xprop -id "$window" 2>/dev/null | grep -q anemone
}

leaves_no_core() {
    grep -q '^Max core file size  *0 ' "/proc/$pid/limits"
}

has_core() {
    ls "$work"/core* >/dev/null 2>&1
}

is_kept() {
    [ -f "$line" ] && [ "$(stat -c %a "$line")" = 600 ] &&
        [ "$(cat "$line")" = "leeway line 1
$MARKER" ]
}

# ---- it is written, and only held

says="a line"
# shellcheck disable=SC3045 # where it is there cores are wanted
ulimit -c unlimited 2>/dev/null
open reach
to_page
soon "no field" has_field
xdotool type --delay 20 "$MARKER"
shot typed
soon "nothing is written" has_words "$FIELD"
soon "a core could be left" leaves_no_core
expect "it is written somewhere" nowhere

says="somebody walks in"
key ctrl+h
soon "the page is not empty" is_bare
sleep "$AWAKE_S"
key ctrl+h
soon "it is not as it was" not has_changed typed "$(band "$FIELD")"

says="out and back"
key Escape
soon "no page after it" is_after
sleep "$AWAKE_S"
key space
soon "the field has not come back" has_field
soon "it is not as it was" not has_changed typed "$(band "$FIELD")"
expect "it is written somewhere" nowhere
sleep "$AWAKE_S"

says="closed without keeping"
key Escape Escape
gone
expect "it is written somewhere" nowhere
expect "something was kept" not test -e "$line"

# ---- it is kept for later

says="kept"
open reach
to_page
xdotool type --delay 20 "$MARKER"
press 'Keep for later'
soon "it is not kept as it is written" is_kept
key Escape Escape
gone

says="the next day"
open reach
to_page
# The first of the lines to start from.
key shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab
key Return
soon "it has not come back" not has_changed typed "$(band "$FIELD")"
key Escape Escape
gone

says="erased"
"$program" forget >forgot 2>&1
expect "it is still there" not test -e "$line"
expect "it is not told" grep -q "$line" forgot

# ---- not now, and a crash

says="not now"
open reach
spots reach
press 'Not now'
soon "no page after it" is_after
sleep "$AWAKE_S"
key Escape
gone

says="a crash"
open reach
to_page
xdotool type --delay 20 "$MARKER"
soon "a core could be left" leaves_no_core
kill -SEGV "$pid"
within 250 has_ended
expect "a core was left" not has_core
expect "it is written somewhere" nowhere
rm -f pid

finish
