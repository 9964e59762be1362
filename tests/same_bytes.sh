#!/bin/sh
# Whether two builds give the same bytes: what they extract and analyse, the demo's searches, digest
# and export, and the index as SQLite dumps it. For changes that only move or rename.
# Usage: tests/same_bytes.sh OLD_GISA NEW_GISA
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
old=$(realpath "$1")
new=$(realpath "$2")
LC_ALL=C.UTF-8
export LC_ALL
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

record() { # record GISA FOLDER: everything the program says of the sample, in files
	mkdir -p "$2"
	cd "$2"
	cp -r "$root/corpus/sample/sites" "$root/corpus/sample/text" .
	find sites text -type f ! -name robots.txt | LC_ALL=C sort >pages
	for mode in corpus faithful; do
		xargs "$1" extract --mode $mode <pages >extract-$mode 2>&1 || true
	done
	xargs -n 1 "$1" extract --explain <pages >extract-explain 2>&1 || true
	find text -name '*.txt' | LC_ALL=C sort | xargs cat >lines
	for format in jsonl conllu tsv; do "$1" analyze --format $format <lines >analyze-$format; done
	"$1" analyze --entities <lines >analyze-entities
	"$1" --db news.db import sites text >import 2>&1
	# When a capture was made is the clock's to say, and decides how long a compressed record is.
	zcat news.warc.gz | sed -E 's/20[0-9-]{8}T[0-9:]{8}Z/NOW/; s/^(WARC-Record-ID: ).*/\1ID/' >archive
	[ -f "$dir/news.warc.gz" ] || cp news.warc.gz "$dir"
	rm news.*
	cp "$dir/news.warc.gz" .
	"$1" --db news.db rebuild >rebuild 2>&1
	sqlite3 news.db .dump >dump
	for query in 딥시크 '오픈소스 모델' '정부는 왜 공개 모델을 쓰기로 했나' 'title:누리챗 OR 가온'; do
		"$1" --db news.db search --json "$query"
		"$1" --db news.db search --kwic "$query"
		"$1" --db news.db search --count "$query"
		"$1" --db news.db search --facet outlet,month "$query"
	done >search 2>&1 || true
	for command in entities quotes facts topics; do "$1" --db news.db $command; done >lists 2>&1
	"$1" --db news.db trend --by month 딥시크 누리챗 >trend 2>&1
	"$1" --db news.db digest --period month --date 2025-08-15 --format html -o digest.html 2>>trend
	"$1" --db news.db digest --period month --date 2025-08-15 --format md -o digest.md 2>>trend
	"$1" --db news.db export --full-text --include-restricted --out export >/dev/null 2>&1
	rm -rf sites text news.db* news.warc.gz
}

(record "$old" "$dir/old")
(record "$new" "$dir/new")
diff -r "$dir/old" "$dir/new" >"$dir/difference" || {
	cut -c 1-160 "$dir/difference" | head -n 40
	echo "not the same bytes"
	exit 1
}
echo "the same bytes: $(find "$dir/new" -type f | wc -l) files, $(cat $(find "$dir/new" -type f) | wc -c) bytes"
