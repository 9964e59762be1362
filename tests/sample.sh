#!/bin/sh
# Extraction against the sample's gold, every page and field. Usage: tests/sample.sh [BUILD]
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
find corpus/sample/sites corpus/sample/text -type f \( -name '*.html' -o -name '*.txt' \) \
	! -name robots.txt | LC_ALL=C sort | tr '\n' '\0' |
	xargs -0 "$build/gisa" extract >"$out"
python3 tests/sample.py corpus/sample/gold.jsonl <"$out"
