. "$HARNESS"
# A word that is in the news from 2020-03 on, after months of which there is little or nothing: its burst
# begins in the first month that has it and ends in the last, and no p-value is 0.
cat >articles.py <<'PY'
import datetime, json
n = 0
for month, many, hot in [(1, 30, 0), (2, 30, 0), (3, 30, 0), (9, 1, 0), (11, 1, 0), (15, 40, 38), (16, 40, 37), (18, 0, 0), (19, 40, 39),
                         (20, 1, 0), (24, 30, 0), (25, 30, 1), (26, 60, 0)]:
    for k in range(many):
        n += 1
        when = datetime.date(2019 + (month - 1) // 12, (month - 1) % 12 + 1, k % 28 + 1)
        word = "독감이 번졌다" if k < hot else "배추가 나왔다"
        print(json.dumps({"url": f"http://naru.example/{n}", "outlet": "naru", "published": str(when), "title": f"소식 {n}호",
                          "body": f"{n * 37}번지에서 {word}. 모두 {n * 11 + 5}명이 {n * 7}원을 냈다."}, ensure_ascii=False))
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
"$GISA" trend -q --by month 독감 | grep -A2 bursts
"$GISA" trend -q --csv --by month 독감 | grep -v ',0,0,,0,1,' | cut -d, -f2,5,6,10-14
"$GISA" trend -q --json --by month 독감 | grep -o '"p":[0-9.e-]*' | sort -u
