. "$HARNESS"
# The archive is the only truth: a new database from it gives the same export, byte for byte.
corpus
"$GISA" export -q --out before
rm gisa.db
run rebuild
"$GISA" export -q --out after
diff -r before after && echo 'the same export'
"$GISA" --threads 1 rebuild -q
"$GISA" --threads 1 export -q --out one
diff -r before one && echo 'the same export with one thread'
run check
# A record of no use is named, and the others are read.
cat >make.py <<'PY'
import gzip, sys
def record(n, coding, body):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{coding}\r\n".encode() + body.encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://naru.example/{n}\r\nWARC-Date: 2025-03-01T00:00:0{n}Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{n}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n").encode()
    return gzip.compress(head + http + b"\r\n\r\n", mtime=0)
page = "<html><head><title>등대가 켜졌다</title></head><body><article><h1>등대가 켜졌다</h1>" + "<p>섬마을 등대가 스무 해 만에 다시 켜졌다고 등대지기가 밝혔다.</p>" + "<p>고깃배 열두 척이 그 불빛을 보고 돌아왔고, 마을 사람들은 부두에 모여 밤을 새웠다.</p><p>등대는 서른 해 전에 세워졌다. 그 뒤로 벽을 두 번 고쳤고 등은 이번에 새로 달았다.</p></article></body></html>"
info = b"software: gisa\r\n"
head = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: application/warc-fields\r\nContent-Length: 16\r\n\r\n"
with open("t.warc.gz", "wb") as f:
    f.write(gzip.compress(head + info + b"\r\n\r\n", mtime=0))
    f.write(record(1, "Content-Encoding: zstd\r\n", "\0" + page))
    f.write(record(2, "", page))
PY
python3 make.py
run --db t.db rebuild
