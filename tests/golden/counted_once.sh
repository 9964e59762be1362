. "$HARNESS"
# A report that another outlet reprints a day later with one more word, and that is reprinted once more
# in the next week: it is counted once, where it was first, whatever is asked.
cat >articles.py <<'PY'
import datetime, json
n = 0
def article(day, outlet, title, body):
    global n
    n += 1
    when = datetime.date(2025, 3, 3) + datetime.timedelta(day)
    print(json.dumps({"url": f"http://{outlet}.example/{n}", "outlet": outlet, "title": title, "body": body,
                      "section": {"naru": "경제", "dari": "사회"}[outlet],
                      "published": f"{when}T{9 + n % 3:02}:00:00+09:00"}, ensure_ascii=False))
report = "\n".join(f"{place} 앞바다의 등대 {k + 2}곳이 올해 안에 새 전구로 바뀐다고 항만청이 {k + 3}일 밝혔다. "
                   f"{place} 주민들은 {k * 7 + 11}년 동안 등대를 돌봐 왔다."
                   for k, place in enumerate(["동해", "포항", "울진", "강릉", "속초", "삼척"]))
article(0, "naru", "등대 전구 바뀐다", report)
article(1, "dari", "등대 전구 바뀐다", report + "\n누리꾼도 반겼다.")
article(8, "dari", "등대 전구 바뀐다", report + "\n누리꾼도 반겼다.")
for day in (2, 9, 9):
    article(day, "naru", f"시장 소식 {day} {n}", f"시장에서 배추 {n + 5}포기가 {n * 1000}원에 팔렸다.")
article(10, "dari", "누리꾼 모임", "누리꾼 열두 명이 서울 도서관에 모여 책을 읽었다.")
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
run search --count 누리꾼
run trend -q --csv --by day 누리꾼 --from 2025-03-03 --to 2025-03-05
run trend -q --csv --by week 누리꾼
run trend -q --csv --by week 누리꾼 --from 2025-03-04
run trend -q --csv --by week 'outlet:dari 누리꾼'
run trend -q --csv --by week 누리꾼 --keep-copies
for facet in outlet section month; do
	run search --facet $facet 누리꾼
done
run search --facet outlet 누리꾼 --from 2025-03-10
# Every word, every pair of bounds, every period: a share is a share.
python3 - <<'PY'
import csv, datetime, io, os, subprocess
days = [datetime.date(2025, 3, 3) + datetime.timedelta(d) for d in (0, 1, 2, 8, 9, 10)]
asked = wrong = 0
for a in days:
    for b in days:
        if b < a: continue
        bounds = ["--from", str(a), "--to", str(b)]
        for by in "day", "week", "month":
            for query in "누리꾼", "등대", "시장", "outlet:dari 누리꾼", "-outlet:naru 등대":
                out = subprocess.run([os.environ["GISA"], "trend", "-q", "--csv", "--by", by, *bounds, query],
                                     capture_output=True, text=True).stdout
                for row in csv.DictReader(io.StringIO(out)):
                    asked += 1
                    wrong += int(row["articles"]) > int(row["total"])
print(f"{asked} shares, {wrong} over one")
PY
