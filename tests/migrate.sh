#!/bin/sh
# Databases made by every earlier schema (tests/data/schema-N.db.gz and its archive): each is
# brought up to date, keeps what it held, and can be rebuilt. Usage: tests/migrate.sh [BUILD]
#
# A new schema version wants a database of the one before it here: import three articles of ours
# with the last build of that schema, among them a copy; delete the row 'analyser' of meta, which ages
# with each analyser; VACUUM and gzip -9n.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh

rows() {
	sqlite3 "$1" "SELECT row, id, version, current, title, published, source FROM article ORDER BY row;
		SELECT a.name FROM author a ORDER BY row, position; SELECT text FROM body ORDER BY row;
		SELECT start, digest, outcome FROM capture ORDER BY start" | sha256sum
}

now=$(sed -n 's/^#define GISA_SCHEMA_VERSION //p' index/store/schema.h)
v=1
while [ "$v" -lt "$now" ]; do
	same "a database of schema $v is kept" yes "$([ -f "tests/data/schema-$v.db.gz" ] && echo yes)"
	v=$((v + 1))
done
echo '{"url":"https://saebyeok.example/9","outlet":"saebyeok","title":"고래 울음을 적는 기계","published":"2025-03-01","body":"동해의 고래 울음을 글로 적는 기계가 나왔다."}' >"$dir/new.jsonl"
for stored in tests/data/schema-*.db.gz; do
	v=${stored#tests/data/schema-}
	v=${v%.db.gz}
	db=$dir/$v.db
	gzip -dc "$stored" >"$db"
	cp "tests/data/schema-$v.warc.gz" "$dir/$v.warc.gz"
	same "schema $v: the file is one of that version" "$v" "$(sqlite3 "$db" 'PRAGMA user_version')"
	before=$(rows "$db")
	"$gisa" --db "$db" search 도서관 >"$dir/out" 2>"$dir/err"
	same "schema $v: a reader leaves it alone and says what to do" "2 yes $v" \
		"$? $(grep -q 'gisa rebuild brings it up to date' "$dir/err" && echo yes) $(sqlite3 "$db" 'PRAGMA user_version')"
	if [ "$v" -ge 3 ]; then
		cp "$db" "$dir/alert.db"
		same "schema $v: gisa alert, which also writes, brings it up to date" "$now" \
			"$("$gisa" --db "$dir/alert.db" alert >/dev/null 2>&1; sqlite3 "$dir/alert.db" 'PRAGMA user_version')"
		rm -f "$dir/alert.db"*
	fi
	"$gisa" -q --db "$db" import /nonexistent 2>/dev/null
	same "schema $v: the next import brings it up to date" "$now" "$(sqlite3 "$db" 'PRAGMA user_version')"
	same "schema $v: what it held stays as it was" "$before" "$(rows "$db")"
	same "schema $v: the file is sound" ok "$(sqlite3 "$db" 'PRAGMA foreign_key_check; PRAGMA integrity_check')"
	same "schema $v: it is searched as before" 2 "$("$gisa" -q --db "$db" search --count --no-collapse 도서관 2>&1)"
	"$gisa" -q --db "$db" import --format jsonl "$dir/new.jsonl" 2>"$dir/err"
	said="$? $(grep -q 'run gisa rebuild' "$dir/err" && echo yes)"
	[ "$v" -ge 7 ] || same "schema $v: as its ids are of an earlier edition, a writer says what to do" "2 yes" "$said"
	"$gisa" -q --db "$db" rebuild
	"$gisa" -q --db "$db" import --format jsonl "$dir/new.jsonl"
	same "schema $v: a new article goes in" 1 "$("$gisa" -q --db "$db" search --count 고래 2>&1)"
	"$gisa" -q --db "$db" check >"$dir/out" 2>&1
	same "schema $v: a rebuild leaves nothing to find fault with" "0 " "$? $(cat "$dir/out")"
	same "schema $v: and finds the copy" 1 "$(sqlite3 "$db" 'SELECT count(*) FROM article WHERE copy_of IS NOT NULL')"
	same "schema $v: nothing is lost" 4 "$(sqlite3 "$db" 'SELECT count(*) FROM article')"
done
end
