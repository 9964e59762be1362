#!/bin/sh
# A crawl of three outlets whose lists move on, killed at random moments again and again: what was once
# listed is there at the end, and nothing that is archived is asked for again.
# Usage: tests/feed_kills.sh [BUILD]   KILLS=N (default 100), SEED=N for other moments
set -u
cd "$(dirname "$0")/.." || exit 1
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR
. tests/harness.sh
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
kills=${KILLS:-100}
seed=${SEED:-1}
: >"$dir/listed"
: >"$dir/asked"
python3 tests/moving_feeds.py serve "$dir/listed" "$dir/asked" >"$dir/port" &
server=$!
trap 'kill $server; rm -rf "$dir"' EXIT
while [ ! -s "$dir/port" ]; do sleep 0.05; done
{
	printf '[dasan]\nfeed = http://dasan.example/list\ndelay_ms = 20\n'
	printf '[hanbit]\nsitemap = http://hanbit.example/list\ndelay_ms = 20\n'
	printf '[naru]\npage = http://naru.example/list\nlinks = /news/[0-9]+$\ndelay_ms = 20\n'
} >"$dir/sources"
fetch() { # fetch [WITH...]
	"$@" "$gisa" -q --db "$dir/n.db" fetch --force --sources "$dir/sources" \
		--connect-to "127.0.0.1:$(cat "$dir/port")" >"$dir/out" 2>"$dir/err"
}
archived() {
	[ ! -f "$dir/n.warc.gz" ] || python3 tests/moving_feeds.py archived "$dir/n.warc.gz" | LC_ALL=C sort
}
seen() { # seen FILE: its lines, each once
	LC_ALL=C sort -u "$1"
}

n=0
struck=0
archived >"$dir/before"
while [ "$n" -lt "$kills" ]; do
	n=$((n + 1))
	at=$(awk -v s=$((seed * 100003 + n)) 'BEGIN { srand(s); rand(); printf "%.3f", .02 + rand() * .5 }')
	: >"$dir/asked"
	fetch timeout -s KILL "$at"
	[ $? = 137 ] && struck=$((struck + 1))
	seen "$dir/asked" | LC_ALL=C comm -12 "$dir/before" - >"$dir/again"
	archived >"$dir/after"
	[ ! -s "$dir/again" ]
	judge $? "kill $n, after $at s: nothing archived was asked for again" "$dir/again"
	LC_ALL=C comm -23 "$dir/before" "$dir/after" >"$dir/lost"
	[ ! -s "$dir/lost" ]
	judge $? "kill $n, after $at s: the archive keeps what it had" "$dir/lost"
	mv "$dir/after" "$dir/before"
done
ok 'half of the kills struck a running crawl' [ "$struck" -ge $((kills / 2)) ]

# Left alone, with all that failed due at once, until nothing is left.
for _ in 1 2 3; do
	sqlite3 "$dir/n.frontier" 'UPDATE page SET due = 1 WHERE due IS NOT NULL'
	fetch env
	judge $? 'a run that is left alone' "$dir/err"
done
archived >"$dir/pages"
seen "$dir/pages" >"$dir/once"
{ # what the archive has as listed; and what three answers named, should a kill have come before one was read
	python3 tests/moving_feeds.py named "$dir/n.warc.gz"
	sort "$dir/listed" | uniq -c | awk '$1 >= 3 { print $2 }'
} >"$dir/named"
seen "$dir/named" >"$dir/wanted"
ok 'what was once listed is in the archive' diff "$dir/wanted" "$dir/once"
ok 'and is there once' diff "$dir/pages" "$dir/once"
sqlite3 "$dir/n.db" 'SELECT DISTINCT url FROM article' | LC_ALL=C sort >"$dir/articles"
ok 'and each is an article' diff "$dir/wanted" "$dir/articles"
"$gisa" --db "$dir/n.db" check >"$dir/check" 2>&1
judge $? 'and check is content' "$dir/check"
rm "$dir/n.frontier"
: >"$dir/asked"
fetch env
judge $? 'without its frontier' "$dir/err"
seen "$dir/asked" | LC_ALL=C comm -12 "$dir/once" - >"$dir/again"
[ ! -s "$dir/again" ]
judge $? 'a crawl still knows what it has' "$dir/again"
echo "$kills kills, $struck in time; $(wc -l <"$dir/wanted") addresses were listed"
end
