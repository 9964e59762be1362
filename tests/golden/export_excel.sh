. "$HARNESS"
# Tables that a spreadsheet opens by a double click: Korean is readable, and no title is computed.
cat >in.jsonl <<'END'
{"url":"http://bada.example/1","title":"=1+1 사건","outlet":"bada","published":"2025-03-01","body":"정부가 예산을 10억 원 늘렸다. 물가는 -3% 내렸다."}
{"url":"http://bada.example/2","title":"-5% 하락, \"충격\"","outlet":"@bada","published":"2025-03-02","body":"예산이 줄었다.\n둘째 문단이다."}
END
"$GISA" --db t.db import -q --no-learn in.jsonl
run --db t.db export --full-text --include-restricted --format excel --out excel
for f in excel/*.csv; do
	head -c 3 "$f" | od -An -tx1
done
cut -d, -f 7 excel/articles.csv
tail -n 2 excel/articles.csv | grep -o "'@bada"
cut -d, -f 4,5 excel/figures.csv
grep -A 1 "^CSV" excel/README.txt
run --db t.db export --verify excel
"$GISA" --db t.db export -q --format csv --out csv
cut -d, -f 7 csv/articles.csv
