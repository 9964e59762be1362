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
