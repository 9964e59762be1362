# The same letters and the same number in another writing: values, units in one character, dots, Hanja.
. "$HARNESS"
export GISA_DB=t.db
n=0
while IFS= read -r line; do
	n=$((n + 1))
	printf '{"url":"http://bada.example/%s","outlet":"bada","published":"2026-03-%02d","title":"글 %s","body":"%s"}\n' $n $n $n "$line"
done >in.jsonl <<'END'
정부가 11만5천 명에게 지원금을 준다.
지원 대상은 115,000명으로 집계됐다.
들여올 그물은 5만장이다. 부표 2,000장이 먼저 온다.
지원 대상은 11.5만명이다.
그물 5만 장을 산다.
예산은 3조 5천억원, 빚은 1234억원이다.
예산은 3.5조 원, 빚은 1,234억 원이다.
예산은 ３조５０００억 원이고 2025년에 3.5% 늘었다.
어부 이천오백 명과 2천500명이 만났다.
어시장은 2025.3.1부터 버전 3.5를 쓴다.
해･공군이 훈련했다. 육ㆍ해군도 함께했다.
산·학·연이 신기술을 내놨다.
산학연의 新기술과 對中 수출.
무게는 3㎏이다. ㈜가온은 ①번을 골랐다. 넓이는 20㎡다.
女性 어부와 李 선장이 만났다. 여성 어부가 웃었다.
구경꾼은 6∼9만 명, 문어는 3~4마리다.
END
"$GISA" import -q --no-learn in.jsonl
for q in 115000 115,000 11만5천 11.5만 '11만 5천' １１５０００ 11만 5만 '5만 장' 50000장 2000장 2천 5천 3.5조 3조5000억 '3조 5천억' '3조 5천억 원' \
	3500000000000 3조 1234억원 '1,234억 원' 123400000000 2500 2천5백 이천오백 이천 6만 9만 6 3 4마리 2025년 2025 2025.3.1 3.5 3.5% 3.5퍼센트 ３．５％ \
	해공군 해·공군 공군 육해군 산학연 산·학·연 산‧학‧연 신기술 新기술 기술 대중 對中 여성 女性 李 \
	kg 3㎏ 3kg '(주)가온' ㈜가온 1번 ①번 ㎡ 20m2; do
	printf '%s:' "$q"
	"$GISA" search -q --fields title "$q" | sed -n 's/^글 / /p' | sort -n | tr -d '\n'
	echo
done
run search --kwic 115000
run search --kwic 신기술
run search --kwic 해공군
run search --kwic kg
# A number far down in a text is what the snippet shows.
{
	printf '{"url":"http://bada.example/99","outlet":"bada","published":"2026-04-01","title":"긴 글","body":"'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
		printf '파도가 높았고 시장에는 사람이 없었다. '
	done
	printf '섬에서 온 배가 그물 7만 장을 실어 왔다."}\n'
} >long.jsonl
"$GISA" import -q --no-learn long.jsonl
run search --fields snippet 70000장
