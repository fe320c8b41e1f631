#!/bin/sh
# SPDX-License-Identifier: MIT
# Themes and figures as the window shows them, from the command line and the settings.
#   sh look.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

# is_page LOW HIGH: most of the window lies between two colours.
is_page() {
    [ "$(count "$(whole)" "$1" "$2")" -gt $((W * H * 3 / 4)) ]
}

has_white_shape() {
    [ "$(count "$(whole)" FFFFFF FFFFFF)" -gt 500 ]
}

close() {
    key Escape
    gone
}

# choose_length: another one, from the list of the row, which has no doors below it.
choose_length() {
    shot before
    click $((W / 2)) $((H * 665 / 1000))
    soon "the row opens no choices" has_changed before "$(band "$BUTTONS")"
    awake
    key Down
    key Return
    soon "the length was not kept" grep -qs '^minutes = ' "$XDG_CONFIG_HOME/leeway/settings"
}

says="paper"
open --theme paper
soon "is not light" is_page EEE9DF F6F2EA
close

says="contrast is remembered"
settings 'theme = contrast'
open
soon "is not black" is_page 000000 000000
soon "the shape is not white" has_white_shape
close

says="the command line counts for once"
open --theme paper --figure ring
soon "is not light" is_page EEE9DF F6F2EA
choose_length
close
expect "the theme was not kept" grep -qx 'theme = contrast' "$XDG_CONFIG_HOME/leeway/settings"
expect "the figure was kept" not grep -q figure "$XDG_CONFIG_HOME/leeway/settings"

says="a theme from later"
settings 'theme = dusk' 'figure = lotus'
open
soon "is not night" is_page 0E1318 141B21
choose_length
close
expect "the theme is lost" grep -qx 'theme = dusk' "$XDG_CONFIG_HOME/leeway/settings"
expect "the figure is lost" grep -qx 'figure = lotus' "$XDG_CONFIG_HOME/leeway/settings"

says="less movement"
settings 'movement = less'
open
soon "home moves" is_still 1
key space
soon "Space does not begin" has_ring
sleep 4
expect "the ring does not fill" not is_still 0.5
key Escape
soon "Esc does not leave" not has_ring
key Escape
gone

says="letters for easy reading"
settings 'movement = less'
open
soon "home moves" is_still 0.3
shot usual
close
settings 'movement = less' 'letters = easy'
open
soon "home moves" is_still 0.3
expect "the letters are as usual" has_changed usual
close
cp -r "$LEEWAY_ASSETS" bare
rm bare/fonts/Andika-Regular.ttf
whole_assets=$LEEWAY_ASSETS
export LEEWAY_ASSETS="$work/bare"
open
soon "without them it does not look as usual" not has_changed usual
close
export LEEWAY_ASSETS="$whole_assets"

says="movement as usual"
fresh_home
open
soon "is not home" is_home
expect "home does not move" not is_still 1
close

finish
