# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
# A desktop for a journey: a screen whose pixels can be read, a window manager, an empty
# home, and what is needed to drive the program on it and to look. A journey reads this
# file first; $1, $2 and $3 are its own: PROGRAM ASSETS TOOLS, where TOOLS is the folder of
# pixels and frames. All of it is gone when the journey ends. The screen is wider than the
# window, which stands at its top left, without decorations.

program=$(readlink -f "$1")
LEEWAY_ASSETS=$(readlink -f "$2")
export LEEWAY_ASSETS
tools=$(readlink -f "$3")

# A new screen's presses and keys but Esc and H sleep for 600 ms, which begin when it is
# there. What a sanitizer watches takes longer.
AWAKE_S=0.8
END_TRIES=250
SOON_TRIES=250
if grep -q __asan_init "$program"; then
    AWAKE_S=1.5
    SOON_TRIES=500
fi

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

# expect WHAT COMMAND ...: the command holds; if not, WHAT is what is wrong.
expect() {
    wrong=$1
    shift
    if "$@"; then ok; else bad "$wrong"; fi
}

# soon WHAT COMMAND ...: it holds within a few seconds, however busy the machine is.
soon() {
    wrong=$1
    shift
    if within $SOON_TRIES "$@"; then ok; else bad "$wrong"; fi
}

# within TRIES COMMAND ...: it holds at once or a little later, 20 ms for each try.
within() {
    tries=$1
    shift
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.02
    done
}

not() {
    ! "$@"
}

finish() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
}

# ---- the desktop

clean_up() {
    for left in pid manager_pid screen_pid; do
        [ ! -s "$work/$left" ] || kill "$(cat "$work/$left")" 2>/dev/null
    done
    wait
    rm -rf "$work"
}

work=$(mktemp -d) || exit 1
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
fb=$work/screen/Xvfb_screen0

fresh_home() {
    rm -rf "${work:?}/home" "${work:?}/run"
    mkdir -m 700 "$work/home" "$work/run"
    export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config"
    export XDG_RUNTIME_DIR="$work/run"
}

unset WAYLAND_DISPLAY SDL_VIDEODRIVER LEEWAY_PRESENTER DBUS_SESSION_BUS_ADDRESS
unset XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME PULSE_SERVER
export SDL_AUDIODRIVER=dummy
# Nothing but the program's own words on its standard error, whatever it was built with.
export LSAN_OPTIONS="${LSAN_OPTIONS-}:print_suppressions=0"
fresh_home

# settings LINE ...: what is remembered.
settings() {
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    {
        echo "leeway settings 1"
        printf '%s\n' "$@"
    } >"$XDG_CONFIG_HOME/leeway/settings"
}

is_managed() {
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

# No key repeats by itself: on a busy machine a press may take longer than it means to.
start_screen() {
    mkdir screen
    Xvfb -displayfd 3 -fbdir screen -screen 0 1920x1080x24 -nolisten tcp -noreset -r \
        3>display >screen.log 2>&1 &
    echo $! >screen_pid
    within 500 [ -s display ] && DISPLAY=:$(cat display) && export DISPLAY
}

# Alt F4 is how the window is asked to close. The manager's own files go elsewhere.
start_manager() {
    cat >openbox.xml <<EOF
<openbox_config xmlns="http://openbox.org/3.4/rc">
<theme><keepBorder>no</keepBorder></theme>
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<applications><application name="*"><decor>no</decor><focus>yes</focus>
<position force="yes"><x>0</x><y>0</y><monitor>1</monitor></position>
</application></applications>
</openbox_config>
EOF
    env HOME="$work/desktop" XDG_CONFIG_HOME="$work/desktop" \
        openbox --sm-disable --config-file "$work/openbox.xml" >manager.log 2>&1 &
    echo $! >manager_pid
    within 500 is_managed
}

if ! start_screen || ! start_manager; then
    echo "there is no screen to try it on: Xvfb, openbox, xdotool and xprop are needed"
    cat ./*.log
    exit 1
fi
xdotool mousemove 1919 1079

# ---- the program

# What the program runs under, if anything.
under=

# launch COMMAND ...: it runs; ./ended holds its status when it is over.
launch() {
    rm -f ended pid
    {
        "$@" >out 2>err </dev/null &
        echo $! >pid
        wait $!
        echo $? >status
        mv status ended
    } &
    within 100 [ -s pid ]
    pid=$(cat pid)
}

is_shown() {
    [ -e ended ] && return 0
    window=$(xdotool search --onlyvisible --name '^Leeway$' 2>/dev/null) &&
        [ "$(xdotool getwindowfocus 2>/dev/null)" = "$window" ]
}

measure() {
    geometry=$(xdotool getwindowgeometry --shell "$window")
    W=$(printf '%s\n' "$geometry" | sed -n 's/^WIDTH=//p')
    H=$(printf '%s\n' "$geometry" | sed -n 's/^HEIGHT=//p')
    S=$((W < H ? W : H))
}

# Where nothing was painted yet the screen is black, wherever the window stands.
has_picture() {
    [ "$(count "0 0 1920 1080" 000001 FFFFFF)" -gt 100 ]
}

# open ARGUMENT ...: the program, until its window is there, is painted and has the keyboard.
open() {
    # shellcheck disable=SC2086 # words
    launch $under "$program" "$@"
    if within 500 is_shown && [ ! -e ended ]; then
        measure
        soon "nothing is painted" has_picture
        return
    fi
    bad "no window: $(head -c 300 err)"
    finish
    exit 1
}

has_ended() {
    [ -e ended ]
}

# gone [STATUS]: it ends soon, with this status, and said nothing.
gone() {
    if ! within $END_TRIES has_ended; then
        bad "is still there"
        kill -KILL "$pid"
        within 250 has_ended
    else
        expect "ended with status $(cat ended): $(head -c 300 err)" \
            [ "$(cat ended)" -eq "${1-0}" ]
    fi
    rm -f pid
}

key() {
    xdotool key --delay 5 "$@"
}

click() {
    xdotool mousemove "$1" "$2" click 1
}

# awake: what the screen that is shown now does not answer yet, it does from here on.
awake() {
    sleep "$AWAKE_S"
}

# ---- what there is to see: areas are X Y W H

shot() {
    cp "$fb" "$1"
}

whole() {
    echo "0 0 $W $H"
}

# band 'FROM TO': in thousandths of the height.
band() {
    from=${1% *}
    to=${1#* }
    echo "0 $((H * from / 1000)) $W $((H * (to - from) / 1000))"
}

# box AREA LOW HIGH: the box around what lies between two colours, or 0 0.
box() {
    # shellcheck disable=SC2086 # an area is four words
    "$tools/pixels" count "$fb" $1 "$2" "$3" | cut -d ' ' -f 2-
}

# count AREA LOW HIGH
count() {
    # shellcheck disable=SC2086
    "$tools/pixels" count "$fb" $1 "$2" "$3" | cut -d ' ' -f 1
}

# changed SHOT [AREA]: how many pixels are not as they were.
changed() {
    # shellcheck disable=SC2086
    "$tools/pixels" differ "$fb" ${2-$(whole)} "$1" | cut -d ' ' -f 1
}

has_changed() {
    [ "$(changed "$@")" -gt 0 ]
}

# to WHAT KEY ...: a key or a press leads to another page, which is awake soon.
to() {
    shot before
    "$@"
    soon "$* leads nowhere" has_changed before
    awake
}

# is_still SECONDS [AREA]: nothing changes for so long. A page that is not painted to its
# end yet is still a little later: soon "moves" is_still 0.2.
is_still() {
    shot still
    sleep "$1"
    # shellcheck disable=SC2086
    not has_changed still ${2+"$2"}
}

TOP='20 110'
LINE='545 600'
ROW='640 705'
WORD='655 725'
HINT='755 797'
BUTTONS='800 845'
FOOT='915 955'

# Words, whole or secondary, are at least this bright; nothing is brighter than they are.
WORDS='909090 EEEEEE'

# has_words BAND
has_words() {
    # shellcheck disable=SC2086
    [ "$(count "$(band "$1")" $WORDS)" -gt 20 ]
}

# The words of a band, as the box around them.
words() {
    # shellcheck disable=SC2086
    box "$(band "$1")" $WORDS
}

note_words() {
    words "$1" >noted
}

# says_so BAND: the words are those that were noted.
says_so() {
    [ "$(words "$1")" = "$(cat noted)" ]
}

# Pieces of the ring, at its left and at its top. Letters of a page may lie at one of them.
ring_side() {
    echo "$((W / 2 - S * 220 / 1000 - 3)) $((H * 36 / 100 - 3)) 6 6"
}

ring_top() {
    echo "$((W / 2 - 3)) $((H * 36 / 100 - S * 220 / 1000 - 3)) 6 6"
}

has_ring() {
    [ "$(count "$(ring_side)" 3C4850 FFFFFF)" -gt 3 ] &&
        [ "$(count "$(ring_top)" 3C4850 FFFFFF)" -gt 3 ]
}

# Pages with a title are not what is told by the next three; nor is the face of reaching out,
# whose figure has what looks like a ring.

has_doors() {
    ! has_ring && ! has_words "$TOP" &&
        [ "$(count "$(band "$BUTTONS")" 66727A FFFFFF)" -gt $((W / 2)) ]
}

is_home() {
    has_doors && has_words "$LINE" && has_words "$ROW"
}

is_practice() {
    has_ring && has_words "$FOOT"
}

# What a key does there may be told in the row for a while: then it is not known by this.
is_after() {
    has_doors && ! has_words "$ROW"
}

# Nothing but the background's own colours.
is_bare() {
    [ "$(count "$(whole)" 0E1318 141B21)" -eq $((W * H)) ]
}

# ---- where the controls stand, told by the hand that lays them out

# spots STOP: notes the controls of a stop of tests/tour for a window of this size.
spots() {
    "$tools/tour" . --size "${W}x$H" "$1" && mv "$1.spots" spots
}

# spot WORDS [N]: the middle of the (Nth) control that says so.
spot() {
    awk -v says="$1" -v nth="${2-1}" '{
        x = $1; y = $2
        sub(/^[-0-9]+ [-0-9]+ [0-9]+ [0-9]+ [0-9]+ /, "")
        if ($0 == says && --nth == 0) { print x, y; exit }
    }' spots
}

# press WORDS [N]: the pointer presses it.
press() {
    # shellcheck disable=SC2046 # two numbers
    set -- $(spot "$@")
    [ $# -eq 2 ] || { bad "there is nothing to press"; return; }
    click "$1" "$2"
}

# ---- the window held against its picture

# paint STOP [--end]: as the tour paints it, with what is kept now; ./spots with it.
paint() {
    "$tools/tour" . --size "${W}x$H" --settings "$XDG_CONFIG_HOME/leeway/settings" \
        ${2+"$2"} "$1" && cp "$1.spots" spots
    stop=$1
}

# is_like AREA: there, the window is as it was painted.
is_like() {
    # shellcheck disable=SC2086 # an area is four words
    [ "$("$tools/pixels" differ "$fb" $1 "$stop.png" | cut -d ' ' -f 1)" = 0 ]
}

# shows STOP AREA [--end]: the window does.
shows() {
    # shellcheck disable=SC2086
    expect "$1 cannot be painted" paint "$1" ${3-}
    soon "does not show $1 ${3-}" is_like "$2"
}

# moves KEY ...: keys move the frame, and what is typed next goes where they led.
moves() {
    shot before
    key "$@"
    soon "$* moves nothing" has_changed before
    soon "is not still" is_still 0.3
}

# comes STOP [AREA]: what was pressed leads to that page, which is awake soon.
comes() {
    shows "$1" "${2-$(whole)}"
    awake
}

# new_by_keys: from home, which is not framed, to a pattern that is not there yet.
new_by_keys() {
    key shift+Tab shift+Tab shift+Tab space
    comes see "$(band '30 690')"
    key Tab Tab Tab space
    shows breathe "$(band '210 900')"
    key Tab Tab Tab Tab Tab Tab Tab space
    comes own "$(band '30 900')"
    key Tab space
    comes maker "$(band '30 900')"
}

# ---- what there is to hear: ./live is what SDL's disk driver was given

SILENCE=-200

# Frames that were played so far.
played() {
    [ -e live ] || { echo 0; return; }
    echo $(($(stat -c %s live) / 8))
}

# peak FROM TO: between two frames, as far as they were played; silence where none was.
peak() {
    if [ "$(played)" -gt "$1" ] && [ "$2" -gt "$1" ]; then
        "$tools/frames" peak live "$1" "$2"
    else
        echo $SILENCE
    fi
}

# silent_from FRAME: nothing was heard since.
silent_from() {
    [ "$(peak "$1" 999999999)" -eq $SILENCE ]
}

# has_played FRAME: so far.
has_played() {
    [ "$(played)" -gt "$1" ]
}
