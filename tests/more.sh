#!/bin/sh
# What takes long or needs more than a build: valgrind, an empty Debian 12, hundreds of kills, mutants. Ends
# with "N passed, N failed". Usage: tests/more.sh [BUILD]   (make test-more calls it)
set -u
build=${1:-build}
cd "$(dirname "$0")/.."
LC_ALL=C.UTF-8
export LC_ALL
. tests/verdict.sh
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
make --no-print-directory -j"$(nproc)" BUILD="$build" tests || exit 1
suites tests/valgrind.sh tests/kills.sh tests/mutants.sh tests/chroot.sh
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
