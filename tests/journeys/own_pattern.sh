#!/bin/sh
# SPDX-License-Identifier: MIT
# A pattern of one's own: made, kept and breathed by keyboard alone, then by pointer alone.
#   sh own_pattern.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

PAGE='30 900'
TITLE='85 155'
ANSWER='640 720'

# The same file wherever the person keeps what they made.
data_home() {
    fresh_home
    export XDG_DATA_HOME="$work/home/data"
    own="$XDG_DATA_HOME/leeway/patterns"
}

# holds TEXT: the file of own patterns is this, to the byte.
holds() {
    printf '%s\n' "$1" >expected
    cmp -s "$own" expected
}

EVENING='leeway patterns 1

[evening]
name = Evening
numbers = 4.2-6.3'

UNNAMED='leeway patterns 1

[4-2-in-6-3-out]
name = 4.2 in, 6.3 out
numbers = 4.2-6.3'

# plans NAME IN OUT: the command line knows the pattern by its name.
plans() {
    "$program" plan breathe "$1" --breaths 1 --lead-in 0 >planned 2>err &&
        [ "$(cut -f 1-4 planned | grep '	breath	')" = "$(printf \
            '0\t%s\tbreath\tin\n%s\t%s\tbreath\tout' "$2" "$2" "$3")" ]
}

# ---- by keyboard alone

says="keyboard"
data_home
open
new_by_keys
moves Tab
note_words "$TITLE"
xdotool type --delay 20 '4.2-6.3'
soon "the title does not follow the numbers" not says_so "$TITLE"
expect "something is written already" [ ! -e "$own" ]
moves Down Down Down Down Down
xdotool type --delay 20 'Evening'
shot before
key Tab space
soon "is not kept" holds "$EVENING"
soon "no line tells" has_changed before "$(band "$ANSWER")"
key Tab Tab space
soon "is not breathed" is_practice
key Escape
soon "Esc does not leave" is_after
key Escape
gone

says="the command line"
soon "plans something else" plans evening 4200 6300
soon "does not know its capitals" plans Evening 4200 6300
"$program" list patterns >listed 2>err
expect "does not list it" [ "$(grep -c '^evening	4.2-6.3	.*	your own	' listed)" -eq 1 ]
"$program" forget >forgotten 2>err
expect "forgets what the person made" holds "$EVENING"
"$program" forget --all >forgotten 2>err
expect "does not forget all of it" [ ! -e "$own" ]

# ---- by pointer alone

# press_on STOP WORDS: the pointer does, and goes.
press_on() {
    spots "$1"
    press "$2"
    xdotool mousemove 1919 1079
}

says="pointer"
data_home
open
press_on home Settings
comes see "$(band '30 690')"
press_on see Breathe
shows breathe "$(band '210 900')"
press_on breathe "Patterns of your own ›"
comes own "$(band "$PAGE")"
press_on own "Make one"
comes maker "$(band "$PAGE")"
note_words "$TITLE"
spots maker
for step in 1 1 3 3 3; do # of In twice, of Out three times
    press › "$step"
    sleep 0.05
done
soon "the title does not follow the steps" not says_so "$TITLE"
press Keep
soon "is not kept" holds "$UNNAMED"
press "Breathe it"
soon "is not breathed" is_practice
awake
press_on settle "Esc leave"
soon "Esc leave does not leave" is_after
key Escape
gone
soon "plans something else" plans 4-2-in-6-3-out 4200 6300

# ---- where nothing can be written

says="no place to keep it"
data_home
export XDG_DATA_HOME=/dev/null/nowhere
open
new_by_keys
moves shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab
shot before
key space
soon "no line tells" has_changed before "$(band "$ANSWER")"
key Escape
comes own "$(band '30 150')"
key Escape Escape Escape
within 250 has_ended
# It is no matter until something is to be kept.
expect "says $(cat err)" [ "$(grep -c '^leeway: ' err) $(wc -l <err)" = "1 1" ]
rm -f pid

finish
