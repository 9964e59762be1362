. "$HARNESS"
# The summary of a run, a line a source, from a server of the sample's sites.
serve_sites "$SAMPLE/sites"
cat >sources <<'S'
[hanbit-wire]
feed = http://hanbit-wire.example/rss.xml
sitemap = http://hanbit-wire.example/sitemap.xml
delay_ms = 0

[sori-local]
feed = http://sori-local.example/nothing.xml
delay_ms = 0
S
fetch() { # fetch ARGS: without the server's port
	"$GISA" --db t.db fetch --sources sources --connect-to "127.0.0.1:$port" "$@" 2>err
	code=$?
	sed 's/kept [0-9.]* of [0-9.]* kB/kept N of N kB/; s/^/! /' err
	[ "$code" -eq 0 ] || echo "exit $code"
}
fetch --limit 3
fetch --force --csv --limit 1 hanbit-wire
fetch
sed '1i contact = desk@naru.example
/^$/,$d' sources >quiet
run --db t.db fetch --sources quiet
fetch --force --json sori-local
fetch --verbose --force --json sori-local 2>&1 | grep GET
fetch --no-ingest --force hanbit-wire
"$GISA" -q --db t.db fetch --sources sources --connect-to "127.0.0.1:$port" --force --json --limit 1 hanbit-wire >/dev/full
echo "exit $?"
fetch nowhere
fetch --timeout 3600
# Under cron: nothing while all is well, and what begins to go wrong once.
cron() {
	"$GISA" -q --db t.db fetch --force --sources sources --connect-to "127.0.0.1:$port"
	echo "exit $?"
}
cron 2>&1
cron 2>&1
sed -i 's/nothing.xml/sitemap.xml/' sources
cron 2>&1
sed -i 's/sori-local.example.sitemap.xml/sori-local.example\/none.xml/' sources
cron 2>&1
