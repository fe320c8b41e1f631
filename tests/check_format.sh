#!/bin/sh
# SPDX-License-Identifier: MIT
# How the code looks: laid out by clang-format, no line over 90 columns, no function over
# 60 lines, no file of src/ over 500 lines; and nothing is wiped by memset and then freed,
# which compilers leave out. Ends with the sizes it found.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
failed=0

if command -v clang-format >/dev/null; then
    find src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} + || failed=1
else
    echo "check_format.sh: clang-format is not here, so the layout was not looked at" >&2
fi

# A function begins with its signature in the first column, and its braces stand alone.
sizes=$(mktemp)
trap 'rm -f "$sizes"' EXIT
find src tests -name '*.[ch]' -exec awk -v sizes="$sizes" '
    function complain(line, what) { print FILENAME ":" line ": " what; found = 1 }
    function end_file() {
        if (file ~ /^src\// && lines > 500) {
            print file ": " lines " lines, 500 is the most"
            found = 1
        }
    }
    FNR == 1 { end_file(); file = FILENAME; wiped = 0 }
    /memset\(/ { wiped = FNR }
    /free\(/ && wiped && wiped == FNR - 1 {
        complain(wiped, "compilers leave out a memset before a free: explicit_bzero")
    }
    { lines = FNR; text = $0; gsub(/[\200-\277]/, "", text) }
    length(text) > 90 { complain(FNR, length(text) " columns, 90 is the most") }
    /^[A-Za-z]/ { begin = FNR }
    /^\{$/ { is_function = 1 }
    /^\}$/ && is_function {
        size = FNR - begin + 1
        print size >sizes
        if (size > 60)
            complain(begin, "a function of " size " lines, 60 is the most")
        is_function = 0
    }
    END { end_file(); exit found }
' {} + >&2 || failed=1

sort -n "$sizes" | awk '{ size[NR] = $1 }
    END { print NR " functions: the median has " size[int((NR + 1) / 2)] \
              " lines, nine in ten at most " size[int((NR * 9 + 9) / 10)] \
              ", the longest " size[NR] }'
exit "$failed"
