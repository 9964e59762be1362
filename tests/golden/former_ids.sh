. "$HARNESS"
# A database of the first edition of ids: two notices of one title were taken for one article, and
# so were two pages whose canonical link a template forgot; three addresses of one page were three.
gzip -dc "$ROOT/tests/data/ids-1.db.gz" >n.db
cp "$ROOT/tests/data/ids-1.warc.gz" n.warc.gz
doctor() { "$GISA" --db "${1:-n.db}" doctor | sed -n '/^ids/,/^libraries/p' | grep -v ^libraries; }
printf '{"title":"새 기사","body":"새 기사의 글이다."}\n' >new.jsonl
doctor
gzip -dc "$ROOT/tests/data/ids-1.db.gz" | cmp - n.db && echo 'only read'
"$GISA" --db n.db doctor | sed -E 's/^([a-z]* +).*/\1|/' | awk '!seen[length]++ { print "values begin in column " length }'
# Of many ids the first are named.
part() { # part FROM TO: more ids of two pages
	echo "CREATE TEMP TABLE t AS SELECT * FROM article WHERE id = '86b461109dec43af';" >parting
	for n in $(seq "$1" "$2"); do
		echo "UPDATE t SET row = row + $n, id = '00000000000000$n'; INSERT INTO article SELECT * FROM t;"
	done >>parting
	sqlite3 many.db <parting
	doctor many.db | tail -n 3
	doctor many.db | grep -c '^ *[0-9a-f]*  하천'
}
cp n.db many.db
part 11 28
part 29 29
run --db n.db import new.jsonl
run --db n.db rebuild
doctor
run --db n.db check
run --db n.db search -q --no-collapse --fields published,title,id 'outlet:naru'
run --db n.db show 4995f5e957cd8258
run --db n.db show 86b461109dec43af
run --db n.db show 66ef6d90
run --db n.db show --history 7128ed4600f50713
run --db n.db show --json 128f9eb87beea069
run --db n.db export --out x
grep -o '"id":"[^"]*","former_ids":\[[^]]*\]' x/articles.jsonl
"$GISA" --db n.db export -q --format csv --out y
awk -F, 'NR == 1 { print $NF } NR == 2 { print $NF }' y/articles.csv
run --db n.db alert --list
run --db n.db import new.jsonl
# Another corpus takes both ids from an export.
"$GISA" --db n.db show --json 66ef6d90 2>/dev/null >one.jsonl
run --db second.db import one.jsonl
run --db second.db show -q 11759a9a2a7ed89d
# A rebuild gives the same again.
"$GISA" --db n.db export -q --out before
"$GISA" --db n.db rebuild -q
"$GISA" --db n.db export -q --out after
diff -r before after && echo 'the same export'
