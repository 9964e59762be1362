#!/bin/sh
# What takes long or needs more than a build: golden tests under the sanitizers, valgrind, hundreds of
# kills, of crawls too whose feeds move on, and of failing writes, two thousand rankings, mutants,
# empty Debians, other people's programs. Ends with "N passed, N failed". Usage: tests/more.sh [BUILD]   (make test-more calls it)
set -u
cd "$(dirname "$0")/.."
. tests/verdict.sh
make --no-print-directory -j"$(nproc)" BUILD="$build" tests || exit 1
suites tests/sanitize_golden.sh tests/valgrind.sh tests/kills.sh tests/feed_kills.sh tests/every_write.sh tests/rankings.sh tests/mutants.sh tests/readers.sh tests/chroot.sh
total
