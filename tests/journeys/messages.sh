#!/bin/sh
# SPDX-License-Identifier: MIT
# The message after a practice, muted and kept, and one of one's own, by keyboard alone.
#   sh messages.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

MESSAGE='300 500'

# has FILE TEXT: the file has a line of which that is a part.
has() {
    grep -q -- "$2" "$1" 2>/dev/null
}

# The page after a practice, before its message comes.
is_quiet_after() {
    is_after && ! has_words "$MESSAGE"
}

says="not for me"
fresh_home
export XDG_DATA_HOME="$work/home/data"
marks="$XDG_CONFIG_HOME/leeway/marks"
own="$XDG_DATA_HOME/leeway/messages"
open
key space
sleep 5
key Escape
soon "Esc does not lead out, or the message is there at once" is_quiet_after
soon "no message comes" has_words "$MESSAGE"
soon "is not still" is_still 0.5
awake
expect "something is written already" [ ! -e "$marks" ]
shot first
key Right
soon "no other one comes" has_changed first "$(band "$MESSAGE")"
soon "the other one does not stay" is_still 0.7 "$(band "$MESSAGE")"
expect "there is none" has_words "$MESSAGE"
shot second
key Left
soon "the first one does not come back" not has_changed first "$(band "$MESSAGE")"
expect "the first one does not stay" is_still 0.7 "$(band "$MESSAGE")"
key Delete
soon "the next one does not come instead" not has_changed second "$(band "$MESSAGE")"
soon "is not marked" has "$marks" ' = muted$'
# The program hears of its own writing as of anybody's.
expect "what came instead is exchanged" is_still 2 "$(band "$MESSAGE")"
muted=$(sed -n 's/ = muted$//p' "$marks")

says="keep"
awake
key Tab shift+Tab shift+Tab space
soon "is not marked" has "$marks" ' = kept$'
key space
soon "the mark is not taken back" not has "$marks" ' = kept$'
key space
soon "is not marked again" has "$marks" ' = kept$'
expect "one is muted" [ "$(grep -c ' = muted$' "$marks")" -eq 1 ]
expect "is readable to others" [ "$(stat -c %a "$marks")" = 600 ]

says="one of one's own"
key Tab Tab Tab Tab space
comes home "$(band '640 900')"
key shift+Tab shift+Tab shift+Tab space
comes see "$(band '30 690')"
key Right Right Right Up space
comes mine-none "$(band '30 900')"
moves Tab
xdotool type --delay 20 'The blue cup hangs on its hook.'
key Tab space
soon "is not kept" has "$own" '^text = The blue cup hangs on its hook[.]$'
key Escape
awake
key Escape
soon "Esc does not lead home" is_home
key Escape
gone

# The page after a practice, with its message there whole.
be_after() {
    soon "Space does not begin" is_practice
    key Escape
    soon "Esc does not lead out" is_after
    soon "no message comes" has_words "$MESSAGE"
    soon "the message does not stay" is_still 0.7 "$(band "$MESSAGE")"
}

says="the next day, in the same window"
if command -v faketime >/dev/null; then
    # The sanitizer wants to be the first library.
    export ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0"
    export FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_NO_CACHE=1
    export FAKETIME_TIMESTAMP_FILE="$work/day"
    echo +0d >day
    under="env LD_PRELOAD=$(faketime -f +0d printenv LD_PRELOAD)"
    open
    key space
    be_after
    shot today
    echo +1d >day
    key Tab
    expect "the message changes under the eyes" is_still 1 "$(band "$MESSAGE")"
    expect "it changed" not has_changed today "$(band "$MESSAGE")"
    key space
    be_after
    expect "is the same as the day before" has_changed today "$(band "$MESSAGE")"
    key Escape
    gone
    under=
fi

says="the command line"
"$program" list messages >listed 2>err
expect "$(cat err)" [ ! -s err ]
expect "the own one is not listed" \
    grep -q '	The blue cup hangs on its hook[.]		yes	$' listed
expect "the muted one is not told" grep -q "^$muted	.*	no	muted$" listed
"$program" forget >forgotten
expect "the marks are there still" [ ! -e "$marks" ]
expect "one's own went" [ -e "$own" ]

finish
