. "$HARNESS"
# Articles as JSON that programs indent: an object, an array, several in one line; the body as a list of paragraphs.
cat >tall.json <<'END'
{
  "title": "첫 기사",
  "outlet": "naru",
  "body": [
    "고래가 {동해}를 지나갔다.",
    "선장이 보았다."
  ]
}
END
printf '[\n {\n  "title": "둘째 기사",\n  "body": "배가 따랐다."\n },\n {"title": "셋째 기사", "body": "해가 졌다."}\n]\n' >list.json
printf '[{"title":"넷째 기사","body":"달이 떴다."},{"title":"다섯째 기사","body":"별이 떴다."}]' >one-line.json
printf '{\n  "title": "여섯째 기사",\n  "body": "문장이 끊' >torn.json
run --db t.db import tall.json list.json one-line.json torn.json
run --db t.db import tall.json list.json one-line.json
run --db t.db search --fields title,url 기사
run --db t.db show "$("$GISA" --db t.db search --fields id 고래 | tail -1)"
run extract list.json one-line.json
run --db t.db rebuild
run --db t.db search --count 기사
