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
# Only the sentences that may have a word are read again for this, and of those only some words.
cat >near.jsonl <<'END'
{"url":"http://bada.example/1","outlet":"bada","published":"2026-03-01","title":"발사","body":"누리호가 섰다. 바람이 불었다. 누리호를 봤다. 그는 Dr. Kim을 만났다. Kim은 웃었다. 하늘이 맑았다. “누리호가 떴다. 박수가 나왔다.”고 했다.\n비가 왔다. 그물 5만 장을 실은 배가 떠났다. 부두의 누리호 모형은 장이 섰던 곳에 있다. 새 모델인 것이 공개됐다. 모델을 봤다. 공개를 미뤘다."}
END
"$GISA" --db near.db import -q --no-learn near.jsonl
for q in 누리호 '"Dr. Kim"' '"Dr. Kim을 만났다"' '5만 장' 장 박수 '모델 공개' '"모델인 것이 공개"' '누리호 -없음 OR 모형'; do
	"$GISA" --db near.db search -q --json "$q" | python3 -c '
import json, sys
body = json.loads(open("near.jsonl").readline())["body"]
for line in sys.stdin:
    print(sys.argv[1] + ":", *("%d %s" % (m["start"], body[m["start"] : m["end"]]) for m in json.loads(line)["matches"]), sep=" | ")' "$q"
done
