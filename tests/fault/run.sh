#!/bin/sh
# Faults from outside: each tests/fault/NAME.sh prints "# P passed, F failed" as its last line. They run
# side by side, as many as there are processors, those that take longest first. Usage: tests/fault/run.sh [BUILD]
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../verdict.sh"
side_by_side "sh $here/{}.sh $build" import hostile store \
	$(cd "$here" && ls -- *.sh | sed 's|\.sh$||; /^run$/d; /^import$/d; /^hostile$/d; /^store$/d')
[ "$failed" -eq 0 ]
