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
# What is left out of an article leaves the rest of it in.
printf '{"outlet":"naru","title":"둘의 말","body":"벽에는 \\"다리를 건너지 말라\\"고 적혀 있었다. 김하늘 관장은 책이 섬을 바꾼다고 말했다. 그는 \\"섬이 책을 바꾼다\\"고도 말했다."}\n' >two.jsonl
"$GISA" --db two.db import -q --format jsonl two.jsonl
run --db two.db quotes
run --db two.db quotes --speaker 김하늘
run --db two.db quotes --direct
run --db two.db quotes -n 1
