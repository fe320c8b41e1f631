#!/bin/sh
# SPDX-License-Identifier: MIT
# The command line as scripts and people meet it: what is printed, where, and how it ends.
#   sh command_line.sh PROGRAM ASSETS
# No window is opened: where one would be, there is no display.
set -u

program=$1
export LEEWAY_ASSETS="$2"
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER POSIXLY_CORRECT LC_ALL LANG
export SDL_AUDIODRIVER=dummy

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_RUNTIME_DIR="$work/run"
unset XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
cd "$work" || exit 1

passed=0
failed=0
says=

ok() {
    passed=$((passed + 1))
}

bad() {
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n' "$says" "$1"
}

# run STATUS WHAT ARGUMENT ...: the exit status, and which of the two outputs is used.
run() {
    want=$1
    says=$2
    shift 2
    timeout 60 "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    if [ "$got" -ne "$want" ]; then
        bad "exit status $got instead of $want: $(head -c 300 "$work/err")"
    elif [ "$want" -eq 0 ] && [ -s "$work/err" ]; then
        bad "stderr is used: $(head -c 300 "$work/err")"
    elif [ "$want" -ne 0 ] && [ -s "$work/out" ]; then
        bad "stdout is used: $(head -c 300 "$work/out")"
    elif [ "$want" -ne 0 ] && ! is_one_line; then
        bad "not one line: $(head -c 300 "$work/err")"
    else
        ok
    fi
}

# One line on stderr that begins with the program's name and is not endless.
is_one_line() {
    [ "$(wc -l <"$work/err")" -eq 1 ] && [ "$(wc -c <"$work/err")" -lt 400 ] &&
        grep -q '^leeway: ' "$work/err" &&
        [ "$(tr -d '\n' <"$work/err" | tr -cd '\000-\037\177' | wc -c)" -eq 0 ]
}

# error STATUS SENTENCE ARGUMENT ...: exactly this sentence.
error() {
    sentence=$2
    status=$1
    shift 2
    run "$status" "leeway $*" "$@"
    if [ "$(cat "$work/err")" = "leeway: $sentence" ]; then
        ok
    else
        bad "said: $(head -c 300 "$work/err")"
    fi
}

# expect WHAT COMMAND ...: the command holds; if not, WHAT is what is wrong.
expect() {
    wrong=$1
    shift
    if "$@"; then ok; else bad "$wrong"; fi
}

# has TEXT: a line of the output is this.
has() {
    expect "no line \"$1\"" grep -qxF -e "$1" "$work/out"
}

same() {
    expect "$1 and $2 differ" cmp -s "$1" "$2"
}

differ() {
    ! cmp -s "$1" "$2"
}

lacks() {
    ! grep -q "$1" "$2"
}

# ended STATUS GOT: with this exit status and one line on stderr.
ended() {
    if [ "$2" -eq "$1" ] && is_one_line; then
        ok
    else
        bad "exit status $2: $(head -c 300 "$work/err")"
    fi
}

tab=$(printf '\t')
long=$(printf '%05000d' 0 | tr 0 9)
name=$(printf '%0300d' 0)

# ---- help and version

is_help() {
    expect "does not begin with Usage:" [ "$(head -c 7 out)" = "Usage: " ]
    expect "no example" grep -q "^Example: leeway $1" out
    expect "wider than 80 columns" [ "$(awk 'length > 80' out | wc -l)" -eq 0 ]
}

run 0 "help" --help
is_help ""
for verb in breathe scan sit reach plan picture export list voice doctor privacy forget; do
    run 0 "help of $verb" "$verb" --help
    is_help "$verb"
    cp out help
    run 0 "help before $verb" --help "$verb"
    same out help
done
run 0 "version" --version
expect "says $(head -n 1 out)" [ "$(head -n 1 out)" = "leeway 0.1.0" ]

# ---- plans

run 0 "plan of five minutes" plan breathe 4-6 --minutes 5
has "# leeway plan 1"
has "# total_ms${tab}300000"
has "# breaths_per_minute${tab}6.00"
has "start_ms${tab}length_ms${tab}kind${tab}name${tab}text"
has "0${tab}3000${tab}settle${tab}settle${tab}In a moment"
has "3000${tab}4000${tab}breath${tab}in${tab}In"
has "7000${tab}6000${tab}breath${tab}out${tab}Out"
has "303000${tab}0${tab}close${tab}close${tab}"
expect "$(wc -l <out) lines" [ "$(wc -l <out)" -eq 66 ]
expect "columns" [ "$(tail -n +4 out | awk -F'\t' 'NF != 5' | wc -l)" -eq 0 ]
cp out five

run 0 "options first" --minutes 5 plan breathe 4-6
same out five
run 0 "options between" plan --minutes=5 breathe 4-6
same out five
run 0 "abbreviated" plan breathe 4-6 --min 5
same out five
run 0 "the last one counts" plan breathe 4-6 --minutes 9 --minutes 5
same out five
run 0 "sound does not change a plan" plan breathe 4-6 --minutes 5 --sound none --marks off \
    --volume 7
same out five
run 0 "words behind --" plan --minutes 5 -- breathe 4-6
same out five
run 0 "decimals that say the same" plan breathe 4.0-6.000 --minutes 5.0
same out five

says="other languages"
LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 LANGUAGE=de "$program" plan breathe 4-6 --minutes 5 >other
same other five
says="strict order of words"
POSIXLY_CORRECT=1 "$program" plan --minutes 5 breathe 4-6 >other
same other five
says="no home"
env -u HOME -u XDG_CONFIG_HOME "$program" plan breathe 4-6 --minutes 5 >other
same other five

run 0 "default" plan breathe
cp out default
run 0 "default, named in numbers" plan breathe 4-6 --from 3.5-4.5 --minutes 3
same out default
run 0 "default, by its name" plan breathe easing-in
same out default
run 0 "numbers have no ramp" plan breathe 4-6
has "3000${tab}4000${tab}breath${tab}in${tab}In"
run 0 "a name in capitals" plan breathe BOX
cp out box
run 0 "box in numbers" plan breathe 4-4-4-4
same out box
run 0 "box without holds" plan breathe box --no-holds
cp out bare
run 0 "four and four" plan breathe 4-4
same out bare
run 0 "open-ended" plan breathe 4-6 --minutes 0
has "# total_ms${tab}open"
expect "not an hour" [ "$(grep -c "${tab}in${tab}" out)" -eq 360 ]
expect "closes" lacks close out
run 0 "breaths, no lead-in" plan breathe 4-6 --breaths 3 --lead-in 0
has "30000${tab}0${tab}close${tab}close${tab}"
run 0 "pace" plan breathe 4-6 --pace 1.5 --breaths 1
has "3000${tab}6000${tab}breath${tab}in${tab}In"

run 0 "a body scan" plan scan
has "# total_ms${tab}180000"
expect "breathes" lacks breaths_per_minute out
has "183000${tab}0${tab}close${tab}close${tab}"
expect "no hands at 23 s" grep -q "^23000${tab}[0-9]*${tab}words${tab}scan.hands.1${tab}." out
expect "columns" [ "$(tail -n +4 out | awk -F'\t' 'NF != 5' | wc -l)" -eq 0 ]
cp out scan
run 0 "its usual route by name" plan scan 'Hands and Feet' --minutes 3
same out scan
run 0 "what the route does not pass changes nothing" plan scan --leave-out head --with jaw
same out scan
run 0 "a place left out" plan scan --leave-out feet
expect "feet are there" lacks scan.feet out
has "183000${tab}0${tab}close${tab}close${tab}"
cp out without
run 0 "twenty minutes" plan scan feet-to-head --minutes 20
expect "sensitive places are there" lacks 'scan.belly\|scan.chest\|scan.jaw' out
run 0 "asked for" plan scan feet-to-head --minutes 20 --with front
expect "no chest" grep -q scan.chest out
expect "the jaw too" lacks scan.jaw out
run 0 "a place counts more than its group" plan scan feet-to-head --minutes 20 \
    --leave-out feet --with left-sole
expect "no left sole" grep -q scan.left-sole out
expect "the right one too" lacks scan.right-sole out

run 0 "a sit" plan sit --minutes 20 --bell every:5
has "3000${tab}0${tab}bell${tab}open${tab}"
has "3000${tab}300000${tab}quiet${tab}sit${tab}"
has "903000${tab}0${tab}bell${tab}interval${tab}"
has "1203000${tab}0${tab}bell${tab}close${tab}"
has "1203000${tab}0${tab}close${tab}close${tab}"
cp out every
run 0 "the same bells by their moments" plan sit --minutes 20 --bell at:5,10,15
same out every
run 0 "ten minutes, no interval bells" plan sit
has "603000${tab}0${tab}bell${tab}close${tab}"
cp out ten
run 0 "none are the usual" plan sit --bell none --bell-sound wood --sound rain
same out ten
run 0 "open-ended" plan sit --minutes 0 --bell every:20
has "# total_ms${tab}open"
has "3603000${tab}0${tab}bell${tab}interval${tab}"
expect "closes" lacks close out

run 0 "before reaching out" plan reach
has "# total_ms${tab}60000"
has "# breaths_per_minute${tab}6.00"
has "63000${tab}0${tab}message${tab}message${tab}"
has "63000${tab}0${tab}close${tab}close${tab}"
expect "six breaths" [ "$(grep -c "${tab}in${tab}" out)" = 6 ]
expect "nothing is held" lacks hold out
cp out reach
run 0 "ninety seconds are the usual" plan reach --seconds 90 --no-holds
same out reach
run 0 "the short one" plan reach --seconds 60
has "43000${tab}0${tab}close${tab}close${tab}"
run 0 "the long one" plan reach --seconds 120
has "93000${tab}0${tab}close${tab}close${tab}"

# ---- settings of safety count, other choices do not

mkdir -p "$XDG_CONFIG_HOME/leeway"
printf 'leeway settings 1\npattern = 5-5\nminutes = 9\nvolume = 3\n' \
    >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "last choices do not count" plan breathe
same out default
printf 'leeway settings 1\nroute = outside-in\nscan-minutes = 9\nsit-minutes = 9\n' \
    >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "the last route and length do not count" plan scan
same out scan
run 0 "nor does the last sit" plan sit
same out ten
printf 'leeway settings 1\nreach-seconds = 120\nreach-pause = sound\n' \
    >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "nor does the last pause" plan reach
same out reach
printf 'leeway settings 1\nleave-out = feet\n' >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "places left out count" plan scan
same out without
run 0 "until they are asked for" plan scan --with feet
same out scan
run 0 "list of places" list places
expect "feet are not left out" grep -q "^feet${tab}.*${tab}yes$" out
expect "hands are left out" grep -q "^hands${tab}.*${tab}no$" out
printf 'leeway settings 1\nholds = never\n' >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "holds: never counts" plan breathe box
same out bare
printf 'leeway settings 1\nroute = outside-in\nscan-minutes = 9\nsit-minutes = 9\n' \
    >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "the last route and length do not count" plan scan
same out scan
run 0 "nor does the last sit" plan sit
same out ten
printf 'leeway settings 1\nleave-out = feet\n' >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "places left out count" plan scan
same out without
run 0 "until they are asked for" plan scan --with feet
same out scan
run 0 "list of places" list places
expect "feet are not left out" grep -q "^feet${tab}.*${tab}yes$" out
expect "hands are left out" grep -q "^hands${tab}.*${tab}no$" out
printf 'leeway settings 1\nholds = nev\377er\nnonsense\n' >"$XDG_CONFIG_HOME/leeway/settings"
run 0 "damaged settings" plan breathe box
same out box
rm -r "$XDG_CONFIG_HOME"

# ---- lists

for what in patterns routes places actions sounds figures themes messages starts pages helplines; do
    run 0 "list of $what" list "$what"
    expect "is empty" [ "$(wc -l <out)" -ge 2 ]
    expect "columns differ" [ "$(awk -F'\t' 'NR == 1 { n = NF } NF != n' out | wc -l)" -eq 0 ]
done
run 0 "figures" list figures
expect "not five figures" [ "$(tail -n +2 out | cut -f 1 | tr '\n' ' ')" = 'orb ring words path body ' ]
run 0 "themes" list themes
expect "not three themes" [ "$(tail -n +2 out | cut -f 1 | tr '\n' ' ')" = 'night paper contrast ' ]
run 0 "helplines of one country" list helplines --country ie
expect "others than Irish ones" [ "$(tail -n +2 out | cut -f 1 | sort -u)" = IE ]
expect "no number" grep -q "^IE${tab}en${tab}Samaritans${tab}call${tab}116 123${tab}" out
run 0 "patterns" list patterns
expect "no box" grep -q "^box${tab}4-4-4-4${tab}${tab}16.000${tab}3.75${tab}" out
# Every listed pattern can be named, and does what its numbers say.
tail -n +2 out | cut -f 1-3 >patterns
while IFS= read -r line; do
    id=$(printf '%s\n' "$line" | cut -f 1)
    numbers=$(printf '%s\n' "$line" | cut -f 2)
    from=$(printf '%s\n' "$line" | cut -f 3)
    run 0 "pattern $id" plan breathe "$id"
    cp out named
    run 0 "pattern $numbers" plan breathe "$numbers" ${from:+--from "$from"}
    same out named
done <patterns

# ---- export

run 0 "export" export breathe 4-6 --breaths 1 --lead-in 0 -o a.wav
expect "no WAV" [ "$(head -c 4 a.wav)" = RIFF ]
run 0 "export again" -o b.wav export breathe 4-6 --breaths 1 --lead-in 0
same a.wav b.wav
for kind in flac ogg; do
    run 0 "export" export breathe 4-6 --breaths 1 --lead-in 0 --sound rain -o "a.$kind"
    run 0 "export again" export breathe 4-6 --breaths 1 --lead-in 0 --sound rain -o "b.$kind"
    same "a.$kind" "b.$kind"
done
expect "no FLAC" [ "$(head -c 4 a.flac)" = fLaC ]
expect "no Ogg" [ "$(head -c 4 a.ogg)" = OggS ]
run 0 "export without sound" export breathe 4-6 --breaths 1 --lead-in 0 --sound none \
    --marks off --volume 0 -o c.WAV
expect "sounds the same" differ a.wav c.WAV
run 2 "export without -o" export breathe 4-6
run 2 "export of no practice" export -o x.wav
run 2 "unknown ending" export breathe 4-6 -o x.mp3
run 2 "no ending" export breathe 4-6 -o "$long"
run 2 "empty name" export breathe 4-6 -o ''
run 2 "open-ended export" export breathe 4-6 --minutes 0 -o x.wav
run 2 "export too long for a file" export breathe 4-6 --minutes 1440 -o x.wav
run 1 "folder that is not there" export breathe 4-6 --breaths 1 -o nowhere/x.wav
run 1 "folder that is a file" export breathe 4-6 --breaths 1 -o a.wav/x.wav
run 1 "name that breaks the line" export breathe 4-6 --breaths 1 -o "no
where/x.wav"
run 1 "name too long" export breathe 4-6 --breaths 1 -o "$name.wav"
says="export leaves nothing half done"
expect "$(find . -name '*x.wav*')" [ "$(find . -name '*x.wav*' | wc -l)" -eq 0 ]

# ---- pictures

run 0 "picture" picture breathe 4-6 --at 5 --size 320x240 -o a.png
expect "no PNG" [ "$(head -c 8 a.png | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ]
expect "size $(head -c 24 a.png | tail -c 8 | od -An -tx1)" \
    [ "$(head -c 24 a.png | tail -c 8 | od -An -tx1 | tr -d ' ')" = 00000140000000f0 ]
run 0 "picture again" -o b.png picture breathe 4-6 --at 5 --size 320x240 --volume 7
same a.png b.png
run 0 "picture over another" picture breathe 4-6 --at 7 --size 320x240 -o b.PNG
expect "every moment is the same" differ a.png b.PNG
run 0 "picture without the lead-in" picture breathe 4-6 --at 2 --lead-in 0 \
    --size 320x240 -o c.png
same a.png c.png
for look in "--theme paper" "--theme contrast" "--figure ring" "--figure words"; do
    # shellcheck disable=SC2086
    run 0 "picture $look" picture breathe 4-6 --at 5 --size 320x240 $look -o d.png
    expect "looks as usual" differ a.png d.png
    mv d.png "picture $look"
done
run 0 "picture as usual" picture breathe 4-6 --at 5 --size 320x240 --theme night \
    --figure orb -o d.png
same a.png d.png
run 0 "picture with less movement" picture breathe 4-6 --at 5 --size 320x240 \
    --reduced-motion -o d.png
same "picture --figure ring" d.png
run 2 "picture in colours that are not there" picture breathe 4-6 --theme red -o x.png
run 0 "picture of the end" picture breathe 4-6 --breaths 1 --at 13 --size 320x240 -o b.png
run 0 "picture without an end" picture breathe 4-6 --minutes 0 --at 36000 \
    --size 320x240 -o b.png
error 2 'the practice is over after 13.000 s, --at cannot be later' \
    picture breathe 4-6 --breaths 1 --at 13.001 -o x.png
error 2 'picture needs a file to write, -o calm.png would be right' picture breathe 4-6
error 2 '"x.wav" cannot be written: a picture'"'"'s name ends in .png' \
    picture breathe 4-6 -o x.wav
run 2 "picture of no practice" picture -o x.png
run 2 "picture too large" picture breathe 4-6 --size 9999x9999 -o x.png
run 2 "picture before the beginning" picture breathe 4-6 --at -1 -o x.png
run 1 "picture in no folder" picture breathe 4-6 -o nowhere/x.png
run 1 "picture with a name too long" picture breathe 4-6 -o "$name.png"
says="picture leaves nothing half done"
expect "$(find . -name '*x.png*')" [ "$(find . -name '*.part' -o -name 'x.png*' | wc -l)" -eq 0 ]

# ---- this machine, and what is kept

run 0 "doctor" doctor
for part in leeway: display: "window: " copying: mail: "sound drivers:" "sound: a device opens" typeface: \
    "letters for easy reading: there" assets: patterns: messages: helplines: "settings: $XDG_CONFIG_HOME/leeway/settings, can" \
    SDL: SDL_mixer: SDL_ttf: libsndfile: libpng:; do
    expect "no $part" grep -q "^$part" out
done
if grep -q '^window: can be' out; then
    expect "no density" grep -Eq '^density: [0-9.]+ pixels? to a point' out
    expect "no word on the desktop: $(grep ^display out)" grep -Eq '^display: [A-Z]' out
fi
says="doctor where everything is missing"
env -u HOME -u XDG_CONFIG_HOME LEEWAY_ASSETS="$work/nowhere" SDL_AUDIODRIVER=none \
    SDL_VIDEODRIVER=none timeout 20 "$program" doctor >out 2>err </dev/null
expect "exit status $?" [ $? -eq 0 ]
for part in "display: none" "window: cannot" "copying: needs a display" "sound: no sound device" "typeface: missing" \
    "letters for easy reading: missing" "assets: missing" "settings: there is no home"; do
    expect "no $part" grep -q "^$part" out
done
# Wherever it was installed to, the assets beside it are its own.
mkdir -p prefix/bin prefix/share
cp "$program" prefix/bin/leeway
cp -r "$LEEWAY_ASSETS" prefix/share/leeway
says="doctor of a program that was installed elsewhere"
env -u LEEWAY_ASSETS timeout 20 prefix/bin/leeway doctor >out 2>err </dev/null
expect "other assets: $(grep ^assets out)" grep -qx "assets: $work/prefix/share/leeway" out

kept="$XDG_CONFIG_HOME/leeway/settings"
run 0 "privacy" privacy
has "  $kept: not there"
run 0 "forget nothing" forget
has "nothing was kept"
expect "something was made" [ ! -e "$XDG_CONFIG_HOME" ]
mkdir -p "$XDG_CONFIG_HOME/leeway"
printf 'leeway settings 1\n' >"$kept"
printf 'leeway settings 1\n' >"$kept.bad"
run 0 "privacy with something kept" privacy
has "  $kept: 18 bytes"
has "  $kept.bad: 18 bytes"
run 0 "forget" forget
has "erased: $kept"
has "erased: $kept.bad"
expect "something is left" [ ! -e "$XDG_CONFIG_HOME/leeway" ]
run 0 "forget again" forget --all
has "nothing was kept"
if [ "$(id -u)" -ne 0 ]; then
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    printf 'leeway settings 1\n' >"$kept"
    chmod 500 "$XDG_CONFIG_HOME/leeway"
    run 1 "forget where nothing may be erased" forget
    chmod 700 "$XDG_CONFIG_HOME/leeway"
fi
rm -rf "$XDG_CONFIG_HOME"
run 2 "forget one thing" forget settings
run 2 "privacy with options" privacy --all
error 2 '--text opens no window, so --size cannot stand beside it' \
    breathe 4-6 --text --size 640x480

# ---- wrong usage, word for word

error 2 'there is no "walk", leeway --help shows what there is' walk
error 2 'there is no "braethe", breathe would be right' braethe
error 2 'there is no "4-6" by itself, leeway breathe 4-6 would be right' 4-6
error 2 'there is no "", leeway --help shows what there is' ''
error 2 'plan needs a practice, leeway plan breathe 4-6 would be right' plan
error 2 'there is no practice "walk", breathe, scan, sit or reach would be right' plan walk
error 2 'there is no practice "sti", sit would be right' plan sti
error 2 'breathe takes no --bell, sit does' plan breathe --bell none
error 2 'breathe takes no --bell, sit does' breathe --bell none
error 2 'scan takes no --breaths, breathe does' export scan --breaths 3 -o x.wav
# A file that is no sound is told on one line, whatever it is called; a bowl rings then.
evil=$(printf 'e\033]0;hi\007\nvil.ogg')
echo "no sound" >"$evil"
timeout 60 "$program" export sit --minutes 0.1 --bell-sound "$evil" -o own.wav 2>"$work/err"
ended 0 $?
timeout 60 "$program" voice "$evil" --for scan 2>"$work/err"
ended 1 $?

error 2 '--seconds cannot be "75", 60, 90 or 120 would be right' plan reach --seconds 75
error 2 'breathe takes no --seconds, reach does' breathe --seconds 60
error 2 'reach takes no --minutes, breathe does' reach --minutes 3
error 2 'there is no practice "raech", reach would be right' plan raech
error 2 'sit takes no --leave-out, scan does' picture sit --leave-out feet -o x.png
error 2 'sit takes no --figure, breathe does' picture sit --figure orb -o x.png
error 2 '"x" is one word too many, leeway sit --minutes 20 --bell every:5 would be right' plan sit x
error 2 'there is no route "outsidein", outside-in would be right' plan scan outsidein
error 2 'there is no route "around the world", one from leeway list routes would be right' \
    plan scan 'around the world'
error 2 'there is no place "hnads", hands would be right' plan scan --leave-out feet,hnads
error 2 'there is no place "foot", left-foot or right-foot would be right' \
    plan scan --leave-out foot
error 2 'there is no place "lower", one from leeway list places would be right' \
    plan scan --leave-out lower
error 2 'there is no place "chset", chest would be right' plan scan --with chset
error 2 'there is no place "", one from leeway list places would be right' \
    plan scan --leave-out feet,
error 2 'a body scan takes 1 to 120 minutes, --minutes 3 would be right' plan scan --minutes 0
error 2 'a body scan takes 1 to 120 minutes, --minutes 3 would be right' plan scan --minutes 121
error 2 '--figure cannot be "orb", path, body or words would be right' \
    picture scan --figure orb -o x.png
error 2 '--bell cannot be "every", every:5, at:3,10,15 or none would be right' plan sit --bell every
error 2 'an interval bell lies between the start and the end' plan sit --bell at:3,10
error 2 '--bell-sound cannot be "gong", bowl, bell, wood or a sound file would be right' \
    plan sit --bell-sound gong
error 2 'list patterns takes no --minutes, list cues does' list patterns --minutes 3
error 2 'list cues takes no --check, list voices does' list cues --check
error 2 'list routes takes no --check, list voices does' list routes --check
error 2 'list routes takes no --country, list helplines does' list routes --country IE
error 2 'there is no row for "ireland"; leeway list helplines shows them all, and a country is two letters, such as IE' \
    list helplines --country ireland
error 2 'list voices takes no --script, list cues does' list voices --script
error 2 'voice needs a recording, leeway voice ana.ogg --for scan would be right' voice
error 2 'nothing says what was read, --for scan would be right' voice x.wav
error 2 '--name cannot be "../x", a short name without / would be right' \
    voice x.wav --for scan --name ../x
error 2 'sit says nothing that could be read, --for scan would be right' \
    list cues --script --for sit
error 2 'there is no voice "nobody", leeway list voices shows those there are' \
    plan scan --voice nobody
error 2 '"6" is one word too many, leeway breathe 4-6 --minutes 5 would be right' breathe 4 6
error 2 'plan takes no -o, export does' plan breathe -o x.wav
error 2 'plan takes no --size, breathe does' plan breathe --size 640x480
error 2 'leeway by itself takes no -o, export does' -o x.wav
error 2 'there is no option "--minuets", --minutes would be right' plan breathe --minuets 5
error 2 '"--m" is too short to tell, --minutes or --marks would be right' breathe --m 5
error 2 '--minutes and --breaths both give the length, one of them would be right' \
    plan breathe --minutes 5 --breaths 5
error 2 'there is no pattern "bxo", box would be right' plan breathe bxo
error 2 'nothing to list was named, patterns, routes, places, cues, voices, actions, sounds, figures, themes, messages, starts, pages or helplines would be right' \
    list
error 2 'there is no list of "sound", sounds would be right' list sound
error 2 '--sound cannot be "wind", ocean, rain, brown or none would be right' \
    breathe --sound wind
error 2 '--marks cannot be "maybe", on or off would be right' breathe --marks maybe
error 2 '--size cannot be "9x9", two whole numbers, such as 1280x720, would be right' \
    --size 9x9

# ---- wrong usage of every odd kind

for text in '' ' ' - 4 4- -- 4-6-4-6-4 4--6 4-6x 'four-six' nan-nan inf-6 1e3-6 0x4-6 ٤-٦ \
    '4–6' 4,5-6 4.5555-6 0.4-6 4-61 1-1 4-6+1 1+0-5 "$long" "$long-6" \
    "$(printf 'a\nb\tc\033[31m')" "$(printf '\377\376')" "$(printf '\342\200\2564-6')"; do
    run 2 "pattern" plan breathe -- "$text"
    run 2 "start of the ramp" plan breathe 4-6 --from "$text"
done
for text in '' ' ' every every: every:0 every:-1 every:x every:5x every:5,6 every:1441 at at: \
    at:0 at:5,5 at:6,5 at:5,,6 at:x 'at:5 6' at:10 none5 "$long" "at:$long"; do
    run 2 "bells" plan sit --bell "$text"
done
for text in '' Feet "$long" ../feet "$(printf 'a\nb')" "$(printf '\377')" 'left foot' ','; do
    run 2 "route" plan scan "$text"
    [ -z "$text" ] || run 2 "place" plan scan --leave-out "$text"
    [ -z "$text" ] || run 2 "place" plan scan --with "$text"
done
run 2 "pattern with a dash before it" plan breathe -4-6
run 2 "ramp from something longer" plan breathe 4-6 --from 5-5
run 2 "ramp from other phases" plan breathe 4-6 --from 3-1-4
for text in '' ' ' abc -1 +5 nan inf infinity 1e1 0x5 ٥ ５ 5,5 5. . 1.2345 1440.001 \
    99999999999999999999 "$long$long"; do
    run 2 "minutes" plan breathe --minutes "$text"
    run 2 "breaths" plan breathe --breaths "$text"
    run 2 "pace" plan breathe --pace "$text"
    run 2 "lead-in" plan breathe --lead-in "$text"
    run 2 "volume" breathe --volume "$text"
    run 2 "size" breathe --size "$text"
done
run 2 "no breath" plan breathe --breaths 0
run 2 "too many breaths" plan breathe --breaths 100001
run 2 "half a breath" plan breathe --breaths 0.5
run 2 "no time" plan breathe --pace 0
run 2 "too quick" plan breathe --pace 0.2
run 2 "too slow" plan breathe --pace 100
run 2 "too loud" breathe --volume 101
run 2 "a value for a switch" plan breathe --no-holds=yes
for option in minutes breaths from pace lead-in sound marks volume size; do
    run 2 "--$option without a value" breathe "--$option"
done
run 2 "-o without a value" export breathe -o
run 2 "a long verb" "$long"
run 2 "a long option" "--$long"

# ---- machines that fail

if [ -w /dev/full ]; then
    for what in "plan breathe" "list sounds" doctor privacy --help --version; do
        says="full disk: $what"
        # shellcheck disable=SC2086
        "$program" $what >/dev/full 2>"$work/err"
        ended 1 $?
    done
fi
says="closed output"
"$program" plan breathe >&- 2>"$work/err"
ended 1 $?
says="no assets"
LEEWAY_ASSETS="$work/nowhere" "$program" plan breathe 4-6 --minutes 5 >other
same other five

# ---- texts that somebody changed

# every_word FILE FROM TO: in a copy of the assets.
every_word() {
    sed "s/$2/$3/" "$1" >changed && ! cmp -s "$1" changed && mv changed "$1"
}

# lists WHAT WORDS: they are there now.
lists() {
    LEEWAY_ASSETS="$work/mine" "$program" list "$1" 2>&1 | grep -q "$2"
}

says="other texts"
mkdir mine
for part in patterns messages cues places routes starts pages helplines.tsv; do
    cp -r "$LEEWAY_ASSETS/$part" mine/
done
expect "a pattern cannot be changed" every_word mine/patterns 'name = Easing in' 'name = Slowly'
expect "the pattern is not it" lists patterns Slowly
expect "a message cannot be changed" \
    every_word mine/messages/en 'text = A borrowed ladder' 'text = A borrowed bicycle'
expect "the message is not it" lists messages 'A borrowed bicycle'
expect "a cue cannot be changed" every_word mine/cues/en 'text = The feet\.' 'text = Both feet.'
expect "the cue is not it" lists cues 'Both feet\.'
expect "a place cannot be changed" every_word mine/places 'name = feet' 'name = both feet'
expect "the place is not it" lists places 'both feet'
expect "a route cannot be changed" \
    every_word mine/routes 'name = outside in' 'name = inwards'
expect "the route is not it" lists routes 'inwards'
expect "a start cannot be changed" \
    every_word mine/starts/en 'name = a sign of life' 'name = a wave'
expect "the start is not it" lists starts 'a wave'
expect "a page cannot be changed" every_word mine/pages/en '^title = .*' 'title = Other words'
expect "the page is not it" lists pages 'Other words'
expect "a number cannot be changed" every_word mine/helplines.tsv Samaritans Neighbours
expect "the number is not it" lists helplines Neighbours

# breaks WHAT FILE: an own line in a copy of the assets is wrong, and told with its place.
breaks() {
    says="other texts: what is wrong in $2"
    cp "mine/$2" whole
    echo "nonsense" >>"mine/$2"
    LEEWAY_ASSETS="$work/mine" "$program" list "$1" >out 2>"$work/err"
    ended 1 $?
    at="$2:$(wc -l <"mine/$2"):1: "
    expect "no place: $(cat "$work/err")" grep -q -F "$at" "$work/err"
    mv whole "mine/$2"
}

breaks patterns patterns
breaks messages messages/en
breaks cues cues/en
breaks places places
breaks routes routes
breaks starts starts/en
breaks pages pages/en
breaks helplines helplines.tsv

# ---- no display

for video in x11 wayland; do
    says="no display for $video"
    SDL_VIDEODRIVER=$video timeout 20 "$program" breathe 2>"$work/err" >/dev/null
    ended 4 $?
done
if [ ! -e /dev/dri ]; then
    run 4 "no display at all"
    run 4 "no display for a practice" breathe 4-6 --fullscreen --sound none
fi

says="nothing was kept"
expect "$(find "$HOME" -type f)" [ "$(find "$HOME" -type f | wc -l)" -eq 0 ]

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
