#!/bin/sh
# Imports that meet bad input, a kill, a full disk, other threads: nothing is lost, nothing twice.
# Usage: tests/fault/import.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
says() { # says NAME EXIT-CODE PATTERN ARGS...: stderr has the pattern, the exit code is that one
	name=$1 want=$2 pattern=$3
	shift 3
	"$gisa" "$@" >"$dir/out" 2>"$dir/err"
	code=$?
	[ "$code" -eq "$want" ] && grep -q -- "$pattern" "$dir/err"
	judge $? "$name: exit $code (want $want), stderr (want: $pattern):" "$dir/err"
}
count() { # articles in a database
	sqlite3 "$1" 'SELECT count(*) FROM article' 2>/dev/null || echo 0
}
waiting() { # blocks of fingerprints whose links were not looked for
	sqlite3 "$1" "SELECT count(*) FROM shingle_block, meta WHERE key = 'copies_linked' AND block > value"
}

python3 tests/bench/generate.py 400 600 >"$dir/a.jsonl"
good=$(ls "$root"/corpus/sample/text/*.txt | head -n 1)

# Bad files: each a message, and the good one behind them is still taken in.
printf '' >"$dir/empty.html"
printf '\377\330\377\340\000\020JFIF\000\001' >"$dir/photo.jpg"
head -c 4000 /dev/urandom >>"$dir/photo.jpg"
printf '<html><body><p>\377\376 broken \352\260' >"$dir/bytes.html"
head -c 52428800 /dev/zero | tr '\0' 'x' >"$dir/large.html"
says 'a missing file is named' 2 'nowhere.html: cannot open: No such file' --db "$dir/bad.db" import "$dir/nowhere.html" "$good"
ok 'and the file behind it is taken in' [ "$(count "$dir/bad.db")" = 1 ]
mkdir "$dir/hollow"
says 'a folder without a page is named' 2 'hollow: no file in this folder has the ending of a page' --db "$dir/bad.db" import "$dir/hollow"
says 'an empty file is named' 2 'the file is empty' --db "$dir/bad.db" import "$dir/empty.html"
says 'an image is refused by name' 2 'photo.jpg: refused: an image' --db "$dir/bad.db" import "$dir/photo.jpg"
says 'a page of bad bytes is skipped with a reason' 1 'bytes.html: skipped: ' --db "$dir/bad.db" import "$dir/bytes.html"
says 'a page of 50 MB without an article is skipped' 1 'large.html: skipped: ' --db "$dir/bad.db" import "$dir/large.html"
printf '{"title":"x"\n{"title":"제목","body":"본문은 한 문장이다."}\n' >"$dir/half.jsonl"
says 'a bad line of JSONL does not stop the next' 0 'half.jsonl#L1: skipped: not JSON' --db "$dir/half.db" import "$dir/half.jsonl"
ok 'which is taken in' [ "$(count "$dir/half.db")" = 1 ]
says 'no file is a usage error' 2 'name the files' --db "$dir/bad.db" import
says 'a database that is none' 2 'not a database' --db "$good" search x

# WARC that ends in the middle of a record.
"$gisa" -q --db "$dir/whole.db" import "$dir/a.jsonl" || echo 'FAIL cannot import at all'
size=$(stat -c %s "$dir/whole.warc.gz")
head -c $((size - 100)) "$dir/whole.warc.gz" >"$dir/part.warc.gz"
says 'a truncated WARC file is named' 2 'part.warc.gz' --db "$dir/cut.db" import "$dir/part.warc.gz"
ok 'and all whole records of it are taken in' [ "$(count "$dir/cut.db")" = 399 ]

# Archives that are not this database's are never changed, whatever is at their end.
head -c $((size - 100)) "$dir/whole.warc.gz" >"$dir/theirs.warc.gz"
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 16\r\n\r\nsoftware: other\n\r\n\r\n' | gzip -n >"$dir/foreign.warc.gz"
head -c 300 "$dir/whole.warc.gz" >>"$dir/foreign.warc.gz" # which ends in the middle of a record
printf 'contact = desk@naru.example\n[naru]\nfeed = https://naru.example/rss\n' >"$dir/naru.sources"
for db in theirs foreign; do
	before=$(cksum <"$dir/$db.warc.gz")
	for command in "import $dir/a.jsonl" "import --keep-duplicates $dir/$db.warc.gz" "fetch --sources $dir/naru.sources" rebuild; do
		[ "$db $command" = 'theirs rebuild' ] && continue
		"$gisa" -q --db "$dir/$db.db" $command 2>"$dir/err"
		ok "$db: ${command%% *} refuses" [ $? = 2 ]
		ok "$db: and says what to do" grep -q -- '--db' "$dir/err"
		ok "$db: and changes nothing" [ "$before" = "$(cksum <"$dir/$db.warc.gz")" ]
	done
done

# The same import twice.
"$gisa" -q --db "$dir/whole.db" import "$dir/a.jsonl"
ok 'the same import twice adds nothing' [ "$(count "$dir/whole.db")" = 400 ]
ok 'not even to the archive' [ "$(stat -c %s "$dir/whole.warc.gz")" = "$size" ]
ok 'check finds nothing wrong' "$gisa" --db "$dir/whole.db" check

# Articles from a pipe are read piece by piece.
python3 tests/bench/generate.py 1200 800 >"$dir/big.jsonl"
"$gisa" -q --db "$dir/pipe.db" import - <"$dir/big.jsonl"
ok 'a pipe of many articles is taken in' [ "$(count "$dir/pipe.db")" = 1200 ]
says 'line by line, as the file is' 0 '1200 the same as before' --db "$dir/pipe.db" import "$dir/big.jsonl"

# kill -9 at different moments, then the same command again.
head -n 500 "$dir/big.jsonl" >"$dir/part.jsonl"
killed=0
for delay in 0.05 0.1 0.2 0.35 0.5 0.8; do
	rm -f "$dir"/kill.*
	"$gisa" -q --db "$dir/kill.db" import "$dir/part.jsonl" 2>/dev/null &
	pid=$!
	sleep "$delay"
	kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
	wait "$pid" 2>/dev/null
	ok "after a kill at $delay s the same command ends well" "$gisa" -q --db "$dir/kill.db" import "$dir/part.jsonl"
	ok "after a kill at $delay s everything is there, once" [ "$(count "$dir/kill.db")" = 500 ]
	ok "after a kill at $delay s check finds nothing wrong" "$gisa" -q --db "$dir/kill.db" check
	ok "after a kill at $delay s no article waits for its source" [ "$(waiting "$dir/kill.db")" = 0 ]
done
ok 'at least two of the kills hit a running import' [ "$killed" -ge 2 ]

# Threads do not show.
for threads in 1 2; do
	"$gisa" -q --threads $threads --db "$dir/t$threads.db" import "$dir/a.jsonl" "$root"/corpus/sample/text/*.txt
	"$gisa" -q --db "$dir/t$threads.db" export --out "$dir/t$threads" --full-text --include-restricted
	"$gisa" -q --db "$dir/t$threads.db" digest --period month --date 2025-03-15 --format html -o "$dir/t$threads.html"
done
ok 'one thread and two give the same export' diff -r "$dir/t1" "$dir/t2"
ok 'one thread and two give the same digest' cmp "$dir/t1.html" "$dir/t2.html"
ok 'the export holds articles' grep -rq bench0 "$dir/t1"

# A disk that fills up: a small file system, where one can be mounted.
mkdir "$dir/small"
if mount -t tmpfs -o size=1m tmpfs "$dir/small" 2>/dev/null; then
	"$gisa" -q --db "$dir/small/f.db" import "$dir/part.jsonl" 2>"$dir/err"
	code=$?
	ok 'a full disk is a failure' [ "$code" = 2 ]
	ok 'that says so' grep -qiE 'space|full' "$dir/err"
	cp "$dir"/small/* "$dir/" 2>/dev/null
	umount "$dir/small"
	ok 'with room again the same command ends well' "$gisa" -q --db "$dir/f.db" import "$dir/part.jsonl"
	ok 'and everything is there, once' [ "$(count "$dir/f.db")" = 500 ]
fi
end
