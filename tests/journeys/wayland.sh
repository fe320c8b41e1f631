#!/bin/sh
# SPDX-License-Identifier: MIT
# The window on Wayland: a compositor in a window of the screen, which gives all of it to
# the program, with one and with two pixels to a point.
#   sh wayland.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u

if ! command -v weston >/dev/null; then
    echo "weston is not here, so Wayland was not tried"
    exit 77
fi

# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

FOCUS='EAC882 F2D08A'
# What the drivers of the graphics card keep is not the program's.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

end_weston() {
    [ -s "$work/weston_pid" ] || return
    kill "$(cat "$work/weston_pid")" 2>/dev/null
    rm -f "$work/weston_pid"
    within 250 not is_there
}
trap 'end_weston; clean_up' EXIT

is_there() {
    xdotool search --onlyvisible --class weston >/dev/null 2>&1
}

# start_weston WIDTH HEIGHT SCALE: in points, and smaller than the screen, for weston
# follows only a pointer that it saw come in.
start_weston() {
    weston --no-config --backend=x11-backend.so --shell=kiosk-shell.so --use-pixman \
        --width="$1" --height="$2" --scale="$3" --socket=leeway --idle-time=0 \
        >weston.log 2>&1 &
    echo $! >weston_pid
    W=$(($1 * $3)) H=$(($2 * $3))
    S=$((W < H ? W : H))
    soon "weston does not start" is_there
}

# open_there ARGUMENT ...: the program, until weston shows it.
open_there() {
    launch env SDL_VIDEODRIVER=wayland WAYLAND_DISPLAY=leeway "$program" "$@"
    expect "no window: $(head -c 300 err)" within 1000 is_home
}

# rests: in 3 s, under 50 ms of CPU.
rests() {
    before=$(ticks)
    sleep 3
    used=$(($(ticks) - before))
    [ "$used" -lt 5 ]
}

is_framed() {
    # shellcheck disable=SC2086
    [ "$(count "$(whole)" $FOCUS)" -gt 100 ]
}

ticks() {
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$pid/stat"
}

close() {
    key Escape
    gone
}

# ---- keys, and what they change

says="opening"
start_weston 1152 648 1
open_there breathe 4-6 --lead-in 0
shot before
soon "the orb does not move" has_changed before

says="practice"
key space
soon "Space does not begin" is_practice
soon "there is no word" has_words "$WORD"
awake
note_words "$HINT"
key Down
soon "no line answers" not says_so "$HINT"

says="pausing"
note_words "$WORD"
key space
soon "the word does not change" not says_so "$WORD"
sleep 14 # the legend goes
soon "something moves" is_still 0.5
within 5 rests
expect "used $used hundredths of a second in 3 s" [ "$used" -lt 5 ]

says="hiding"
key h
soon "the page is not empty" is_bare
awake
key h
soon "does not come back" is_practice

says="leaving"
key Escape
soon "Esc does not lead out" is_after
close
expect "something is kept" [ -z "$(find "$work/home" -type f -not -path '*/.dbus/*')" ]

# ---- copying: what is copied goes with the window here, and the page says so

says="copying"
env SDL_VIDEODRIVER=wayland WAYLAND_DISPLAY=leeway "$program" doctor >out 2>err
expect "doctor says: $(grep ^copying out)" \
    grep -qx 'copying: while Leeway is open, and no longer' out
open_there
new_by_keys
press "Copy as text"
xdotool mousemove 1919 1079
paint maker-copied-while-open
soon "the page says something else" is_like "$(band '640 720')"
key Escape Escape Escape
awake
close

# ---- a body scan

CAPTION='640 770'

says="a scan"
open_there scan --lead-in 1
key space
soon "has no caption" has_words "$CAPTION"
sleep 1.5
note_words "$CAPTION"
key Right
soon "goes nowhere" not says_so "$CAPTION"
sleep 2.5
soon "the next place has no words" has_words "$CAPTION"
key o
comes scan-another-way "$(band '100 900')"
key space
soon "does not come back" not has_words "$TOP"
soon "has no caption" has_words "$CAPTION"
key Escape
soon "Esc does not lead out" is_after
close

# ---- the same picture as on X11, pixel by pixel

# alike WHAT: it looks as it did.
alike() {
    soon "is not what it was" not has_changed "$1"
}

settings 'movement = none'
says="one pixel to a point"
open_there
sleep 4 # the pointer goes
shot one
close
end_weston
open --size 1152x648
soon "is not home" is_home
alike one
close

says="two pixels to a point"
export LEEWAY_DENSITY=2
open --size 900x500
soon "is not home" is_home
soon "something moves" is_still 0.3
shot two
close
unset LEEWAY_DENSITY
start_weston 900 500 2
open_there
alike two

says="the pointer, where a point has two pixels"
xdotool mousemove $((W / 2)) $((H * 665 / 1000))
sleep 0.3
xdotool click 1
soon "the row opens no choices" is_framed
key Escape
soon "Esc does not lead back" is_home
close

finish
