#!/bin/sh
# SPDX-License-Identifier: MIT
# The window as a person meets it: opened, breathed with, left, on a screen of its own.
#   sh window.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

FOCUS='EAC882 F2D08A'
# How long the window may take to open, and to show what it should not.
OPENING_MS=1500
! grep -q __asan_init "$program" || OPENING_MS=5000

# A long hold soon after the begin, and nothing that could end it.
LONG_HOLD='1.5-60-1.5 --lead-in 0'

# begin ARGUMENT ...: opens the window, and Space begins.
begin() {
    open "$@"
    key space
    soon "Space does not begin" is_practice
}

leave() {
    key Escape
    soon "Esc does not leave" is_after
    key Escape
    gone
}

is_framed() {
    # shellcheck disable=SC2086
    [ "$(count "$(whole)" $FOCUS)" -gt 100 ]
}

# The ring shines as it does in a hold.
is_held() {
    [ "$(count "$(ring_side)" B0B0B0 FFFFFF)" -gt 3 ]
}

shows_words() {
    # shellcheck disable=SC2086
    [ "$(count "$(whole)" $WORDS)" -gt 100 ]
}

is_away() {
    ! xdotool search --onlyvisible --name '^Leeway$' >/dev/null 2>&1
}

is_size() {
    measure
    [ "$W $H" = "$1 $2" ]
}

is_sound_kept() {
    grep -qsx 'sound = on' "$XDG_CONFIG_HOME/leeway/settings"
}

is_painted() {
    [ "$(count "$(whole)" 000000 0A0A0A)" -eq 0 ]
}

# What the process has used so far: hundredths of a second of CPU, and how often one of
# its threads slept.

ticks() {
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$pid/stat"
}

wakes() {
    cat "/proc/$pid"/task/*/status | awk '/^voluntary_ctxt/ { n += $2 } END { print n }'
}

# rests SECONDS: in this time, under 50 ms of CPU and hardly a wake-up.
rests() {
    ticks=$(ticks) wakes=$(wakes)
    sleep "$1"
    ticks=$(($(ticks) - ticks)) wakes=$(($(wakes) - wakes))
    [ "$ticks" -lt 5 ] && [ "$wakes" -lt 20 ]
}

# comes_to_rest SECONDS: what was begun before is carried out first.
comes_to_rest() {
    within 5 rests "$1" && ok && return
    bad "used $ticks hundredths of a second in $1 s, and woke up $wakes times"
}

# The desktop's own bus notes where it can be found.
kept_files() {
    find "$work/home" -type f -not -path '*/.dbus/*' | wc -l
}

# ---- it opens

says="opening"
"$tools/pixels" most "$fb" 0 0 1152 648 F0F0F0 FFFFFF "$OPENING_MS" >whitest &
watch=$!
open breathe 4-6 --lead-in 0
expect "is $W x $H, not three fifths of the screen" [ "$W $H" = "1152 648" ]
soon "is black somewhere" is_painted
soon "is not home" is_home
wait $watch
expect "shows something white: $(cat whitest)" [ "$(cut -d ' ' -f 1 whitest)" -eq 0 ]

says="home"
shot before
soon "the orb does not move" has_changed before
sleep 0.2
# shellcheck disable=SC2046
set -- $("$tools/pixels" differ "$fb" 0 0 "$W" "$H" before)
expect "something beside the orb moves: $*" [ "$2" -gt $((W / 2 - S / 4)) ] &&
    [ $(($2 + $4)) -lt $((W / 2 + S / 4)) ] && [ $(($3 + $5)) -lt $((H * 545 / 1000)) ]
expect "name" [ "$(xdotool getwindowname "$window")" = Leeway ]

# ---- a practice

says="practice"
key space
soon "Space does not begin" is_practice
soon "there is no word" has_words "$WORD"
awake
for change in Down Up; do
    note_words "$HINT"
    key "$change"
    soon "no line answers $change" not says_so "$HINT"
done

says="pausing a breath"
note_words "$WORD"
key space
soon "the word does not change" not says_so "$WORD"
soon "something moves" is_still 0.5
comes_to_rest 3
note_words "$WORD"

says="pausing while it settles"
key space
soon "Space does not go on" not says_so "$WORD"
key space
soon "the word is another one" says_so "$WORD"
soon "something moves" is_still 0.3

says="hiding"
key h
soon "the page is not empty" is_bare
expect "name" [ "$(xdotool getwindowname "$window")" = Leeway ]
expect "icon name" [ "$(xprop -id "$window" _NET_WM_ICON_NAME WM_ICON_NAME |
    grep -cvE '"Leeway"|not found')" -eq 0 ]
soon "something moves" is_still 0.3
awake
key space Down o m F1
sleep 0.2
expect "another key brings it back" is_bare
key h # which hides again what another key brought back
soon "does not come back" is_practice
soon "does not come back paused" says_so "$WORD"

says="leaving"
key Escape
soon "Esc does not lead out" is_after
key Escape
gone
says="nothing was chosen"
expect "$(find "$work/home" -type f)" [ "$(kept_files)" -eq 0 ]

# ---- every way out

says="leaving while it settles"
begin breathe 4-6 --lead-in 60
leave
says="leaving an inhale"
begin breathe 60-60 --lead-in 0
sleep 0.2
leave
says="leaving an exhale"
begin breathe 0.5-60 --lead-in 0
sleep 0.7
leave

says="leaving a hold"
# shellcheck disable=SC2086
begin breathe $LONG_HOLD
soon "no hold" is_held
leave

says="leaving a pause"
begin
awake
note_words "$WORD"
key space
soon "does not pause" not says_so "$WORD"
soon "something moves" is_still 0.2
leave

says="leaving what is hidden"
begin
key h
soon "is not empty" is_bare
key Escape
gone

says="hammering Esc"
begin
key Escape Escape Escape Escape
gone

# What was chosen a moment ago is kept then, too.
says="closing the window"
fresh_home
begin
awake
key m
key alt+F4
gone
expect "the choice is lost" is_sound_kept

says="being asked to end"
fresh_home
begin
awake
note_words "$HINT"
key m
soon "no line answers" not says_so "$HINT"
kill -TERM "$pid"
gone
expect "the choice is lost" is_sound_kept
fresh_home

says="the terminal that started it is closed"
begin
kill -HUP "$pid"
gone

# ---- holds

says="no holds, inside one"
# shellcheck disable=SC2086
begin breathe $LONG_HOLD
soon "no hold" is_held
note_words "$HINT"
held=$(words "$WORD")
key n
soon "no line answers" not says_so "$HINT"
soon "the hold goes on" not is_held
echo "$held" >noted
soon "the word stays" not says_so "$WORD"
leave

# ---- both ways to the window

# frozen WAY: what a practice looks like, paused within a hold.
frozen() {
    export LEEWAY_PRESENTER="$1"
    # shellcheck disable=SC2086
    begin breathe $LONG_HOLD
    soon "no hold" is_held
    awake
    note_words "$WORD"
    key space
    soon "does not pause" not says_so "$WORD"
    soon "something moves" is_still 0.5
    shot "$1"
    leave
    unset LEEWAY_PRESENTER
}

says="surface"
frozen surface
# What the drivers of the graphics card keep is not the program's.
says="texture"
asan=${ASAN_OPTIONS-}
export ASAN_OPTIONS="$asan:detect_leaks=0"
frozen texture
export ASAN_OPTIONS="$asan"
# Only the bead may be elsewhere, which takes the pixels of two.
differing=$("$tools/pixels" differ surface 0 0 1152 648 texture)
expect "they differ: $differing" [ "${differing%% *}" -lt 800 ]

# ---- size

says="size"
open
for size in '480 360' '1920 1080' '240 240'; do
    # shellcheck disable=SC2086
    xdotool windowsize "$window" $size
    # shellcheck disable=SC2086
    soon "does not become $size" is_size $size
    soon "is black somewhere at $size" is_painted
    soon "shows no words at $size" shows_words
done
xdotool windowsize "$window" 1152 648
soon "does not become 1152 648" is_size 1152 648
soon "is not home" is_home

says="full screen"
key F11
soon "F11 does not fill the screen" is_size 1920 1080
soon "is black somewhere" is_painted
soon "is not home" is_home
key F11
soon "F11 does not come back" is_size 1152 648
soon "is black somewhere" is_painted

says="keys"
key F1
shows keys "$(band '60 900')"
key Escape
soon "Esc does not lead back" is_home
awake

says="larger text"
note_words "$LINE"
key ctrl+plus
soon "stays as it is" not says_so "$LINE"
key ctrl+0
soon "does not go back" says_so "$LINE"
key Escape
gone

# ---- behind other windows

says="minimised"
begin
xdotool windowminimize "$window"
soon "does not go" is_away
comes_to_rest 2
xdotool windowactivate "$window"
soon "does not come back" is_practice
soon "is black somewhere" is_painted
leave

# ---- by mouse alone

says="mouse"
fresh_home
open
shot before
note_words "$LINE"
click $((W / 2)) $((H * 665 / 1000))
soon "the row opens no choices" is_framed
awake
# shellcheck disable=SC2046,SC2086
set -- $(box "$(whole)" $FOCUS)
click $((W / 2)) $(($2 - $4 / 2 + 12))
soon "the choice does not lead back" says_so "$LINE"
soon "the row says the same" has_changed before "$(band "$ROW")"
soon "is not kept" grep -qs '^minutes = 1$' "$XDG_CONFIG_HOME/leeway/settings"
click $((W / 2)) $((H * 36 / 100))
soon "the shape does not begin" is_practice
awake
click $((W / 2 - 60)) $((H * 935 / 1000))
soon "Esc leave does not leave" is_after
awake
# shellcheck disable=SC2046,SC2086
set -- $(box "$(band "$BUTTONS")" 66727A FFFFFF)
click $(($1 + $3 - 40)) $((H * 80 / 100))
soon "Home does not lead home" is_home
xdotool mousemove 1919 1079
key Escape
gone

# ---- what is remembered

says="remembered"
fresh_home
open
# shellcheck disable=SC2086
row=$(band "$ROW")
soon "the row moves" is_still 0.3 "$row"
shot before
key m
soon "M does not change the row" has_changed before "$row"
soon "is not kept" grep -qs '^sound' "$XDG_CONFIG_HOME/leeway/settings"
soon "the row moves" is_still 0.3 "$row"
shot before
key Escape
gone
open
soon "the row is another one" not has_changed before "$row"
key Escape
gone

for home in /dev/null/nowhere ''; do
    says="home is \"$home\""
    unset XDG_CONFIG_HOME
    export HOME="$home"
    open
    soon "the row moves" is_still 0.3 "$row"
    shot before
    key m
    soon "M does not change the row" has_changed before "$row"
    key space
    soon "Space does not begin" is_practice
    leave
done
fresh_home

# ---- no display

if [ ! -e /dev/dri ]; then
    says="no display"
    launch env -u DISPLAY "$program"
    within 250 has_ended
    gone 4
    expect "says $(cat err)" [ "$(grep -c '^leeway: ' err) $(wc -l <err)" = "1 1" ]
fi

finish
