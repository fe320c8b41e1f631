#!/bin/sh
# SPDX-License-Identifier: MIT
# The own pace in a real window: Space or the pointer held is in, let go is out, behind O
# and before a practice; and a practice goes on from it.
#   sh pace.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"


# How much of the window the orb takes: its own colours, which nothing else has there.
orb() {
    count "$(band '100 610')" 5A9090 B0D5D0
}

# is_orb TEST PERCENT: of what was noted.
is_orb() {
    part=$(($(cat orb_noted) * $2 / 100))
    test "$(orb)" "$1" "$part"
}

# The outlines of buttons, where they stand.
has_buttons() {
    [ "$(count "$(band '745 845')" 66727A FFFFFF)" -gt 600 ]
}

is_pace() {
    has_ring && has_words '690 730' && [ "$(orb)" -gt 1000 ]
}

# breathe DOWN UP: in for a while, and out again.
breathe() {
    eval "$1"
    sleep 0.9
    eval "$2"
    sleep 0.9
}

# goes_along DOWN UP: it grows while that is held, and shrinks when it is let go.
goes_along() {
    orb >orb_noted
    eval "$1"
    soon "does not grow" is_orb -gt 170
    eval "$2"
    soon "does not shrink" is_orb -lt 115
}

leave() {
    key Escape
    soon "Esc does not lead out" is_after
    key Escape
    gone
}

KEYS='xdotool keydown space|xdotool keyup space'
POINTER='xdotool mousedown 1|xdotool mouseup 1'

says="behind O, by keyboard"
open breathe 4-6
key space
soon "Space does not begin" is_practice
awake
key o
comes another-way "$(band '100 900')"
key Tab Tab Tab Tab Tab Tab space
soon "no figure" is_pace
awake
soon "moves before the first breath" is_still 0.5 "$(band '100 620')"
goes_along "${KEYS%|*}" "${KEYS#*|}"
expect "the way on is there at once" not has_buttons
xdotool keydown space
sleep 9
soon "moves though it is held at its fullest" is_still 0.5 "$(band '100 620')"
xdotool keyup space
sleep 0.9
for _ in 1 2 3 4 5; do
    breathe "${KEYS%|*}" "${KEYS#*|}"
done
soon "no way on after four breaths" has_buttons
key Return
soon "Enter does not go on" not has_buttons
soon "no practice" is_practice
awake

says="another way, and back"
key o
comes another-way-back "$(band '100 900')"
key Tab Tab Tab Tab Tab Tab Tab space
soon "does not go back to the own pace" is_practice
awake

says="hiding the own pace"
key o
comes another-way-back "$(band '100 900')"
key Tab Tab Tab Tab Tab Tab space
soon "no figure" is_pace
awake
key h
soon "the page is not empty" is_bare
awake
key h
soon "does not come back" is_pace
leave

says="before a practice, by pointer"
fresh_home
mkdir -p "$XDG_CONFIG_HOME/leeway"
printf 'leeway settings 1\nbegins = own-pace\npattern = 4-6\n' >"$XDG_CONFIG_HOME/leeway/settings"
open
key space
soon "no page" is_pace
sleep 2
xdotool mousemove $((W / 2)) $((H * 36 / 100))
goes_along "${POINTER%|*}" "${POINTER#*|}"
for _ in 1 2 3 4 5; do
    breathe "${POINTER%|*}" "${POINTER#*|}"
done
# shellcheck disable=SC2046
set -- $(box "$(band '745 845')" 66727A FFFFFF)
xdotool mousemove $(($1 + 30)) $(($2 + $4 / 2)) click 1
soon "the button does not go on" not has_buttons
soon "no practice" is_practice
awake
leave
expect "something is kept: $(cat "$XDG_CONFIG_HOME/leeway/settings")" \
    [ "$(wc -l <"$XDG_CONFIG_HOME/leeway/settings")" -eq 3 ]

says="as chosen"
open
key space
soon "no page" is_pace
sleep 2
key Tab Tab space
soon "As chosen does not begin" not has_buttons
soon "no practice" is_practice
leave

finish
