#!/bin/sh
# gisa alert as cron runs it: while articles come in late, changed and at the same time, with full
# disks, closed pipes, kills and rebuilds, each article is told, and told once.
# Usage: tests/fault/alert.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
GISA_DB=$dir/news.db
export GISA_DB
pages() { # pages FROM TO: articles with dates in no order; every second one is about a lighthouse
	i=$1
	while [ "$i" -le "$2" ]; do
		word=등대
		[ $((i % 2)) = 0 ] && word=부두
		printf '{"url":"https://saebyeok.example/%d","outlet":"saebyeok","published":"20%02d-%02d-%02d","title":"소식 %d","body":"%s 이야기 %d번: 낱말%d%d."}\n' \
			"$i" $((i * 7 % 25)) $((i * 5 % 12 + 1)) $((i * 11 % 28 + 1)) "$i" "$word" "$i" $((i * 31)) $((i * 17))
		i=$((i + 1))
	done
}
take() { # take FROM TO
	pages "$1" "$2" >"$dir/pages.jsonl"
	"$gisa" import -q --format jsonl "$dir/pages.jsonl"
}
addresses() { # addresses FILE: what was told, in order
	sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$1" | LC_ALL=C sort
}
wanted() { # wanted FROM TO
	pages "$1" "$2" | grep 등대 >"$dir/wanted"
	addresses "$dir/wanted"
}

# Cron: rounds of arrivals, each told by the next run.
take 1 4
"$gisa" -q search --save lamp 등대 >/dev/null
: >"$dir/told"
from=5
for round in 1 2 3 4 5 6; do
	take "$from" $((from + 7))
	from=$((from + 8))
	"$gisa" alert --json >>"$dir/told" 2>"$dir/err"
	same "round $round says nothing but the news" '0 0' "$? $(wc -c <"$dir/err")"
	"$gisa" alert >"$dir/again" 2>&1
	same "round $round: the same again is silence" '0 0' "$? $(wc -c <"$dir/again")"
	[ "$round" = 3 ] && "$gisa" -q rebuild
done
same 'what came in is told, once, over a rebuild too' "$(wanted 5 52)" "$(addresses "$dir/told")"

# Who could not be told is told the next time.
take 53 60
"$gisa" alert --json >/dev/full 2>"$dir/err"
same 'a full disk is an error' '2 yes' "$? $(grep -q 'No space' "$dir/err" && echo yes)"
python3 - "$gisa" <<'PY'
import os, subprocess, sys
read, write = os.pipe()
os.close(read)
sys.exit(subprocess.call([sys.argv[1], "alert", "--json"], stdout=write))
PY
same 'a closed pipe is one' 2 $?
"$gisa" alert --json >&- 2>/dev/null
same 'a closed standard output is one' 2 $?
"$gisa" alert --json --peek >"$dir/peek"
"$gisa" alert --json >"$dir/told"
same 'after them all is told' "$(wanted 53 60)" "$(addresses "$dir/told")"
same 'as the peek before said' "$(addresses "$dir/peek")" "$(addresses "$dir/told")"

# Killed anywhere: told at least once.
: >"$dir/told"
from=61
while [ "$from" -lt 141 ]; do
	take "$from" $((from + 3))
	"$gisa" alert --json >>"$dir/told" 2>/dev/null &
	pid=$!
	python3 -c 'import random, time; time.sleep(random.random() * .04)'
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	from=$((from + 4))
done
"$gisa" alert --json >>"$dir/told"
same 'runs that are killed lose nothing' "$(wanted 61 140)" "$(addresses "$dir/told" | uniq)"

# Beside an import: told once.
pages 141 1140 >"$dir/pages.jsonl"
"$gisa" import -q --format jsonl "$dir/pages.jsonl" &
pid=$!
: >"$dir/told"
while kill -0 $pid 2>/dev/null; do "$gisa" alert --json >>"$dir/told"; done
wait $pid
"$gisa" alert --json >>"$dir/told"
same 'beside an import all is told, once' "$(wanted 141 1140)" "$(addresses "$dir/told")"

"$gisa" check -q
same 'the database is sound after all that' 0 $?
end
