. "$HARNESS"
corpus
run quotes -n 2 --speaker 허생
run quotes -q -n 1 --json --direct 도깨비랩
"$GISA" quotes -q -n 1 --csv 도깨비랩 | head -n 1
run quotes --speaker 없는이
