. "$HARNESS"
# All that an article may have; what it has not is no line.
cat >full.jsonl <<'J'
{"url":"http://naru.example/7","outlet":"naru","outlet_name":"나루일보","section":"지역","published":"2025-04-05T09:10:00+09:00","modified":"2025-04-05T11:00:00+09:00","title":"나루터에 다리가 놓인다","subtitle":"백 년 만의 일이다","authors":[{"name":"한바다"},{"name":"윤슬기","email":"ys@naru.example"}],"captions":["다리의 그림","옛 나루터"],"via":"강소식","rights":{"notice":"나루일보의 글이다"},"body":"나루터에 다리가 놓인다.\n뱃사공은 노를 놓았다."}
J
printf '{"outlet":"dari","title":"둘째 글","body":"다리가 길다."}\n' >bare.jsonl
printf '{"url":"http://naru.example/7","outlet":"naru","outlet_name":"나루일보","title":"나루터의 다리","body":"다리가 놓였다."}\n' >later.jsonl
export GISA_DB=t.db
"$GISA" import -q --format jsonl full.jsonl bare.jsonl
id=$("$GISA" search -q --json --fields id 뱃사공 | cut -d'"' -f4)
run show "$id"
on_terminal 40 show "$id" | sed -n '/^author/,/^published/p' # lines begin below the value
run show --keywords --json "$id" | sed -E 's/"score":[0-9.]+/"score":N/g'
run show "$("$GISA" search -q --json --fields id 길다 | cut -d'"' -f4)"
"$GISA" import -q --format jsonl later.jsonl
run show --history --json "$id"
run show --history "$id"
run show "$id"
run show
run show "$id" "$id"
