#!/bin/sh
# SPDX-License-Identifier: MIT
# Each of T01 to T48 stands once in tests/requirements, says something, and names tests that
# there are, or what a person looked at, and when.
#
# check_requirements.sh CTEST BUILD   the tests of that folder are what can be named
set -eu
export LC_ALL=C
COUNT=48

tests=$(cd "$(dirname "$0")" && pwd)
list=${LEEWAY_REQUIREMENTS-$tests/requirements}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One row for each line of the list: NUMBER ID KEY VALUE, with tabs between.
awk '
    /^#/ || /^$/ { next }
    /^\[.*\]$/ { id = substr($0, 2, length($0) - 2); print NR "\t" id "\thead\t"; next }
    / = / { at = index($0, " = "); print NR "\t" id "\t" substr($0, 1, at - 1) "\t" \
            substr($0, at + 3); next }
    { print NR "\t" id "\todd\t" $0 }' "$list" >"$work/rows"
"$1" --test-dir "$2" -N | sed -n 's/^ *Test *#[0-9]*: //p' | sort >"$work/there"
[ -s "$work/there" ] || { echo "$2 has no tests"; exit 1; }

# What can be said from the list alone.
awk -F '\t' -v count="$COUNT" '
    function complain(what) { print "line " $1 ": " what }
    $3 == "head" && heads[$2]++ { complain($2 " stands here again") }
    $3 == "head" && $2 !~ /^T[0-9][0-9]$/ { complain($2 " is no requirement") }
    $3 == "says" && $4 != "" && says[$2]++ { complain($2 " says two things") }
    $3 == "test" || $3 == "looked" { held[$2]++ }
    $3 != "head" && $3 != "says" && $3 != "test" && $3 != "looked" {
        complain("nothing is known about \"" $3 "\"") }
    $3 == "looked" && $4 !~ /^[^ ]+ 20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]: .+/ {
        complain("looked = FILE DATE: what there was to see") }
    END {
        for (i = 1; i <= count; i++) {
            id = sprintf("T%02d", i)
            if (!heads[id]) print id " is missing"
            else if (!says[id]) print id " does not say what it asks"
            else if (!held[id]) print id " has no test, and nobody has looked"
            delete heads[id]
        }
        for (id in heads) print id " is none of T01 to T" count
    }' "$work/rows" >"$work/found"

# is_in_unit FILE FUNCTION: it is written there, and named among those that are run.
is_in_unit() {
    grep -q "^static void $2(void \*\*" "$1" && grep -q "[(, ]$2[,)]" "$1"
}

# names_test NUMBER TEST PART: the test is one of ctest's, and has this part.
names_test() {
    grep -qx "$2" "$work/there" || { echo "line $1: there is no test $2"; return; }
    case $2 in
    house/*) [ -z "$3" ] || echo "line $1: $2 has no parts" ;;
    journeys/*) grep -q -F "says=\"$3\"" "$tests/$2.sh" && [ -n "$3" ] ||
        echo "line $1: $2 never says \"$3\"" ;;
    *) is_in_unit "$tests/$2.c" "$3" 2>/dev/null ||
        echo "line $1: $2 does not run \"$3\"" ;;
    esac
}

awk -F '\t' '$3 == "test" || $3 == "looked" { print $1 "\t" $3 "\t" $4 }' "$work/rows" |
    while IFS='	' read -r number kind value; do
        first=${value%% *}
        rest=${value#"$first"}
        case $kind in
        test) names_test "$number" "$first" "${rest# }" ;;
        looked) [ -e "$tests/../$first" ] || echo "line $number: there is no $first" ;;
        esac
    done >>"$work/found"

sed "s|^|tests/requirements: |" "$work/found" >&2
[ ! -s "$work/found" ]
