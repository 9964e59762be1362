. "$HARNESS"
# What is written in many ways is one subject: a query for one spelling finds all, and says so.
export GISA_DB=t.db
n=0
while IFS= read -r line; do
	n=$((n + 1))
	printf '{"url":"http://naru.example/%s","outlet":"naru","published":"2025-03-0%s","title":"%s","body":"%s"}\n' $n $((n % 9 + 1)) "$line" "$line."
done >in.jsonl <<'END'
인공지능이 바꾼 어시장
AI가 바꾼 등대
A.I. 시대의 부두
Artificial intelligence at the harbour
AIR 항공편이 늦었다
대규모 언어 모델을 배운 갈매기
초거대언어모델로 쓴 항해 일지
LLMs를 싣고 온 배
공개SW를 쓰는 조선소
오픈 소스로 만든 닻
open-source 지도를 든 선장
검색증강생성으로 찾은 섬
RAG를 쓴 항해사
검색을 증강하고 지도를 생성한 배
三星電子가 만든 나침반
삼성 부두가 열렸다
인공지능 기본법을 읽는 어부
AI를 다룬 법, 기본법이라 부르는 어부
고깃배의 토큰
END
"$GISA" import -q --format jsonl in.jsonl
for q in 인공지능 AI 'artificial intelligence' LLM 거대언어모델 오픈소스 '오픈 소스' 'open source' '공개 소프트웨어' '검색 증강 생성' RAG 삼성 三星 'AI 기본법' 토큰; do
	printf '%s: %s, as typed %s\n' "$q" "$("$GISA" search -q --count "$q")" "$("$GISA" search -q --exact --count "$q")"
done
run search --fields title --sort date 인공지능
run search --fields title --sort date '검색 증강 생성'
run search --fields title 'AI 기본법'
run search --count --exact 인공지능
run search --count title:LLM
run trend --by year 인공지능
run search --kwic 오픈소스
run facts AI
run search --fields title 인공지능이
run search --count LLM을
run search --count '벡터 데이터베이스'
run search --count 데이터센터
run topics -q --exact --json 三星
run digest -q --exact 三星
