. "$HARNESS"
# Fields over their ceilings are cut, and said; of many articles with something to say, the first twenty are named.
python3 -c '
import json
print(json.dumps({"title": "가" * 1600000, "url": "http://a.example/" + "b" * 9000, "body": "고래가 지나갔다."}))
print(json.dumps({"title": "저자 많은 글", "authors": ["홍길동%d" % i for i in range(300)], "body": "문단이다.\n" * 60000}))' >long.jsonl
run --db t.db import long.jsonl
"$GISA" --db t.db search --fields title 고래 | tail -1 | wc -m
run --db t.db search -q --count 고래
{
	echo title,date
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do echo "글 $i,봄"; done
} >undated.csv
run --db t.db import undated.csv
