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
# What articles say about the same thing: rounding and bounds are no difference.
cat >claims.jsonl <<'J'
{"url":"http://gaon.example/1","outlet":"gaon","published":"2025-03-01T09:00:00+09:00","title":"큐원 파생 모델","body":"큐원의 파생 모델은 10만 개를 넘었다고 가온연구원이 밝혔다. 큐원의 이용자는 약 300만 명이다. 15, 16일 값은 3~5만원이었다."}
{"url":"http://nuri.example/2","outlet":"nuri","published":"2025-03-04T09:00:00+09:00","title":"큐웬 성장","body":"허깅페이스에 오른 큐웬의 파생모델은 11만5천 개다. Qwen 이용자는 310만 명으로 늘었다. 누리소프트의 이용자는 5만 명이다."}
{"url":"http://hanbit.example/3","outlet":"hanbit","published":"2025-03-05T09:00:00+09:00","title":"Qwen 인기","body":"Qwen의 파생 모델은 9만 개에 그쳤다. 큐원의 이용자는 200만 명이다. 큐원은 지난달 15일 나왔다. 이날 값이 내렸다."}
J
export GISA_DB=c.db
"$GISA" import -q --format jsonl claims.jsonl
run facts --compare entity:qwen
run facts --compare -n 1 entity:qwen
run facts --compare --csv --unit 개 큐원
run facts --compare --json --unit 명 큐원
run facts --compare --dates 큐원
run facts --compare 도깨비
run facts --json --unit 원
run facts --dates --csv
