#!/bin/sh
# Runs every suite and ends with "N passed, N failed". Usage: tests/run.sh [BUILD]
# Each suite prints its failures and a last line "# P passed, F failed".
set -u
build=${1:-build}
cd "$(dirname "$0")/.."
LC_ALL=C.UTF-8
export LC_ALL
passed=0
failed=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# verdict NAME LOG CODE: adds up what a suite printed.
verdict() {
	name=$1
	log=$2
	code=$3
	line=$(grep -a '^# [0-9]* passed, [0-9]* failed$' "$log" | tail -n 1)
	p=$(echo "$line" | cut -d' ' -f2)
	f=$(echo "$line" | cut -d' ' -f4)
	if [ -z "$line" ] || { [ "$code" -ne 0 ] && [ "$f" = 0 ]; }; then
		grep -av '^# ' "$log" | tail -n 40
		echo "FAIL $name: exit code $code and no failure counted"
		failed=$((failed + 1))
		return
	fi
	[ "$f" != 0 ] && grep -av '^# ' "$log"
	printf '%-44s %5d passed, %d failed\n' "$name" "$p" "$f"
	passed=$((passed + p))
	failed=$((failed + f))
}

if ! make --no-print-directory -j"$(nproc)" BUILD="$build" tests; then
	echo "FAIL the program and its tests do not build"
	echo "0 passed, 1 failed"
	exit 1
fi
for t in $(sh tests/parallel.sh "$logs" "$build"); do
	file=$logs/$(echo "$t" | tr / -)
	verdict "$t" "$file.log" "$(cat "$file.code")"
done
for t in tests/lint/run.sh tests/golden/run.sh tests/fault/run.sh tests/fuzz/run.sh tests/sample.sh tests/extension.sh tests/examples.sh tests/migrate.sh tests/valgrind.sh tests/sanitize.sh; do
	sh "$t" "$build" >"$logs/suite.log" 2>&1 </dev/null
	verdict "${t#tests/}" "$logs/suite.log" $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
