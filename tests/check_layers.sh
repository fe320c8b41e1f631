#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the layers by what the compiled code calls, for any folder can include anything:
#   core        calls a short list of the C library, and nothing else;
#   sound, view, store  call core and themselves, never each other, never app;
#   SDL         is called where a window, a sound device or a font is, and nowhere else.
#
# check_layers.sh LIBRARY...   the folders' libraries, libleeway_NAME.a
set -eu
export LC_ALL=C

# No clock, no file, no memory of its own, nothing that asks for the language.
CORE_MAY_CALL='^(__assert_fail|mem(chr|cmp|cpy|move|set)|str(chr|cmp|cspn|len|ncmp|rchr|spn|str)'
CORE_MAY_CALL="$CORE_MAY_CALL|v?snprintf|ceil|cos|exp|floor|fmax|fmin|llround|lround|sin|sqrt)\$"
SDL_IS_CALLED_BY='^(sound/device|view/text|view/present)[a-z_]*$'
# What compilers add when they harden or watch the code.
OF_THE_COMPILER='^(__asan_|__ubsan_|__sanitizer_|__sancov_|__stack_chk_|_GLOBAL_OFFSET_TABLE_$)'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "$1" >&2
    failed=1
}

# The lists of a library: NAME.defined, one symbol a line, and NAME.called, "NAME/file symbol".
list() {
    name=$(basename "$1" .a)
    name=${name#libleeway_}
    nm --defined-only "$1" | awk 'NF == 3 { print $3 }' | sort -u >"$work/$name.defined"
    (cd "$(dirname "$1")" && nm -A -u "$(basename "$1")") |
        sed -E 's/^[^:]*:([^:]*)\.c\.o: +U /\1 /' |
        awk -v name="$name" -v own="$OF_THE_COMPILER" '$2 !~ own { print name "/" $1, $2 }' |
        sort -u >"$work/$name.called"
    [ -s "$work/$name.called" ] || complain "$1: nothing is called there; is it the library?"
}

# What core calls is its own or on the list.
core_is_pure() {
    awk -v may="$CORE_MAY_CALL" 'NR == FNR { is_own[$1] = 1; next }
         !is_own[$2] && $2 !~ may { print "src/" $1 ".c calls " $2 ", which core may not" }' \
        "$work/core.defined" "$work/core.called"
}

# keeps_apart LOWER OTHER: LOWER calls nothing that OTHER alone has.
keeps_apart() {
    awk -v other="$2" 'NR == FNR { is_there[$1] = 1; next }
         is_there[$2] { print "src/" $1 ".c calls " $2 " of src/" other }' \
        "$work/$2.defined" "$work/$1.called"
}

# sdl_is_fenced NAME: only the files named above call SDL.
sdl_is_fenced() {
    awk -v may="$SDL_IS_CALLED_BY" '
        $2 ~ /^(SDL|Mix|TTF)_/ && $1 !~ may { print "src/" $1 ".c calls " $2 " of SDL" }' \
        "$work/$1.called"
}

for library in "$@"; do
    list "$library"
done
{
    core_is_pure
    for name in sound view store; do
        sdl_is_fenced "$name"
        for other in sound view store app; do
            [ "$name" = "$other" ] || keeps_apart "$name" "$other"
        done
    done
} >"$work/found"
[ ! -s "$work/found" ] || complain "$(cat "$work/found")"
exit "$failed"
