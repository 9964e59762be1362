. "$HARNESS"
# Articles of two outlets, week by week: one week has a theme of its own and nothing of the market,
# some weeks have few articles, and the lighthouse is out of the news for three weeks, then for two.
cat >articles.py <<'PY'
import datetime, json
n = 0
def article(day, outlet, title, body):
    global n
    n += 1
    item = {"url": f"http://{outlet}.example/{n}", "outlet": outlet,
            "outlet_name": {"naru": "나루일보", "dari": "다리신문"}[outlet], "title": title, "body": body}
    if day is not None:
        item["published"] = f"{datetime.date(2025, 1, 6) + datetime.timedelta(day)}T09:00:00+09:00"
    print(json.dumps(item, ensure_ascii=False))
things = ["배추", "감자", "고등어", "보리", "사과", "포도", "미역", "마늘", "참외", "쌀"]
for week, many in enumerate([12, 12, 12, 12, 12, 12, 30, 12, 12, 9, 10, 11]):
    for k in range(many):
        thing = things[(week + k) % 10]
        place = "시장에서 " if week != 6 else ""
        article(7 * week, ("naru", "dari")[k % 2], f"{thing} 값 {k + 2}% {week}",
                f"{place}{thing} 값이 {week * 40 + k + 100}원이다.")
for k in range(8):
    article(42, ("naru", "dari")[k % 2], f"등대 사고 {k}",
            f"등대 사고로 배 {k + 3}척이 다쳤다. 등대는 {k}번지에 있다.")
article(14, "naru", "등대 사고 이야기", "등대 사고를 돌아본다.")
article(63, "dari", "등대 사진", "등대를 찍었다.")
article(86, "dari", "오징어 축제", "오징어가 왔다.")
article(None, "dari", "등대 노래", "등대를 노래한다.")
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
run trend 등대
run trend --all 시장
run trend --by month 등대 시장
run trend --by day 오징어
run trend -q --by year 등대
run trend 사진 고래 --from 2025-03-10 --to 2025-03-16 # ten articles are not few
run trend 오징어 --from 2025-03-24 --to 2025-04-06 # few in half of the weeks
run trend --by month 오징어 --from 2025-04
week='--from 2025-02-17 --to 2025-02-23'
run topics $week
run topics $week --json
run topics $week --against 1 --csv
run topics --to 2025-01 -n 1
run topics 오징어
# 5000 weeks and more are all there is.
printf '{"outlet":"naru","published":"1922-01-02","title":"등대를 세운다","body":"등대를 세운다."}\n' >old.jsonl
"$GISA" import -q --format jsonl old.jsonl
for weeks in 4999 5000 18446744073709551615; do
	"$GISA" topics $week --against $weeks | tail -n 1
done
