#!/bin/sh
# SPDX-License-Identifier: MIT
# What is copied can be pasted: while Leeway is open, after it was closed, after it was
# killed; until somebody else copies, and no longer than is said.
#   sh copy.sh PROGRAM ASSETS TOOLS
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u

if ! [ -x "$3/pastes" ]; then
    echo "built without X11, so nothing outlives the window and nothing was tried"
    exit 77
fi
ways='pattern line alone'
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/side_by_side.sh"
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

PAGE='30 900'
ANSWER='640 720'
HOLD=hold-copied # the hidden word
fresh_home
export XDG_DATA_HOME="$work/home/data"

# pastes FILE: another program pastes these bytes, and no other.
pastes() {
    "$tools/pastes" get >pasted && cmp -s "$1" pasted
}

has_nothing() {
    ! "$tools/pastes" get >pasted
}

# The processes of this screen that keep a text. What they are asked for is theirs alone, so
# only root can tell them from those of another screen.
holders() {
    grep -lzx "DISPLAY=$DISPLAY" /proc/[0-9]*/environ 2>/dev/null |
        while IFS=/ read -r _ _ process _; do
            called=$(tr -d '\0' <"/proc/$process/cmdline")
            [ "${called##*/}" != leeway ] || [ "$process" = "${pid-}" ] || echo "$process"
        done 2>/dev/null
}

can_tell=false
[ "$(id -u)" -ne 0 ] || can_tell=true

# holds N: so many of them are there.
holds() {
    ! $can_tell || [ "$(holders | wc -l)" -eq "$1" ]
}

# A child of the program that is over and not buried.
has_dead_child() {
    cat /proc/[0-9]*/stat 2>/dev/null | grep -q ") Z $pid "
}

# message FILE: as a holder is given it.
message() {
    size=$(wc -c <"$1")
    # shellcheck disable=SC2059 # the bytes of a number
    printf "\\$(printf %03o $((size % 256)))\\$(printf %03o $((size / 256 % 256)))"
    # shellcheck disable=SC2059
    printf "\\$(printf %03o $((size / 65536)))\\000"
    cat "$1"
}

# hold FILE SECONDS: it is kept without a window, for so long.
hold() {
    message "$1" | "$program" $HOLD "$2" >owned 2>err
    soon "is not owned" [ -s owned ]
}

# ---- the window

# page NAME: the page of a pattern of one's own, with this name typed.
page() {
    open
    new_by_keys
    moves Tab Down Down Down Down Down
    xdotool type --delay 10 "$1"
    spots maker
    pattern "$1" >expected
}

copy() {
    press "Copy as text"
}

# pattern NAME: what is copied then.
pattern() {
    section=$(printf %s "$1" | tr 'A-Z ' 'a-z-')
    printf 'leeway patterns 1\n\n[%s]\nname = %s\nnumbers = 4-6\n' "$section" "$1"
}

# tells STOP: the line under the page is that of the stop.
tells() {
    xdotool mousemove 1919 1079
    paint "$1"
    soon "does not say as $1 does" is_like "$(band "$ANSWER")"
}

close_all() {
    key Escape Escape Escape Escape Escape
    gone
}

doctor_says() {
    "$program" doctor 2>/dev/null | grep '^copying: ' | grep -q "$1"
}

# write_page LINE ...: what is written before reaching out. The keyboard is one that has
# an ë: xdotool lends a letter to a keyboard without it, and takes it back too soon.
write_page() {
    setxkbmap al
    open reach
    spots reach
    press "Write a line"
    xdotool mousemove 1919 1079
    comes write "$(band "$PAGE")"
    # shellcheck disable=SC2046 # two numbers: the middle of the field
    click $(awk '$5 == 2 { print $1, $2 }' spots)
    shot before
    printf %s "$1" >expected
    xdotool type --delay 10 "$1"
    shift
    for line in "$@"; do
        printf '\n%s' "$line" >>expected
        key Return
        xdotool type --delay 10 "$line"
    done
    soon "nothing is written" has_changed before
    soon "is not still" is_still 0.2
}

# ---- a pattern of one's own

pattern_copied() {
    says="while it is open"
    page 'One'
    copy
    soon "is not pasted" pastes expected
    tells maker-copied
    soon "is not kept by one process" holds 1
    expect "leaves a dead child" not has_dead_child
    expect "lies on the root window: $("$tools/pastes" root)" [ "$("$tools/pastes" root | wc -l)" -eq 0 ]

    says="pasted into the page itself"
    key shift+Tab shift+Tab
    shot before
    key ctrl+v
    soon "changes nothing" has_changed before

    says="after it was closed"
    close_all
    expect "is not pasted" pastes expected
    expect "is not kept by one process" holds 1
    for process in $(holders); do
        words=$(tr '\0' ' ' <"/proc/$process/cmdline")
        expect "is called $words" [ "$(echo "$words" | tr -d ' ')" = leeway ]
        files=$(find "/proc/$process/fd" -type l -exec readlink {} + | grep -v /dev/null)
        expect "has more than its connection: $files" \
            [ "$(echo "$files" | grep -c '^socket:')" -eq "$(echo "$files" | wc -l)" ]
        expect "may leave a core" grep -q '^Max core file size *0 *0 ' \
            "/proc/$process/limits"
    done

    says="another program copies"
    "$tools/pastes" own &
    other=$!
    soon "is still there" pastes other
    soon "the process did not end" holds 0

    says="copied while another has it"
    page 'Two'
    copy
    soon "is not pasted" pastes expected
    wait "$other"

    says="copied twice at once"
    copy
    moves shift+Tab shift+Tab
    xdotool type --delay 1 'wo'
    copy
    pattern 'Twowo' >expected
    soon "is not the last one" pastes expected
    sleep 0.5
    expect "did not stay the last one: $(cat pasted)" pastes expected
    soon "more than one process keeps something" holds 1

    says="killed"
    kill -KILL "$pid"
    within 250 has_ended
    rm -f pid
    expect "is not pasted" pastes expected

    says="no process can be started"
    cp "$program" here
    usual=$program
    program=$work/here
    page 'Three'
    chmod 0 here
    copy
    soon "is not pasted" pastes expected
    tells maker-copied-while-open
    close_all
    expect "something is pasted" has_nothing
    expect "lies on the root window" [ "$("$tools/pastes" root | wc -l)" -eq 0 ]
    program=$usual
}

# ---- what was written before reaching out

line_copied() {
    says="a line that was written"
    write_page 'Zoë, a walk?' 'Or not.'
    press Copy
    soon "is not pasted" pastes expected
    close_all
    expect "is not pasted when it is closed" pastes expected
    expect "is in a file" [ -z "$(grep -rl 'a walk' home run 2>/dev/null)" ]

    says="closed a moment later"
    write_page Three
    press Copy
    key alt+F4
    gone
    soon "is not pasted" pastes expected
    soon "the process before did not end" holds 1

    says="a clipboard manager"
    expect "doctor knows of one that is not there" not doctor_says 'may keep it longer$'
    expect "doctor does not say how long" doctor_says 'ten minutes, also after Leeway closes$'
    "$tools/pastes" keep kept &
    manager=$!
    soon "doctor does not know of it" doctor_says 'may keep it longer$'
    write_page Four
    press Copy
    soon "has nothing" cmp -s kept expected
    kill "$manager"
    close_all

    says="a line that goes to a mail program"
    mkdir -p programs
    printf '#!/bin/sh\nprintf "%%s|" "$#" "$@" >"%s"\n' "$work/mailed" >programs/xdg-open
    chmod +x programs/xdg-open
    PATH=$work/programs:$PATH
    write_page 'Zoë, a walk?' 'Or not.'
    press "Open in mail"
    printf '1|mailto:?body=Zo%%C3%%AB%%2C%%20a%%20walk%%3F%%0D%%0AOr%%20not.|' >address
    soon "is another one" cmp -s mailed address
    expect "leaves a dead child" not has_dead_child
    close_all

    # What the program and the process do to files and sockets.
    if strace -f -o /dev/null true 2>/dev/null; then
        says="traced"
        under="strace -f -o $work/trace -e trace=socket,connect,openat,open,creat"
        ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0" # it cannot work beside strace
        export ASAN_OPTIONS
        write_page Five
        press Copy
        soon "is not pasted" pastes expected
        "$tools/pastes" own &
        other=$!
        soon "nothing else is pasted" pastes other
        close_all
        kill "$other"
        under=
        expect "no socket was traced" grep -q AF_UNIX trace
        expect "a socket of the network: $(grep AF_INET trace | head -n 3)" \
            not grep -q AF_INET trace
        grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(' trace | grep -v '"/dev/null"' >writes
        expect "a file is written: $(head -n 3 writes)" [ ! -s writes ]
    fi
}

# ---- the process alone

alone() {
    # What is 8 KB long and has letters of up to four bytes.
    awk 'BEGIN { for (i = 0; i < 110; i++)
        printf "Zo\303\253, a line \342\200\224 %d \316\261\320\266\327\251\330\271 \360\237\214\277, " \
            "and a few words more, so that it is long.\n", i }' >long

    says="a long text"
    hold long 600
    expect "says something else" [ "$(cat owned)" = o ]
    expect "is $(wc -c <long) bytes long" [ "$(wc -c <long)" -gt 8192 ]
    expect "is not the same" pastes long
    expect "is not offered" [ "$("$tools/pastes" list | sort | tr '\n' ' ')" = \
        "MULTIPLE STRING TARGETS TEXT TIMESTAMP UTF8_STRING text/plain text/plain;charset=utf-8 \
x-kde-passwordManagerHint " ]

    says="what programs ask for"
    printf 'Zo\303\253\n' >zoe
    printf 'Zo\353\n' >latin1
    hold zoe 600
    for target in UTF8_STRING 'text/plain;charset=utf-8' text/plain TEXT; do
        "$tools/pastes" get "$target" >pasted
        expect "$target is something else" cmp -s pasted zoe
    done
    "$tools/pastes" get STRING >pasted
    expect "STRING is something else" cmp -s pasted latin1
    "$tools/pastes" old STRING >pasted
    expect "STRING without a property is something else" cmp -s pasted latin1
    "$tools/pastes" get PICTURE >pasted
    expect "a picture is had" [ $? -eq 1 ]
    "$tools/pastes" many >pasted
    printf 'Zo\303\253\n\nno\nZo\353\n\n' >many
    expect "several at once are something else: $(cat pasted)" cmp -s pasted many

    says="its time is over"
    hold zoe 3
    expect "is not pasted" pastes zoe
    soon "is still there" has_nothing
    soon "the process did not end" holds 0

    says="a pipe that breaks"
    message long | head -c 5000 | "$program" $HOLD 600 >owned 2>err
    expect "something is owned" [ ! -s owned ]
    expect "something is pasted" has_nothing
    soon "the process did not end" holds 0

    says="a pipe that stays open"
    { message zoe | head -c 5; sleep 3; } | "$program" $HOLD 1 >owned 2>err
    expect "something is owned" [ ! -s owned ]
    soon "the process did not end" holds 0

    says="no X server"
    message zoe | DISPLAY=:nowhere "$program" $HOLD 600 >owned 2>err
    expect "something is owned" [ ! -s owned ]

    says="the word without a pipe"
    "$program" $HOLD 600 >owned 2>err </dev/null
    expect "is taken for a holder" [ $? -eq 2 ]

    says="the X server goes"
    hold zoe 600
    soon "is not kept by one process" holds 1
    kill "$(cat screen_pid)"
    rm -f screen_pid
    soon "the process did not end" holds 0
}

printf 'something else' >other # what another program copies
case $way in
pattern) pattern_copied ;;
line) line_copied ;;
alone) alone ;;
esac

finish
