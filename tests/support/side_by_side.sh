# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154
# A journey that mostly waits goes its ways at the same time, each on a desktop of its own.
# It names them in $ways and reads this file before it opens a desktop: the journey is then
# run once for each, with the way as its fourth word, and $way says which this one is.

if [ $# -eq 3 ]; then
    going=
    for way in $ways; do
        sh "$0" "$1" "$2" "$3" "$way" &
        going="$going $!"
    done
    status=0
    for each in $going; do
        wait "$each" || status=1
    done
    exit "$status"
fi
way=$4
