#!/bin/sh
# SPDX-License-Identifier: MIT
# What the program costs, beside a bare SDL program on the same machine in the same run:
# a report, about two minutes long, which never fails because of a number. CPU is told in parts of
# a core; X is the share of the X server, which is Xvfb and serves nobody else.
#   sh run.sh PROGRAM ASSETS TOOLS
# A machine that does other work meanwhile makes every figure worse: read the ratios, and
# run it again.
# shellcheck disable=SC2154,SC2034 # shared with desktop.sh
set -u
# shellcheck source=/dev/null
. "$(dirname "$0")/../support/desktop.sh"

PRACTICE='breathe 4-6 --lead-in 0 --sound ocean --marks on --size 1280x720'
STARTS=7
MIDDLE='600 260 80' # a row of the screen where both programs draw at once
bare=$tools/bare
screen=$(cat "$work/screen_pid")

line() {
    printf '%-46s %-26s %s\n' "$1" "$2" "$3"
}

calculate() {
    awk "BEGIN { printf \"$1\", $2 }"
}

# cpu PID: ns that it has used. Threads that ended are not in it.
cpu() {
    cat "/proc/$1"/task/*/schedstat | awk '{ sum += $1 } END { printf "%.0f\n", sum }'
}

wakes() {
    cat "/proc/$pid"/task/*/status | awk '/^voluntary_ctxt/ { n += $2 } END { print n }'
}

# watch SECONDS: parts of a core, $own and $x, and $woken a second, while it goes by.
watch() {
    own=$(cpu "$pid") x=$(cpu "$screen") woken=$(wakes)
    sleep "$1"
    own=$(calculate %.4f "($(cpu "$pid") - $own) / $1 / 1e9")
    x=$(calculate %.4f "($(cpu "$screen") - $x) / $1 / 1e9")
    woken=$(calculate %.1f "($(wakes) - $woken) / $1")
    both=$(calculate %.4f "$own + $x")
}

pss() {
    awk '/^Pss:/ { printf "%.1f\n", $2 / 1024 }' "/proc/$pid/smaps_rollup"
}

median() {
    sort -n | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] }'
}

# starts COMMAND ...: ms to its first picture, the median.
starts() {
    for i in $(seq $STARTS); do
        # shellcheck disable=SC2086
        "$tools/shown" "$fb" $MIDDLE "$@" 2>>err
        within 250 is_dark
    done | median
}

is_dark() {
    [ "$(count '600 260 80 1' 000000 000000)" -eq 80 ]
}

end() {
    kill -TERM "$pid"
    within 250 has_ended
    rm -f pid
}

bare_at_60() {
    launch "$bare"
    sleep 1
    watch 6
    end
}

begin() {
    # shellcheck disable=SC2086
    open $PRACTICE
    key space
    soon "Space does not begin" is_practice
}

# ---- what it costs to run

echo "compared: a bare SDL window of 1280x720, its own surface cleared 60 times a second;"
echo "          a practice of 4-6 with sea and marks, 1280x720, the window surface, a dummy"
echo "          sound device; $(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg) at the begin"
echo
line figure measured target
bare_at_60
bare_both=$both
line "bare window cleared 60 times a second, CPU" "$own + X $x" "(what it is compared with)"
begin
sleep 5
watch 10 # one whole breath
line "a practice with sound, CPU" "$own + X $x" "at most the bare program's"
memory=$(pss)
practice=$both
end
bare_at_60
bare_both=$(calculate %.4f "($bare_both + $both) / 2")
line "  against the bare program, before and after" \
    "$(calculate %.2f "$practice / $bare_both") times" "at most 1"

launch "$bare" still
sleep 0.5
line "memory (PSS): a practice with sound" "$memory MB" "under 40 MB"
line "  a bare window" "$(pss) MB" ""
end

# ---- what it costs where nobody practises

# settings LINE ...: what is remembered.
settings() {
    mkdir -p "$XDG_CONFIG_HOME/leeway"
    {
        echo "leeway settings 1"
        printf '%s\n' "$@"
    } >"$XDG_CONFIG_HOME/leeway/settings"
}

# pages WORDS TARGET: home and the first page of settings.
pages() {
    open --size 1280x720
    spots home
    sleep 2
    watch 4
    line "home$1" "$both, woken $woken/s" "$2"
    press Settings
    sleep 2
    watch 4
    line "settings$1" "$both, woken $woken/s" "$2"
    end
}

pages ", whose figure breathes" "at most the bare program's"
settings 'movement = less'
pages " with less movement" "0, as after ten minutes"
settings 'begins = own-pace'
open --size 1280x720
key space
sleep 5
watch 4
line "own pace, silent, before the first press" "$both, woken $woken/s" "0"
end
fresh_home

# ---- what it costs at rest

begin
sleep 2
xdotool windowminimize "$window"
sleep 0.5
watch 4
line "window minimised, sound going on" "$both, woken $woken/s" "no drawing"
xdotool windowmap "$window"
sleep 0.5
key space
sleep 12 # the sound device is closed after ten seconds
watch 4
line "paused" "$both, woken $woken/s" "0"
key h
sleep 1
watch 4
line "an empty page (H)" "$both, woken $woken/s" "0"
end

# ---- a body scan, and a sit

open scan --lead-in 0 --size 1280x720
sleep 2
watch 4
line "home's scan face" "$both, woken $woken/s" "0 where it is still"
key space
sleep 3
watch 10
line "a scan with its voice, CPU" "$both, woken $woken/s" "at most the bare program's"
memory=$(pss)
key m
sleep 18 # what was said and the legend have gone
watch 4
line "a scan without its voice, between fades" "$both, woken $woken/s" "no drawing"
end
line "memory (PSS): a scan with its voice" "$memory MB" "under 40 MB"
fresh_home
open sit --lead-in 0 --size 1280x720
key space
sleep 16
watch 4
line "a sit, between bells" "$both, woken $woken/s" "no drawing"
end

# ---- how soon

starts "$program" --size 1280x720 >/dev/null
bare_ms=$(starts "$bare" still)
own_ms=$(starts "$program" --size 1280x720)
line "start to first picture, warm" "$own_ms ms" "under 100 ms more than"
line "  the bare window" "$bare_ms ms" ""

begin
sleep 2
foot=$((H * 935 / 1000))
esc=$("$tools/shown" "$fb" 0 "$foot" "$W" xdotool key Escape)
end
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/live"
begin
sleep 6 # the bed takes its time to come
from=$(($(stat -c %s live) / 8))
key Escape
sleep 1
silent=$("$tools/frames" end live "$from" 999999999)
end
line "Esc to the first change of the screen" "$esc ms" "a frame, and xdotool's own time"
line "Esc to silence" "$(((silent - from) / 48)) ms" "under 300 ms"

# ---- what needs no window

"$tools/leeway-bench" "$LEEWAY_ASSETS" "$work"
[ "$failed" -eq 0 ]
