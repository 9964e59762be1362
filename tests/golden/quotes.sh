. "$HARNESS"
corpus
run quotes -n 2 --speaker 허생
run quotes -q -n 1 --json --direct 도깨비랩
"$GISA" quotes -q -n 1 --csv 도깨비랩 | head -n 1
run quotes --speaker 없는이
# Nobody is named, nor asked for.
printf '{"outlet":"naru","title":"벽에 쓴 글","body":"벽에는 \"다리를 건너지 말라\"고 적혀 있었다."}\n' >in.jsonl
"$GISA" --db t.db import -q --format jsonl in.jsonl
run --db t.db quotes -q --json
run --db t.db quotes
run --db t.db quotes --speaker ''
