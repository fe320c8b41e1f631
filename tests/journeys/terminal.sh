#!/bin/sh
# SPDX-License-Identifier: MIT
# A practice in the terminal, as a person at a keyboard and as a script meet it.
#   sh terminal.sh PROGRAM ASSETS TOOLS
set -u

program=$1
export LEEWAY_ASSETS="$2"
typist=$3/typist
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
export SDL_AUDIODRIVER=dummy TERM=xterm

if ! [ -e /dev/pts/ptmx ]; then
    echo "skipped: /dev/pts is not mounted here, so there is no terminal to sit at"
    exit 77
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config"
unset XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
mkdir "$HOME"
cd "$work" || exit 1

passed=0
failed=0
says=

expect() {
    wrong=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s: %s\n' "$says" "$wrong"
    fi
}

# sits WHAT STEP ... -- ARGUMENT ...: a person who does these steps is served so.
sits() {
    says=$1
    shift
    : >steps
    while [ "$1" != -- ]; do
        printf '%s\n' "$1" >>steps
        shift
    done
    shift
    # shellcheck disable=SC2046
    (
        arguments=$*
        set -f
        IFS='
'
        set -- $(cat steps)
        IFS=' '
        # shellcheck disable=SC2086
        exec "$typist" "$@" -- "$program" $arguments
    ) >out 2>err
    status=$?
    expect "$(head -c 300 err) $(tr '\r\n' ' |' <out)" [ "$status" -eq 0 ]
    expect "codes in the output" lacks "$(printf '\033')" out
}

lacks() {
    ! grep -q "$1" "$2"
}

esc=$(printf '\033')
ctrl_c=$(printf '\003')
ctrl_z=$(printf '\032')

# ---- without a keyboard

says="into a file"
timeout 60 "$program" breathe 1-2 --breaths 2 --lead-in 0 --text </dev/null >out 2>err
expect "exit status $?" [ $? -eq 0 ]
head -n 6 out | tail -n 4 >turns
expect "turns: $(tr '\n' ' ' <out)" [ "$(tr '\n' ' ' <turns)" = "In Out In Out " ]
expect "length: $(head -n 1 out)" [ "$(head -n 1 out)" = "6 seconds, in whole breaths." ]
expect "no message" [ "$(wc -l <out)" -eq 7 ]
expect "speaks of keys" lacks Space out
expect "stderr: $(head -c 300 err)" [ ! -s err ]
expect "codes in the output" lacks "$esc" out
says="a reader that goes away"
"$program" breathe 1-2 --breaths 2 --lead-in 0 --text </dev/null 2>err | head -n 1 >out
expect "said $(cat out)" [ "$(cat out)" = "6 seconds, in whole breaths." ]
says="holds and a lead-in"
timeout 60 "$program" breathe 0.5-1-1-0.5 --breaths 1 --lead-in 0.5 --text </dev/null >out
expect "$(tr '\n' ' ' <out)" \
    [ "$(grep -xE 'In a moment|In|Hold|Out|Rest' out | tr '\n' ' ')" = \
    "In a moment In Hold Out Rest " ]

# ---- with one

sits "to the end" 'wait=Space pauses' raw 'wait=In' 'wait=Out' end=0 \
    -- breathe 1-2 --breaths 1 --lead-in 0 --text
sits "Esc" 'wait=In' "send=$esc" end=0 -- breathe 4-6 --lead-in 0 --text
cp out left
expect "no message" [ "$(wc -l <left)" -ge 4 ]
sits "q" 'wait=In' 'send=q' end=0 -- breathe 4-6 --lead-in 0 --text
sits "Ctrl+C" 'wait=In' "send=$ctrl_c" end=0 -- breathe 4-6 --lead-in 0 --text
sits "SIGTERM" 'wait=In' raw 'signal=15' end=0 -- breathe 4-6 --lead-in 0 --text
sits "a pause" 'wait=In' ms=700 'send= ' 'wait=Paused. Space goes on.' ms=300 \
    'send= ' 'wait=In a moment' 'wait=In' "send=$esc" end=0 \
    -- breathe 1-2 --minutes 1 --lead-in 0 --text
sits "Esc in a pause" 'wait=In' ms=700 'send= ' 'wait=Paused' "send=$esc" end=0 \
    -- breathe 4-6 --lead-in 0 --text
sits "the arrow keys" 'wait=In' ms=700 "send=${esc}[A" 'wait=A little quicker' \
    "send=${esc}OB" 'wait=A little slower' 'send=+' 'wait=A little quicker' \
    'send=-' 'wait=A little slower' 'send=q' end=0 \
    -- breathe 4-6 --minutes 5 --lead-in 0 --text
sits "a key that means nothing" 'wait=In' ms=700 'send=x' 'wait=Space pauses' \
    "send=${esc}[15~" 'wait=Space pauses' 'send=q' end=0 -- breathe 4-6 --lead-in 0 --text
sits "no holds" 'wait=n leaves holds out' 'wait=In' ms=700 'send=n' \
    'wait=Holds are left out.' 'send=q' end=0 -- breathe box --lead-in 0 --text
says="nothing was chosen"
expect "$(find "$HOME" -type f)" [ ! -e "$XDG_CONFIG_HOME" ]
sits "sound" 'wait=In' ms=700 'send=m' 'wait=Sound on, softly.' ms=300 'send=q' end=0 \
    -- breathe 4-6 --lead-in 0 --text
says="sound is remembered"
expect "not kept" grep -qx 'sound = on' "$XDG_CONFIG_HOME/leeway/settings"
sits "stopped and taken up" 'wait=In' ms=700 "send=$ctrl_z" stopped 'signal=18' \
    'wait=Paused. Space goes on.' ms=200 raw 'send= ' 'wait=In a moment' 'send=q' end=0 \
    -- breathe 4-6 --lead-in 0 --text

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
