#!/bin/sh
# SPDX-License-Identifier: MIT
# Speaks the cues of assets/cues/en: one clip for each, the same bytes on every run.
#
#   sh assets/voices/en-slt/render.sh              all of them, into this folder
#   sh assets/voices/en-slt/render.sh OUT          the same, into another folder
#   sh assets/voices/en-slt/render.sh OUT CUE...   only these
#
# Festival knows how a text is pronounced, hts_engine speaks it, sox takes off the edge
# and puts it into a small room, ffmpeg measures, opusenc packs. All of them are in Debian
# 12; ./leeway.sh deps voice installs them. Takes about a second for each cue.
set -eu
export LC_ALL=C
unset SOX_OPTS

RATE=0.66             # of the speed at which the voice was recorded
HALFTONES=-2          # lower …
MELODY=1.6            # … and with more melody than hts_engine gives by itself
COMMA_MS=450          # a pause inside a sentence …
SENTENCE_MS=900       # … and between two
EDGE_MS=100           # of stillness that each sentence brings along at both ends
TARGET_LUFS=-20       # dual mono, over all of it
SHORT_MS=2000         # what is shorter has too few blocks for that: …
SHORT_TARGET_LUFS=-18.5 # … its loudest 400 ms count

here=$(dirname "$(readlink -f "$0")")
model=/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice
out=${1-$here}
[ $# -eq 0 ] || shift
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Reproducible: no dither unless asked for, and then always the same.
quiet_sox() {
    sox -R -D -V1 "$@"
}

# Every cue as "id<tab>text".
list_cues() {
    awk '/^\[/ { id = substr($0, 2, length($0) - 2) }
        sub(/^text *= */, "") { print id "\t" $0 }' "$here/../../cues/en"
}

# Those of "$@", or all.
wanted_cues() {
    [ $# -gt 0 ] || { list_cues && return; }
    for cue in "$@"; do
        list_cues | grep -m1 "^$cue	" || {
            echo "render.sh: there is no cue \"$cue\"" >&2
            return 1
        }
    done
}

# What festival is to do: a file of labels for each sentence, CUE.1.lab, CUE.2.lab …
label_orders() {
    awk -F'\t' -v work="$work" '{
        count = split($2, sentences, /[.] +/)
        for (i = 1; i <= count; i++) {
            sub(/[.]$/, "", sentences[i])
            printf "(write_labels \"%s.\" \"%s/%s.%d.lab\")\n", sentences[i], work, $1, i
        }
    }'
}

# stretch_pauses DURATIONS: the same labels with pauses of our own. Units of 100 ns.
stretch_pauses() {
    awk -v comma=$((COMMA_MS * 10000)) -v edge=$((EDGE_MS * 10000)) '
        { length_of[NR] = $2 - $1; label[NR] = $3 }
        END {
            for (i = 1; i <= NR; i++) {
                if (i == 1 || i == NR)
                    length_of[i] = edge
                else if (label[i] ~ /-pau[+]/)
                    length_of[i] = comma
                printf "%d %d %s\n", at, at + length_of[i], label[i]
                at += length_of[i]
            }
        }' "$1"
}

# speak_sentence LABELS WAV
speak_sentence() {
    hts_engine -m "$model" -r $RATE -od "$work/durations" -ow "$2" "$1"
    stretch_pauses "$work/durations" >"$work/timed"
    hts_engine -m "$model" -vp -fm $HALFTONES -jf $MELODY -ow "$2" "$work/timed"
}

# speak_cue CUE: its sentences in a row, as $work/spoken.wav.
speak_cue() {
    labels=$work/$1
    set --
    while [ -e "$labels.$(($# / 2 + 1)).lab" ]; do
        sentence=$work/$(($# / 2 + 1)).wav
        speak_sentence "$labels.$(($# / 2 + 1)).lab" "$sentence"
        set -- "$@" "$work/gap.wav" "$sentence"
    done
    shift
    quiet_sox "$@" "$work/spoken.wav"
}

# Less boom and less edge, quiet words a little nearer to the loud ones; the silence at
# both ends is cut and put back by measure: 30 ms lie before the first sound.
trim_and_soften() {
    quiet_sox "$work/spoken.wav" -b 32 -e float -r 48000 "$work/soft.wav" \
        highpass -2 75 equalizer 220 0.8q +1.5 equalizer 3000 1.0q -1.0 \
        equalizer 5200 1.2q -2.5 lowpass -1 9000 \
        compand 0.02,0.25 6:-60,-60,-30,-27,-12,-11,0,-3 -2 -90 0.1
    quiet_sox "$work/soft.wav" "$work/trimmed.wav" \
        silence 1 0.02 -50d reverse silence 1 0.02 -50d reverse \
        fade t 0.008 reverse fade t 0.02 reverse pad 0.03 0.5
}

# A small room, and an end in which nothing stops abruptly, on a whole millisecond.
place_in_room() {
    quiet_sox "$work/trimmed.wav" "$work/room.wav" reverb 25 60 40 70 10 -6 remix 1
    frames=$(soxi -s "$work/room.wav")
    quiet_sox "$work/room.wav" "$work/placed.wav" trim 0 $((frames / 48 * 48))s \
        reverse fade t 0.2 reverse
}

# measure WHAT: "loudest", "integrated", of $work/placed.wav as it sounds from both sides.
measure() {
    ffmpeg -hide_banner -nostats -i "$work/placed.wav" \
        -af ebur128=dualmono=true:metadata=1,ametadata=print:file=- -f null - 2>/dev/null |
        awk -F= -v what="$1" '
            $1 == "lavfi.r128.I" { integrated = $2 }
            $1 == "lavfi.r128.M" && (loudest == "" || $2 > loudest) { loudest = $2 }
            END { print what == "loudest" ? loudest : integrated; exit integrated == "" }'
}

# The gain that brings it to its loudness, in dB.
gain_needed() {
    if [ "$(soxi -s "$work/placed.wav")" -lt $((SHORT_MS * 48)) ]; then
        measured=$(measure loudest)
        target=$SHORT_TARGET_LUFS
    else
        measured=$(measure integrated)
        target=$TARGET_LUFS
    fi
    awk -v target="$target" -v measured="$measured" \
        'BEGIN { printf "%.2f\n", target - measured }'
}

# Single peaks above -9 dB are held down softly.
hold_peaks() {
    gain=$(gain_needed)
    quiet_sox "$work/placed.wav" "$work/held.wav" vol "${gain}dB" \
        compand 0.001,0.08 3:-9,-9,0,-8.5 0 -90 0.004
    mv "$work/held.wav" "$work/placed.wav"
}

# As loud as the others, in 16 bits.
level() {
    gain=$(gain_needed)
    quiet_sox "$work/placed.wav" -b 16 "$work/level.wav" vol "${gain}dB" dither -s
}

# render CUE
render() {
    speak_cue "$1"
    trim_and_soften
    place_in_room
    hold_peaks
    level
    opusenc --quiet --bitrate 32 --serial 1 --discard-comments \
        "$work/level.wav" "$out/$1.opus"
}

# length_of CLIP: in milliseconds.
length_of() {
    bytes=$(opusdec --quiet "$1" - 2>/dev/null | wc -c)
    echo $((bytes / 2 / 48))
}

# The file "voice": what this is, and how long each clip takes.
describe() {
    cat <<END
leeway voice 1
# SPDX-License-Identifier: MIT
# Written by render.sh, which made the clips beside it. The voice is synthetic: nobody is
# speaking here. What it was made with, and their notices: LICENCE.txt.

title = English, slt
language = en
note = a synthetic voice
licence = Free to use and share, with the notices in LICENCE.txt

# Milliseconds of each clip.
[lengths]
END
    list_cues | cut -f1 | while read -r cue; do
        [ ! -e "$out/$cue.opus" ] || echo "$cue = $(length_of "$out/$cue.opus")"
    done
}

wanted_cues "$@" >"$work/cues"
label_orders <"$work/cues" >"$work/orders.scm"
HOME=$work festival -b "$here/pronounce.scm" "$work/orders.scm"
quiet_sox -n -r 32000 -b 16 "$work/gap.wav" \
    trim 0 $(((SENTENCE_MS - 2 * EDGE_MS) * 32))s
cut -f1 "$work/cues" | while read -r cue; do
    render "$cue" </dev/null
done
describe >"$work/voice"
mv "$work/voice" "$out/voice"
