. "$HARNESS"
# Tables of articles: columns by their names, rows with line ends in them, bad rows by their line, other character sets.
printf '뉴스 식별자,일자,언론사,기고자,제목,통합 분류1,통합 분류2,통합 분류3,사건/사고 분류1,사건/사고 분류2,사건/사고 분류3,인물,위치,기관,키워드,"특성추출(가중치순 상위 50개)",본문,URL,분석제외 여부\r
01100101.20250317090001,20250317,나루신문,홍길동 기자,"고래, ""동해""를 지나다",사회>환경,,,,,,,,,,,"고래가 동해를 지나갔다.
선장이 보았다.",http://naru.example/1,\r
01100101.20250317090002,2025.03.15,나루신문,심청,배가 따르다,사회,,,,,,,,,,,배가 고래를 따랐다.,http://naru.example/2,중복\r
01100101.20250317090003,20250316,나루신문,심청,인용하지 않은, 쉼표,사회,,,,,,,,,,,달이 떴다.,http://naru.example/3,\r
01100101.20250317090004,봄,나루신문,,달이 뜨다,사회,,,,,,,,,,,달이 동해에 떴다.,http://naru.example/4\r
' >bigkinds.csv
run --db t.db import bigkinds.csv
run --db t.db import bigkinds.csv
run --db t.db search --json --fields id,title,published,outlet,section,url 동해 OR 고래
run --db t.db show "$("$GISA" --db t.db search --fields id 선장 | tail -1)"
for charset in CP949 UTF-16 UTF-32BE; do
	iconv -f UTF-8 -t "$charset" bigkinds.csv >"$charset.csv"
	run --db t.db import "$charset.csv"
done
gzip <bigkinds.csv >packed.csv.gz
run --db t.db import packed.csv.gz
# Columns that nobody knows, and what says what they hold.
printf 'no;subject;contents\n1;첫 글;해가 떴다.\n2;둘째 글;"해가
졌다."\n' >own.csv
run --db own.db import own.csv
run --db own.db import --map title=subject,body=contents own.csv
run --db own.db import --map title=subjekt own.csv
run --db own.db import --map titel=subject own.csv
run extract --format csv bigkinds.csv own.csv
run --db t.db rebuild
run --db t.db search -q --count 고래
# The export's own table comes back as it was.
corpus
"$GISA" export --out a --format csv --full-text --include-restricted -q
run --db b.db import -q a/articles.csv
"$GISA" --db b.db export --out b --format csv --full-text --include-restricted -q
for d in a b; do
	python3 -c 'import csv, sys
keep = "id url canonical_url outlet outlet_name section title authors published published_precision modified lang rights_notice redistribution subtitle body captions".split()
for row in sorted(csv.DictReader(open(sys.argv[1], newline="")), key=lambda r: r["id"]): print([row[k] for k in keep])' $d/articles.csv >$d.rows
done
diff a.rows b.rows | head -4 | cut -c 1-400
"$GISA" --db f.db import a 2>&1 | grep -o "a/.*refused.*" | sort
wc -l <b.rows | awk '{ print ($1 > 20 ? "many" : "few") " rows" }'
