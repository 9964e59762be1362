. "$HARNESS"
# How sources do, by a frontier whose times are set back and forth.
cat >all.sources <<'S'
[hanbit-wire]
feed = http://hanbit.example/rss
[naru]
feed = http://naru.example/rss
[dasan]
feed = http://dasan.example/rss
S
run --db all.db sources
run --db all.db sources --json --csv
run --db all.db sources hanbit-wire
run --db other.db sources --sources nothing
# A server that has nothing: both feeds fail, and the frontier is there.
mkdir www
: >log # the server may open it later than it is read
python3 -u -m http.server --bind 127.0.0.1 --directory www 0 >log 2>&1 &
server=$!
trap 'kill $server' EXIT
port=
while [ -z "$port" ]; do
	port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' log)
	sleep 0.1
done
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
plain() { sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5}(:[0-9]{2}\+09:00)?/TIME/g; s/[0-9]{4}-[0-9]{2}-[0-9]{2}/DAY/g; s/\b[0-9]{2}[:-][0-9]{2}\b/TIME/g; s/ +/ /g'; }
"$GISA" -q --db all.db fetch --connect-to "127.0.0.1:$port" naru dasan >/dev/null 2>&1
pages() { # pages SOURCE FROM TO STATE: pages that came so many days ago, one a day
	sqlite3 all.frontier "
		INSERT OR IGNORE INTO source(name) VALUES('$1');
		WITH RECURSIVE day(d) AS (SELECT $2 UNION ALL SELECT d + 1 FROM day WHERE d < $3)
		INSERT INTO page(hash, role, url, source, found, state, fetched, place, tries)
		SELECT d, 0, 'http://$1.example/' || d, (SELECT id FROM source WHERE name = '$1'),
			unixepoch() - d * 86400 - 3600, $4, CASE $4 WHEN 1 THEN unixepoch() - d * 86400 - 3600 END, 0, 0
		FROM day"
}
pages hanbit-wire 0 40 1
pages dasan 20 40 1
pages dasan 99 99 6
sqlite3 all.frontier "UPDATE seed SET tries = 0, why = NULL WHERE url LIKE '%dasan%'"
"$GISA" --db all.db sources >out 2>err
echo "exit $?"
plain <out
sed 's/^/! /' err | plain
"$GISA" --db all.db sources --json 2>/dev/null | plain
"$GISA" --db all.db sources --csv 2>/dev/null | plain
# A site that closes itself: the line of its robots.txt that does.
printf 'User-agent: *\nAllow: /rss\nDisallow: /\n' >www/robots.txt
printf '<rss><channel>' >www/rss
for n in 1 2 3 4 5; do printf '<item><link>http://naru.example/%s</link></item>' "$n"; done >>www/rss
echo '</channel></rss>' >>www/rss
sed -n '/naru/,/rss/p' all.sources >closed.sources
"$GISA" -q --db closed.db fetch --sources closed.sources --connect-to "127.0.0.1:$port" 2>&1
"$GISA" -q --db closed.db fetch --force --sources closed.sources --connect-to "127.0.0.1:$port" 2>&1
"$GISA" --db closed.db sources --sources closed.sources 2>&1 | plain
# One that reserves itself, where that is skipped.
printf 'User-agent: GPTBot\nDisallow: /\n' >www/robots.txt
(echo 'reservations = skip' && cat closed.sources) >reserved.sources
"$GISA" -q --db reserved.db fetch --sources reserved.sources --connect-to "127.0.0.1:$port" 2>&1
"$GISA" --db reserved.db sources --sources reserved.sources 2>&1 | plain
"$GISA" --db reserved.db sources --sources reserved.sources --json 2>/dev/null | grep -o '"reserved":[0-9]*'
printf 'User-agent: *\nDisallow: /\n' >www/robots.txt
"$GISA" -q --db shut.db fetch --sources closed.sources --connect-to "127.0.0.1:$port" 2>&1
sqlite3 all.frontier "PRAGMA user_version = 99"
run --db all.db sources
