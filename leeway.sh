#!/bin/sh
# SPDX-License-Identifier: MIT
# Leeway in one command: what is missing is installed, the program is built and started.
#
#   ./leeway.sh              build it and open the window
#   ./leeway.sh ARGUMENT...  build it and run it so: ./leeway.sh breathe 4-6
#   ./leeway.sh build        only build it
#   ./leeway.sh test         build it with its tests and run them
#   ./leeway.sh deps [GROUP] only install what is needed: run (usual), test, voice, fonts or ci
#   ./leeway.sh clean        remove what was built
#
# It writes nothing outside build/, next to this file.
set -eu

RUN_NEEDS='gcc libc6-dev cmake ninja-build pkg-config
    libsdl2-dev libsdl2-mixer-dev libsdl2-ttf-dev libsndfile1-dev
    libsamplerate0-dev libpng-dev libfribidi-dev libharfbuzz-dev
    libfontconfig-dev libutf8proc-dev'
TEST_NEEDS="$RUN_NEEDS libcmocka-dev
    xvfb xauth xdotool x11-utils imagemagick openbox strace faketime"
VOICE_NEEDS='ffmpeg festival festvox-us-slt-hts htsengine opus-tools sox' # to render it
FONTS_NEEDS='fonttools fonts-noto-core' # to make parts of typefaces
CI_NEEDS="$TEST_NEEDS appstream clang clang-format desktop-file-utils libclang-rt-14-dev
    shellcheck weston $VOICE_NEEDS"
CANNOT_INSTALL=69 # EX_UNAVAILABLE of sysexits.h

root=$(dirname "$(readlink -f "$0")")
build="$root/build"
program="$build/leeway"

say() {
    echo "leeway.sh: $*" >&2
}

needs_of() {
    case $1 in
    run) echo "$RUN_NEEDS" ;;
    test) echo "$TEST_NEEDS" ;;
    voice) echo "$VOICE_NEEDS" ;;
    fonts) echo "$FONTS_NEEDS" ;;
    ci) echo "$CI_NEEDS" ;;
    *)
        say "there is no group \"$1\": it is run, test, voice, fonts or ci"
        exit 2
        ;;
    esac
}

# The packages of "$@" that are not installed.
missing() {
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p')
    printf '%s\n' "$@" | grep -vxF "$installed" || true
}

# as_root COMMAND...: without a way to become root, says what somebody has to type.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

install_needs() {
    needs=$(needs_of "$1")
    # shellcheck disable=SC2086 # a list of words
    set -- $needs
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        [ -e "$build/build.ninja" ] || say "this is not Debian; there, Leeway needs: $*"
        return
    fi
    # shellcheck disable=SC2046
    set -- $(missing "$@")
    [ $# -gt 0 ] || return 0
    say "installing: $*"
    if ! {
        as_root apt-get update -q &&
            as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -q -y --no-install-recommends "$@"
    } >&2; then
        say "that did not work; as root it is: apt-get update &&" \
            "apt-get install --no-install-recommends $*"
        exit "$CANNOT_INSTALL"
    fi
}

has_in_cache() {
    grep -qsxF "$1" "$build/CMakeCache.txt"
}

# configure PRESET: only where it was not done yet, or the folder was moved since.
configure() {
    if ! [ -e "$build/build.ninja" ] ||
        ! has_in_cache "CMAKE_HOME_DIRECTORY:INTERNAL=$root"; then
        cmake --fresh -S "$root" --preset "$1"
    elif [ "$1" = test ] && ! has_in_cache LEEWAY_TESTS:BOOL=ON; then
        cmake -S "$root" --preset test
    fi
}

build_program() {
    configure default && cmake --build "$build" --target leeway
}

# Standard output belongs to the program. Once it is built, only what goes wrong is told.
start() {
    install_needs run
    if [ -x "$program" ]; then
        told=$(build_program 2>&1) || {
            status=$?
            echo "$told" >&2
            exit "$status"
        }
    else
        build_program >&2
    fi
    exec "$program" "$@"
}

run_tests() {
    install_needs test
    configure test
    cmake --build "$build"
    ctest --test-dir "$build" --output-on-failure --parallel "$((2 * $(nproc)))"
}

case ${1-} in
build)
    install_needs run
    build_program
    ;;
test) run_tests ;;
deps) install_needs "${2-run}" ;;
clean) rm -rf "$build" ;;
*) start "$@" ;;
esac
