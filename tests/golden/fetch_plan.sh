. "$HARNESS"
# What would be asked for and when, without a word to anybody and without a byte written.
mkdir -p www/naru www/dasan
rss() { # rss SITE NUMBER...
	echo "<rss><channel>"
	site=$1
	shift
	for n in "$@"; do echo "<item><link>http://$site.example/$n.html</link></item>"; done
	echo "</channel></rss>"
}
rss naru 1 2 3 4 | sed 's|/4.html</link>|&<pubDate>Mon, 03 Feb 2025 00:00:00 +0900</pubDate>|; s|/3.html</link>|&<pubDate>Sun, 02 Feb 2025 23:59:59 +0900</pubDate>|' >www/naru/rss
for n in 1 2 3 4; do echo "<p>$n</p>" >www/naru/$n.html; done
serve_sites "$PWD/www"
cat >t.sources <<'S'
[naru]
feed = http://naru.example/rss
sitemap = http://naru.example/map
delay_ms = 0
[dasan]
page = http://dasan.example/news
delay_ms = 0
S
fetch() { "$GISA" -q --db t.db fetch --no-ingest --connect-to "127.0.0.1:$port" "$@" >/dev/null 2>&1; }
later() { sed -E 's/20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5}(:[0-9]{2}\+09:00)?/LATER/; s/ +/ /g'; }
run --db t.db fetch --dry-run
ls t.*
fetch --since 2025-02-03 --limit 2 naru
run --db t.db fetch --dry-run --since 2025-02-03 naru
rm www/naru/4.html
fetch --limit 1 naru
run --db t.db fetch --dry-run --limit 1 --csv naru
"$GISA" --db t.db fetch --dry-run 2>&1 | later
fetch naru
"$GISA" --db t.db fetch --dry-run --json 2>&1 | later
sqlite3 t.frontier "UPDATE host SET rests_until = unixepoch() + 9000000"
"$GISA" --db t.db fetch --dry-run --force naru 2>&1 | later
sed '/dasan/,$d' t.sources >naru.only
"$GISA" --db t.db fetch --sources naru.only --dry-run >/dev/null
echo "exit $?"
run --db t.db fetch --dry-run nary
run --db t.db fetch --since never
run --db t.db fetch --dry-run --json --csv
