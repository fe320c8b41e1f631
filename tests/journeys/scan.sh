#!/bin/sh
# SPDX-License-Identifier: MIT
# A body scan and a sit through the real window: going on, back, staying, leaving a place
# out, another way, and that leaving in the middle of a word is silent.
#   sh scan.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
ways='keys words closing sit'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

WITHIN_FRAMES=14400 # 300 ms
CAPTION='640 770'
ANSWER='785 830'

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

# answers KEY: in its line, and what stood there was something else.
answers() {
    words "$ANSWER" >noted
    key "$1"
    soon "$1 is not answered" not says_so "$ANSWER"
}

is_loud() {
    has_played 60000 && [ "$(peak $(($(played) - 9600)) 999999999)" -gt -40 ]
}

is_away() {
    ! xdotool search --onlyvisible --name '^Leeway$' >/dev/null 2>&1
}

# ends WHAT COMMAND ...: that is seen, and from 300 ms after it until the end all is silent.
# The 300 ms after the key itself are held by tests/app/test_visit_sound.c.
ends() {
    soon "$@"
    left=$(played)
    sleep 1
    key Escape
    gone
    expect "still sounds" silent_from $((left + WITHIN_FRAMES))
}

scan_by_keys() {
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
    key o
    comes scan-another-way "$(band '100 900')"
    key space
    soon "does not lead back" not has_words "$TOP"
    soon "has no caption" has_words "$CAPTION"
    sleep 5

    says="leaving in the middle of it"
    soon "has left already" not is_after
    key Escape
    ends "does not leave" is_after

    says="what was left out"
    expect "is not remembered" grep -q '^leave-out = hands' \
        "$XDG_CONFIG_HOME/leeway/settings"
}

# in_a_word: a scan that is just speaking.
in_a_word() {
    rm -f live
    open scan --minutes 3 --lead-in 2
    key space
    soon "nobody speaks" is_loud
}

in_the_middle_of_a_word() {
    says="Esc in the middle of a word"
    in_a_word
    key Escape
    ends "does not leave" is_after
    says="hiding in the middle of a word"
    in_a_word
    key h
    ends "is not bare" is_bare
    says="closing the window in the middle of a word"
    in_a_word
    key alt+F4
    soon "is not away" is_away
    left=$(played)
    gone
    expect "still sounds" silent_from $((left + WITHIN_FRAMES))
}

words_without_the_voice() {
    says="words without the voice"
    settings 'voice = off'
    open scan --minutes 3 --lead-in 1
    key space
    soon "has no caption" has_words "$CAPTION"
    sleep 1
    note_words "$CAPTION"
    sleep 3
    key Right
    soon "the next place has no words" not says_so "$CAPTION"
    sleep 3
    soon "the next place has no words" has_words "$CAPTION"
    key Escape
    soon "does not leave" is_after
    key Escape
    gone
    expect "something was heard" silent_from 0
}

# Frames against the plan are held in rendered sound; SDL's disk driver is slow where the
# machine is busy.
a_whole_sit() {
    says="a whole sit"
    open sit --minutes 1 --lead-in 2
    key space
    soon "shows no ring" has_ring
    sleep 55
    key x # the desk is not asleep
    expect "is over too early" has_ring
    expect "is not over by itself" within 1000 not has_ring
    soon "shows another page" is_after
    key Escape
    gone
    "$tools/frames" onsets live >rings
    expect "does not ring twice: $(cat rings)" [ "$(wc -l <rings)" -eq 2 ]
    apart=$(($(sed -n 2p rings) - $(sed -n 1p rings)))
    expect "the bells are $apart frames apart" [ "$apart" -gt $((40 * 48000)) ]
    expect "the bells are $apart frames apart" [ "$apart" -lt $((61 * 48000)) ]
}

case $way in
keys) scan_by_keys ;;
words) words_without_the_voice ;;
closing) in_the_middle_of_a_word ;;
sit) a_whole_sit ;;
esac

finish
