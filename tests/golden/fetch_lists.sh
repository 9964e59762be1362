. "$HARNESS"
# A section without a feed: its list over pages, and the links that count.
mkdir -p www/naru/list www/naru/view
page() { # page NUMBER ARTICLE...: a page of the list
	out=www/naru/list/$1
	echo '<html><body><a href="/about">소개</a>' >"$out"
	shift
	for id in "$@"; do echo "<a href=\"/view/$id\">$id</a>"; done >>"$out"
	echo '<a href="/list/2">2</a> <a href="/login?next=/view/1">로그인</a>' >>"$out"
}
for id in 1 2 3 4 5 6 7; do
	printf '<html><head><meta charset="utf-8"><title>%s호</title></head><body><p>나루는 %s번째 소식을 전했다.</p></body></html>' \
		$id $id >www/naru/view/$id
done
page 1 6 5
page 2 4 3
page 3 2 1
touch -d 2025-02-03 www/naru/list/* # or what is written in the same second is no news
cat >gisa.sources <<'S'
[naru]
page = http://naru.example/list/{page}
pages = 4
links = ^[^?]*/view/\d+$
delay_ms = 0
S
serve_sites www
fetch() {
	"$GISA" --db gisa.db fetch --no-ingest --connect-to "127.0.0.1:$port" "$@" 2>err
	code=$?
	sed 's/^/! /' err | grep -v -e robots.txt -e tdmrep
	[ "$code" -eq 0 ] || echo "exit $code"
}
run --db gisa.db fetch --sources gisa.sources --dry-run
fetch -v
# News on the first page: the list is walked until nothing is new.
page 1 7 6
page 2 5 4
fetch -v --force
# What a new user may write instead.
try() {
	printf "$1" >try.sources
	run --db gisa.db fetch --sources try.sources
}
try '[naru]\npage = http://naru.example/\nlinks = /view/([0-9]+\n'
try '[naru]\npage = http://naru.example/\nlink = x\n'
try '[naru]\npage = http://naru.example/\npages = 3\n'
try '[naru]\npage = http://naru.example/{page}\npages = 0..999\n'
try '[naru]\npage = http://naru.example/{page}\nlinks = /\377\n'
sed 's/^links.*/links = article/' gisa.sources >try.sources
fetch --force --sources try.sources
