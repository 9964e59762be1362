. "$HARNESS"
# A server whose certificate nobody vouches for but an authority of our own.
{
	openssl req -x509 -newkey rsa:2048 -nodes -days 3 -subj '/CN=Naru' -keyout ca.key -out ca.pem
	openssl req -newkey rsa:2048 -nodes -subj '/CN=naru.example' -keyout key.pem -out request.pem
	echo 'subjectAltName = DNS:naru.example, DNS:photo.naru.example' >names
	openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -days 3 -extfile names -out cert.pem
	mkdir folder && cp ca.pem folder && openssl rehash folder
} >log 2>&1
cat >serve.py <<'PY'
import http.server, ssl
pages = {"/rss": b"<rss><item><link>/1</link></item><item><link>https://photo.naru.example/2</link></item></rss>",
    "/1": b"<p>one</p>", "/2": b"<p>two</p>"}
class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path in pages else 404)
        self.end_headers()
        self.wfile.write(pages.get(self.path, b""))
    def log_message(self, *_):
        pass
class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass
server = Server(("127.0.0.1", 0), Site)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("cert.pem", "key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
PY
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY https_proxy HTTPS_PROXY SSL_CERT_FILE SSL_CERT_DIR
python3 -u serve.py >port &
trap "kill $!" EXIT
while [ ! -s port ]; do sleep 0.1; done
fetch() { # fetch SOURCES
	rm -f t.*
	"$GISA" --db t.db fetch --no-ingest --connect-to "127.0.0.1:$(cat port)" --sources "$1" 2>err
	code=$?
	sed 's/^/! /; s/SSL certificate.*/of its certificate/' err
	[ "$code" -eq 0 ] || echo "exit $code"
}
mkdir watch && cp ca.pem watch
printf '[naru]\nfeed = https://naru.example/rss\ndelay_ms = 0\n' >plain
printf '[naru]\nfeed = https://naru.example/rss\ndelay_ms = 0\nca = ca.pem\n' >watch/own
sed 's/^ca = .*/ca = none.pem/' watch/own >watch/none
fetch plain
fetch watch/own
fetch watch/none
export SSL_CERT_FILE=ca.pem
fetch plain
export SSL_CERT_FILE= SSL_CERT_DIR=folder
fetch plain
export SSL_CERT_DIR=watch
fetch plain
