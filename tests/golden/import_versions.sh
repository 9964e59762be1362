. "$HARNESS"
# An edited article is a new version; the same one again is not.
article() {
	printf '{"url":"http://hanbit.example/1","outlet":"hanbit.example","outlet_name":"한빛통신",'
	printf '"title":"%s","published":"2025-03-0%dT09:00:00+09:00","body":"%s"}\n' "$1" "$2" "$3"
}
article '도서관이 문을 열었다' 1 '느티나무도서관이 3일 문을 열었다.' >1.jsonl
article '도서관이 문을 열었다(종합)' 2 '느티나무도서관이 4일 문을 열었다.' >2.jsonl
run --db t.db import 1.jsonl
run --db t.db import 2.jsonl
run --db t.db import 1.jsonl
run --db t.db search --fields title,published 느티나무도서관
id=$("$GISA" --db t.db search -q --json --fields id 도서관 | cut -d'"' -f4)
run --db t.db show --history "$id"
run --db t.db show --version 1 "$id"
run --db t.db show --version 7 "$id"
run --db t.db check
# Two articles of one outlet that print its name in two ways are sound, and so is a name alone.
printf '{"title":"첫 기사","outlet":"x.kr","outlet_name":"엑스","body":"하나."}\n' >3.jsonl
printf '{"title":"둘째 기사","outlet":"x.kr","outlet_name":"엑스신문","body":"둘."}\n' >>3.jsonl
printf '{"title":"셋째 기사","outlet_name":"와이신문","body":"셋."}\n' >>3.jsonl
run --db t.db import 3.jsonl
run --db t.db check
run --db t.db search -q --facet outlet 기사
# The AMP page of an article, and the page of a portal, are no versions of it while they read the same.
page() { # page CANONICAL BODY FILE
	printf '<html lang="ko"><head><title>등대가 다시 켜졌다</title><link rel="canonical" href="%s"></head><body><article><h1>등대가 다시 켜졌다</h1><p>%s</p></article></body></html>' "$1" "$2" >"$3"
}
text='섬마을 등대가 스무 해 만에 다시 켜졌다고 이장이 5일 밝혔다. 마을 사람들은 저녁마다 부두에 모여 불빛을 본다.'
page http://naru.example/news/7 "$text" desk.html
page http://naru.example/news/7/amp "$text" amp.html
run --db a.db import desk.html amp.html
page http://naru.example/news/7/amp "$text 이장은 기름값이 모자란다고 했다." amp.html
run --db a.db import amp.html
run --db a.db search --fields title,url 등대
