#!/bin/sh
# Runs the unit and fault programs of a build side by side, as many as there are processors, each
# with its output in FOLDER/NAME.log and its exit code in FOLDER/NAME.code; then prints their names
# (unit/test_arena), one a line. Usage: tests/parallel.sh FOLDER BUILD
set -u
folder=$1
build=$2
export folder build
cd "$(dirname "$0")" || exit 1
names=$(ls unit/test_*.c fault/fault_*.c | sed 's/\.c$//')
cd .. || exit 1
echo "$names" | xargs -P "$(nproc)" -I '{}' sh -c '
	"$build/tests/$1" >"$folder/${1#*/}.log" 2>&1 </dev/null
	echo $? >"$folder/${1#*/}.code"' sh '{}'
echo "$names"
