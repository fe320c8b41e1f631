#!/bin/sh
# SPDX-License-Identifier: MIT
# People to call, by keyboard alone with text twice as large: from home to another
# country, a number copied, and back; from a practice and back to it; one of one's own.
#   sh people.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

PAGE='0 880' # but for what is told below

# pastes TEXT: another program does.
pastes() {
    [ "$("$tools/pastes" get)" = "$1" ]
}

# keep NAME: a picture for whoever wants to look.
keep() {
    [ -z "${PEOPLE_SHOTS-}" ] || cp "$fb" "$PEOPLE_SHOTS/$1.xwd"
}

# remembers LINE
remembers() {
    grep -qx "$1" "$XDG_CONFIG_HOME/leeway/settings"
}

large_home() {
    fresh_home
    export XDG_DATA_HOME="$work/home/data"
    settings 'text-size = 200'
    export LC_ALL=en_IE.UTF-8
}

says="home, another country, a number, and back"
large_home
open --size 1280x720
keep home
key F2
comes people "$(band "$PAGE")"
keep people
shot before
key Right
soon "nothing leads to another country" has_changed before "$(band "$PAGE")"
awake
soon "does not remember the country" remembers 'country = lu'
keep country
moves Tab Tab
key Return
soon "is not copied" pastes 454545
keep copied
key Escape
comes home "$(band '620 900')"
keep back
key Escape
gone

says="from a practice, and back to it"
large_home
settings 'text-size = 100'
open --size 1280x720
awake
key space
soon "does not begin" has_ring
sleep 1
key F2
comes people "$(band "$PAGE")"
keep from-practice
key Escape
soon "does not come back" has_ring
soon "goes on by itself" is_still 0.6
key Escape
sleep 0.1
key Escape
gone

says="hidden, nothing but the same key answers"
large_home
open --size 1280x720
awake
key h
soon "is not empty" is_bare
awake
key F2
sleep 0.3
expect "is not empty any more" is_bare
key h # which hides again what another key brought back
soon "does not come back" not is_bare
awake
key F2
comes people "$(band "$PAGE")"
key Escape Escape
gone

says="one of one's own"
large_home
settings 'text-size = 100'
open --size 1280x720
awake
key F2
comes people "$(band "$PAGE")"
key shift+Tab shift+Tab shift+Tab
key space
comes person "$(band '0 150')"
xdotool type --delay 20 'Ana'
moves Tab
xdotool type --delay 20 '030 1234'
moves Tab Tab
key space
keep own
is_kept() {
    printf 'leeway people 1\n\n[person]\nname = Ana\nnumber = 030 1234\n' >expected
    cmp -s "$XDG_DATA_HOME/leeway/people" expected
}
soon "is not kept" is_kept
key Escape
comes people "$(band '0 110')"
key Tab Tab
key Return
soon "is not copied" pastes '030 1234'
keep own-first
key Escape Escape
gone
"$program" forget >forgotten 2>err
expect "forgets what the person made" is_kept
"$program" privacy >told 2>err
expect "privacy does not tell" grep -q "leeway/people" told
"$program" forget --all >forgotten 2>err
expect "does not forget all of it" [ ! -e "$XDG_DATA_HOME/leeway/people" ]

finish
