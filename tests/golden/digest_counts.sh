. "$HARNESS"
# What a digest counts: seven reports in each of two weeks, one of which another outlet reprints; and a
# column that one outlet prints every day under one name, of which no two are one story.
cat >articles.py <<'PY'
import datetime, json
n = 0
def article(day, outlet, title, body):
    global n
    n += 1
    when = datetime.date(2025, 3, 3) + datetime.timedelta(day)
    print(json.dumps({"url": f"http://{outlet}.example/{n}", "outlet": outlet, "title": title, "body": body,
                      "published": f"{when}T{9 + n % 8:02}:00:00+09:00"}, ensure_ascii=False))
places = ["동해", "포항", "울진", "강릉", "속초", "삼척", "영덕", "부산", "목포", "여수", "통영", "거제"]
things = ["배추", "감자", "고등어", "보리", "사과", "포도", "미역", "마늘", "참외", "쌀", "오이", "호박"]
for week in 0, 1:
    report = "\n".join(f"{place} 앞바다의 등대 {k + 2 + week}곳이 올해 안에 새 전구로 바뀐다고 항만청이 밝혔다. "
                       f"{place} 주민들은 {k * 7 + 11 + week * 29}년 동안 {things[k + week]} 밭과 등대를 돌봐 왔다."
                       for k, place in enumerate(places[6 * week:6 * week + 6]))
    article(7 * week, "naru", f"{places[6 * week]} 등대 전구 바뀐다", report)
    article(7 * week, "dari", f"{places[6 * week]} 등대 전구 교체", report + "\n누리꾼도 반겼다.")
    article(7 * week + 6, "dari", f"{places[6 * week]} 등대 새 전구", report + "\n주민도 반겼다.")
    for day in range(6):
        text = "\n".join(f"{places[(day * 5 + k + week) % 12]}에서 {things[(day * 7 + k * 3) % 12]} {day * 31 + k + 4}상자가 "
                         f"{week * 17 + day + k}번째로 팔렸다." for k in range(4))
        article(7 * week + day, "naru", "[뉴스브리핑] 오늘의 소식" if day < 5 else f"{things[week]} 풍년", text)
# The reprint of a report of the week before is the only one of its kind this week.
report = "\n".join(f"{place} 앞바다의 등대 {k + 2}곳이 올해 안에 새 전구로 바뀐다고 항만청이 밝혔다. "
                   f"{place} 주민들은 {k * 7 + 11}년 동안 {things[k]} 밭과 등대를 돌봐 왔다."
                   for k, place in enumerate(places[:6]))
article(9, "dari", "동해 등대 이야기", report + "\n시장도 반겼다.")
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
"$GISA" trend -q --csv --by week 등대 --from 2025-03-10 | cut -d, -f1-6
"$GISA" digest -q --date 2025-03-10 | sed -n '1,/^## Themes/p'
"$GISA" digest -q --date 2025-03-10 | sed -n '/^## Outlets/,/^- Themes/p'
"$GISA" digest -q --date 2025-03-10 --lang ko | sed -n '1,/^##/p'
