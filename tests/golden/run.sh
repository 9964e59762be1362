#!/bin/sh
# Command in, exact output. Each case is a shell script NAME.sh beside its NAME.out; it runs in an
# empty folder with $GISA (the program), $SAMPLE (corpus/sample) and the helpers of tests/golden/harness.
# Nothing in an output may depend on the clock, the machine or the version of a library.
# Usage: tests/golden/run.sh [BUILD [CASE...]]   Refresh: UPDATE=1 tests/golden/run.sh
# SHELF is the folder of the database that cases share, which --shelf makes and does no more.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
GISA=$build/gisa
SAMPLE=$root/corpus/sample
HARNESS=$here/harness
ROOT=$root
if [ -z "${SHELF:-}" ]; then
	SHELF=$(mktemp -d)
	trap 'rm -rf "$SHELF"' EXIT
fi
XDG_DATA_HOME=/nonexistent
unset GISA_DB NO_COLOR PAGER
LC_ALL=C.UTF-8
export GISA SAMPLE HARNESS ROOT SHELF XDG_DATA_HOME LC_ALL
passed=0
failed=0
[ $# -eq 0 ] || shift
if [ "${1:-}" = --shelf ]; then
	cd "$SHELF" && . "$HARNESS" && shelf
	exit
fi
for case in "$here"/*.sh; do
	name=$(basename "$case" .sh)
	[ "$name" = run ] && continue
	[ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
	dir=$(mktemp -d)
	(cd "$dir" && sh "$case") >"$dir.out" 2>&1 </dev/null
	if [ -n "${UPDATE:-}" ]; then
		cp "$dir.out" "$here/$name.out"
		echo "refreshed $name.out: read it before you commit it"
	elif cmp -s "$dir.out" "$here/$name.out"; then
		passed=$((passed + 1))
	else
		echo "FAIL golden/$name: the output differs (- expected, + now)"
		diff -u "$here/$name.out" "$dir.out" | sed -n '3,60p'
		failed=$((failed + 1))
	fi
	rm -rf "$dir" "$dir.out"
done
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
