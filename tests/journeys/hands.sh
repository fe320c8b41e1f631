#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything that hands do in the window: by keyboard alone, then by pointer alone. Each
# page is held against the picture that tests/tour paints of it, with the settings that
# are on the disk: what is chosen is seen at once, and is what is kept.
#   sh hands.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034,SC2317 # shared with desktop.sh
set -u
ways='keys pointer file'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

FADE_FRAMES=14400 # 300 ms
FIGURE='90 610'
MIDDLE='100 890' # what is between the edge and the foot
HIGH='30 90'     # where the time left is told
kept=$XDG_CONFIG_HOME/leeway/settings

is_kept() {
    grep -qsx "$1" "$kept"
}

away() {
    xdotool mousemove 1919 1079
}

# ---- the window held against its picture

# inside WORDS: of the control that begins so; frames and fills lie outside.
inside() {
    awk -v says="$1" '{
        area = int($1 - $3 / 2) + 6 " " int($2 - $4 / 2) + 8 " " $3 - 12 " " $4 - 16
        sub(/^[-0-9]+ [-0-9]+ [0-9]+ [0-9]+ [0-9]+ /, "")
        if (index($0, says) == 1) { print area; exit }
    }' spots
}

# says_chosen STOP WORDS: the control that begins so says what is kept.
says_chosen() {
    expect "$1 cannot be painted" paint "$1"
    area=$(inside "$2")
    expect "$1 has nothing that says $2" [ -n "$area" ]
    soon "\"$2\" is not what there is to see" is_like "$area"
}

# chosen STOP WORDS LINE: it is kept, and seen.
chosen() {
    soon "\"$3\" is not kept" is_kept "$3"
    says_chosen "$1" "$2"
}

is_told() {
    grep -q '^leeway: ' err
}

# ---- the two hands

away() {
    xdotool mousemove 1919 1079
}

# press_away WORDS [N]: the pointer presses it and goes.
press_away() {
    press "$@"
    away
}

# press_step LABEL KEY: ‹ and › are told after their row.
press_step() {
    # shellcheck disable=SC2046
    set -- $(awk -v says="$1" -v after="$([ "$2" = Left ] && echo 1 || echo 2)" '
        at && NR == at + after { print $1, $2 }
        {
            sub(/^[-0-9]+ [-0-9]+ [0-9]+ [0-9]+ [0-9]+ /, "")
            if (!at && index($0, says) == 1) at = NR
        }' spots)
    [ $# -eq 2 ] || { bad "there is nothing to press"; return; }
    click "$1" "$2"
    away
}

has_tabs() {
    has_words '90 150' && has_words '900 960'
}

# open_by_HAND PAGE: a page of settings, from home, which is not framed.
open_by_keys() {
    key shift+Tab shift+Tab shift+Tab space
    soon "the settings do not open" has_tabs
    awake
    for before in See Hear Breathe Words Kept; do
        [ "$before" != "$1" ] || return
        key Right
    done
}

open_by_pointer() {
    spots home
    press_away Settings
    soon "the settings do not open" has_tabs
    awake
    spots see
    press_away "$1"
}

# step_by_HAND LABEL KEY ...: keys frame the row and step it; the pointer needs but the
# last of them.
step_by_keys() {
    shift
    key "$@"
}

step_by_pointer() {
    label=$1
    shift $(($# - 1))
    press_step "$label" "$1"
}


# ---- settings

# each_row STOP ROW ...: LABEL|KEYS|LINE; after every step what is kept and what is seen.
each_row() {
    on=$1
    shift
    expect "$on cannot be painted" paint "$on"
    for each; do
        keys=${each#*|}
        # shellcheck disable=SC2086 # words
        "step_by_$hand" "${each%%|*}" ${keys%%|*}
        chosen "$on" "${each%%|*}" "${keys#*|}"
        [ "$on" != see ] || looks "${each%%|*}"
    done
}

# opens PAGE: of settings, with nothing chosen yet.
opens() {
    says="$1, by $hand"
    settings
    open
    "open_by_$hand" "$1"
}

# What is drawn below the rows of See: the ring is grey, words are white.
drawing() {
    count "$((W / 2 - 60)) $((H * 7 / 10)) 120 $((H * 15 / 100))" "$@"
}

is_circle() {
    [ "$(drawing 5A9090 B0D5D0)" -gt 600 ]
}

is_ring() {
    [ "$(drawing 586870 7A8A94)" -gt 100 ]
}

is_word() {
    [ "$(drawing C0C0B8 EEEEEE)" -gt 100 ]
}

is_paper() {
    [ "$(count "$(whole)" EEE9DF F6F2EA)" -gt $((W * H * 3 / 4)) ]
}

# looks LABEL: what its step does to the picture.
looks() {
    case $1 in
    Movement) soon "is no ring" is_ring ;;
    Shape) soon "is no word" is_word ;;
    Colours) soon "is not paper" is_paper ;;
    esac
}

see() {
    opens See
    each_row see 'Movement|Down Down Down Down Right|movement = less' \
        'Shape|Up Up Right|figure = words' \
        'Shape of a scan|Down Right|scan-figure = body' \
        'Letters|Down Down Down Right|letters = easy' \
        'Text size|Up Right|text-size = 125' 'Colours|Down Down Right|theme = paper'
    says="undo, by $hand"
    "undo_by_$hand" Undo
    chosen see Colours 'theme = night'
    says="as it was at first, by $hand"
    "undo_by_$hand" First
    soon "is not kept" is_kept 'text-size = 100'
    shows see "$(band '100 690')"
    "undo_by_$hand" Again
    chosen see Letters 'letters = easy'
    close 2
}

# undo_by_HAND WHICH: Undo from the first row; As it was at first and Undo from the tools,
# from where Down leads to the first row.
undo_by_keys() {
    [ "$1" = Undo ] || key Down
    key shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab
    [ "$1" != First ] || key shift+Tab shift+Tab
    key space
}

# Undo is there when something was chosen.
undo_by_pointer() {
    if [ "$1" = First ]; then
        press_away "As it was at first"
        return
    fi
    "$tools/tour" . --size "${W}x$H" --settings "$XDG_CONFIG_HOME/leeway/settings" \
        see-changed && mv see-changed.spots spots
    press Undo
    away
}

hear() {
    opens Hear
    each_row hear 'Sound|Down Right|sound = on' \
        'Under the breath|Down Right|sound-name = rain' \
        'Marks at the turns|Down Left|marks = off' 'Loudness|Down Right|volume = 70'
    close 2
}

breathe() {
    opens Breathe
    each_row breathe 'Length|Down Down Right|minutes = 5' \
        'Pattern|Up Right|pattern = longer-out' \
        'Begins|Down Down Right|begins = own-pace' 'Holds|Down Right|holds = never'
    close 2
}

telling() {
    opens Words
    each_row words 'Words at the turns|Down Right|words = first' \
        'Time left|Down Right|time-left = on' 'Messages|Down Right|messages = sometimes'
    close 2
}

keeping() {
    opens Kept
    each_row kept-tab 'Remember my settings|Down Down Down Left|remember = off'
    close 2
}

# ---- every sound

# sounds_from FRAME: something was heard since.
sounds_from() {
    [ "$(peak "$1" 999999999)" -gt -70 ]
}

sounds() {
    rm -f live
    opens Hear
    if [ "$hand" = keys ]; then
        key Up space
    else
        paint hear
        press_away "Each part by itself ›"
    fi
    shows sounds "$(band '100 900')"
    awake
    each_row sounds 'Marks|Down Left|marks-volume = 90' \
        'Under the breath|Down Left|bed-volume = 90' \
        'Voice|Down Left|voice-volume = 90' \
        'Both ears the same|Down Right|mono = on' 'Late speakers|Down Right|delay = 20'
    before=$(played)
    if [ "$hand" = keys ]; then
        key Down space
    else
        press_step "Listen to" Right
    fi
    soon "nothing is heard" sounds_from "$before"
    key Escape
    shows hear "$(band '30 160')"
    left=$(played)
    sleep 1
    expect "is heard after leaving" silent_from $((left + FADE_FRAMES))
    close 2
}

# ---- home

row() {
    says="the row, by $hand"
    settings
    open
    if [ "$hand" = keys ]; then
        key Tab Tab Right
        chosen home '4 in, 6 out' 'pattern = longer-out'
        key Tab Right
        chosen home '5 minutes' 'minutes = 5'
        key Tab Right
        chosen home 'sea and marks' 'sound = on'
        key space
        soon "no list opens" not has_doors
        key Down Return
        chosen home 'rain and marks' 'sound-name = rain'
        key shift+Tab space
        soon "no list opens" not has_doors
        key Up Up Return
    else
        lists pattern '4 in, 6 out, easing in' '5 in, 5 out'
        paint home
        lists sound 'sound off' 'rain and marks'
        chosen home 'rain and marks' 'sound-name = rain'
        lists length '3 minutes' '1 minute'
    fi
    chosen home '1 minute' 'minutes = 1'
    close 1
}

# lists WHICH VALUE CHOICE
lists() {
    spots home
    case $2 in *easing*) press_away '4 in, 6 out' ;; *) press_away "$2" ;; esac
    awake
    paint "list-$1"
    press_away "$3"
    soon "does not lead home" is_home
}

# close PRESSES: so many Esc lead out, and it ends.
close() {
    away
    for _ in $(seq "$1"); do
        key Escape
    done
    gone
}

# ---- a practice

# answers KEY: a line of its own.
answers() {
    note_words "$HINT"
    key "$1"
    soon "no line answers $1" not says_so "$HINT"
}

# opens_ways [FROM WAYS]: O, or its words.
opens_ways() {
    spots "${1-in}"
    if [ "$hand" = keys ]; then key o; else press_away "O another way"; fi
    shows "${2-another-way}" "$(band '100 900')"
    awake
}

# takes N STOP WORDS: the Nth of some ways.
takes() {
    if [ "$hand" = keys ]; then
        for _ in $(seq "$1"); do
            key Tab
        done
        key space
    else
        spots "$2"
        press_away "$3"
    fi
}

leaves() {
    if [ "$hand" = keys ]; then
        key Escape
    else
        spots "${1-in}"
        press_away "${2-Esc leave}"
    fi
    soon "does not lead out" is_after
    awake
}

begins() {
    if [ "$hand" = keys ]; then
        key space
    else
        click $((W / 2)) $((H * 36 / 100))
        away
    fi
    soon "does not begin" is_practice
    awake
}

practice() {
    says="a practice, by $hand"
    settings 'theme = night'
    open
    begins
    [ "$hand" = pointer ] || for change in Down Up m; do
        answers "$change"
    done
    note_words "$WORD"
    if [ "$hand" = keys ]; then key space; else press_in_figure; fi
    soon "is not paused" not says_so "$WORD"
    if [ "$hand" = keys ]; then key space; else press_in_figure; fi
    opens_ways
    says="back from the other ways, by $hand"
    if [ "$hand" = keys ]; then key space; else press_away "Space back to where it was"; fi
    soon "does not go back" is_practice
    awake
    says="End here, by $hand"
    opens_ways
    takes 1 another-way "End here"
    soon "does not end" is_after
    shows after "$(band "$BUTTONS")"
    awake
    says="Go on, by $hand"
    takes 1 after "Go on"
    soon "does not go on" is_practice
    awake
    says="My own pace, by $hand"
    opens_ways
    takes 6 another-way "My own pace"
    soon "there is no figure" has_ring
    awake
    leaves own-pace
    says="Something smaller, by $hand"
    takes 2 after "Something smaller"
    shows smaller "$(band '100 900')"
    awake
    takes 3 smaller "A sound for one minute"
    soon "does not begin" is_practice
    awake
    leaves
    says="Home, by $hand"
    takes 3 after "Home"
    soon "does not lead home" is_home
    awake
    says="Sound, by $hand"
    begins
    opens_ways
    takes 5 another-way "Sound, no breathing"
    soon "does not begin" is_practice
    awake
    leaves
    close 1
}

press_in_figure() {
    click $((W / 2)) $((H * 36 / 100))
    away
}

# ---- a scan

# shows_scan: its face, by its door.
shows_scan() {
    if [ "$hand" = keys ]; then
        key Tab Tab Tab Tab Tab Tab space
    else
        spots home
        press_away "Body scan"
    fi
    shows scan "$(band '100 600')"
}

# presses_path: the places on home, or the shape of a practice.
presses_path() {
    if [ "$hand" = keys ]; then key "$@"; else click $((W / 2 + 30)) $((H * 30 / 100)); fi
    away
}

scan() {
    says="the places, by $hand"
    settings
    open
    shows_scan
    presses_path shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab space
    shows places "$(band '100 900')"
    awake
    each_row places 'hands|Down Right|leave-out = hands'
    close 2
    says="a scan, by $hand"
    settings 'scan-minutes = 3'
    open scan --lead-in 1
    spots scan
    if [ "$hand" = keys ]; then key space; else press_away "Body scan"; fi
    soon "does not begin" not has_words "$LINE"
    awake
    opens_ways scan-place scan-another-way
    takes 5 scan-another-way "Words without voice"
    soon "does not go on" not has_words "$TOP"
    soon "has no words" has_words '640 770'
    awake
    leaves scan-place
    close 1
}

if [ "$way" != file ]; then
    hand=$way
    row
    practice
    see
    hear
    breathe
    telling
    keeping
    scan
    export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"
    sounds
    finish
    exit
fi

# ---- the file, written by hand while the window is there

says="a file that is changed"
export SDL_AUDIODRIVER=dummy
settings
open
settings 'theme = paper'
soon "is not seen" is_paper
settings 'theme = paper' 'minutes = 10' 'minutes'
soon "is not seen" is_told
expect "is told more than once: $(cat err)" [ "$(wc -l <err)" -eq 1 ]
soon "is not paper any more" is_paper
key space
sleep 0.3
expect "has gone" not has_ended
close 2

finish
