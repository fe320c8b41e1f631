#!/bin/sh
# SPDX-License-Identifier: MIT
# A voice of one's own from outside: the script, one recording of it, a voice that a scan
# is exported with.
#
#   voice.sh LEEWAY ASSETS BUILD
set -eu
leeway=$1
reads=$3/reads
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LEEWAY_ASSETS="$2" HOME="$work" XDG_DATA_HOME="$work/data"
voices=$XDG_DATA_HOME/leeway/voices
failed=0

bad() {
    echo "FAILED: $*"
    failed=1
}

# says PATTERN: the last output has a line of this.
says() {
    grep -q -- "$1" "$work/out" || bad "no \"$1\" in: $(head -c 600 "$work/out")"
}

scan="--for scan hands-and-feet --minutes 3"
# shellcheck disable=SC2086
"$leeway" list cues --script $scan >"$work/script"
lines=$(grep -c -v '^#' "$work/script")
[ "$lines" -ge 5 ] || bad "a script of $lines lines"
[ "$(grep -v '^#' "$work/script" | sort | uniq -d | wc -l)" -eq 0 ] || bad "a line twice"

for file in Ana.wav Zoe.ogg; do
    "$reads" "$work/$file" <"$work/script"
    # shellcheck disable=SC2086
    "$leeway" voice "$work/$file" $scan --check >"$work/out"
    says "^# $lines of $lines lines found"
    [ ! -e "$voices/${file%.*}" ] || bad "--check kept $file"
    # shellcheck disable=SC2086
    "$leeway" voice "$work/$file" $scan >"$work/out"
    says "^# kept: $voices/${file%.*}$"
    "$leeway" list voices >"$work/out"
    says "^${file%.*}	${file%.*}	en		$lines	"
done
# shellcheck disable=SC2086
"$leeway" voice "$work/Ana.wav" $scan >"$work/out"
says "^# kept: $voices/Ana 2$"

# A line that was not read is told, and costs nothing else.
sed 7d "$work/script" >"$work/less"
"$reads" "$work/less.wav" <"$work/less"
# shellcheck disable=SC2086
"$leeway" voice "$work/less.wav" $scan --name Less >"$work/out" || bad "a missing line fails"
says "1 line not heard, shown as text instead"

# The voice is in what is exported.
"$leeway" export scan --minutes 1 --sound none --voice Ana -o "$work/ana.wav"
"$leeway" export scan --minutes 1 --sound none --voice none -o "$work/none.wav"
! cmp -s "$work/ana.wav" "$work/none.wav" || bad "the voice is not in the file"

# What is no recording is one sentence.
echo "no sound" >"$work/text.ogg"
# shellcheck disable=SC2086
if "$leeway" voice "$work/text.ogg" $scan >"$work/out" 2>&1; then
    bad "a text is a recording"
fi
says "^leeway: .*no sound file"

# What cannot be spoken is told by its name, and a note with a tab keeps its column.
echo "no sound" >"$voices/Ana/scan.feet.2.ogg"
rm -f "$voices/Ana/scan.feet.2.opus" "$voices/Ana/scan.feet.2.flac"
printf 'leeway voice 1\nnote = one\ttwo\n' >"$voices/Ana/voice"
"$leeway" list voices --check >"$work/out"
says "^Ana	.*	one two	scan.feet.2.ogg cannot be used: "
[ "$(awk -F'\t' 'NF != 8' "$work/out" | wc -l)" -eq 0 ] || bad "columns of list voices"
XDG_CONFIG_HOME=$work/config "$leeway" doctor >"$work/out"
says "^places: [0-9]*, and [0-9]* routes$"
says "^voice: en-slt$"
says "^voice en-slt: .*; a synthetic voice$"
says "^voice Ana: $lines of [0-9]* cues, the others are text; one two$"
says "^  scan.feet.2.ogg cannot be used: "
mkdir -p "$work/config/leeway"
printf 'leeway settings 1\nvoice-name = Nobody\nbell-name = %s\n' "$work/text.ogg" \
    >"$work/config/leeway/settings"
XDG_CONFIG_HOME=$work/config "$leeway" doctor >"$work/out"
says "^voice: none; words are text, with a soft bell (there is no voice"
says "^bell: a bowl (.*no sound file"

# The person's own work goes with --all alone, and all of it.
"$leeway" forget >"$work/out"
[ -d "$voices/Ana" ] || bad "forget took a voice"
"$leeway" forget --all >"$work/out"
[ ! -e "$voices" ] || bad "forget --all left $(find "$voices")"
exit "$failed"
