#!/bin/sh
# Runs the program's whole line and a handful of unit tests under valgrind: no use of undefined
# bytes, no leak. Usage: tests/valgrind.sh [BUILD]
set -u
cd "$(dirname "$0")/.."
root=$PWD
build=${1:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
passed=0
failed=0
if ! command -v valgrind >/dev/null; then
	echo "FAIL valgrind: not installed; tests/install.sh test installs it"
	echo "# 0 passed, 1 failed"
	exit 1
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1

# check NAME PROGRAM ARGS: no finding of valgrind; whether the program is content is not asked.
check() {
	name=$1
	shift
	if valgrind --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect -q \
		--suppressions="$root/tests/valgrind.supp" --log-file=log "$@" >out 2>&1 </dev/null ||
		[ $? -ne 99 ]; then
		passed=$((passed + 1))
	else
		echo "FAIL valgrind: $name"
		head -n 40 log
		failed=$((failed + 1))
	fi
}

for t in base/buf base/json corpus/archive_reader corpus/article_json ingest/decode index/query/query; do
	check "$t" "$build/unit" "$t"
done
gisa=$build/gisa
sample=$root/corpus/sample
check import "$gisa" --db v.db import "$sample/text/token-plaza-20251029-01.txt" \
	"$sample/sites/mirae-economy/news/20127.html" \
	"$sample/sites/nuri-portal/article/005/0000408.html"
check search "$gisa" --db v.db search 딥시크
check digest "$gisa" --db v.db digest --period month --date 2025-01 -o page.html
check export "$gisa" --db v.db export --full-text --include-restricted --out out
check check "$gisa" --db v.db check
echo "# $passed passed, $failed failed"
[ "$failed" -eq 0 ]
