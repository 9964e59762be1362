. "$HARNESS"
# A list of addresses as a source.
mkdir -p www/naru watch/lists
for id in 1 2 3; do echo "<html><body><p>$id</p></body></html>" >www/naru/$id.html; done
printf '# old ones\nhttp://naru.example/1.html\nnaru.example/2.html\n\nhttp://naru.example/3.html\n' >watch/lists/old.txt
printf '[naru]\nurls = lists/old.txt\ndelay_ms = 0\n' >watch/sources
serve_sites www
fetch() {
	"$GISA" --db t.db fetch --no-ingest --connect-to "127.0.0.1:$port" --sources watch/sources "$@" 2>err
	code=$?
	sed 's/^/! /' err
	[ "$code" -eq 0 ] || echo "exit $code"
}
run --db t.db fetch --sources watch/sources --dry-run
fetch
fetch
run --db t.db fetch --sources watch/sources --dry-run
echo http://naru.example/2.html >>watch/lists/old.txt
run --db t.db fetch --sources watch/sources --dry-run
fetch
rm watch/lists/old.txt
fetch
fetch naru
run --db t.db sources --sources watch/sources --csv 2>&1 | sed 's/2[0-9-]*T[0-9:+]*/TIME/g'
zcat t.warc.gz | tr -d '\r' | grep -a -A1 '^source: naru' | grep -a page
