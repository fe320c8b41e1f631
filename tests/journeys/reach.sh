#!/bin/sh
# SPDX-License-Identifier: MIT
# Before reaching out, through the window: a line is written and only held, also on the way
# out and back; and not now is an end like others. What is hidden, kept or lost in a crash:
# private.sh.
#   sh reach.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

MARKER='anemone by the door'
FIELD='200 540'
WRITTEN='200 280' # its first line
SEVEN=79 # its place on the right
export XDG_DATA_HOME="$work/home/data"

# away: the pointer is drawn into what there is to see.
away() {
    xdotool mousemove 1919 1079
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

says="a line"
# shellcheck disable=SC3045 # where it is there cores are wanted
ulimit -c unlimited 2>/dev/null
open reach
spots reach
press 'Write a line'
soon "no field" has_field
awake
away
shot empty
xdotool type --delay 20 "$MARKER"
soon "nothing is written" has_changed empty "$(band "$FIELD")"
soon "is not still" is_still 0.3
shot typed
soon "a core could be left" leaves_no_core
expect "it is written somewhere" nowhere

says="commands while it is written"
key ctrl+a ctrl+equal
soon "it does not become larger" has_changed typed
key ctrl+minus ctrl+minus alt+x super+x End
soon "it is not as it was" not has_changed typed "$(band "$FIELD")"

says="a key on the right that moves"
key $SEVEN x
soon "nothing is written" has_changed typed
key Home Delete End
soon "it was not at the start" not has_changed typed "$(band "$FIELD")"

says="a key on the right that prints, though nobody knows of Num Lock"
setxkbmap -option numpad:mac
key $SEVEN
soon "nothing is written" has_changed typed
key End BackSpace
soon "it was not at the end" not has_changed typed "$(band "$FIELD")"
setxkbmap -option ''

says="the middle button, with nothing to paste"
click $((W / 2)) $((H * 42 / 100)) # where the caret is
xdotool click 2 mousemove $((W / 2 - 200)) $((H * 42 / 100))
sleep 0.2
expect "the pointer selects" not has_changed typed "$(band "$WRITTEN")"
away

says="out and back"
key Escape
soon "no page after it" is_after
awake
key space
soon "it is not as it was" not has_changed typed "$(band "$FIELD")"
expect "it is written somewhere" nowhere

says="closed without keeping"
key Escape Escape
gone
expect "it is written somewhere" nowhere
expect "something was kept" not test -e "$XDG_DATA_HOME/leeway/line"

says="not now"
open reach
spots reach
press 'Not now'
soon "no page after it" is_after
awake
key Escape
gone

finish
