. "$HARNESS"
# News of the Great Wall and of an embassy in Laos, and a round-up that has both: two themes. Each lists
# its articles.
cat >articles.py <<'PY'
import datetime, json
n = 0
def article(day, title, body, outlet="naru"):
    global n
    n += 1
    when = datetime.date(2025, 3, 3) + datetime.timedelta(day)
    print(json.dumps({"url": f"http://{outlet}.example/{n}", "outlet": outlet, "title": title, "body": body,
                      "published": f"{when}T09:{n % 60:02}:00+09:00"}, ensure_ascii=False))
things = ["배추", "감자", "고등어", "보리", "사과", "포도", "미역", "마늘", "참외", "쌀"]
for week in range(3):
    for k in range(20):
        article(7 * week + k % 7, f"{things[(week + k) % 10]} 값 {k + 2}% {week}",
                f"시장에서 {things[(week + k) % 10]} 값이 {week * 40 + k + 100}원이다.", "dari")
wall = ["성벽이 무너진 곳을 석공이 다시 쌓는다", "관광객이 돌을 떼어 가 울타리를 세운다", "드론이 탑마다 금을 살핀다"]
laos = ["비자 창구가 두 곳 더 열린다", "교민이 새 청사 앞에서 사진을 찍었다", "직원이 밤에도 전화를 받는다"]
for k in range(1):
    article(21 + k, f"만리장성 {k + 1}구간", f"중국 만리장성의 {wall[k]}. 베이징 시가 {k + 3}억원을 들인다.")
    article(21 + k, f"라오스 대사관 {k + 1}창구", f"라오스 비엔티안의 한국 대사관에 {laos[k]}. 외교부가 {k + 5}명을 더 보냈다.")
for k in range(1):
    article(24 + k, f"나라 밖 소식 {k + 1}", f"{k + 7}일 나라 밖 소식. 만리장성 보수가 {k + 2}구간에 이르렀다. 라오스 대사관 창구가 {k + 3}곳으로 "
            f"늘었다. 인도 철도 파업이 {k + 2}일째다. 페루 화산재가 {k + 11}km까지 솟았다. 케냐 커피 값이 {k + 4}% 올랐다. 몽골 초원에 눈이 "
            f"{k + 20}cm 쌓였다. 이집트 운하에서 배 {k + 3}척이 멈췄다. 칠레 구리 광산 {k + 2}곳이 문을 닫았다. 베트남 새우 수출이 {k + 6}% 늘었다.")
for k in range(12):
    article(21 + k % 7, f"{things[k % 10]} 값 {k + 2}% 3", f"시장에서 {things[k % 10]} 값이 {k + 300}원이다.", "dari")
PY
python3 articles.py >in.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
run topics --from 2025-03-24
"$GISA" topics --from 2025-03-24 --json -n 1 | grep -o '"ids":.*' | tr ',' '\n' | grep -c '"'
