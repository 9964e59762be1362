. "$HARNESS"
# Where the words of a query are in the articles: in JSON for one query, else as a field.
corpus
"$GISA" search --json -n 200 AI >hits
"$GISA" search --json -n 200 '"오픈소스 회사" OR 도서관' >>hits
"$GISA" search --json -n 50 '밝히다 달라*' >>hits
"$GISA" search --json -n 50 '(투자 유치) OR title:도서관' >>hits
python3 - "$GISA" <<'PY'
import collections, json, subprocess, sys
seen, bad, empty, hits = collections.Counter(), 0, 0, [json.loads(line) for line in open("hits")]
for hit in hits:
    article = json.loads(subprocess.run([sys.argv[1], "show", "--json", hit["id"]], capture_output=True).stdout)
    last = ("", 0)
    empty += not hit["matches"]
    for m in hit["matches"]:
        text = article[m["field"]]
        bad += not 0 <= m["start"] < m["end"] <= len(text)
        bad += (m["field"] == last[0] and m["start"] < last[1]) or (m["field"], last[0]) == ("title", "body")
        last = (m["field"], m["end"])
        seen[text[m["start"] : m["end"]]] += 1
print("hits:", len(hits) > 20 and "many", " without a place:", empty, " out of order:", bad)
print(*sorted(seen), sep=" | ")
PY
run search --fields rank,matches -n 3 'title:도서관'
run search --fields rank,matches --csv -n 3 '도서관 AI'
run search --json -n 1 --fields matches '느티나무도서관'
printf '%s\n' 도서관 챗봇 >lines
"$GISA" search --queries lines --json -n 1 2>/dev/null | grep -c matches
run search --queries lines --json -n 1 --fields query,matches
