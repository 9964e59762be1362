. "$HARNESS"
# An outlet has the word in half of its articles all along; two outlets that never have it join in week
# 15, and a third one, which has little, ends. What changes is what is taken in, not the coverage.
cat >articles.py <<'PY'
import datetime, json
n = 0
def article(week, k, outlet, word):
    global n
    n += 1
    when = datetime.date(2025, 1, 6) + datetime.timedelta(7 * week + k % 7)
    text = "등대가 켜졌다" if word else "배추가 나왔다"
    print(json.dumps({"url": f"http://{outlet}.example/{n}", "outlet": outlet, "published": str(when), "title": f"소식 {n}호",
                      "body": f"{n * 37}번지에서 {text}. 모두 {n * 11 + 5}명이 {n * 7}원을 냈다."}, ensure_ascii=False))
for week in range(30):
    for k in range(20 if week != 9 else 0):
        article(week, k, "naru", k % 2)
    for k in range(15 if 15 <= week and week != 9 else 0):
        article(week, k, "dari", False)
        article(week, k, "byeol", False)
    if week < 8:
        for k in range(4): article(week, k, "gyeol", k == 0)
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
run trend 등대
run trend --within 등대
run trend -q --by month --outlet naru 등대
run trend -q --by month --of outlets 등대
run trend -q --by month --of mentions 등대
run trend -q --by month --csv 등대
"$GISA" trend -q --by week --json 등대 | grep -o '"bursts":.*"periods"'
run trend --of words 등대
run trend --within --of outlets 등대
run trend --outlet nobody 등대
