. "$HARNESS"
# Lines that recur at the edges of a site's articles are learned and left out, of earlier ones too;
# what recurs between paragraphs stays. The archive remembers --no-learn.
pages() {
	i=0
	while [ "$i" -lt "$2" ]; do
		i=$((i + 1))
		printf '{"outlet":"%s","url":"https://%s.example/%d","title":"%d번째 고래 소식","published":"2025-03-%02d","body":' "$1" "$1" "$i" "$i" "$i"
		printf '"[나루일보 AI취재팀]\\n고래 %d마리가 동해를 지나갔다고 선장이 밝혔다.\\n◇ 오늘의 한마디\\n배 %d척이 그 뒤를 따랐다.\\n나루일보는 독자의 제보를 기다립니다."}\n' $((i * 3 + 5)) $((i * 7 + 9))
	done
}
show() {
	sqlite3 "$1" "SELECT o.key, group_concat(replace(b.text, char(10), ' / '), char(10)) FROM article a JOIN body b USING (row)
		JOIN outlet o USING (outlet) WHERE a.row IN (SELECT min(row) FROM article GROUP BY outlet
		UNION SELECT max(row) FROM article GROUP BY outlet) GROUP BY 1 ORDER BY 1"
}
pages naru 9 >naru.jsonl
pages byeol 4 >byeol.jsonl
GISA_DB=gisa.db
export GISA_DB
run import naru.jsonl byeol.jsonl
show gisa.db
sqlite3 gisa.db 'SELECT site, line FROM site_line ORDER BY site, line'
run import naru.jsonl
run search --count --no-collapse 제보
run check
sqlite3 gisa.db 'SELECT row, digest, origin FROM article' >before
run rebuild
sqlite3 gisa.db 'SELECT row, digest, origin FROM article' | diff before - && echo 'the same after a rebuild'
printf '{"outlet":"naru","url":"https://naru.example/77","title":"등대 소식","body":"등대가 켜졌다.\\n등대지기가 웃었다.\\n나루일보는 독자의 제보를 기다립니다."}\n' >one.jsonl
run import one.jsonl
# What the first articles taught is remembered for a later run, though it was too little by then.
pages byeol 9 | tail -n 5 >more.jsonl
run import more.jsonl
GISA_DB=all.db
run import --no-learn naru.jsonl
sqlite3 all.db 'SELECT count(*) FROM site_line'
run search --count --no-collapse 제보
"$GISA" -q rebuild
run search --count --no-collapse 제보
