#!/bin/sh
# SPDX-License-Identifier: MIT
# Every figure in every theme, and every bed, as a practice in the window: it shows its
# page, it moves, it sounds, and Esc leaves it silent.
#   sh every.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
ways='night paper contrast'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"
FADE_FRAMES=14400 # 300 ms

# page_of THEME: the colours its page is made of.
page_of() {
    case $1 in
    night) echo 0E1318 141B21 ;;
    paper) echo EEE9DF F6F2EA ;;
    contrast) echo 000000 000000 ;;
    esac
}

# is_page THEME: most of the window is page.
is_page() {
    # shellcheck disable=SC2046
    [ "$(count "$(whole)" $(page_of "$1"))" -gt $((W * H * 3 / 4)) ]
}

figure_area() {
    echo "$((W / 2 - S / 4)) $((H * 36 / 100 - S / 4)) $((S / 2)) $((S / 2))"
}

# has_drawn: something stands where the figure belongs.
has_drawn() {
    # shellcheck disable=SC2046
    inside=$(count "$(figure_area)" $(page_of "$theme"))
    [ $((S * S / 4 - inside)) -gt 1000 ]
}

# has_left: the buttons of the page after it stand there, by their lower edges.
has_left() {
    # shellcheck disable=SC2046
    page=$(count "$(band '838 846')" $(page_of "$theme"))
    [ $((W * (H * 8 / 1000) - page)) -gt $((W / 3)) ]
}

# leaves: by Esc, and is silent from 300 ms after that is seen. The 300 ms after the key
# itself are held by tests/app/test_visit_sound.c.
leaves() {
    expect "has left already" not has_left
    key Escape
    soon "Esc does not leave" has_left
    left=$(played)
    sleep 0.7
    expect "sounds after Esc" silent_from $((left + FADE_FRAMES))
    key Escape
    gone
}

# live_through THEME FIGURE BED
live_through() {
    theme=$1
    says="$1, $2, $3"
    rm -f live
    marks=off
    [ "$3" != none ] || marks=on
    open breathe 3-3 --lead-in 1.6 --theme "$1" --figure "$2" --sound "$3" \
        --marks $marks --volume 100
    soon "is another page" is_page "$1"
    key space
    soon "no figure" has_drawn
    shot begun
    soon "does not move" has_changed begun "$(figure_area)"
    sleep 2.4
    expect "is another page" is_page "$1"
    soon "is silent" has_sound -70
    leaves
}

# scan_through FIGURE: the same for a body scan, whose voice is what sounds.
scan_through() {
    theme=$way
    says="$way, a scan, $1"
    rm -f live
    settings "scan-figure = $1"
    open scan --minutes 3 --lead-in 4 --theme "$way" --volume 100
    key space
    sleep 1.2
    shot begun
    soon "nobody speaks" has_sound -40
    soon "has no caption" has_changed begun "$(band '640 770')"
    expect "is another page" is_page "$way"
    leaves
}

# has_sound DB: louder than that.
has_sound() {
    [ "$(peak 0 999999999)" -gt "$1" ]
}

case $way in
night)
    live_through night orb ocean
    live_through night ring rain
    live_through night words brown
    scan_through path
    ;;
paper)
    live_through paper orb rain
    live_through paper ring brown
    live_through paper words none
    scan_through body
    ;;
contrast)
    live_through contrast orb brown
    live_through contrast ring none
    live_through contrast words ocean
    scan_through words
    ;;
esac

finish
