#!/bin/sh
# SPDX-License-Identifier: MIT
# What a practice sounds like, from the window to the frames that a device would play; and
# that it goes on where there is none.
#   sh sound.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

RATE=48000
WITHIN_FRAMES=14400 # 300 ms
STILL_FRAMES=72000  # nothing sounds in the first 1.5 s
END=999999999

begin() {
    open "$@"
    key space
    soon "Space does not begin" is_practice
}

# plays_to FRAME: a busy machine takes its time.
plays_to() {
    expect "does not play to frame $1" within 1000 has_played "$1"
}

# fades_out FROM TO: what sounds at FROM falls silent before TO and is not cut: its last
# 10 ms are 30 dB lower. No step from sample to sample is 2 dB higher than while it played.
fades_out() {
    loud=$(peak $(($1 - 4800)) "$1")
    expect "nothing sounds before" [ "$loud" -gt -60 ]
    last=$("$tools/frames" end live "$1" "$2")
    soft=$(peak $((last - 480)) "$last")
    expect "is cut at $soft dB, from $loud" [ $((loud - soft)) -ge 30 ]
    step=$("$tools/frames" step live "$1" "$2")
    usual=$("$tools/frames" step live 0 "$1")
    expect "breaks off: a step of $step dB, not $usual" [ $((step - usual)) -le 2 ]
}

# falls_silent FROM SEEN TO: what sounds at FROM fades out, within 300 ms of SEEN, where the
# window had answered, and is silent until TO. The 300 ms after the key itself are held by
# tests/app/test_visit_sound.c.
falls_silent() {
    fades_out "$1" "$3"
    expect "still sounds after 300 ms" \
        [ "$(peak $(($2 + WITHIN_FRAMES)) "$3")" -eq "$SILENCE" ]
}

# ---- on and off

# No turn of the breath, whose mark begins louder than it goes on, is near to a change.
PRACTICE='breathe 8-8 --lead-in 2 --minutes 1 --marks on --sound ocean --volume 100'
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"

says="practice"
# shellcheck disable=SC2086
begin $PRACTICE
plays_to $((5 * RATE))
note_words "$HINT"
off=$(played)
key m
soon "no line answers M" not says_so "$HINT"
off_seen=$(played)
plays_to $((off_seen + 2 * WITHIN_FRAMES))
on=$(played)
key m
plays_to $((on + 2 * RATE))
left=$(played)
key Escape
soon "Esc does not leave" is_after
left_seen=$(played)
sleep 1
key Escape
gone
says="M, sound off"
falls_silent "$off" "$off_seen" "$on"
says="M, sound on"
expect "is quieter than -70 dB: $(peak "$on" "$left")" [ "$(peak "$on" "$left")" -gt -70 ]
says="leaving"
falls_silent "$left" "$left_seen" $END

# ---- the same sound live and exported, until the window is closed while it plays

# is_like_export: every frame up to the end of it.
is_like_export() {
    # shellcheck disable=SC2086
    begin $PRACTICE
    plays_to $((5 * RATE))
    before=$(played)
    kill -TERM "$pid"
    gone
    alike=$("$tools/frames" alike live all.wav)
    [ "$alike" -ge "$before" ]
}

says="export"
# shellcheck disable=SC2086
expect "fails" "$program" export $PRACTICE -o all.wav
expect "sounds in the first 1.5 s" \
    [ "$("$tools/frames" peak all.wav 0 $STILL_FRAMES)" -eq "$SILENCE" ]
# On a machine that stands still for a quarter of a second the sound jumps to where the
# practice is: then it is tried again.
for attempt in 1 2 3 4 5 6 7 8 9 10; do
    is_like_export && break
done
expect "is not what is heard, tried $attempt times" [ "$alike" -ge "$before" ]
says="being closed while it sounds"
fades_out "$before" $END

# ---- where it begins

# Every turn of the plan, in frames; what begins within the first 1.5 s is left out.
planned_turns() {
    "$program" plan "$@" |
        awk -F '\t' '$3 == "breath" && $1 >= 1500 { printf "%d\n", $1 * 48 }'
}

for pattern in '4-6 --lead-in 0' '4-4-4-4' '3.5-4.5 --pace 1.3 --lead-in 1.234'; do
    says="turns of $pattern"
    # shellcheck disable=SC2086
    planned_turns breathe $pattern --breaths 3 | head -n 5 >planned
    # shellcheck disable=SC2086
    expect "fails" "$program" export breathe $pattern --breaths 3 --sound none --marks on \
        -o marks.wav
    "$tools/frames" onsets marks.wav | head -n 5 >heard
    expect "sound at $(tr '\n' ' ' <heard), turns at $(tr '\n' ' ' <planned)" \
        cmp -s planned heard
done

# ---- no sound device

# goes_on DRIVER: the practice does, a line says so on the screen, the terminal is quiet.
goes_on() {
    export SDL_AUDIODRIVER="$1"
    begin breathe --marks on --sound ocean --lead-in 2
    soon "no line says so" is_told
    soon "the orb does not move" has_changed told
    leave
    # The disk driver tells of itself.
    grep -v "^CRITICAL: " err >heard || true
    expect "the terminal hears of it: $(head -c 300 heard)" [ ! -s heard ]
}

# The line is longer than the one that tells the length.
is_told() {
    words=$(words "$HINT")
    shot told
    [ "$(echo "$words" | cut -d ' ' -f 3)" -gt $((W / 5)) ]
}

leave() {
    key Escape
    soon "Esc does not leave" is_after
    key Escape
    gone
}

says="no such driver"
goes_on none-such
says="no sound card"
ALSA_CONFIG_PATH=/dev/null
export ALSA_CONFIG_PATH
goes_on alsa

# One that is there and then is not: SDL takes a full disk for that.
if [ -w /dev/full ]; then
    says="a device that goes"
    export SDL_DISKAUDIOFILE=/dev/full
    goes_on disk
fi

finish
