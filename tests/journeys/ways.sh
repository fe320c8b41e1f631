#!/bin/sh
# SPDX-License-Identifier: MIT
# It is too much: O, silent at once and still, around the room at one's own speed, and the
# end. Then something smaller. Somebody walks in: an empty page, and back to where it was.
#   sh ways.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
ways='around hidden'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

SILENCE=-200
WITHIN_FRAMES=14400 # 300 ms
CAPTION='640 770'
ANSWER='785 830'
WAYS='100 900'

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

# Frames that were played so far.
played() {
    echo $(($(stat -c %s live) / 8))
}

peak() {
    "$tools/frames" peak "$@"
}

is_loud() {
    [ -s live ] && [ "$(played)" -gt 60000 ] &&
        [ "$(peak live $(($(played) - 9600)) 999999999)" -gt -60 ]
}

# silent_from FRAME: nothing was heard since, if anything was played at all.
silent_from() {
    [ "$(played)" -le "$1" ] || [ "$(peak live "$1" 999999999)" -eq $SILENCE ]
}

# passes KEY: the line answers, then the words of the next place come.
passes() {
    words "$ANSWER" >noted
    key "$1"
    soon "$1 is not answered" not says_so "$ANSWER"
    sleep 2.5
    soon "there are no words" has_words "$CAPTION"
}

# nothing_moves SECONDS
nothing_moves() {
    shot still
    sleep "$1"
    expect "something moved" not has_changed still
}

# another_way: O out of a sea that is heard, and what there is then.
another_way() {
    says="O in the middle of it"
    soon "nothing is heard" is_loud
    key o
    left=$(played)
    shows another-way "$(band "$WAYS")"
    nothing_moves 2
    expect "is still heard" silent_from $((left + WITHIN_FRAMES))
}

another_way_out() {
    settings 'sound = on' 'sound-name = ocean'
    open breathe 4-6 --lead-in 1
    key space
    soon "does not begin" is_practice
    awake
    another_way
}

around() {
    another_way_out
    says="around the room"
    key Tab Tab space
    soon "does not begin" not has_words '200 250'
    soon "there are no words" has_words "$CAPTION"
    awake
    sleep 4
    nothing_moves 3
    passes space
    passes Right
    passes space
    says="its end"
    key Escape
    soon "does not end" is_after
    awake
    says="something smaller"
    key Tab Tab space
    shows smaller "$(band "$WAYS")"
    nothing_moves 1
    key Escape
    soon "does not lead back" is_after
    key Escape
    gone
}

title_is_neutral() {
    [ "$(xdotool getwindowname "$window")" = Leeway ]
}

# somebody_walks_in AREA KEY still|on: what is there goes by one key, and that part comes
# back, where it is a practice once it goes on.
somebody_walks_in() {
    shot before
    key "$2"
    soon "is not bare" is_bare
    expect "is not neutral" title_is_neutral
    awake
    key space
    key o
    key x
    nothing_moves 1
    expect "is not bare" is_bare
    key "$2"
    soon "does not come back" not is_bare
    awake
    [ "$3" = still ] || key space
    soon "something else is there" not has_changed before "$1"
}

hidden() {
    says="a list"
    settings 'movement = none'
    open
    key Tab Tab Tab space
    soon "does not open" has_words '700 900'
    key Down Down
    sleep 0.5
    somebody_walks_in "$(band '600 999')" h still
    key Escape
    soon "does not close" is_home
    says="keys"
    shot face
    key F1
    soon "are not there" has_changed face "$(band '0 200')"
    awake
    key Down
    sleep 0.5
    somebody_walks_in "$(whole)" ctrl+h still
    key Escape
    awake
    says="closing while it is hidden"
    key h
    soon "is not bare" is_bare
    key Escape
    gone
    says="the room"
    open scan look-around --lead-in 0
    key space
    soon "has no caption" has_words "$CAPTION"
    awake
    passes space
    sleep 8
    somebody_walks_in "$(band '0 770')" h on
    key Escape
    soon "does not leave" is_after
    key Escape
    gone
}

case $way in
around) around ;;
hidden) hidden ;;
esac

finish
