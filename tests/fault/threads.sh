#!/bin/sh
# Two threads that both begin with a page: the program ends, and says what one thread says. The
# parser's own set-up once locked up in one start of two hundred. Usage: tests/fault/threads.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
cd "$root/corpus/sample/sites" || exit 1
pages=$(find . -name '*.html' | LC_ALL=C sort | head -n 4)
"$build/gisa" extract --threads 1 $pages >"$dir/alone"
for i in $(seq 60); do
	timeout 20 "$build/gisa" extract --threads 2 $pages >"$dir/both" && cmp -s "$dir/alone" "$dir/both"
	judge $? "start $i of two threads hung or gave other bytes than one thread"
done
ok 'one thread gives something' [ -s "$dir/alone" ]
end
