# A name with its version, glued, apart or with a hyphen, in Hangul and in Latin.
. "$HARNESS"
export GISA_DB=t.db
n=0
while IFS= read -r line; do
	n=$((n + 1))
	printf '{"url":"http://bada.example/%s","outlet":"bada","published":"2026-03-%02d","title":"글 %s","body":"%s"}\n' $n $n $n "$line"
done >in.jsonl <<'END'
등대지기가 제미나이3를 쓴다.
부두에서는 제미나이 3이 날씨를 묻는 사람에게 답한다.
구글이 Gemini 3을 냈다.
선장은 제미나이 2.5 프로로 항로를 정했다.
Gemini-2.5-Pro가 늦었다.
제미나이를 쓰는 배가 3척이다.
클로드4.5가 나왔다.
Claude 4.5가 나왔다.
클로드 4.5와 클로드 4를 쟀다.
GPT-5를 쓴다.
GPT 5가 좋다.
GPT5도 좋다.
GPT-4o 미니를 쓴다.
딥시크 R1을 쓴다.
딥시크R1이다.
DeepSeek-R1이다.
딥시크 V3를 쓴다.
END
"$GISA" import -q --no-learn in.jsonl
for q in 제미나이3 '제미나이 3' 'Gemini 3' gemini3 Gemini-3을 '제미나이 2.5 프로' 'gemini 2.5 pro' 제미나이2.5 클로드4.5 '클로드 4.5' 'claude 4.5' '클로드 4' \
	GPT-5 'GPT 5' GPT5 gpt5는 'GPT-4o mini' '딥시크 R1' 딥시크R1 DeepSeek-R1 '딥시크 V3'; do
	printf '%s:' "$q"
	"$GISA" search -q --fields title --sort date "$q" 2>/dev/null | sed -n 's/^글 / /p' | sort -n | tr -d '\n'
	echo
done
run search --fields title '제미나이 3'
run search --kwic GPT5
