#!/bin/sh
# Command in, exact output. Each case is a shell script NAME.sh beside its NAME.out; it runs in an
# empty folder with $GISA (the program), $SAMPLE (corpus/sample) and the helpers of tests/golden/harness.
# Nothing in an output may depend on the clock, the machine or the version of a library.
# Usage: tests/golden/run.sh [BUILD [CASE...]]   Refresh: UPDATE=1 tests/golden/run.sh
# Cases run side by side, as many as there are processors.
# SHELF is the folder of the database that cases share, which --shelf makes and does no more.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/tests/verdict.sh"
[ $# -eq 0 ] || shift
case $build in /*) ;; *) build=$root/$build ;; esac
GISA=$build/gisa
SAMPLE=$root/corpus/sample
HARNESS=$here/harness
ROOT=$root
if [ -z "${SHELF:-}" ]; then
	SHELF=$logs/shelf
	mkdir "$SHELF"
fi
XDG_DATA_HOME=/nonexistent
XDG_CONFIG_HOME=/nonexistent
unset GISA_DB NO_COLOR PAGER COLUMNS
LC_ALL=C.UTF-8
TERM=xterm
export TERM GISA SAMPLE HARNESS ROOT SHELF XDG_CONFIG_HOME XDG_DATA_HOME LC_ALL
if [ "${1:-}" = --shelf ]; then
	cd "$SHELF" && . "$HARNESS" && shelf
	exit
fi

try() { # try CASE: runs one case and prints its verdict, or writes its output anew
	dir=$(mktemp -d)
	(cd "$dir" && sh "$here/$1.sh") >"$dir.out" 2>&1 </dev/null
	if [ -n "${UPDATE:-}" ]; then
		cp "$dir.out" "$here/$1.out"
	elif cmp -s "$dir.out" "$here/$1.out"; then
		passed=1
	else
		echo "FAIL golden/$1: the output differs (- expected, + now)"
		diff -u "$here/$1.out" "$dir.out" | sed -n '3,60p'
		failed=1
	fi
	rm -rf "$dir" "$dir.out"
	echo "# $passed passed, $failed failed"
}

if [ $# -eq 1 ]; then
	try "$1"
else
	[ $# -gt 0 ] || set -- $(cd "$here" && ls -- *.sh | sed 's|\.sh$||; /^run$/d')
	(cd "$SHELF" && . "$HARNESS" && shelf) || exit 1
	side_by_side "sh $here/run.sh $build {}" "$@"
fi
[ -z "${UPDATE:-}" ] || echo "The outputs are written anew: read the difference before you commit it."
[ "$failed" -eq 0 ]
