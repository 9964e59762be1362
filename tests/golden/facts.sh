. "$HARNESS"
corpus
run facts -n 2 --unit KRW 도깨비랩
run facts -q -n 1 --json --unit % 도깨비랩
run facts -q -n 1 --csv --unit 명
run facts -q -n 2 --dates --json 도깨비랩
run facts --unit 광년
"$GISA" facts --help | grep -o 'default: [0-9][0-9]*'
"$GISA" facts -q --json | wc -l
run facts --dates --unit 원 도깨비랩
# Units as people type them, and units that no figure has.
for u in 원 won krw ₩; do "$GISA" facts --json -n 1000 --unit $u | cksum; done | uniq | wc -l
for u in % 퍼센트 프로 percent; do "$GISA" facts --json -n 1000 --unit $u | cksum; done | uniq | wc -l
for u in 명 사람 people; do "$GISA" facts --json -n 1000 --unit $u | cksum; done | uniq | wc -l
run facts --unit 살
# Of an article that says a word below its title, the sentences that are about it.
cat >in.jsonl <<'J'
{"url":"http://saebyeok.example/1","outlet":"saebyeok","published":"2025-03-04T09:00:00+09:00","title":"이번 주 소식","body":"4일 바다에서 규모 4.1의 지진이 났다. 부상자는 1만 2천 명이다.\n도서관은 새 책 3천 500권을 들였다. 섬마을연구원은 지진 예산이 -3.0% 줄었다고 밝혔다. 한빛통신은 5명을 뽑았다."}
{"url":"http://saebyeok.example/2","outlet":"saebyeok","published":"2025-03-03T09:00:00+09:00","title":"지진에 섬마을 흔들려","body":"한빛통신은 12명이 놀랐다고 전했다. 김하늘(45세) 이장이 나섰다."}
J
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
run facts 지진
run facts --whole 지진
run facts 지진 예산
run facts --json --unit 퍼센트 지진
run facts --unit 권 지진
