#!/bin/sh
# SPDX-License-Identifier: MIT
# Whole practices as sound files, and exports that somebody stops.
#   sh export.sh PROGRAM ASSETS
set -u

program=$1
export LEEWAY_ASSETS="$2"
unset DISPLAY WAYLAND_DISPLAY
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
mkdir "$work/in"
cd "$work/in" || exit 1
failed=0

bad() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

# written FILE ARGUMENT...: all of it is there, nothing beside it, and nothing was said.
written() {
    file=$1
    shift
    "$program" export "$@" -o "$file" >../said 2>&1 || bad "$*: $(cat ../said)"
    [ -s "$file" ] || bad "$*: there is no $file"
    [ ! -s ../said ] || bad "$*: said $(cat ../said)"
    rm -f "$file"
    [ -z "$(ls)" ] || bad "$*: left $(ls)"
}

written scan.flac scan --minutes 3
written quiet.flac scan --minutes 3 --voice none
written sit.ogg sit --minutes 5 --bell every:1 --bell-sound wood
written breathe.wav breathe --voice en-slt --breaths 4

# stopped SIGNAL NUMBER: in the middle of a file, ended by the signal, and no half file.
stopped() {
    "$program" export scan feet-to-head --minutes 45 -o long.ogg 2>../said &
    export=$!
    until [ -n "$(ls)" ] || ! kill -0 "$export" 2>/dev/null; do
        sleep 0.05
    done
    kill -s "$1" "$export"
    wait "$export"
    got=$?
    [ "$got" -eq $((128 + $2)) ] || bad "$1: status $got, $(cat ../said)"
    [ ! -s ../said ] || bad "$1: said $(cat ../said)"
    [ -z "$(ls)" ] || bad "$1: left $(ls)"
}

stopped TERM 15
stopped HUP 1

# A file that may not grow any more is told like a full disk.
(
    ulimit -f 100
    "$program" export scan --minutes 3 -o big.wav 2>../said
    [ $? -eq 1 ]
) || bad "a limit: not status 1"
[ "$(wc -l <../said)" -eq 1 ] || bad "a limit: said $(cat ../said)"
[ -z "$(ls)" ] || bad "a limit: left $(ls)"

[ "$failed" -eq 0 ] && echo "all exports are whole or not there"
exit "$failed"
