#!/bin/sh
# gisa fetch --watch against a real nginx: what a feed gets is fetched when the feed is due, nothing
# is asked for twice, others may write in between, and a signal ends it with nothing lost.
# Usage: tests/fault/watch.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
PATH=$PATH:/usr/sbin
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
serve=$root/corpus/sample/serve.sh
pid=
trap '[ -z "$pid" ] || kill -9 "$pid"; sh "$serve" stop "$dir/www"; rm -rf "$dir"' EXIT
mkdir -p "$dir/sites/naru" "$dir/sites/dasan"

rss() { # rss SITE NUMBER...: its feed, at once
	{
		echo '<rss><channel>'
		site=$1
		shift
		for n in "$@"; do echo "<item><link>http://$site.example/$n.html</link></item>"; done
		echo '</channel></rss>'
	} >"$dir/feed"
	mv "$dir/feed" "$dir/sites/$site/rss.xml"
}
page() { # page SITE NUMBER
	{
		printf '<html><head><meta charset="utf-8"><title>등대 소식 %s</title></head><body><article>' "$2"
		for line in 하나 둘 셋 넷; do
			printf '<p>등대 %s번이 켜졌다고 선장 %s이 밝혔다. 배 %s척이 그 뒤를 따라 항구로 돌아왔다.</p>' "$2" "$line" "$2"
		done
		printf '</article></body></html>'
	} >"$dir/sites/$1/$2.html"
}
source_of() { # source_of SITE
	printf '[%s]\nfeed = http://%s.example/rss.xml\ndelay_ms = 0\nevery = 1s..2s\n' "$1" "$1"
}
asked() { # asked PATH: how often
	grep -c "GET $1 " "$dir/www/access.log"
}
until_true() { # until_true NAME COMMAND...: waits for it, half a minute at most
	name=$1
	shift
	n=0
	while ! "$@" >/dev/null 2>&1 && [ "$n" -lt 300 ]; do
		n=$((n + 1))
		sleep 0.1
	done
	ok "$name" "$@"
}
articles() { # articles N: the database has so many
	[ "$(sqlite3 "$dir/w.db" 'SELECT count(*) FROM article')" = "$1" ]
}
start() {
	"$gisa" --db "$dir/w.db" fetch --watch --sources "$dir/sources" --connect-to "127.0.0.1:$port" "$@" \
		>"$dir/out" 2>"$dir/err" &
	pid=$!
}
stop() { # stop SIGNAL: it ends by itself, as asked
	kill -"$1" "$pid"
	until_true "SIG$1 ends it" sh -c "! kill -0 $pid || grep -q '^State:.*zombie' /proc/$pid/status"
	kill -9 "$pid" 2>/dev/null
	wait "$pid"
	same "SIG$1 is a quiet end" 0 "$?"
	pid=
	ok 'which is told' grep -q 'stopped; what was fetched is kept' "$dir/err"
}

for n in 1 2 3 4; do page naru "$n"; done
page dasan 5
rss naru 1 2
rss dasan 5
port=$(SITES=$dir/sites sh "$serve" start "$dir/www") || exit 1
source_of naru >"$dir/sources"

start
until_true 'what the feed lists comes' articles 2
rss naru 1 2 3
until_true 'what it lists later comes when it is due again' articles 3
printf '{"title":"배","body":"배가 왔다."}\n' >"$dir/in.jsonl"
until_true 'others may write between its runs' "$gisa" -q --db "$dir/w.db" import "$dir/in.jsonl"
until_true 'and it goes on' articles 4
source_of dasan >>"$dir/sources"
until_true 'a source that is added is crawled' articles 5
printf '[naru\n' >"$dir/sources"
until_true 'a sources file that is none is told' grep -q 'its last version is kept to' "$dir/err"
rss naru 1 2 3 4
until_true 'and the last one holds' articles 6
stop TERM
for n in 1 2 3 4 5; do same "page $n was asked for once" 1 "$(asked "/$n.html")"; done
ok 'the feeds were asked with validators' grep -q 'rss.xml HTTP/1.1" 304' "$dir/www/access.log"
same 'robots.txt was asked for once a host' 2 "$(asked /robots.txt)"
ok 'a round that brings nothing has no table' sh -c "! grep -q ' 0        0          0        0       0        0         0$' '$dir/out'"

# A signal while pages are under way: slow ones, of which some are there and some not.
source_of naru >"$dir/sources"
sed -i 's/delay_ms = 0/delay_ms = 300/' "$dir/sources"
numbers='11 12 13 14 15 16 17 18'
for n in $numbers; do page naru "$n"; done
rss naru $numbers
: >"$dir/www/access.log"
start --no-ingest
until_true 'pages come' grep -q 'GET /13.html' "$dir/www/access.log"
stop TERM
ok 'before all have come' [ "$(grep -c 'GET /1..html' "$dir/www/access.log")" -lt 8 ]
"$gisa" --db "$dir/w.db" fetch --force --sources "$dir/sources" --connect-to "127.0.0.1:$port" >"$dir/out" 2>"$dir/err"
same 'the next run goes on' 0 "$?"
ok 'and has all of them' articles 14
for n in $numbers; do
	same "page $n came once" 1 "$(zcat "$dir/w.warc.gz" | grep -ac "^WARC-Target-URI: http://naru.example/$n.html")"
done

# With nothing to do but wait.
sed -i 's/every = .*/every = 1d/' "$dir/sources"
: >"$dir/www/access.log"
start --force
until_true 'what is forced is asked for' grep -q rss.xml "$dir/www/access.log"
stop TERM
same 'once' 1 "$(asked /rss.xml)"
"$gisa" --db "$dir/w.db" fetch --watch --limit 3 --sources "$dir/sources" 2>"$dir/err"
same 'a limit is for runs that end' 2 "$?"
end
