. "$HARNESS"
printf '{"title":"줄로 온 기사","body":"표준 입력으로 온 글이다."}\n' >in
run --db t.db import --format jsonl - <in
run --db t.db search -q --fields title 표준
run --db t.db import - <"$SAMPLE/text/token-plaza-20251029-01.txt"
run --db t.db search -q --count 토큰
