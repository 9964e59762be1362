. "$HARNESS"
# A source that shrinks, and two whose pages suddenly give no article: what a server gave ten days ago,
# by the times of the frontier, beside what it gives now.
mkdir -p sites/naru sites/hanbit sites/dasan
serve_sites "$PWD/sites"
article=$(ls "$SAMPLE"/sites/hanbit-wire/view/*.html | head -1)
cat >t.sources <<'S'
[naru]
feed = http://naru.example/rss.xml
delay_ms = 0

[hanbit]
feed = http://hanbit.example/rss.xml
delay_ms = 0

[dasan]
feed = http://dasan.example/rss.xml
delay_ms = 0
S
edition=1700000000
feed() { # feed SITE KIND FROM TO: lists pages with these numbers, each an article or an empty shell
	for n in $(seq "$3" "$4"); do
		case $2 in
		article) cp "$article" "sites/$1/$n.html" ;;
		shell) echo '<html><head><title>나루</title></head><body><div id="app"></div></body></html>' >"sites/$1/$n.html" ;;
		esac
		printf '<item><link>http://%s.example/%s.html</link></item>' "$1" "$n"
	done >items
	echo "<rss><channel>$(cat items)</channel></rss>" >"sites/$1/rss.xml"
	edition=$((edition + 60)) # each is newer than the one before, also within a second
	touch -d "@$edition" "sites/$1/rss.xml"
}
cron() { # cron ARGS: what is mailed
	"$GISA" -q --db t.db fetch --force --connect-to "127.0.0.1:$port" "$@" 2>&1
	echo "exit $?"
}
days_ago() { sqlite3 t.frontier "UPDATE page SET fetched = fetched - $1 * 86400, found = found - $1 * 86400"; }
plain() { sed -E 's/\b[0-9]{2}[:-][0-9]{2}\b/WHEN/g; s/\bnow    /WHEN  /'; } # due now, or in this very second
feed naru article 1 20
feed hanbit article 1 6
feed dasan article 1 6
cron
days_ago 10
echo '# fewer pages, and shells instead of articles'
feed naru article 21 21
feed hanbit shell 7 12
feed dasan article 7 12
cron
cron
echo '# the one that shrank gives shells too; of the other half are articles again'
feed naru shell 22 26
feed hanbit article 13 19
cron
cron
"$GISA" --db t.db sources --csv 2>/dev/null | cut -d, -f1,2,4-7,9,14
echo '# shells again, one of which waits, and a page where the feed was'
feed hanbit shell 20 27
cp sites/hanbit/20.html sites/dasan/rss.xml
cron --limit 7
"$GISA" --db t.db sources 2>&1 | plain
on_terminal 80 --db t.db sources 2>/dev/null | plain
echo '# and a year later'
days_ago 400
"$GISA" --db t.db sources 2>/dev/null | sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}/DAY/g' | plain
