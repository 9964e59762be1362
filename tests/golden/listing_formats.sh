. "$HARNESS"
# What a listing has for programs: every key and its value in JSON, every column and its value in CSV.
cat >in.jsonl <<'J'
{"url":"http://saebyeok.example/1","outlet":"saebyeok","outlet_name":"새벽신문","section":"문화","published":"2025-03-04T09:00:00+09:00","title":"섬마을 도서관","body":"섬마을 도서관이 2025년 3월 1일 문을 열었다. 책은 3.14159%가 늘었다. 김하늘 관장은 \"책이 섬을 바꾼다\"고 말했다."}
{"url":"http://saebyeok.example/2","outlet":"saebyeok","outlet_name":"새벽신문","title":"날짜 없는 도서관","body":"김하늘 관장은 \"섬이 책을 바꾼다\"고 말했다. 책은 12권이다."}
J
export GISA_DB=t.db
"$GISA" import -q --format jsonl in.jsonl
for form in --json --csv; do
	run quotes -q $form
	run facts -q $form
	run facts -q $form --dates
	run entities -q $form 섬마을
	run entities -q $form 날짜
	run search -q --kwic $form --context 6 관장
	run search -q --facet outlet,month $form 도서관
	run topics -q $form 도서관
	run search -q --count $form 도서관
	run search -q $form --sort date --fields query,rank,id,score,title,outlet,published,url,snippet,outlet_name,section,copies,authors 도서관
done
run facts
run facts --dates
run quotes
# As many as are shown unless --limit says otherwise.
corpus
for c in facts quotes entities topics 'search AI' 'search --kwic AI'; do
	echo "$c: $(($("$GISA" $c -q --csv | wc -l) - 1))"
done
