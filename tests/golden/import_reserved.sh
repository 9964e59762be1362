. "$HARNESS"
# Pages that an archive keeps aside come in when somebody asks for them, and no sooner.
page='<html><head><title>가온 공개</title></head><body><article><p>미르AI가 3일 공개 모델 가온을 내놓았다.</p><p>연구자가 자유롭게 고쳐 쓸 수 있다고 회사는 밝혔다.</p></article></body></html>'
record() { # record ADDRESS MARK
	printf 'WARC/1.1\r\nWARC-Type: resource\r\nWARC-Date: 2025-02-03T04:37:00Z\r\nWARC-Target-URI: %s\r\n%sContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' \
		"$1" "$2" "$(printf %s "$page" | wc -c)" "$page"
}
mark=$(printf 'Gisa-Ingest: no\r\n.')
record http://naru.example/1 "${mark%.}" >aside.warc
count() { sqlite3 t.db 'SELECT count(*) FROM article' "SELECT outcome, count(*) FROM capture GROUP BY 1 ORDER BY 1"; }
run --db t.db import aside.warc
run --db t.db import aside.warc
run --db t.db rebuild
count
run --db t.db import --reserved aside.warc
run --db t.db import --reserved aside.warc
count
run --db t.db rebuild
count
cp t.warc.gz other.warc.gz
run --db u.db import other.warc.gz
# Of one text it matters that one copy is to be taken in, whichever comes first.
record http://naru.example/1 '' >plain.warc
run --db w.db import aside.warc plain.warc
run --db x.db import plain.warc aside.warc
# What one's own archive keeps aside comes in from a copy of it.
"$GISA" --db y.db import -q aside.warc
cp y.warc.gz copy.warc.gz
run --db y.db import --reserved copy.warc.gz
run --db y.db check
