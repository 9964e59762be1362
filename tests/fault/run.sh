#!/bin/sh
# Faults from outside: each tests/fault/NAME.sh prints "# P passed, F failed" as its last line.
# Usage: tests/fault/run.sh [BUILD]
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-build}
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for t in "$here"/*.sh; do
	[ "$(basename "$t")" = run.sh ] && continue
	sh "$t" "$build" >"$log" 2>&1 </dev/null
	line=$(grep -a '^# [0-9]* passed, [0-9]* failed$' "$log" | tail -n 1)
	if [ -z "$line" ]; then
		tail -n 30 "$log"
		echo "FAIL fault/$(basename "$t") did not end"
		failed=$((failed + 1))
		continue
	fi
	grep -av '^# ' "$log"
	passed=$((passed + $(echo "$line" | cut -d' ' -f2)))
	failed=$((failed + $(echo "$line" | cut -d' ' -f4)))
done
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
