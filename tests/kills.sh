#!/bin/sh
# Imports, fetches, rebuilds and alerts killed at random moments, three times in a row and then done
# to the end: nothing that was stored or to be told is lost, and all comes to the same.
# Usage: tests/kills.sh [BUILD]   KILLS=N a command (default 50), SEED=N for other moments
set -u
cd "$(dirname "$0")/.." || exit 1
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR
. tests/harness.sh
. tests/fault/trial
kills=${KILLS:-50}
seed=${SEED:-1}
drawn=0
moment() { # the next random moment up to $took milliseconds, in seconds
	drawn=$((drawn + 1))
	awk -v seed=$((seed * 100003 + drawn)) -v ms="$took" 'BEGIN { srand(seed); rand(); printf "%.4f", rand() * ms / 1000 }'
}
begin 60 40
pages 1000 2500 >"$dir/new.jsonl"
: >"$dir/mended"

struck=0
try() { # try COMMAND
	command=$1
	start=$(date +%s%N)
	alone
	took=$((($(date +%s%N) - start) / 1000000 + 1))
	fresh
	: >"$dir/said"
	n=0
	while [ "$n" -lt "$kills" ]; do
		n=$((n + 1))
		at=$(moment)
		run timeout -s KILL "$at"
		[ $? = 137 ] && struck=$((struck + 1))
		cat "$dir/out" >>"$dir/said"
		sound >"$dir/verdict" 2>&1
		judge $? "$command: kill $n, after $at s of $took ms" "$dir/verdict" "$dir/err"
		[ $((n % 3)) = 0 ] || [ "$n" = "$kills" ] || continue
		finished >"$dir/verdict" 2>&1
		judge $? "$command: done again after kill $n" "$dir/verdict" "$dir/err"
		fresh
		: >"$dir/said"
	done
}
try "import $dir/new.jsonl"
try "fetch --force $sites"
try 'rebuild'
try 'alert --json'
echo "$((4 * kills)) kills, $struck in time; $(grep -c '^gisa: .* finding' "$dir/mended") times check had something to say"
ok 'half of them struck a running command' [ "$struck" -ge $((2 * kills)) ]
end
