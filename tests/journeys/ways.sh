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

WITHIN_FRAMES=14400 # 300 ms
CAPTION='640 770'
ANSWER='785 830'
WAYS='100 900'

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

is_loud() {
    has_played 60000 && [ "$(peak $(($(played) - 9600)) 999999999)" -gt -60 ]
}

# passes KEY: the line answers, then the words of the next place come.
passes() {
    words "$ANSWER" >noted
    key "$1"
    soon "$1 is not answered" not says_so "$ANSWER"
    sleep 2.5
    soon "there are no words" has_words "$CAPTION"
}

# another_way: O out of a sea that is heard, and what there is then.
another_way() {
    says="O in the middle of it"
    soon "nothing is heard" is_loud
    key o
    shows another-way "$(band "$WAYS")"
    left=$(played)
    soon "something moves" is_still 2
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
    soon "something moves" is_still 3
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
    soon "something moves" is_still 1
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
    soon "something moves" is_still 1
    expect "is not bare" is_bare
    key "$2" # which hides again what another key brought back
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
    comes list-length "$(band '700 900')"
    key Down Down
    soon "something moves" is_still 0.5
    somebody_walks_in "$(band '600 999')" h still
    key Escape
    soon "does not close" is_home
    says="keys"
    key F1
    comes keys "$(band '60 900')"
    key Down
    soon "something moves" is_still 0.5
    somebody_walks_in "$(whole)" ctrl+h still
    key Escape
    soon "do not go" is_home
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
