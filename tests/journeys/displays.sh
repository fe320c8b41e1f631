#!/bin/sh
# SPDX-License-Identifier: MIT
# The window on displays of several densities, and where it was left.
#   sh displays.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

FOCUS='EAC882 F2D08A'
SETTLED_S=2.5 # what the desktop does with a new window is over
kept=$XDG_CONFIG_HOME/leeway/settings

# dpi NUMBER: what the desktop says about its displays.
dpi() {
    xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER \
        "$(printf 'Xft.antialias:\t1\nXft.dpi:\t%s\n' "$1")"
}

is_framed() {
    # shellcheck disable=SC2086
    [ "$(count "$(whole)" $FOCUS)" -gt 100 ]
}

# is_twice SMALL LARGE: within the pixels that letters are fitted to.
is_twice() {
    apart=$(($2 - 2 * $1))
    [ "$apart" -ge -8 ] && [ "$apart" -le 8 ]
}

close() {
    key Escape
    gone
}

# ---- density

settings 'movement = none'
says="one pixel to a point"
open --size 960x540
expect "is $W x $H" [ "$W $H" = "960 540" ]
soon "is not home" has_words "$LINE"
# shellcheck disable=SC2046
set -- $(words "$LINE")
close

says="two pixels to a point"
dpi 192
open --size 960x540
expect "is $W x $H" [ "$W $H" = "1920 1080" ]
soon "is not home" has_words "$LINE"
small="$*"
# shellcheck disable=SC2046,SC2086
set -- $small $(words "$LINE")
expect "words are $7 wide, and were $3" is_twice "$3" "$7"
expect "words are $8 high, and were $4" is_twice "$4" "$8"
shot dense
click $((W / 2)) $((H * 665 / 1000))
soon "the row opens no choices" is_framed
xdotool mousemove 1919 1079
key Escape
soon "Esc does not lead back" has_words "$LINE"
close

says="told by hand"
export LEEWAY_DENSITY=1
open --size 960x540
expect "is $W x $H" [ "$W $H" = "960 540" ]
close
dpi 96
export LEEWAY_DENSITY=2
open --size 960x540
soon "is another picture" not has_changed dense
close
unset LEEWAY_DENSITY

# Three fifths of the screen, and 480 points high at least.
says="between"
dpi 144
open
expect "is $W x $H" [ "$W $H" = "1152 720" ]
soon "shows no words" has_words "$FOOT"
close
dpi 96

# ---- place

# The desktop leaves windows where they are, and puts a title above them.
sed -e 's/<decor>no/<decor>yes/' -e '/<position/d' openbox.xml >free.xml
mv free.xml openbox.xml
openbox --reconfigure

place() {
    xdotool getwindowgeometry --shell "$window" |
        sed -n 's/^\(X\|Y\|WIDTH\|HEIGHT\)=//p' | tr '\n' ' '
}

# is_on_screen: at its right edge, but for what the desktop puts around a window.
is_on_screen() {
    # shellcheck disable=SC2046
    set -- $(place)
    [ $(($1 + $3)) -le 1924 ] && [ "$1" -ge 900 ]
}

is_place() {
    [ "$(place)" = "$1" ]
}

says="nothing is moved"
fresh_home
open
sleep "$SETTLED_S"
first=$(place)
key F11
sleep 0.5
key F11
soon "does not come back from full screen" is_place "$first"
close
expect "something is kept" [ ! -e "$kept" ]

says="moved"
open
sleep "$SETTLED_S"
xdotool windowmove "$window" 300 200 windowsize "$window" 800 500
soon "is not kept" grep -qsx 'window = 800x500+300+200' "$kept"
left=$(place)
close
for start in second third; do
    says="the $start start"
    open
    soon "stands at $(place), and was left at $left" is_place "$left"
    close
done

says="moved, and closed at once"
open
sleep "$SETTLED_S"
was=$(place)
xdotool windowmove "$window" 320 220
soon "is not moved" not is_place "$was"
close
expect "is not kept" grep -qsx 'window = 800x500+320+220' "$kept"

says="a size for once"
open --size 640x480
sleep "$SETTLED_S"
xdotool windowmove "$window" 10 10
sleep "$SETTLED_S"
close
expect "another place is kept" grep -qsx 'window = 800x500+320+220' "$kept"

says="on a display that is gone"
settings 'window = 1000x600+5000+100'
open
soon "stands at $(place)" is_on_screen
expect "is $W x $H" [ "$W $H" = "1000 600" ]
close

says="no place at all"
settings 'window = somewhere'
open
expect "is $W x $H" [ "$W $H" = "1152 648" ]
close

finish
