#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the typefaces that stand in for letters Inter and Andika lack: Noto Sans Arabic and
# Noto Sans Hebrew, without what is not written here. The same files give the same bytes.
#
#   ./leeway.sh deps fonts && sh assets/fonts/subset.sh FOLDER
#
# FROM=... names the folder of the whole ones (Debian's fonts-noto-core has them).
set -eu

out=$1
from=${FROM-/usr/share/fonts/truetype/noto}

# Spaces, signs and joiners, the Arabic blocks that are in daily use, all of Hebrew with its
# points. All features stay, so that letters join and marks stand where they belong.
signs=U+0020-002F,U+003A-0040,U+005B-0060,U+007B-007E,U+00A0,U+00AB,U+00B7,U+00BB
signs=$signs,U+200C-200F,U+2010-2015,U+2018-201F,U+2022,U+2026,U+2039-203A,U+25CC
arabic=U+0600-06FF,U+0750-077F,U+FD3E-FD3F,U+FDF2,U+FDFA-FDFD
hebrew=U+0590-05FF,U+20AA,U+FB1D-FB4F

subset() {
    pyftsubset "$from/$1" --unicodes="$signs,$2" --output-file="$out/$1" \
        --layout-features='*' --no-hinting --name-IDs='*'
}

subset NotoSansArabic-Regular.ttf "$arabic"
subset NotoSansHebrew-Regular.ttf "$hebrew"
