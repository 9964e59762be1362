. "$HARNESS"
# Models of one family are apart by their own names, and together by the family's.
n=0
while IFS='|' read -r title body; do
	n=$((n + 1))
	printf '{"url": "https://news.example/%s", "title": "%s", "outlet": "가온일보", "published": "2025-03-0%s", "body": "%s"}\n' \
		$n "$title" $n "$body"
done >in.jsonl <<'END'
딥시크 R1|딥시크가 추론 모델 R1을 냈다.
딥시크 V3|딥시크가 V3을 냈다.
오픈AI, o3 공개|오픈AI가 o3를 냈다.
오픈AI, o3-pro 공개|오픈AI가 o3 프로를 냈다. o3-미니도 있다.
값을 견주다|오픈AI의 o3-pro는 o3보다 비싸다.
미니 모델|오픈AI가 GPT-4o 미니를 냈다.
옴니 모델|오픈AI가 GPT-4o를 냈다.
옛 모델|오픈AI의 GPT-4는 느리다.
END
"$GISA" --db db import --no-learn in.jsonl 2>/dev/null
for query in R1 V3 딥시크 o3 o3-pro 'o3 프로' o3-mini GPT-4 GPT-4o 'GPT-4o 미니' GPT entity:o3 entity:openai-o entity:gpt-4o '오픈AI -o3'; do
	printf '%s: ' "$query"
	"$GISA" --db db search -q --json "$query" | sed -E 's|.*example/([0-9]+)".*|\1|' | sort | tr '\n' ' '
	"$GISA" --db db search -q --count "$query"
done
run --db db trend -q --csv --by month o3 o3-pro GPT-4o
run --db db search -q --kwic o3
run --db db entities -q --csv --type MODEL
