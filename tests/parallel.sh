#!/bin/sh
# Runs the unit and fault programs of a build side by side, as many as there are processors, each
# with its output in FOLDER/NAME.log and its exit code in FOLDER/NAME.code; then prints their names
# (unit/base/arena), one a line. Usage: tests/parallel.sh FOLDER BUILD
set -u
folder=$1
build=$2
export folder build
cd "$(dirname "$0")" || exit 1
names=$(find unit fault -name '*.c' ! -name runner.c ! -name failing_writes.c | LC_ALL=C sort | sed 's/\.c$//')
find unit fault -type d | sed "s|^|$folder/|" | xargs mkdir -p
cd .. || exit 1
echo "$names" | xargs -P "$(nproc)" -I '{}' sh -c '
	file=$folder/$1
	case $1 in
	unit/*) "$build/unit" "${1#unit/}" ;;
	*) "$build/tests/$1" ;;
	esac >"$file.log" 2>&1 </dev/null
	echo $? >"$file.code"' sh '{}'
echo "$names"
