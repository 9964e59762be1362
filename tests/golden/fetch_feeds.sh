. "$HARNESS"
# JSON Feed and a gzipped sitemap; feeds, sitemaps and pages whose compressed bytes are cut off; feeds that suddenly
# list nothing, and that list something again.
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
cat >serve.py <<'PY'
import gzip, http.server, json
TEXT = "가온연구소는 새 모델을 누구나 쓸 수 있게 공개했다고 밝혔다. " * 12
class Sites(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        site, name = self.headers["Host"].split(".")[0], self.path
        with open("state") as f:
            state = f.read().strip()
        if name == "/robots.txt" or name.startswith("/.well-known"):
            return self.send_error(404)
        body = f"<html><body><article><h1>가온 소식 {name}</h1><p>{name}. {TEXT}</p></article></body></html>".encode()
        kind, n = "text/html", 0 if state == "empty" else 2
        if name == "/feed.json":
            items = [{"id": i, "url": f"/{i}", "date_published": f"2025-02-0{i + 1}T04:37:00+09:00"} for i in range(n)]
            body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
            kind = "application/feed+json"
        elif name == "/map.xml.gz":
            body = gzip.compress(b"<urlset>" + b"".join(b"<url><loc>/1%d</loc></url>" % i for i in range(n)) + b"</urlset>")
            kind = "application/gzip"
        elif name == "/rss":
            body = b"<rss><channel>" + b"".join(b"<item><link>/2%d</link></item>" % i for i in range(n)) + b"</channel></rss>"
            kind = "application/rss+xml"
        coded = site == "naru" and (name == "/rss") == (state != "cut pages")
        if coded:
            body = gzip.compress(body)
        if (state == "cut" or state == "cut pages") and (coded or name.endswith(".gz")):
            body = body[:-20]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if coded:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sites)
print(server.server_address[1], flush=True)
server.serve_forever()
PY
cat >sources <<'S'
[hanbit]
feed = http://hanbit.example/feed.json
delay_ms = 0
[dasan]
sitemap = http://dasan.example/map.xml.gz
delay_ms = 0
[naru]
feed = http://naru.example/rss
delay_ms = 0
S
echo >state
python3 serve.py >port &
server=$!
trap 'kill $server' EXIT
while [ ! -s port ]; do sleep 0.1; done
fetch() { # fetch STATE ARGS
	echo "-- $1"
	echo "$1" >state
	shift
	"$GISA" --db t.db fetch --sources sources --connect-to "127.0.0.1:$(cat port)" "$@" 2>err
	code=$?
	steady 's/^/! /' <err
	[ "$code" -eq 0 ] || echo "exit $code"
}
fetch cut dasan naru
fetch 'cut pages' naru
sqlite3 t.frontier "SELECT url, state, fetched, why FROM page WHERE role = 0"
sqlite3 t.frontier "UPDATE page SET due = 1 WHERE due IS NOT NULL"
fetch whole
fetch empty --force
fetch empty --force
"$GISA" --db t.db sources --sources sources --json 2>&1 | grep -o '"source":"[a-z]*"\|"state":"[a-z]*"\|"error":.*error_url'
fetch whole --force
"$GISA" --db t.db sources --sources sources --json 2>&1 | grep -c '"error":null'
