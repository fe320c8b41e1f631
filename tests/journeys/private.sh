#!/bin/sh
# SPDX-License-Identifier: MIT
# What a person writes before reaching out is nowhere but where they asked for it: not in a
# file, not in the window's names, not in a core dump. Somebody walks in while it is
# written; it is kept, nobody reaches out, and the next day it is offered.
#   sh private.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
# shellcheck disable=SC3045 # ulimit -c is not everywhere, but here
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

MARK=plumvanequay # no word of any text
FIELD='200 540'

export XDG_DATA_HOME="$work/home/data" XDG_STATE_HOME="$work/home/state"
export XDG_CACHE_HOME="$work/home/cache" TMPDIR="$work/tmp"
mkdir "$work/tmp" "$work/bin"
cat >bin/xdg-open <<EOF
#!/bin/sh
printf '%s' "\$1" >"$work/mailed"
EOF
chmod +x bin/xdg-open
PATH="$work/bin:$PATH"

# spied: everything that the window was ever called, into ./names.
spy() {
    xprop -id "$window" -spy -notype WM_NAME _NET_WM_NAME WM_ICON_NAME _NET_WM_ICON_NAME \
        WM_CLASS WM_CLIENT_MACHINE WM_COMMAND >>names 2>/dev/null &
}

# The field has the colour of panels; what lies there on the page before has not.
is_write() {
    [ "$(count "$((W / 2 - 150)) $((H * 48 / 100)) 300 12" 1B242B 1B242B)" -gt 3000 ]
}

# write_page: from the face of reaching out to the page to write on.
write_page() {
    open reach
    spy
    spots reach
    press "Write a line"
    soon "nothing leads to the page" is_write
    awake
    spots write
    press_field
}

# away: the pointer is drawn into what there is to see.
away() {
    xdotool mousemove 1919 1079
    sleep 0.1
}

press_field() {
    click $((W / 2)) $((H * 42 / 100))
    away
}

write_line() {
    shot empty
    xdotool type --delay 8 "the $MARK by six"
    soon "nothing is written" has_changed empty "$(band "$FIELD")"
    soon "is not still" is_still 0.3
}

# holders: the files of this journey that hold the line.
holders() {
    grep -rl "$MARK" home tmp run 2>/dev/null | sort | tr '\n' ' '
}

is_nowhere() {
    expect "stands in $(holders)" [ -z "$(holders)" ]
    expect "nobody looked at the names" grep -q NAME names
    expect "the window was called by it" not grep -q "$MARK" names
    expect "the window was called $(grep NAME names | grep -v '"Leeway"\|not found' |
        head -n 1)" not grep -q 'NAME = "[^L]' names
}

# ---- somebody walks in

says="somebody walks in"
write_page
write_line
shot written
key ctrl+h
soon "the page is not empty" is_bare
expect "name" [ "$(xdotool getwindowname "$window")" = Leeway ]
awake
key space Return o m F1
sleep 0.2
expect "another key brings it back" is_bare
key ctrl+h # which hides again what another key brought back
soon "the text is not there" not has_changed written "$(band "$FIELD")"
is_nowhere

says="closed while it is hidden"
key ctrl+h
soon "the page is not empty" is_bare
key Escape
gone
is_nowhere

# ---- a crash

says="a crash while something is written"
mkdir canary
(cd canary && ulimit -c unlimited && sh -c 'kill -SEGV $$' 2>/dev/null)
if [ -n "$(ls canary)" ]; then
    ulimit -c unlimited
    # A sanitizer would end it otherwise, and leaves no core of anything.
    asan=${ASAN_OPTIONS-}
    export ASAN_OPTIONS="$asan:handle_segv=0:disable_coredump=0"
    write_page
    write_line
    kill -SEGV "$pid"
    soon "is still there" has_ended
    expect "a core: $(find . -name 'core*' ! -path './canary/*')" \
        [ -z "$(find . -name 'core*' ! -path './canary/*')" ]
    rm -f pid
    export ASAN_OPTIONS="$asan"
    ulimit -c 0
    is_nowhere
else
    echo "no core is left here, so a crash was not tried"
fi

# ---- not now, and the next day

says="in the mail program alone"
write_page
write_line
shot written
press "Open in mail"
soon "the mail program was not asked for it" grep -qs "$MARK" mailed
is_nowhere
press "Copy"
sleep 0.5
is_nowhere

says="kept for later"
kept=home/data/leeway/line
press "Keep for later"
printf 'leeway line 1\nthe %s by six\n' "$MARK" >expected
soon "is not kept as it is written" cmp -s expected "$kept"
expect "is kept in $(holders)" [ "$(holders)" = "$kept " ]
expect "others may read it" [ "$(stat -c %a "$kept")" = 600 ]

says="not now"
sleep 0.2
press "Not now"
soon "does not end where everything ends" is_after
key Escape
gone
expect "is kept in $(holders)" [ "$(holders)" = "$kept " ]

says="the next day"
if command -v faketime >/dev/null; then
    # The sanitizer wants to be the first library.
    export ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0"
    export FAKETIME_DONT_FAKE_MONOTONIC=1
    under="faketime -f +1d"
fi
write_page
soon "something is written already" not has_changed empty "$(band "$FIELD")"
spots write-line # where a line was kept
shot offered
press "the kept line"
away
soon "the kept line is another one" not has_changed written "$(band "$FIELD")"
expect "is kept in $(holders)" [ "$(holders)" = "$kept " ]
key Escape
soon "Esc does not lead out" is_after
key Escape
gone
expect "is kept in $(holders)" [ "$(holders)" = "$kept " ]

says="erased"
"$program" forget >forgotten 2>&1
expect "it is not told" grep -q "$kept" forgotten
is_nowhere

finish
