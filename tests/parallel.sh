#!/bin/sh
# Runs programs side by side, as many as there are processors, each with its output in
# FOLDER/NAME.log and its exit code in FOLDER/NAME.code. Usage: tests/parallel.sh FOLDER PROGRAM...
set -u
folder=$1
shift
export folder
for program; do printf '%s\0' "$program"; done |
	xargs -0 -P "$(nproc)" -I '{}' sh -c '
		name=$(basename "$1")
		"$1" >"$folder/$name.log" 2>&1 </dev/null
		echo $? >"$folder/$name.code"' sh '{}'
