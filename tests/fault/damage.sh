#!/bin/sh
# Corpora that were damaged or lost files: check says what is wrong and what to do next, doing it
# works, and no article is lost that either the archive or the database still had.
# Usage: tests/fault/damage.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR
. tests/harness.sh
GISA_DB=$dir/now/n.db
export GISA_DB
archive=$dir/now/n.warc.gz

page() { # page N BODY
	printf '{"url":"https://saebyeok.example/%d","outlet":"saebyeok","section":"섬","published":"2025-02-%02dT09:00:00+09:00","title":"등대 소식 %d","authors":["민하늘 기자"],"body":"%s"}\n' \
		"$1" $(($1 % 28 + 1)) "$1" "$2"
}
pages() { # pages FROM TO
	i=$1
	while [ "$i" -le "$2" ]; do
		page "$i" "등대 이야기 $i번이다. 낱말$((i * 31))$((i * 17)) 값은 $i억원이다."
		i=$((i + 1))
	done
}
mkdir "$dir/start"
pages 1 300 >"$dir/a.jsonl"
page 7 '등대 이야기 7번을 고쳐 썼다. 이제 값은 9억원이다.' >"$dir/b.jsonl"
pages 301 310 >"$dir/c.jsonl"
pages 311 312 >"$dir/d.jsonl"
for part in a b; do "$gisa" -q --db "$dir/start/n.db" import "$dir/$part.jsonl"; done
"$gisa" -q --db "$dir/start/n.db" search --save lamp 등대 >/dev/null
"$gisa" -q --db "$dir/start/n.db" import "$dir/c.jsonl"

articles() { # what is stored of them, whichever capture it came from
	sqlite3 "$1" "SELECT a.id, a.version, a.current, a.digest, a.title, a.published, b.text
		FROM article a JOIN body b USING (row) ORDER BY 1, 2" | sha256sum
}
news() { # what the saved search has not told, sorted
	"$gisa" alert --json --peek | sed -n 's/.*"url":"\([^"]*\)".*/\1/p' | LC_ALL=C sort
}
fresh() {
	rm -rf "$dir/now"
	cp -r "$dir/start" "$dir/now"
}
flip() { # flip FILE OFFSET: every bit of a byte
	python3 - "$1" "$2" <<'PY'
import sys
with open(sys.argv[1], "r+b") as f:
    f.seek(int(sys.argv[2]))
    byte = f.read(1)[0]
    f.seek(int(sys.argv[2]))
    f.write(bytes([byte ^ 255]))
PY
}
place() { # place N: where the capture of article N is in the archive
	sqlite3 "$dir/start/n.db" "SELECT capture FROM article WHERE url = 'https://saebyeok.example/$1' AND version = 1"
}
whole=$(articles "$dir/start/n.db")
fresh
told=$(news)

# mends NAME [WORD]: check finds something and names the next step, which makes everything good.
mends() {
	"$gisa" check >"$dir/out" 2>"$dir/err"
	code=$?
	[ "$code" = 2 ] && grep -q 'gisa rebuild' "$dir/err"
	judge $? "$1: check says what to do (exit $code)" "$dir/out" "$dir/err"
	[ $# -lt 2 ] || ok "$1: and what is wrong" grep -q "$2" "$dir/out" "$dir/err"
	"$gisa" rebuild >"$dir/out" 2>"$dir/err"
	judge $? "$1: the rebuild goes well" "$dir/err"
	cp "$dir/err" "$dir/said"
	"$gisa" check >"$dir/out" 2>&1
	judge $? "$1: then check is content" "$dir/out"
	same "$1: no article is lost" "$whole" "$(articles "$GISA_DB")"
	"$gisa" -q import "$dir/d.jsonl" 2>"$dir/err"
	judge $? "$1: and the next import goes on" "$dir/err"
	same "$1: without a doubt about its articles" 312 "$("$gisa" -q search --count --no-collapse 등대)"
}
kept() { # kept NAME: as the next step leaves the alert as it was
	same "$1: what was not told is still to be told" "$told
https://saebyeok.example/311
https://saebyeok.example/312" "$(news)"
}

# The archive.
at=$(place 150)
for offset in $((at + 60)) "$at"; do
	fresh
	flip "$archive" "$offset"
	mends "a byte of a record, $((offset - at)) from its start" 'damaged'
	kept "a byte of a record, $((offset - at)) from its start"
	ok 'the damaged archive is kept' [ -s "$archive.damaged" ]
done
for offset in $((at + 12)) $((at + 17)) $((at + 21)); do
	fresh
	flip "$archive" "$offset"
	ok "a byte of a gzip head, $((offset - at)) from its start, does no harm" "$gisa" -q check
	ok 'neither to an import' "$gisa" -q import "$dir/d.jsonl"
	same 'nor to what was there' 312 "$("$gisa" -q search --count --no-collapse 등대)"
done
fresh
flip "$archive" 40
mends 'a byte of the first record' damaged
fresh
flip "$archive" $(($(stat -c %s "$archive") - 30))
mends 'a byte of the last record' damaged
kept 'a byte of the last record'
fresh
for n in 7 20 21 22 200 300; do flip "$archive" $(($(place $n) + 70)); done
mends 'bytes of several records, and of an old version' damaged
kept 'bytes of several records'
fresh
dd if=/dev/zero of="$archive" bs=1 seek=$(($(place 100) + 5)) count=3000 conv=notrunc 2>/dev/null
mends 'zeros over several records' damaged
fresh
truncate -s $(($(place 250) + 33)) "$archive"
"$gisa" import "$dir/d.jsonl" 2>"$dir/err"
same 'an archive without its end is not added to' '2 yes' "$? $(grep -q 'gisa rebuild' "$dir/err" && echo yes)"
mends 'an archive without its end' 'not in it'
kept 'an archive without its end'
fresh
rm "$archive"
"$gisa" import "$dir/d.jsonl" 2>"$dir/err"
same 'nor is one begun beside a database that had one' '2 yes' "$? $([ -e "$archive" ] || echo yes)"
mends 'a lost archive' 'no such file'
kept 'a lost archive'
ok 'which leaves nothing to keep' [ ! -e "$archive.damaged" ]

# The database.
fresh
rm -f "$GISA_DB"*
"$gisa" search 등대 2>"$dir/err"
ok 'a search beside an archive says how to get the database back' grep -q 'gisa rebuild' "$dir/err"
mends 'a lost database' 'no database'
page_size=$(sqlite3 "$dir/start/n.db" 'PRAGMA page_size')
pages=$(($(stat -c %s "$dir/start/n.db") / page_size))
for page in 0 1 2 3 $((pages / 4)) $((pages / 2)) $((pages - 2)) $((pages - 1)); do
	fresh
	dd if=/dev/urandom of="$GISA_DB" bs="$page_size" seek="$page" count=1 conv=notrunc 2>/dev/null
	if "$gisa" -q check >/dev/null 2>&1; then
		same "page $page of $pages of the database, which is free" "$whole" "$(articles "$GISA_DB")"
	else
		mends "page $page of $pages of the database"
	fi
done
fresh
: >"$GISA_DB"
mends 'an empty database'
fresh
truncate -s $((pages / 2 * page_size)) "$GISA_DB"
mends 'half a database'
fresh
head -c 100000 /dev/urandom >"$GISA_DB"
mends 'a database of random bytes'

# Both: what neither has is lost, and it is said.
fresh
rm -f "$GISA_DB"*
flip "$archive" $((at + 60))
"$gisa" check >"$dir/out" 2>&1
"$gisa" rebuild 2>"$dir/err"
same 'of a lost database and a damaged record the rest is kept' '0 309' "$? $("$gisa" -q search --count --no-collapse 등대)"
ok 'which is said' grep -q '1 damaged part left out' "$dir/err"
ok 'and check is content' "$gisa" -q check

# An export without a file that its manifest names can be made again; without the manifest it is a
# folder like any other, which stays as it is.
for file in articles.jsonl manifest.json; do
	fresh
	"$gisa" -q export --out "$dir/now/out" >/dev/null
	(cd "$dir/now/out" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2) >"$dir/files"
	rm "$dir/now/out/$file"
	"$gisa" export --out "$dir/now/out" >/dev/null 2>"$dir/err"
	same "an export without its $file is no reason to write over it" 2 $?
	case $file in
	manifest.json) next="--out $dir/now/another" step='choose another folder' ;;
	*) next="--force --out $dir/now/out" step='--force' ;;
	esac
	ok 'the next step is named' grep -q -- "$step" "$dir/err"
	"$gisa" -q export $next >/dev/null 2>"$dir/err"
	judge $? 'and goes well' "$dir/err"
	same 'with all files' "$(cat "$dir/files")" "$(cd "${next##* }" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2)"
done
end
