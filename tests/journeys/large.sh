#!/bin/sh
# SPDX-License-Identifier: MIT
# The largest text in a small window and on a whole screen: every page is reached, and
# read to its end by keyboard and by wheel, and looks as tests/tour paints it.
#   sh large.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
ways='480x360 1920x1080'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

PAGES=16     # Page Downs that are enough for the longest

keys() {
    for _ in $(seq "$1"); do
        printf ' %s' "$2"
    done
}

# turns KEY: to one end of the page.
turns() {
    # shellcheck disable=SC2046 # words
    xdotool key --delay 2 $(keys "$PAGES" "$1")
}

# wheels BUTTON: the same by the wheel, of which a page takes four.
wheels() {
    xdotool click --delay 2 --repeat $((4 * PAGES)) "$1"
}

# is_at PICTURE: there is nothing to see but that.
is_at() {
    stop=$1
    is_like "$page"
}

# reads STOP: the page that is open is this one, as far as it goes.
reads() {
    says="$1 at ${W}x$H"
    shows "$1" "$page"
    mv "$1.png" top.png
    awake
    expect "has no end" paint "$1" --end
    mv "$1.png" end.png
    ! cmp -s top.png end.png || return
    long=$((long + 1))
    turns Next
    soon "keys do not lead to its end" is_at end
    turns Prior
    soon "keys do not lead back" is_at top
    wheels 5
    soon "the wheel does not lead to its end" is_at end
    wheels 4
    soon "the wheel does not lead back" is_at top
}

# back PICTURE: Esc leads from what looks like that.
back() {
    key Escape
    soon "Esc leads nowhere" not is_at "$1"
}

# faces: the lists of a scan's face, its places, and the lists of a sit's; then the first
# face is there again. Nothing is framed before.
faces() {
    key Tab Tab Tab Tab Tab Tab space
    key shift+Tab shift+Tab shift+Tab shift+Tab space
    reads list-route
    back top
    key Tab space
    shows list-scan-length "$page" # as long as it is, it opens where the chosen one is
    back list-scan-length
    key Tab space
    reads list-voice
    back top
    key shift+Tab shift+Tab shift+Tab space
    reads places
    to key Escape
    key Tab Tab Tab Tab Tab Tab space
    key shift+Tab shift+Tab shift+Tab shift+Tab space
    reads list-bells
    back top
    key Tab space
    reads list-bell
    back top
    key Tab space
}

# every_page SIZE: the pointer rests at the left edge, outside of what is compared.
every_page() {
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    printf 'leeway settings 1\n%s\n%s\n%s\n' 'text-size = 250' 'movement = none' \
        'messages = none' >"$XDG_CONFIG_HOME/leeway/settings"
    long=0
    says="opening at $1"
    # A friend's voice, as tests/tour has one; it is looked for when the window opens.
    mkdir -p "$HOME/.local/share/leeway/voices/ana"
    printf 'leeway voice 1\ntitle = Ana\n' >"$HOME/.local/share/leeway/voices/ana/voice"
    open --size "$1"
    rm -r "$HOME/.local"
    xdotool mousemove 2 $((H / 2))
    page="24 0 $((W - 32)) $H"
    reads home
    key F1
    reads keys
    to key Escape
    key shift+Tab shift+Tab shift+Tab space
    reads see
    key Right
    reads hear
    key Right
    reads breathe
    key Right
    reads words
    key Right
    reads kept-tab
    key Down space
    reads kept
    key Tab space
    reads shown
    to key Escape
    to key Escape
    key Down space
    reads places-left-out
    to key Escape
    to key Escape
    key shift+Tab shift+Tab shift+Tab
    to key space
    key Right Up space
    reads sounds
    to key Escape
    key Up space
    reads voice-and-bells
    key Up space
    reads voice
    to key Escape
    to key Escape
    to key Escape
    key shift+Tab shift+Tab shift+Tab
    to key space
    key Right Right Up space
    reads own
    key Tab space
    reads maker
    to key Escape
    to key Escape
    to key Escape
    faces
    soon "is not still" is_still 0.5 "$page"
    shot before
    click $((W / 2)) 60
    xdotool mousemove 2 $((H / 2))
    soon "a press leads nowhere" has_changed before "$page"
    awake
    key o
    reads another-way
    key Escape
    reads after
    key Tab Tab space
    reads smaller
    key Escape
    soon "does not go back" not is_at top
    key Escape
    gone
}

every_page "$way"
[ "$way" != 480x360 ] ||
    expect "only $long pages were longer than the window" [ "$long" -ge 14 ]

finish
