#!/bin/sh
# Runs every suite and ends with "N passed, N failed". Usage: tests/run.sh [BUILD]
set -u
cd "$(dirname "$0")/.."
. tests/verdict.sh

if ! make --no-print-directory -j"$(nproc)" BUILD="$build" tests; then
	echo "FAIL the program and its tests do not build"
	echo "0 passed, 1 failed"
	exit 1
fi
for t in $(sh tests/parallel.sh "$logs" "$build"); do
	read -r code <"$logs/$t.code"
	verdict "$t" "$logs/$t.log" "$code"
done
suites_beside tests/lint/run.sh \
	tests/migrate.sh \
	tests/extension.sh \
	tests/mutate_self.sh \
	tests/examples.sh \
	tests/completions.sh \
	tests/installed.sh \
	tests/sample.sh \
	tests/fuzz/run.sh
suites tests/golden/run.sh \
	tests/fault/run.sh \
	tests/sanitize.sh
total
