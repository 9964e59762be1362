. "$HARNESS"
# Sources that go silent, shrink, or whose pages suddenly give no article, beside a weekly one that does
# none of it: what a server gave for weeks, by the times of the frontier, and what it gives now.
mkdir -p sites/naru sites/hanbit sites/dasan sites/weekly
serve_sites "$PWD/sites"
article=$(ls "$SAMPLE"/sites/hanbit-wire/view/*.html | head -1)
for site in naru hanbit dasan weekly; do
	printf '[%s]\nfeed = http://%s.example/rss.xml\ndelay_ms = 0\n\n' $site $site
done >t.sources
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
days() { sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}/DAY/g'; }
cron() { # cron ARGS: what is mailed
	"$GISA" -q --db t.db fetch --force --connect-to "127.0.0.1:$port" "$@" >mail 2>&1
	code=$?
	days <mail
	echo "exit $code"
}
source_id() { echo "(SELECT id FROM source WHERE name = '$1')"; }
days_ago() { # days_ago SITE N: what came of it came so much earlier
	sqlite3 t.frontier "UPDATE page SET fetched = fetched - $2 * 86400, found = found - $2 * 86400 WHERE source = $(source_id "$1")"
}
came() { # came SITE FROM TO EVERY: ten pages came so many days ago, on each EVERYth of these days
	sqlite3 t.frontier "
		WITH RECURSIVE day(d) AS (SELECT $2 UNION ALL SELECT d + $4 FROM day WHERE d + $4 <= $3),
			page(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM page WHERE n < 9)
		INSERT INTO page(hash, role, url, source, found, state, fetched, place, tries)
		SELECT d, 0, 'http://$1.example/' || d || '/' || n, $(source_id "$1"), unixepoch() - d * 86400 - 60, 1,
			unixepoch() - d * 86400 - 60, 0, 0 FROM day, page"
}
plain() { days | sed -E 's/\b[0-9]{2}[:-][0-9]{2}\b/WHEN/g; s/\bnow    /WHEN  /'; } # due now, or in this very second
for site in naru hanbit dasan weekly; do feed $site article 1 10; done
cron
came naru 2 40 1
came dasan 2 40 1
came weekly 15 40 7
for site in dasan:2 hanbit:10 naru:2 weekly:8; do days_ago ${site%:*} ${site#*:}; done
echo '# one gives nothing more, one less, one shells instead of articles'
feed naru article 11 11
feed hanbit shell 11 18
cron
cron
"$GISA" --db t.db sources --csv 2>/dev/null | cut -d, -f1,2,4-7,9
echo '# the one that shrank gives shells too; of the other half are articles again; the silent one speaks'
feed naru shell 12 18
feed hanbit article 19 25
feed dasan article 11 30
cron
cron
echo '# all is well again'
feed naru article 19 40
feed hanbit article 26 65
cron
"$GISA" --db t.db sources --csv 2>/dev/null | cut -d, -f1,2,4-7,9
echo '# and over again; one of the shells waits, and there is a page where the feed was'
days_ago naru 3
feed hanbit shell 66 90
cp sites/hanbit/66.html sites/dasan/rss.xml
cron --limit 24
"$GISA" --db t.db sources 2>&1 | plain
on_terminal 80 --db t.db sources 2>/dev/null | plain
echo '# and a year later'
for site in naru hanbit dasan weekly; do days_ago $site 400; done
"$GISA" --db t.db sources 2>/dev/null | plain
