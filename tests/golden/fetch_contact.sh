. "$HARNESS"
# Outlets are told who crawls: no crawl leaves this machine without a contact.
printf '[naru]\nfeed = http://naru.example/rss\n' >gisa.sources
run --db gisa.db fetch
ls
run --db gisa.db fetch --connect-to 192.0.2.1:80
printf 'contact = desk\n[naru]\nfeed = http://naru.example/rss\n' >gisa.sources
run --db gisa.db fetch
# This machine needs none, but what its feed leads to does.
cat >serve.py <<'PY'
import http.server
class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path in ("/rss", "/1")
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(b"<rss><item><link>/1</link></item><item><link>http://naru.example/2</link></item></rss>"
            if self.path == "/rss" else b"<p>one</p>")
    def log_message(self, *_):
        print(self.path, self.headers["User-Agent"], file=open("log", "a"), flush=True)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
print(server.server_address[1], flush=True)
server.serve_forever()
PY
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
python3 -u serve.py >port &
trap "kill $!" EXIT
while [ ! -s port ]; do sleep 0.1; done
port=$(cat port)
plain() { sed "s/:$port/:PORT/g"; }
fetch() {
	"$GISA" --db gisa.db fetch --no-ingest --force "$@" >out 2>err
	code=$?
	plain <out
	sed 's/^/! /' err | plain
	[ "$code" -eq 0 ] || echo "exit $code"
}
infos() { zcat gisa.warc.gz | tr -d '\r' | grep -a -A3 '^software'; }
printf '[here]\nfeed = http://127.0.0.1:%s/rss\ndelay_ms = 0\n' "$port" >here
fetch --sources here
infos
rm log
# With one, it is in every request and in the archive, once.
sed '1i contact = desk@naru.example' here >named
fetch --sources named
fetch --sources named
fetch --sources named --agent 'DeskBot (of Naru)'
sort -u log
infos
"$GISA" --db gisa.db check 2>&1 | sed 's/[0-9]* archive/N archive/'
"$GISA" --db gisa.db rebuild 2>&1 | plain
