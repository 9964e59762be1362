#!/bin/sh
# Builds everything under the address and undefined-behaviour sanitizers and runs unit, fault and
# golden tests and the fuzz replay there. Usage: tests/sanitize.sh [BUILD]
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
san=$build/san
passed=0
failed=0
if ! make --no-print-directory -j"$(nproc)" BUILD="$build" SAN=1 tests 2>&1; then
	echo "FAIL the sanitizer build"
	echo "# 0 passed, 1 failed"
	exit 1
fi
ASAN_OPTIONS=abort_on_error=0:detect_leaks=1:allocator_may_return_null=1
UBSAN_OPTIONS=print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
log=$(mktemp)
trap 'rm -f "$log"' EXIT
check() { # one check a program: it ends well and no sanitizer spoke
	name=$1
	shift
	if "$@" >"$log" 2>&1 </dev/null && ! grep -qE 'Sanitizer|runtime error' "$log"; then
		passed=$((passed + 1))
	else
		echo "FAIL sanitizers: $name"
		grep -vE '^# ' "$log" | tail -n 40
		failed=$((failed + 1))
	fi
}
for t in "$san"/tests/unit/test_* "$san"/tests/fault/fault_*; do
	case $t in *.o | *.d) continue ;; esac
	[ -x "$t" ] && check "${t#"$san"/tests/}" "$t"
done
[ -f tests/fuzz/run.sh ] && check fuzz sh tests/fuzz/run.sh "$san"
check golden sh tests/golden/run.sh "$san"
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
