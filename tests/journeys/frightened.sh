#!/bin/sh
# SPDX-License-Identifier: MIT
# A first start by somebody who is frightened: one key to the first breath, and Esc pressed
# again and again until the desk is empty. Nothing is heard, nothing is asked, nothing is
# left behind.
#   sh frightened.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

# hammer: as a hand does it that wants out.
hammer() {
    key Escape Escape Escape Escape Escape Escape
}

has_no_window() {
    ! xdotool search --onlyvisible --name . >/dev/null 2>&1
}

# The orb fills the middle of its ring and grows: less of the page is left there.
page_in_the_middle() {
    count "$((W / 2 - S / 5)) $((H * 36 / 100 - S / 5)) $((S * 2 / 5)) $((S * 2 / 5))" \
        0E1318 141B21
}

grows() {
    [ "$(page_in_the_middle)" -lt "$(cat noted)" ]
}

# left_behind: the desktop's own bus notes where it can be found.
left_behind() {
    find home -type f -not -path 'home/.dbus/*'
}

# leaves_nothing: no window, no sound, no file.
leaves_nothing() {
    gone
    soon "a window is left" has_no_window
    expect "something was heard" silent_from 0
    expect "$(left_behind)" [ -z "$(left_behind)" ]
}

says="one key to the first breath"
open
soon "is not home" is_home
key space
soon "Space does not begin" is_practice
sleep 3.2
page_in_the_middle >noted
soon "nobody breathes in" grows
expect "there is no word" has_words "$WORD"
expect "something was heard" silent_from 0

says="out of the first breath"
hammer
leaves_nothing

says="out before it began"
open
key space
hammer
leaves_nothing

says="out of the other ways"
open
key space
soon "Space does not begin" is_practice
sleep 0.8
key o
soon "is still there" not is_practice
hammer
leaves_nothing

says="out at once"
open
hammer
leaves_nothing

finish
