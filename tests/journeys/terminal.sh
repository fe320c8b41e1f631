#!/bin/sh
# SPDX-License-Identifier: MIT
# A practice in the terminal, as a person at a keyboard and as a script meet it.
#   sh terminal.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2034,SC2154 # shared with side_by_side.sh
set -u
if ! [ -e /dev/pts/ptmx ]; then
    echo "skipped: /dev/pts is not mounted here, so there is no terminal to sit at"
    exit 77
fi

ways='alone keys ways people kept scans'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"

program=$1
export LEEWAY_ASSETS="$2"
typist=$3/typist
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
export SDL_AUDIODRIVER=dummy TERM=xterm

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

if [ "$way" = alone ]; then
    # A minute long, so that it runs beside the others.
    timeout 90 "$program" scan --minutes 1 --lead-in 0 --text </dev/null >scanned 2>err-scan &
    scan=$!

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
    says="no message is wanted"
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    printf 'leeway settings 1\nmessages = none\n' >"$XDG_CONFIG_HOME/leeway/settings"
    timeout 60 "$program" breathe 1-2 --breaths 1 --lead-in 0 --text </dev/null >out 2>err
    expect "$(tail -n 1 out)" [ "$(tail -n 1 out)" = Out ]
    rm -r "$XDG_CONFIG_HOME"
    says="a reader that goes away"
    "$program" breathe 1-2 --breaths 2 --lead-in 0 --text </dev/null 2>err | head -n 1 >out
    expect "said $(cat out)" [ "$(cat out)" = "6 seconds, in whole breaths." ]
    says="holds and a lead-in"
    timeout 60 "$program" breathe 0.5-1-1-0.5 --breaths 1 --lead-in 0.5 --text </dev/null >out
    expect "$(tr '\n' ' ' <out)" \
        [ "$(grep -xE 'In a moment|In|Hold|Out|Rest' out | tr '\n' ' ')" = \
        "In a moment In Hold Out Rest " ]


    says="a body scan into a file"
    wait "$scan"
    expect "exit status $?" [ $? -eq 0 ]
    "$program" plan scan --minutes 1 --lead-in 0 | awk -F'\t' '$3 == "words" { print $5 }' >cues
    expect "other words than those of the plan: $(head -c 300 scanned)" \
        [ "$(grep -cxFf cues scanned)" -eq "$(wc -l <cues)" ]
    expect "length: $(head -n 1 scanned)" [ "$(head -n 1 scanned)" = "1 minute." ]
fi

# ---- with one

if [ "$way" = keys ]; then
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
fi

# ---- other ways, and hidden

if [ "$way" = ways ]; then
    sits "another way, and back" 'wait=o another way' 'wait=In' ms=700 'send=o' \
        'wait=Ordinary breathing is enough.' 'wait=1: End here' 'wait=5: Sound, no breathing' \
        'wait=6: Back to where it was' ms=700 'send=x' 'wait=1: End here' 'wait=6: Back' 'send=6' 'wait=In a moment' \
        'wait=In' ms=700 'send=o' 'wait=6: Back' ms=700 'send= ' 'wait=In a moment' \
        'send=q' end=0 -- breathe 4-6 --lead-in 0 --text
    expect "the sentence is told again" [ "$(grep -c 'is enough' out)" -eq 2 ]
    sits "another way, to the end" 'wait=In' ms=700 'send=o' 'wait=1: End here' ms=700 \
        'send=1' end=0 -- breathe 4-6 --lead-in 0 --text
    tail -n 1 out >last
    sits "Esc from the other ways" 'wait=In' ms=700 'send=o' 'wait=1: End here' \
        "send=$esc" end=0 -- breathe 4-6 --lead-in 0 --text
    expect "other words than at 1" [ "$(tail -n 1 out)" = "$(cat last)" ]
    sits "sound, without breathing" 'wait=In' ms=700 'send=o' 'wait=5: Sound' ms=700 \
        'send=5' 'wait=2 min ' \
        'wait=Space pauses, Esc leaves, m sound, o another way' 'wait=In a moment' ms=3500 \
        'send= ' 'wait=Paused. Space goes on.' 'send=q' end=0 \
        -- breathe 4-6 --lead-in 0 --text
    expect "breathes on: $(tail -n 5 out)" [ "$(grep -c -xE 'In.?|Out.?' out)" -eq 1 ]
    export NO_COLOR=1
    sits "hidden, and back" 'wait=In' ms=700 'send=h' ms=300 'send=m' 'send=x' 'send= ' \
        ms=1500 'send=h' 'wait=Paused. Space goes on.' ms=700 'send= ' 'wait=In a moment' \
        'send=q' end=0 -- breathe 1-2 --minutes 1 --lead-in 0 --text
    expect "told while hidden: $(tr -d '\r' <out | grep -v '^$')" \
        [ "$(tr -d '\r' <out | grep -v '^$' | sed -n 5p)" = "Paused. Space goes on." ]
    expect "can still be read" [ "$(grep -c '^.\?$' out)" -ge 200 ]
    sits "Esc while hidden" 'wait=In' ms=700 'send=h' ms=300 "send=$esc" end=0 \
        -- breathe 4-6 --lead-in 0 --text
    expect "words at the end" [ -z "$(tail -n 1 out | tr -d '\r\n')" ]
    sits "hidden among the other ways" 'wait=In' ms=700 'send=o' 'wait=6: Back' 'send=h' \
        ms=300 'send=h' 'wait=is enough.' 'wait=6: Back' 'send=q' end=0 \
        -- breathe 4-6 --lead-in 0 --text
    unset NO_COLOR
    says="hidden, in a terminal that knows codes"
    "$typist" 'wait=In' ms=700 'send=h' "wait=${esc}[H${esc}[2J${esc}[3J" "send=$esc" end=0 \
        -- "$program" breathe 4-6 --lead-in 0 --text >out 2>err
    expect "$(head -c 300 err)" [ $? -eq 0 ]
    expect "something stands there" [ "$(tail -c 11 out)" = "${esc}[H${esc}[2J${esc}[3J" ]
    sits "numbers of ways mean nothing in a practice" 'wait=o another way' 'wait=In' ms=700 \
        'send=6' 'wait=Space pauses' 'send=7' 'wait=Space pauses' 'send=1' 'wait=Space pauses' \
        'send=q' end=0 -- breathe 4-6 --lead-in 0 --text
    expect "it is paused" lacks Paused out
    says="nothing was chosen"
    expect "$(find "$HOME" -type f)" [ ! -e "$XDG_CONFIG_HOME" ]
fi

# ---- people to call

if [ "$way" = people ]; then
    export LC_ALL=en_IE.UTF-8
    sits "people to call, another country, and back" 'wait=In' ms=700 'send=p' \
        'wait=People who can be reached by phone or text' 'wait=In immediate danger' \
        'wait=Country: Ireland' 'wait=Samaritans: 116 123' 'wait=  Checked' \
        'wait=Nothing is dialled or opened from here.' 'wait=Leeway is no crisis service.' \
        'wait=> and < another country, Esc goes back.' ms=700 'send=.' \
        'wait=Country: Luxembourg' 'wait=SOS Détresse: 454545' 'wait=Esc goes back.' ms=200 \
        'send=m' 'wait=Sound on, softly.' 'send=m' 'wait=Sound off.' \
        'send=x' 'wait=> and < another country' "send=$esc" 'wait=Paused. Space goes on.' \
        ms=700 'send= ' 'wait=In a moment' 'send=q' end=0 -- breathe 4-6 --lead-in 0 --text
    expect "there is no Enter here" lacks Enter out
    says="what was chosen there"
    expect "not kept" grep -qx 'country = lu' "$XDG_CONFIG_HOME/leeway/settings"
    rm -r "$XDG_CONFIG_HOME"
    unset LC_ALL
fi

# ---- what is kept

if [ "$way" = kept ]; then
    sits "sound" 'wait=In' ms=700 'send=m' 'wait=Sound on, softly.' ms=300 'send=q' end=0 \
        -- breathe 4-6 --lead-in 0 --text
    says="sound is remembered"
    expect "not kept" grep -qx 'sound = on' "$XDG_CONFIG_HOME/leeway/settings"
    says="a choice made elsewhere meanwhile"
    ("$typist" 'wait=In' ms=1500 'send=m' 'wait=Sound off.' ms=300 'send=q' end=0 \
        -- "$program" breathe 4-6 --lead-in 0 --text >out 2>err) &
    sleep 0.8
    printf 'leeway settings 1\nholds = never\nsound = on\n' \
        >"$XDG_CONFIG_HOME/leeway/settings"
    wait $!
    expect "$(cat "$XDG_CONFIG_HOME/leeway/settings")" \
        grep -qx 'holds = never' "$XDG_CONFIG_HOME/leeway/settings"
    expect "not kept" grep -qx 'sound = off' "$XDG_CONFIG_HOME/leeway/settings"
    sits "stopped and taken up" 'wait=In' ms=700 "send=$ctrl_z" stopped 'signal=18' \
        'wait=Paused. Space goes on.' ms=200 raw 'send= ' 'wait=In a moment' 'send=q' end=0 \
        -- breathe 4-6 --lead-in 0 --text
fi

# ---- a body scan, and a sit

if [ "$way" = scans ]; then
    sits "on and back" 'wait=Space stays here' 'wait=Eyes open' ms=700 'send=.' 'wait=Next: hands.' \
        'wait=The hands.' ms=700 "send=${esc}[C" 'wait=Next: feet.' 'wait=The feet' ms=700 'send=<' \
        'wait=Back: hands.' 'wait=The hands.' 'send=q' end=0 -- scan --lead-in 0 --text
    sits "staying" 'wait=Eyes open' ms=6800 'send= ' 'wait=Staying here. Space goes on.' ms=700 'send= ' \
        'wait=On from here.' 'send=q' end=0 -- scan --lead-in 0 --text
    sits "the length of silences" 'wait=Eyes open' ms=700 "send=${esc}[A" 'wait=Shorter silences' \
        "send=${esc}[B" 'wait=Longer silences' 'send=q' end=0 -- scan --lead-in 0 --text
    says="nothing was chosen in a scan"
    expect "$(find "$HOME" -type f)" [ ! -e "$XDG_CONFIG_HOME" ]
    sits "left out from now on" 'wait=Eyes open' ms=700 'send=.' 'wait=The hands' ms=700 \
        "send=${esc}[3~" 'wait=Left out from now on: hands.' 'wait=The feet' 'send=q' end=0 \
        -- scan --lead-in 0 --text
    says="what was left out is remembered"
    expect "not kept" grep -qx 'leave-out = hands' "$XDG_CONFIG_HOME/leeway/settings"
    rm -r "$XDG_CONFIG_HOME"
    sits "another way out of a scan" 'wait=Eyes open' ms=700 'send=o' 'wait=1: End here' \
        'wait=2: Look around the room' 'wait=6: Back' ms=700 'send=2' 'wait=No set end.' 'wait=In a moment' \
        'send=q' end=0 -- scan --lead-in 0 --text
    sits "a sit to its end" 'wait=Space pauses, Esc leaves, m bells' 'wait=In a moment' \
        'wait=A bell: it begins.' 'wait=A bell.' 'wait=A bell: that was the time.' ms=500 'send=q' end=0 \
        -- sit --minutes 0.1 --bell at:0.05 --lead-in 1 --text
    sits "a sit without a lead-in" 'wait=A bell: it begins.' ms=700 'send= ' 'wait=Paused' ms=300 \
        'send=q' end=0 -- sit --minutes 0 --lead-in 0 --text
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
