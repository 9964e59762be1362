. "$HARNESS"
# What the crawler remembers, in every state it may be in: what gisa doctor, gisa check and the next gisa
# fetch say of it.
serve_sites "$SAMPLE/sites"
printf '[hanbit-wire]\nfeed = http://hanbit-wire.example/rss.xml\ndelay_ms = 0\n' >t.sources
export GISA_DB=t.db
plain() { sed -E 's/[0-9]+ bytes/N bytes/; s/damaged \(.*[Pp]age.*\)/damaged (...)/; s#/[^ ]*/t.frontier#t.frontier#'; }
crawl() { "$GISA" -q fetch --force --connect-to "127.0.0.1:$port" 2>&1 | plain; }
state() {
	"$GISA" doctor >out 2>err
	code=$?
	sed -n '/^archive/,/^names/{/^names/d;p}' out | plain
	echo "doctor: exit $code"
	"$GISA" check >out 2>err
	code=$?
	grep -v 'records checked' out err | sed 's/^[a-z]*://' | plain
	echo "check: exit $code"
}
crawl
echo '# all is well'
state
echo '# an import came after it'
printf '{"url":"https://naru.example/1","title":"등대 소식","body":"등대가 다시 켜졌다."}' | "$GISA" -q import --format jsonl -
state
crawl
echo '# lost'
rm t.frontier*
state
crawl
echo '# of an older gisa'
sqlite3 t.frontier 'PRAGMA user_version = 2'
state
crawl
echo '# of another archive'
sqlite3 t.frontier "UPDATE meta SET value = 'urn:uuid:0' WHERE key = 'archive'"
state
crawl
echo '# damaged within'
sqlite3 t.frontier 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
size=$(stat -c %s t.frontier)
page=$(sqlite3 t.frontier "SELECT rootpage FROM sqlite_master WHERE name = 'seed'")
printf '\245%.0s' $(seq 200) | dd of=t.frontier bs=1 seek=$(((page - 1) * 4096)) conv=notrunc 2>/dev/null
state
"$GISA" sources 2>&1 | tail -n 1 | plain
"$GISA" fetch --dry-run 2>&1 | tail -n 1 | plain
crawl
rm t.frontier
crawl
echo '# damaged from its first byte'
printf 'nothing' | dd of=t.frontier conv=notrunc 2>/dev/null
state
crawl
echo '# nothing was ever crawled'
printf '{"url":"https://naru.example/1","title":"등대 소식","body":"등대가 다시 켜졌다."}' | "$GISA" -q --db i.db import --format jsonl -
GISA_DB=i.db state
