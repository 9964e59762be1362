#!/bin/sh
# A database that others write, that may not be written, that another analyser indexed; a reader
# during a write; a source of copies that changes: nothing is lost, doubled or torn, and what is
# refused is said with the remedy. Usage: tests/fault/store.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
chmod 755 "$dir"

sql() { sqlite3 -cmd '.timeout 10000' "$@"; }
content() { sql "$1" 'SELECT a.id, version, digest, text FROM article a JOIN body b USING (row) ORDER BY 1, 2' | sha256sum; }

python3 tests/bench/generate.py 750 600 >"$dir/all.jsonl"
head -n 400 "$dir/all.jsonl" >"$dir/a.jsonl"
tail -n 400 "$dir/all.jsonl" >"$dir/b.jsonl"
"$gisa" -q --db "$dir/whole.db" import "$dir/all.jsonl"

# Two writers at once: one goes on, the other says who is in the way and leaves everything alone.
two="$dir/two.db"
"$gisa" -q --db "$two" import "$dir/a.jsonl" 2>"$dir/a.err" &
first=$!
"$gisa" -q --db "$two" import "$dir/b.jsonl" 2>"$dir/b.err" &
second=$!
wait "$first"
codes=$?
wait "$second"
codes=$((codes + $?))
ok 'of two writers at least one ends well' [ "$codes" -le 2 ]
if [ "$codes" = 2 ]; then
	ok 'the other says that somebody writes, and what to do' grep -q 'another .* writing.*; try again later' "$dir/a.err" "$dir/b.err"
fi
ok 'between them check finds nothing wrong' "$gisa" -q --db "$two" check
"$gisa" -q --db "$two" import "$dir/a.jsonl" "$dir/b.jsonl"
same 'with both run again everything is there, once' "$(content "$dir/whole.db")" "$(content "$two")"

# Both again and again in small parts, each until it is let in, and a reader beside them.
three="$dir/three.db"
split -l 50 "$dir/a.jsonl" "$dir/part-a-"
split -l 50 "$dir/b.jsonl" "$dir/part-b-"
insist() { # insist FILE...
	for part in "$@"; do
		for attempt in $(seq 400); do
			"$gisa" -q --db "$three" import --format jsonl "$part" 2>"$part.err" && break
			grep -q 'another .* writing' "$part.err" || return 1
			sleep 0.05
		done
	done
}
"$gisa" -q --db "$three" import --format jsonl "$dir/part-a-aa"
insist "$dir"/part-a-a? &
first=$!
insist "$dir"/part-b-a? &
second=$!
least=0
torn=0
while kill -0 "$first" 2>/dev/null || kill -0 "$second" 2>/dev/null; do
	n=$("$gisa" -q --db "$three" search --exact --no-collapse --count 기술 2>"$dir/read.err") || torn=$((torn + 1))
	[ "${n:-0}" -ge "$least" ] || torn=$((torn + 1))
	[ -s "$dir/read.err" ] && torn=$((torn + 1))
	least=${n:-0}
done
wait "$first"
codes=$?
wait "$second"
same 'two writers that insist end well' 0 $((codes + $?))
same 'a reader beside them never sees less than before, nor a lock' 0 "$torn"
ok 'after them check finds nothing wrong' "$gisa" -q --db "$three" check
same 'and everything is there, once' "$(content "$dir/whole.db")" "$(content "$three")"

# A writer that is certainly in the way: a lock on the archive, as a running import holds it.
if command -v flock >/dev/null; then
	size=$(stat -c %s "$two")
	flock "$dir/two.warc.gz" "$gisa" --db "$two" import "$dir/a.jsonl" 2>"$dir/err"
	same 'a second writer is refused' 2 $?
	ok 'with the file and the remedy' grep -q 'two.warc.gz: another gisa is writing to it.*; try again later' "$dir/err"
	flock "$dir/two.warc.gz" "$gisa" --db "$two" rebuild 2>"$dir/err"
	same 'and so is a rebuild' 2 $?
	same 'which leaves the database alone' "$size" "$(stat -c %s "$two")"
	ok 'while searches go on' flock "$dir/two.warc.gz" "$gisa" -q --db "$two" search --count 모델
fi

# A reader during a write: always an answer, never fewer articles than before.
"$gisa" -q --db "$dir/r.db" import "$dir/a.jsonl"
python3 tests/bench/generate.py 1400 800 | tail -n 400 >"$dir/more.jsonl"
"$gisa" -q --db "$dir/r.db" import "$dir/more.jsonl" 2>"$dir/err" &
writer=$!
least=0
reads=0
torn=0
while kill -0 "$writer" 2>/dev/null; do
	n=$("$gisa" -q --db "$dir/r.db" search --exact --no-collapse --count 기술 2>"$dir/read.err") || torn=$((torn + 1))
	[ "${n:-0}" -ge "$least" ] || torn=$((torn + 1))
	least=${n:-0}
	[ -s "$dir/read.err" ] && torn=$((torn + 1))
	reads=$((reads + 1))
done
wait "$writer"
same 'a write with readers ends well' 0 $?
same 'every search during it had its answer, without a word of a lock' 0 "$torn"
ok 'and there were such searches' [ "$reads" -gt 0 ]
ok 'afterwards check finds nothing wrong' "$gisa" -q --db "$dir/r.db" check

# Ctrl-C during a rebuild: the database is as it was, and nothing of the new one is left.
"$gisa" -q --db "$three" rebuild 2>"$dir/int.err" &
first=$!
while [ ! -e "$three.new-wal" ] && kill -0 "$first" 2>/dev/null; do sleep 0.02; done
kill -TERM "$first"
wait "$first"
same 'an interrupted rebuild says so and leaves nothing behind' "143 " \
	"$? $(ls "$three".new* 2>/dev/null)"
ok 'and what to do' grep -q 'interrupted; the database is as it was; gisa rebuild starts over' "$dir/int.err"

# Read-only: root may write anywhere, so another user tries.
mkdir "$dir/ro"
cp "$dir"/whole.* "$dir/ro/"
chmod 444 "$dir"/ro/*
chmod 555 "$dir/ro"
chmod 644 "$dir"/*.jsonl
as=
if [ "$(id -u)" = 0 ]; then as='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
cp "$gisa" "$dir/gisa" && chmod 755 "$dir/gisa"
if $as "$dir/gisa" --version >/dev/null 2>&1; then
	$as "$dir/gisa" -q --db "$dir/ro/whole.db" search --count 모델 >"$dir/out" 2>"$dir/err"
	same 'a read-only database is searched' 0 $?
	$as "$dir/gisa" --db "$dir/ro/whole.db" import "$dir/b.jsonl" >"$dir/out" 2>"$dir/err"
	same 'but not written' 2 $?
	ok 'the message names the file and the remedy' grep -q 'whole.*read-only.*check who may write' "$dir/err"
	$as "$dir/gisa" --db "$dir/ro/new.db" import "$dir/b.jsonl" >"$dir/out" 2>"$dir/err"
	same 'nothing is made in a read-only folder' 2 $?
	ok 'whose file is named' grep -q "ro/new.db: " "$dir/err"
	ok 'with a remedy' grep -q -- 'may write\|--db' "$dir/err"
	$as "$dir/gisa" --db "$dir/ro/whole.db" rebuild >"$dir/out" 2>"$dir/err"
	same 'nor rebuilt there' 2 $?
	same 'and all of it is as it was' "$(content "$dir/whole.db")" "$(content "file:$dir/ro/whole.db?immutable=1")"
fi

# Another analyser's index.
sql "$two" "UPDATE meta SET value = 'another' WHERE key = 'analyser'"
"$gisa" --db "$two" search --count 모델 >"$dir/out" 2>"$dir/err"
same 'the index of another analyser is searched' 0 $?
same 'with one warning that names the remedy' 1 "$(grep -c 'another version of the analyser.*gisa rebuild' "$dir/err")"
before=$(content "$two")
"$gisa" --db "$two" import "$dir/more.jsonl" >"$dir/out" 2>"$dir/err"
same 'an import into it is refused' 2 $?
ok 'and says what to do first' grep -q 'run gisa rebuild' "$dir/err"
same 'nothing has changed' "$before" "$(content "$two")"
ok 'a rebuild' "$gisa" -q --db "$two" rebuild
same 'gives the same articles' "$before" "$(content "$two")"
ok 'and the import goes on' "$gisa" -q --db "$two" import "$dir/more.jsonl"

# A source of copies that becomes another story: its copies find each other.
story='바닷가 마을 사람들이 고래 울음을 적는 기계를 만들었다. 다섯 해 동안 모은 소리가 바탕이 되었다. 기계는 배가 다니는 길을 피해 고래가 쉬는 곳을 알려 준다. 선장들은 그 지도를 보고 길을 돌아간다. 마을은 내년 봄에 지도를 모두에게 나누어 줄 생각이다.'
post() { printf '{"url":"https://%s.example/1","outlet":"%s","title":"%s","published":"2025-03-0%dT10:00:00+09:00","body":"%s"}\n' "$@"; }
{
	post naru naru '고래 지도를 만든 마을' 1 "$story"
	post byeol byeol '고래 울음을 적는 기계' 2 "$story"
	post haneul haneul '선장들이 길을 돌아가는 까닭' 3 "$story"
} >"$dir/copies.jsonl"
"$gisa" -q --db "$dir/c.db" import "$dir/copies.jsonl"
links() { sql "$dir/c.db" "SELECT o.key || '<' || group_concat(c.key) FROM (SELECT a.copy_of AS s, o.key FROM article a JOIN outlet o USING (outlet)
	WHERE copy_of NOT NULL ORDER BY 2) c JOIN article x ON x.row = c.s JOIN outlet o ON o.outlet = x.outlet GROUP BY c.s"; }
same 'copies know their source' 'naru<byeol,haneul' "$(links)"
post naru naru '고래 지도를 만든 마을' 1 '이 기사는 사실과 달라 거두어들였습니다. 독자들께 사과드립니다.' >"$dir/retired.jsonl"
"$gisa" -q --db "$dir/c.db" import "$dir/retired.jsonl"
same 'when it becomes another story the next one takes its place' 'byeol<haneul' "$(links)"
same 'the old text stays in its history' 2 "$(sql "$dir/c.db" "SELECT count(*) FROM article WHERE url LIKE '%naru%'")"
ok 'and check finds nothing wrong' "$gisa" -q --db "$dir/c.db" check
"$gisa" -q --db "$dir/c.db" rebuild
same 'a rebuild comes to the same' 'byeol<haneul' "$(links)"
end
