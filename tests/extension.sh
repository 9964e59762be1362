#!/bin/sh
# The loadable tokenizer in the sqlite3 shell and in Python's sqlite3: both must say the same, and
# both must read a database of gisa. Usage: tests/extension.sh [BUILD]
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
build=${build%/san} # a host without the sanitizers cannot load a library that has them

if ! make --no-print-directory BUILD="$build" all extension >"$dir/make" 2>&1; then
	tail -n 20 "$dir/make"
	echo "# 0 passed, 1 failed"
	exit 1
fi
python=
for p in python3 /usr/bin/python3; do
	$p -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null && python=$p && break
done
[ -n "$python" ] || python="echo no Python whose sqlite3 loads extensions; install Debian's python3:"

cat >"$dir/run.py" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[2])
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
db.load_extension(sys.argv[1])  # a second time does no harm
for statement in sys.argv[3].split(";"):
    try:
        for row in db.execute(statement):
            print("|".join("" if v is None else str(v) for v in row))
    except sqlite3.Error as e:
        print("error:", e)
PY

both() { # both NAME WANTED DATABASE SQL
	printf '.load %s\n%s;\n' "$build/gisa_fts5" "$4" >"$dir/sql"
	same "sqlite3: $1" "$2" "$(sqlite3 "$3" <"$dir/sql" 2>&1)"
	same "Python: $1" "$2" "$($python "$dir/run.py" "$build/gisa_fts5" "$3" "$4" 2>&1)"
}

table="CREATE VIRTUAL TABLE temp.news USING fts5(title, body, tokenize='gisa');
INSERT INTO news VALUES ('오픈소스 모델 공개', '미르AI는 허깅페이스에 모델을 올렸다고 3일 밝혔다.');
INSERT INTO news VALUES ('비 소식', '강릉에는 내일 비가 내린다.');
INSERT INTO news VALUES ('', NULL)"
both "a noun is found whatever its josa" "1" :memory: \
	"$table; SELECT rowid FROM news WHERE news MATCH '허깅페이스'"
both "a column filter works" "1" :memory: \
	"$table; SELECT rowid FROM news WHERE news MATCH 'title:모델' ORDER BY rank"
both "highlight marks the noun and not its josa" \
	"강릉에는 내일 [비]가 내린다." :memory: \
	"$table; SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH '비'"
both "what is not there is not found" "0" :memory: \
	"$table; SELECT count(*) FROM news WHERE news MATCH '고래'"
both "rows can be deleted and the index stays whole" "0" :memory: \
	"$table; DELETE FROM news WHERE rowid = 1; INSERT INTO news (news) VALUES ('integrity-check'); SELECT count(*) FROM news WHERE news MATCH '모델'"
both "gisa_terms lists terms" "강릉
비" :memory: "SELECT gisa_terms('강릉에 비가')"
both "NULL has no terms" "" :memory: "SELECT gisa_terms(NULL)"
both "an empty text has no terms" "" :memory: "SELECT gisa_terms('')"

cat >"$dir/articles.jsonl" <<'JSON'
{"url":"https://byeolbit.example/1","outlet":"byeolbit","title":"작은 도서관의 번역 기계","published":"2025-02-03T10:00:00+09:00","body":"강원 산골의 도서관이 번역 기계를 만들었다.\n관장은 틀린 말이 나오면 다 같이 웃는다고 했다."}
{"url":"https://byeolbit.example/2","outlet":"byeolbit","title":"눈 오는 날의 기계","published":"2025-02-04T10:00:00+09:00","body":"눈이 오면 기계는 난로 옆에서 쉰다."}
JSON
"$build/gisa" -q --db "$dir/news.db" import --format jsonl "$dir/articles.jsonl"
both "a database of gisa is searched with plain SQL" "눈 오는 날의 기계
작은 도서관의 번역 기계" "$dir/news.db" \
	"SELECT a.title FROM article_fts f JOIN article a ON a.row = f.rowid WHERE article_fts MATCH '기계' ORDER BY f.rowid DESC"
both "bm25 ranks a database of gisa" "작은 도서관의 번역 기계" "$dir/news.db" \
	"SELECT a.title FROM article_fts f JOIN article a ON a.row = f.rowid WHERE article_fts MATCH '도서관 AND 번역' ORDER BY rank LIMIT 1"
same "the library asks no SQLite to be linked" "" "$(ldd "$build/gisa_fts5.so" | grep sqlite)"
end
