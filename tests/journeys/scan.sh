#!/bin/sh
# SPDX-License-Identifier: MIT
# A body scan and a sit through the real window: going on, back, staying, leaving a place
# out, another way, and that leaving in the middle of a word is silent.
#   sh scan.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

SILENCE=-200
WITHIN_FRAMES=14400 # 300 ms
CAPTION='640 770'
ANSWER='785 830'

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

# Frames that were played so far.
played() {
    echo $(($(stat -c %s live) / 8))
}

peak() {
    "$tools/frames" peak "$@"
}

# answers KEY: in its line, and what stood there was something else.
answers() {
    words "$ANSWER" >noted
    key "$1"
    soon "$1 is not answered" not says_so "$ANSWER"
}

says="a scan"
open scan --minutes 3 --lead-in 2
shot face
key space
soon "does not begin" has_changed face
soon "has no caption" has_words "$CAPTION"
sleep 3
answers Right
answers Left
answers Right
sleep 2.5
answers space
answers Delete

says="another way"
shot during
key o
soon "is not there" has_changed during
sleep 0.7
key space
soon "does not lead back" has_words "$CAPTION"
sleep 5

says="leaving in the middle of it"
left=$(played)
key Escape
soon "does not leave" is_after
sleep 0.7
key Escape
gone
expect "still sounds after 300 ms" \
    [ "$(peak live $((left + 2 * WITHIN_FRAMES)) 999999999)" -eq $SILENCE ]

says="what was left out"
expect "is not remembered" grep -q '^leave-out = hands' \
    "$XDG_CONFIG_HOME/leeway/settings"

says="a sit"
open sit --minutes 1 --lead-in 0
key space
soon "shows no ring" has_ring
sleep 1
key Escape
soon "does not leave" is_after
sleep 0.7
key Escape
gone

finish
