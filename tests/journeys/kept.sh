#!/bin/sh
# SPDX-License-Identifier: MIT
# What is kept, through the window: erased and put back by keyboard and by pointer, and a
# disk that does not play along.
#   sh kept.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

SENTENCE='20 100' # nothing else has words as high up as the page
ROWS='145 245'    # the settings' own
TOOLS='835 885'
CHOSEN='leeway settings 1
# mine
volume = 40
theme = night'

kept_path() {
    kept=$XDG_CONFIG_HOME/leeway/settings
}

# write_kept TEXT: what is remembered.
write_kept() {
    kept_path
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    printf '%s\n' "$1" >"$kept"
}

is_erased() {
    [ ! -e "$kept" ]
}

is_kept() {
    [ -f "$kept" ]
}

# holds TEXT: the file is this, and nobody else's to read.
holds() {
    [ "$(cat "$kept" 2>/dev/null)" = "$1" ] && [ "$(stat -L -c %a "$kept")" = 600 ]
}

is_open() {
    has_words "$SENTENCE"
}

# The page, by keyboard: the fourth from the end.
open_page() {
    open "$@"
    key Shift+Tab Shift+Tab Shift+Tab Shift+Tab space
    soon "the page does not open" is_open
    awake
}

# left_behind: the desktop's own bus notes where it can be found.
left_behind() {
    find "$HOME" -type f -not -path '*/.dbus/*'
}

leave_page() {
    key Escape
    soon "Esc does not lead home" is_home
    key Escape
    gone
}

# one_line: what it said about the disk.
one_line() {
    expect "$(cat err)" [ "$(wc -l <err)" -eq 1 ]
    expect "$(cat err)" grep -q '^leeway: ' err
}

# ---- nothing kept

says="nothing kept"
fresh_home
kept_path
open_page
leave_page
expect "something was written: $(left_behind)" [ -z "$(left_behind)" ]

# ---- by keyboard alone

says="keyboard"
fresh_home
write_kept "$CHOSEN"
chmod 600 "$kept"
open_page
note_words "$ROWS"
key Tab Tab space
soon "is not erased" is_erased
expect "the folder stays" [ ! -e "$XDG_CONFIG_HOME/leeway" ]
soon "the row does not say so" not says_so "$ROWS"
key Tab space
soon "is not put back" holds "$CHOSEN"
soon "the row does not say so" says_so "$ROWS"
key Tab space
soon "does not show the file" not is_open
awake
key Escape
soon "Esc does not lead back to the page" is_open
awake
leave_page
expect "something else was written: $(left_behind)" [ "$(left_behind)" = "$kept" ]

says="leaving forgets"
open_page
key Tab Tab space
soon "is not erased" is_erased
leave_page
expect "is there again" is_erased

# ---- by pointer alone

says="pointer"
write_kept "$CHOSEN"
chmod 600 "$kept"
open
spots home
press "What is kept"
soon "the foot does not open the page" is_open
awake
note_words "$ROWS"
spots kept
press Erase
soon "is not erased" is_erased
soon "the row does not say so" not says_so "$ROWS"
# shellcheck disable=SC2046
set -- $(words "$TOOLS")
click $(($1 + 12)) $(($2 + 6))
soon "is not put back" holds "$CHOSEN"
soon "the row does not say so" says_so "$ROWS"
press "Erase everything"
soon "Erase everything does not" is_erased
press "Esc back"
soon "Esc back does not lead home" is_home
key Escape
gone

# ---- after erasing

says="a choice after erasing"
fresh_home
write_kept "$CHOSEN
text-size = 125
minutes = 20"
open_page --theme contrast
key Tab Tab space
soon "is not erased" is_erased
sleep 0.3
expect "was written again" is_erased
key m
soon "the new choice is not kept" is_kept
expect "$(cat "$kept")" grep -qx 'sound = on' "$kept"
expect "what was erased is there again: $(cat "$kept")" [ "$(grep -c = "$kept")" -eq 1 ]
key Shift+Tab Shift+Tab Shift+Tab Shift+Tab space
soon "is not put back" grep -qx 'minutes = 20' "$kept"
soon "the choice is lost: $(cat "$kept")" grep -qx 'sound = on' "$kept"
expect "the theme was kept" grep -qx 'theme = night' "$kept"
key Escape Escape
gone

# ---- remembering

says="remembering nothing"
fresh_home
write_kept "$CHOSEN"
open_page
key Shift+Tab Shift+Tab Shift+Tab space
soon "the answer is not kept" grep -qx 'remember = off' "$kept"
expect "choices stay: $(cat "$kept")" [ "$(grep -c = "$kept")" -eq 1 ]
expect "the comment went" grep -qx '# mine' "$kept"
key m
sleep 0.3
expect "a choice is kept" not grep -q sound "$kept"
key space
soon "is not remembered again" grep -qx 'sound = on' "$kept"
expect "what held is lost" grep -qx 'volume = 40' "$kept"
leave_page

# ---- a file that is not as it was left

says="a broken line"
fresh_home
write_kept "$CHOSEN
minutes = many"
open_page
key m
soon "is not kept" grep -qx 'sound = on' "$kept"
expect "the line is lost" grep -qx 'minutes = many' "$kept"
one_line
leave_page

says="zeros"
fresh_home
write_kept ''
head -c 5000 /dev/zero >"$kept"
open_page
one_line
note_words "$ROWS"
key Tab space
soon "is not shown" not says_so "$ROWS"
awake
key Next Next
key Escape
soon "does not lead back" is_open
awake
key m
soon "the choice is not kept" grep -qsx 'sound = on' "$kept"
expect "what was there is lost" [ "$(wc -c <"$kept.bad")" -eq 5000 ]
leave_page

says="a folder"
fresh_home
kept_path
mkdir -p "$kept/inside"
open_page
expect "it is told: $(cat err)" grep -q '^leeway: ' err
key m
sleep 0.3
leave_page
expect "the folder went" [ -d "$kept/inside" ]

says="a link"
fresh_home
write_kept "$CHOSEN"
chmod 600 "$kept"
mkdir "$HOME/dots"
mv "$kept" "$HOME/dots/leeway"
ln -s "$HOME/dots/leeway" "$kept"
open_page
key Tab Tab space
soon "the link is not erased" is_erased
expect "what it led to stays" [ ! -e "$HOME/dots/leeway" ]
key Tab space
soon "is not put back" holds "$CHOSEN"
expect "is no link" [ -L "$kept" ]
leave_page

# ---- other hands

says="erased by another hand"
fresh_home
write_kept "$CHOSEN"
open
rm -r "$XDG_CONFIG_HOME/leeway"
key m
soon "is not kept" is_kept
expect "$(cat "$kept")" [ "$(grep -c = "$kept")" -eq 1 ]
expect "$(cat "$kept")" grep -qx 'sound = on' "$kept"
key Escape
gone

# ---- a disk that does not play along

# on_disk OPTIONS: the folder of settings becomes a disk of its own, if that may be.
on_disk() {
    fresh_home
    mkdir -p "$XDG_CONFIG_HOME"
    mount -t tmpfs -o "$1" leeway "$XDG_CONFIG_HOME" 2>/dev/null
}

off_disk() {
    umount "$XDG_CONFIG_HOME" 2>/dev/null
}
trap 'off_disk; clean_up' EXIT

says="a full disk"
if on_disk size=8k,nr_inodes=8; then
    write_kept "$CHOSEN"
    chmod 600 "$kept"
    open_page
    head -c 100000 /dev/zero >"$XDG_CONFIG_HOME/full" 2>/dev/null
    key m
    soon "nothing is told" grep -q 'could not be written' err
    expect "what was there is lost" holds "$CHOSEN"
    expect "something is left of it" [ "$(find "$XDG_CONFIG_HOME/leeway" -type f |
        wc -l)" -eq 1 ]
    one_line
    rm "$XDG_CONFIG_HOME/full"
    key m m
    soon "is not kept when there is room again" grep -qx 'sound = on' "$kept"

    says="putting back on a full disk"
    note_words "$SENTENCE"
    key Tab Tab space
    soon "is not erased" is_erased
    head -c 100000 /dev/zero >"$XDG_CONFIG_HOME/full" 2>/dev/null
    key Tab space
    soon "is not told" not says_so "$SENTENCE"
    expect "half of it is there" is_erased
    rm "$XDG_CONFIG_HOME/full"
    key space
    soon "is not put back when there is room again" grep -qsx 'sound = on' "$kept"
    soon "is still told" says_so "$SENTENCE"
    leave_page
    off_disk
else
    echo "no disk can be made here, so a full one was not tried"
fi

says="a disk that is read-only"
if on_disk size=1m; then
    write_kept "$CHOSEN"
    chmod 600 "$kept"
    mount -o remount,ro "$XDG_CONFIG_HOME"
    open_page
    note_words "$SENTENCE"
    key Tab Tab space
    soon "is not told" not says_so "$SENTENCE"
    expect "it went" holds "$CHOSEN"
    key m
    soon "nothing is told" grep -q '^leeway: ' err
    one_line
    leave_page
    off_disk
else
    echo "no disk can be made here, so a read-only one was not tried"
fi

finish
