. "$HARNESS"
# What gisa sources add finds of an outlet, says of it and writes.
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
cat >serve.py <<'PY'
import gzip, http.server, sys
def rss(first, n, days=1):
    items = "".join(f"<item><link>http://hanbit.example/view/{i}</link><pubDate>2025-02-{1 + (i - first) * days:02} 04:37:00</pubDate></item>"
                    for i in range(first, first + n))
    return f"<rss version='2.0'><channel><title>한빛</title>{items}</channel></rss>"
def news(first, n):
    return "<urlset>" + "".join(f"<url><loc>http://hanbit.example/view/{i}</loc><news:news><news:publication_date>2025-02-03T{i % 24:02}:00:00+09:00"
                                "</news:publication_date></news:news></url>" for i in range(first, first + n)) + "</urlset>"
HOME = """<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss/all.xml">
<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="/gone.xml">
<link rel="alternate" type="application/rss+xml" href="/not.xml"></head><body><a href="/view/1">1</a><a href="/view/2">2</a>
<a href="/rss/guide.html">RSS</a><a href="/rss/again.xml">RSS</a><a href="http://other.example/rss">other</a><a href="/feedback">x</a></body></html>"""
QUICK = "User-agent: *\nCrawl-delay: 0.01"
SITES = {
    "www.hanbit.example": {
        "/robots.txt": "User-agent: *\nDisallow: /private/\nDisallow: /view/13\nCrawl-delay: 0.01\nSitemap: http://hanbit.example/news.xml\n"
                       "Sitemap: /index.xml\nSitemap: http://hanbit.example/private/map.xml\n",
        "/.well-known/tdmrep.json": '[{"location": "/", "tdm-reservation": 1}]',
        "/": "->http://hanbit.example/"},
    "hanbit.example": {
        "/": HOME, "/rss/all.xml": rss(10, 5), "/comments/feed": rss(10, 2), "/not.xml": HOME, "/rss/again.xml": rss(10, 5),
        "/rss/guide.html": '<html><a href="/rss/economy.xml">경제</a><a href="/rss/list.html">x</a>', "/rss/list.html": '<html><a href="/rss/deep.xml">',
        "/rss/economy.xml": "->/feeds/economy.xml", "/feeds/economy.xml": rss(20, 3, 2), "/news.xml": gzip.compress(news(10, 4).encode()),
        "/index.xml": "<sitemapindex><sitemap><loc>/m1.xml</loc><lastmod>2025-02-03</lastmod></sitemap></sitemapindex>"},
    "naru.example": {"/robots.txt": QUICK, "/": "<html><body><a href=/a>1</a></body></html>", "/feed": rss(1, 1), "/sitemap.xml": "<urlset></urlset>"},
    "dasan.example": {"/robots.txt": QUICK, "/": "<html><body><a href=/a>1</a><a href=/b>2</a></body></html>"},
    "mirae.example": {"/robots.txt": QUICK, "/": "<html><body>가온</body></html>"},
    "gaon.example": {"/": '<html><link rel=alternate type=application/feed+json href=/feed.json>', "/robots.txt": "User-agent: gisa\nCrawl-delay: 0.01\nDisallow: /view/",
        "/feed.json": '{"version":"https://jsonfeed.org/version/1","items":[{"url":"/view/1"},{"url":"/view/2"}]}'},
    "nobody.example": {"/robots.txt": QUICK},
    "byeol.example": {"/": "<html>", "/robots.txt": QUICK + "\nContent-Signal: ai-train=no\nSitemap: /maps.xml\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /",
        "/maps.xml": "<sitemapindex>" + "".join(f"<sitemap><loc>/{m}.xml</loc></sitemap>" for m in ("2023", "2024", "news", "latest")) + "</sitemapindex>",
        "/news.xml": news(10, 4).replace("hanbit", "byeol"), "/2023.xml": rss(1, 20, 1)},
    "sori.example": {"/": "<html>", "/robots.txt": "User-agent: *\nDisallow: /"},
}
SITES["hanbit.example"]["/robots.txt"] = SITES["www.hanbit.example"]["/robots.txt"]
SITES["hanbit.example"]["/.well-known/tdmrep.json"] = SITES["www.hanbit.example"]["/.well-known/tdmrep.json"]
class Sites(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with open("asked", "a") as f:
            print(self.headers["Host"] + self.path, self.headers["User-Agent"], file=f)
        page = SITES.get(self.headers["Host"], {}).get(self.path)
        if page is None:
            return self.send_error(404)
        body = page if isinstance(page, bytes) else page.encode()
        self.send_response(301 if body.startswith(b"->") else 200)
        if body.startswith(b"->"):
            self.send_header("Location", page[2:])
        self.send_header("Content-Type", "text/html" if body[:1] == b"<" else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sites)
print(server.server_address[1], flush=True)
server.serve_forever()
PY
python3 serve.py >port &
server=$!
trap 'kill $server' EXIT
while [ ! -s port ]; do sleep 0.1; done
add() { # add ARGS: without the server's port
	echo "\$ gisa sources add $*"
	"$GISA" --db t.db sources add --connect-to "127.0.0.1:$(cat port)" "$@" >out 2>err
	code=$?
	cat out
	steady 's/^/! /' <err
	[ "$code" -eq 0 ] || echo "exit $code"
}
add http://www.hanbit.example
grep -c private asked
grep -o 'example.*/1' asked | sort -u | grep -e deep -e other
: >t.sources
add --write --name hanbit --contact desk@gisa.example http://hanbit.example/
sed 1,2d t.sources | cmp out -
run --db t.db sources
grep -c 'crawler; keeps to robots.txt; desk@gisa.example' asked
add --json http://hanbit.example/
add --write http://hanbit.example/
add --write --name other http://hanbit.example/
add http://hanbit.example/rss/all.xml --csv --sources none
tail -n 1 asked
add http://naru.example/
add http://dasan.example/
add http://mirae.example/
add http://gaon.example/
add http://sori.example/
add http://nobody.example/
add http://byeol.example/
add ftp://naru.example/
add --sources new/folder/sources --write --contact nobody http://naru.example/
add --sources new/folder/sources --write --name 'a b' http://naru.example/
add --sources new/folder/sources --write --contact desk@gisa.example http://naru.example/
cat new/folder/sources
: >asked
run --db t.db sources add --sources none http://hanbit.example/
run --db t.db sources add
run --db t.db sources add http://a.example http://b.example
run --db t.db sources --write
cat asked
