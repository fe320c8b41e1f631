#!/bin/sh
# SPDX-License-Identifier: MIT
# No socket of the network is ever opened, whatever a person does in the window: every
# practice and the ways out of it, a line that is written, mailed, copied and kept, people
# to call, settings, what is kept.
#   sh network.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u

if ! strace -f -o /dev/null true 2>/dev/null; then
    echo "skipped: strace may not trace here"
    exit 77
fi
ways='practices pages'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

# The leak checker cannot work beside strace.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"
under="strace -f -A -e trace=socket,connect -o $work/trace"
mkdir bin
cat >bin/xdg-open <<EOF
#!/bin/sh
printf '%s' "\$1" >"$work/mailed"
EOF
chmod +x bin/xdg-open
PATH="$work/bin:$PATH"

# stop STOP WORDS [N]: presses what stands there on that page.
stop() {
    spots "$1"
    shift
    press "$@"
}

# begin: Space begins what home shows.
begin() {
    key space
    soon "Space does not begin" not is_home
    awake
}

# press_each STOP WORDS ...
press_each() {
    spots "$1"
    shift
    for words in "$@"; do
        press "$words"
        sleep 0.3
    done
}

# over: the program, which is who asked for a window, has ended well. What it started may
# live longer: a bus, and what keeps the clipboard.
over() {
    own=$(sed -n '/X11-unix/ { s/ .*//p; q }' trace)
    soon "does not end" grep -q "^$own .*exited with 0" trace
    has_ended || kill "$pid"
    within 250 has_ended
    rm -f pid
}

stays_offline() {
    expect "nothing was traced" grep -q AF_UNIX trace
    expect "$(grep AF_INET trace | head -n 3)" not grep -q AF_INET trace
}

# breathed, scanned and sat, with sound that comes and goes, left by every way there is.
practices() {
    open breathe --sound ocean --marks on
    begin
    key m
    key m
    to key F1
    to key Escape
    to key o
    to stop another-way "Look around the room"
    key Right Right
    to key Escape
    to stop after "Something smaller"
    to stop smaller "A sound for one minute"
    sleep 1
    key Escape
    soon "Esc does not leave" is_after
    awake
    to stop after Home
    to stop home "Body scan"
    begin
    sleep 3
    key Right
    sleep 3
    key Escape
    soon "Esc does not leave the scan" is_after
    awake
    to stop after Home
    to stop home Sit
    begin
    sleep 3
    key h
    soon "does not hide" is_bare
    key Escape
    over
}

# written and looked at.
pages() {
    open reach
    to stop reach "Write a line"
    click $((W / 2)) $((H * 42 / 100))
    xdotool type --delay 8 "one line"
    press_each write "Open in mail" Copy "Keep for later"
    soon "no mail program was asked" [ -e mailed ]
    to key Escape
    to key F2
    to key Escape
    to stop after Home
    to stop home Settings
    key Right Right Right Right
    to key Escape
    to stop home "What is kept"
    to key Escape
    key Escape
    over
}

case $way in
practices)
    says="every practice, with sound"
    export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"
    practices
    ;;
pages)
    says="every page, with whatever sound there is"
    unset SDL_AUDIODRIVER
    pages
    ;;
esac
stays_offline

finish
