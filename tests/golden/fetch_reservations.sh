. "$HARNESS"
# What becomes of pages that are reserved against language models is the user's to say: they are not
# fetched, or recorded, or in the archive alone. A kill, a lost frontier and a rebuild keep to it.
story() { # story HEAD FOOT
	printf '<html><head><title>가온 공개</title>%s</head><body><article><h1>가온 공개</h1><p>미르AI가 3일 공개 모델 가온을 내놓았다.</p><p>연구자가 자유롭게 고쳐 쓸 수 있다고 회사는 밝혔다.</p></article>%s</body></html>' "$1" "$2"
}
for site in group tdm field meta notice open; do
	mkdir -p www/$site/view www/$site/.well-known
	story "<!-- $site -->" "" >www/$site/view/1.html
done
printf 'User-agent: GPTBot\nDisallow: /view/\n' >www/group/robots.txt
story '<!-- home -->' '' >www/group/home.html
printf '[{"location": "/view/", "tdm-reservation": 1}]' >www/tdm/.well-known/tdmrep.json
echo 'TDM-Reservation: 1' >www/field/view/1.html.head
story '<meta name="robots" content="noai">' '' >www/meta/view/1.html
story '' '<p>ⓒ 나루일보, 무단 전재 및 AI 학습 이용 금지</p>' >www/notice/view/1.html
cat >server.py <<'P'
import http.server, os, threading
class Sites(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return os.path.join("www", self.headers["Host"].split(".")[0]) + path
    def end_headers(self):
        head = self.translate_path(self.path) + ".head"
        if os.path.exists(head):
            self.send_header(*open(head).read().strip().split(": "))
        super().end_headers()
    def do_GET(self):
        with open("asked", "a") as f:
            f.write(f"{self.headers['Host']}{self.path}\n")
        if os.path.exists(self.translate_path(self.path) + ".hang"):
            threading.Event().wait()
        super().do_GET()
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sites)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
P
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
python3 -u server.py >port &
trap "kill $!" EXIT
while [ ! -s port ]; do sleep 0.1; done
to=127.0.0.1:$(cat port)
sources() { # sources SETTING
	echo "reservations = $1"
	for site in group tdm field meta notice open; do
		printf '[%s]\nurls = %s.txt\ndelay_ms = 0\n' $site $site
	done
}
for site in group tdm field meta notice open; do echo "http://$site.example/view/1.html"; done >all.txt
for site in group tdm field meta notice open; do grep "/$site" all.txt >$site.txt; done
echo http://group.example/home.html >>group.txt
f() { db=$1 && shift && : >asked && "$GISA" --db $db.db fetch --connect-to $to "$@" >out 2>err
	grep -v -e ' added' -e 'gisa: kept ' err | sort
	grep html asked | sort | sed 's/^/asked /'; }
states() { sqlite3 $1.frontier "SELECT url, state, due IS NOT NULL, coalesce(why, '') FROM page WHERE role=0 ORDER BY url"; }
articles() { sqlite3 $1.db "SELECT url, coalesce(rights_ai_training, 'null') FROM article ORDER BY url"; }
records() { zcat $1.warc.gz | tr -d '\r' | awk '/^WARC-Type/ {t = $2} /^WARC-Target-URI/ {u = $2; r = "page"} /^Gisa-Role/ {r = $2} /^Gisa-Ingest/ {r = r " aside"} /^Content-Length/ && t && u ~ /html/ {print t, u, r; t = ""}' | sort; }

echo '# skip'
sources skip >s.sources
f s --csv
cut -d, -f1-6,10 out | tr -d "\r"
articles s
records s
states s
run --db s.db fetch --dry-run --csv | sed 's/,20[^,]*+09:00,/,LATER,/'
echo '# the frontier is lost, and the setting stays'
rm s.frontier
f s
states s
echo '# killed while a page is under way'
sources skip >k.sources
touch www/field/view/2.html.hang
story '' '' >www/field/view/2.html
echo 'TDM-Reservation: 1' >www/field/view/2.html.head
printf 'http://field.example/view/1.html\nhttp://field.example/view/2.html\n' >field.txt
: >asked
"$GISA" --db k.db fetch --connect-to $to field >/dev/null 2>&1 &
pid=$!
while ! grep -q view/2 asked; do sleep 0.1; done
kill -9 $pid
wait $pid 2>/dev/null
rm www/field/view/2.html.hang
f k field
states k
articles k
echo '# record, after all'
sed 's/skip/record/' k.sources >new && mv new k.sources
run --db k.db fetch --dry-run --csv field
f k field
states k
articles k

echo '# archive'
sources archive >a.sources
sed -i 's/urls = open.txt/sitemap = http:\/\/open.example\/map/' a.sources
printf '<urlset><url><loc>http://open.example/view/1.html</loc><lastmod>2124-02-03</lastmod></url></urlset>' >www/open/map
again() { # the sitemap changes, and its page may have
	echo >>www/open/map
	touch -d "@$((4000000000 + $1))" www/open/map
}
echo 'X-Robots-Tag: noai' >www/open/view/1.html.head
f a
articles a
records a
"$GISA" -q --db a.db rebuild
articles a
sqlite3 a.db "SELECT outcome, count(*) FROM capture GROUP BY 1 ORDER BY 1"
echo '# asked for again, it is the same, and comes whole'
again 1
f a --force open
records a | grep open
articles a
echo '# recorded from now on, it comes in when it is asked for again'
sed 's/^reservations.*/reservations = record/' a.sources >new && mv new a.sources
again 2
f a --force open
articles a
records a | grep open
again 3
f a --force open
records a | grep open
"$GISA" -q --db a.db rebuild
articles a
