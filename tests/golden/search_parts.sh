# Parts of a word that mean something are found and counted; a word within another one is found last and not
# counted; letters out of a word's middle are nothing.
. "$HARNESS"
story() { # story KEY TITLE BODY
	printf '{"url":"http://%s.example/a","outlet":"%s","published":"2025-03-01","title":"%s","body":"%s"}\n' "$1" "$@"
}
{
	story a '이중섭 특별전 열린다' '화가의 편지도 나온다.'
	story b '모델 압축' '연구진은 양자화를 손봤다. 대중화도 앞당긴다. 화가 난 사람은 없었다.'
	story c '철도 노선' '기차역에서 사람들이 기다렸다.'
	story d '청년 정책' '청년의 나이 기준을 올린다.'
	story e '구글 모델' '제미나이를 쓴다. 제미나이가 나왔다.'
	story f '고양시 소식' '고양시가 데이터센터를 막았다. 서대문구는 따로 정한다.'
	story g '일터' '노동자가 모였다. 사회주의를 말하는 이도 있었다.'
	story h '봄 축제' '봄이 오면 꽃이 핀다.'
	story i '영화관' '영화를 봄으로써 배운다. 함께 봄을 권한다.'
	story j '통일' '남한에서 쌀을 보냈다.'
	story k '수출' '한국이 반도체를 더 판다. 대한민국의 몫이 늘었다.'
	story l '섬' '제주도가 귤을 알린다.'
	story m '날씨' '제주에 비가 내린다. 이날 첫눈이 내렸다.'
} >articles.jsonl
"$GISA" -q --db parts.db import --no-learn articles.jsonl
GISA_DB=parts.db
export GISA_DB
for query in 화가 양자 화 기차 나이 고양 서대문 문구 노동 사회 봄 남한 한국 제주도 제주 이날 날; do
	run search --fields title "$query"
	run search --count "$query"
done
run search --exact --fields title 노동
run search --json --fields title 노동
run trend --by month 노동
run search --facet outlet 노동
