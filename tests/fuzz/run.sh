#!/bin/sh
# Replays every stored fuzz input through its target. Usage: tests/fuzz/run.sh [BUILD]
# tests/fuzz/corpus/TARGET/ holds the inputs of fuzz_TARGET.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-build}
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for source in "$here"/fuzz_*.c; do
	name=$(basename "$source" .c)
	inputs=$here/corpus/${name#fuzz_}
	if [ ! -d "$inputs" ] || [ -z "$(ls "$inputs")" ]; then
		echo "FAIL $name has no inputs in tests/fuzz/corpus/${name#fuzz_}"
		failed=$((failed + 1))
	elif timeout 120 "$build/replay" "${name#fuzz_}" "$inputs" >"$log" 2>&1; then
		passed=$((passed + 1))
	else
		echo "FAIL $name, exit code $?"
		tail -n 30 "$log"
		failed=$((failed + 1))
	fi
done
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
