. "$HARNESS"
# What is one article and what is two: by the address in any of its spellings, else by the text.
notice() { # notice DAY BODY
	printf '{"outlet":"naru","title":"[인사] 나루은행","published":"%s","body":"%s"}\n' "$1" "$2"
}
notice 2025-01-20 '◇ 국장 ▲ 조사국장 김가람 ▲ 안정국장 이나래 ▲ 정책국장 박다온' >january.jsonl
notice 2025-03-20 '◇ 국장 ▲ 조사국장 정마루 ▲ 안정국장 한바다 ▲ 정책국장 오사랑' >march.jsonl
notice 2025-03-20 '◇ 국장 ▲ 조사국장 정마루 ▲ 안정국장 한바다 ▲ 정책국장 오사랑 ▲ 협력국장 윤아람' >corrected.jsonl
run --db t.db import january.jsonl march.jsonl
run --db t.db import corrected.jsonl
run --db t.db import january.jsonl corrected.jsonl
run --db t.db search -q --fields published,title,id 인사
run --db t.db check
page() { # page ADDRESS [CANONICAL]
	printf '{"url":"%s","canonical_url":"%s","outlet":"naru","title":"검색대 열어",' "$1" "${2:-}"
	printf '"body":"느티나무도서관이 검색대를 열었다. %s"}\n' "$3"
}
{
	page https://www.naru.example/news/1201 '' 하나
	page 'http://m.naru.example/news/1201/?utm_source=feed&utm_medium=rss#top' '' 둘
	page https://www.naru.example/amp/news/1201 '' 셋
	page https://naru-example.cdn.ampproject.org/c/s/naru.example/news/1201.amp '' 넷
	page https://m.naru.example/view?id=1201 https://www.naru.example/news/1201 다섯
	page https://www.naru.example/news/1202 https://www.naru.example/news/1201 '다른 기사가 남의 주소를 댄다.'
	page https://www.naru.example/news/1203 https://www.naru.example/ '대문을 댄다.'
} >pages.jsonl
run --db p.db import pages.jsonl
run --db p.db search -q --no-collapse --fields url,id 검색대
run --db p.db show --history 11759a9a
# A page's own links, as it prints them.
html() { # html FILE LINK
	printf '<html><head><title>검색대 열어</title>%s</head><body><article><p>느티나무도서관이 공개 모델로 만든 검색대를 3일 열었다고 밝혔다.</p><p>관장은 주민 누구나 쓸 수 있다고 말했다.</p></article></body></html>' "$2" >"$1"
}
html relative.html '<link rel="canonical" href="/news/1201">'
html other.html '<link rel="canonical" href="https://www.naru.example/news/1200">'
for f in relative.html other.html; do
	"$GISA" extract --url https://m.naru.example/view/1201 "$f" | sed 's/"outlet".*//'
	echo
done
