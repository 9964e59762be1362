#!/bin/sh
# On a terminal of 40, 80 or 120 columns no line of any command is wider, but for addresses and paths.
# Usage: tests/fault/width.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
find corpus/sample/sites -name '*.html' ! -name index.html ! -path '*/private/*' | sort |
	xargs "$gisa" --db "$dir/n.db" import -q corpus/sample/text/*.txt
python3 tests/fault/width.py "$gisa" "$dir" "$root/corpus/sample" >"$dir/report" 2>&1
judge $? 'every command was asked' "$dir/report"
grep '^FAIL' "$dir/report"
passed=$((passed + $(grep -c '^good' "$dir/report")))
failed=$((failed + $(grep -c '^FAIL' "$dir/report")))
end
