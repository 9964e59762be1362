. "$HARNESS"
# The archive is the database's own, or it is not touched.
corpus
unset GISA_DB
printf '{"title":"새 기사","body":"새 기사의 글이다."}\n' >new.jsonl
sums() { cksum <"$1"; }
own=$(sums gisa.warc.gz)
run --db gisa.db import gisa.warc.gz
cp gisa.warc.gz copy.warc.gz
run --db gisa.db import --keep-duplicates copy.warc.gz
[ "$own" = "$(sums gisa.warc.gz)" ] && echo 'nothing came twice'
# A file of another program at the archive's place.
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00112233-4455-4677-8899-aabbccddeeff>\r\nWARC-Date: 2025-03-01T00:00:00Z\r\nContent-Type: application/warc-fields\r\nContent-Length: 19\r\n\r\nsoftware: Wget/1.2\n\r\n\r\n' | gzip -n >n.warc.gz
{
	head=$(printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n')
	page=$(cat "$SAMPLE"/sites/*/view/AKR20250122000100017.html)
	block=$(printf '%s\r\n\r\n%s' "$head" "$page")
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://hanbit-wire.example/1\r\nWARC-Date: 2025-03-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' "$(printf '%s' "$block" | wc -c)" "$block"
} | gzip -n >>n.warc.gz
theirs=$(sums n.warc.gz)
run --db n.db import new.jsonl
run --db n.db import n.warc.gz
run --db n.db rebuild
[ "$theirs" = "$(sums n.warc.gz)" ] && echo 'it is as it was'
run --db other.db import n.warc.gz
run --db other.db import n.warc.gz
[ "$theirs" = "$(sums n.warc.gz)" ] && echo 'it is as it was'
# The archive of another database, one that is gone, and a database that is.
cp gisa.warc.gz other.warc.gz
run --db other.db import new.jsonl
rm other.warc.gz
run --db other.db import new.jsonl
cp gisa.warc.gz new.warc.gz
run --db new.db import new.jsonl
run --db new.db rebuild
run --db new.db import new.jsonl
