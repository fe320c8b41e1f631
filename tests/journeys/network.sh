#!/bin/sh
# SPDX-License-Identifier: MIT
# No socket of the network is ever opened, whatever a person does in the window.
#   sh network.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u

if ! strace -f -o /dev/null true 2>/dev/null; then
    echo "skipped: strace may not trace here"
    exit 77
fi
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

# The leak checker cannot work beside strace.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"
under="strace -f -A -e trace=socket,connect -o $work/trace"

# journey: everything that might want to talk to somebody.
journey() {
    open breathe --sound ocean --marks on
    key space
    soon "Space does not begin" is_practice
    sleep 0.7
    key m
    key m
    key F1
    sleep 0.2
    key Escape
    key Escape
    soon "Esc does not leave" is_after
    key Escape
    gone
    open scan --lead-in 1
    shot face
    key space
    soon "the scan does not begin" has_changed face
    sleep 3
    key Right
    sleep 3
    key Escape
    soon "Esc does not leave the scan" is_after
    key Escape
    gone
    expect "nothing was traced" grep -q AF_UNIX trace
    expect "$(grep AF_INET trace | head -n 3)" not grep -q AF_INET trace
}

says="sound into a file"
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"
journey
says="whatever sound there is"
unset SDL_AUDIODRIVER SDL_DISKAUDIOFILE
journey

finish
