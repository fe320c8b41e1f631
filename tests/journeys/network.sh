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

# What lies between the title and the foot; nothing of it moves on most pages.
PAGE='30 900'

# stop STOP WORDS [N]: the pointer presses what stands there on that page, and goes.
stop() {
    spots "$1"
    shift
    press "$@"
    xdotool mousemove 1919 1079
}

# ends: Esc leads to the page after a practice.
ends() {
    key Escape
    soon "Esc does not leave" is_after
    awake
}

# goes_home FACE: from there.
goes_home() {
    stop after Home
    comes "$1" "$(band '790 900')"
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
    xdotool mousemove 1919 1079
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
    key F1
    comes keys "$(band "$PAGE")"
    key Escape
    soon "Esc does not lead back" is_practice
    awake
    key o
    comes another-way "$(band "$PAGE")"
    stop another-way "Look around the room"
    soon "does not begin" not has_words "$TOP"
    awake
    key Right Right
    ends
    stop after "Something smaller"
    comes smaller "$(band "$PAGE")"
    stop smaller "A sound for one minute"
    soon "does not begin" is_practice
    sleep 1
    ends
    goes_home home
    stop home "Body scan"
    comes scan "$(band '100 600')"
    begin
    sleep 3
    key Right
    sleep 3
    ends
    goes_home scan
    stop scan Sit
    comes sit "$(band '640 900')"
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
    stop reach "Write a line"
    comes write "$(band "$PAGE")"
    click $((W / 2)) $((H * 42 / 100))
    xdotool type --delay 8 "one line"
    press_each write "Open in mail" Copy "Keep for later"
    soon "no mail program was asked" [ -e mailed ]
    ends
    key F2
    comes people "$(band '0 880')"
    key Escape
    soon "Esc does not lead back" is_after
    awake
    goes_home reach
    stop reach Settings
    comes see "$(band '30 690')"
    key Right Right Right Right
    shows kept-tab "$(band '160 900')"
    key Escape
    comes reach "$(band '790 900')"
    stop reach "What is kept"
    comes kept "$(band "$PAGE")"
    key Escape
    comes reach "$(band '790 900')"
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
    export LC_ALL=en_IE.UTF-8 # the country that tests/tour is in
    pages
    ;;
esac
stays_offline

finish
