#!/bin/sh
# Builds everything under the address and undefined-behaviour sanitizers and runs the unit and fault
# tests and the fuzz replay there. Usage: tests/sanitize.sh [BUILD] [SUITE...]   (default: fuzz)
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- fuzz
san=$build/san
passed=0
failed=0
if ! make --no-print-directory -j"$(nproc)" BUILD="$build" SAN=1 tests 2>&1; then
	echo "FAIL the sanitizer build"
	echo "# 0 passed, 1 failed"
	exit 1
fi
# The whole haystack of each memmem would be checked: quadratic on a page of a million tags.
ASAN_OPTIONS=abort_on_error=0:detect_leaks=1:allocator_may_return_null=1:intercept_memmem=0
UBSAN_OPTIONS=print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
# verdict NAME LOG CODE: one check a program: it ended well and no sanitizer spoke.
verdict() {
	name=$1
	log=$2
	if [ "$3" -eq 0 ] && ! grep -qE 'Sanitizer|runtime error' "$log"; then
		passed=$((passed + 1))
	else
		echo "FAIL sanitizers: $name"
		grep -vE '^# ' "$log" | tail -n 40
		failed=$((failed + 1))
	fi
}
for t in $(sh tests/parallel.sh "$logs" "$san"); do
	read -r code <"$logs/$t.code"
	verdict "$t" "$logs/$t.log" "$code"
done
for t in "$@"; do
	sh "tests/$t/run.sh" "$san" >"$logs/suite.log" 2>&1 </dev/null
	verdict "$t" "$logs/suite.log" $?
done
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
