#!/bin/sh
# Kills imports with SIGKILL at random moments, RUNS times. After each kill gisa check must find a
# whole database and the next import goes on from there; a database that got through must hold the
# same as one whose import was never disturbed. A run without a kill in time counts too.
# Usage: tests/bench/kill.sh [RUNS [ARTICLES [BUILD [SEED]]]]
set -u
cd "$(dirname "$0")/../.."
runs=${1:-200}
articles=${2:-6000}
build=${3:-build}
seed=${4:-1}
case $build in /*) ;; *) build=$PWD/$build ;; esac
gisa=$build/gisa
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
unset GISA_DB

content() { # what an import leaves behind, independent of how often it began anew
	sqlite3 "$1" "SELECT id, version, current, digest, copy_of IS NOT NULL FROM article ORDER BY id, version;
		SELECT day, articles FROM day_total ORDER BY day; SELECT count(*) FROM capture;
		SELECT count(*), total(start) FROM mention; SELECT count(*), total(value) FROM figure;" | sha256sum
}

python3 tests/bench/generate.py "$articles" 400 >"$dir/a.jsonl"
start=$(date +%s%N)
"$gisa" -q --db "$dir/whole.db" import "$dir/a.jsonl" || exit 2
took=$((($(date +%s%N) - start) / 1000000))
whole=$(content "$dir/whole.db")
echo "$articles articles in $took ms; $runs kills at up to that time"

killed=0 damaged=0 finished=0 different=0 run=0 rows=
mkdir "$dir/now"
while [ "$run" -lt "$runs" ]; do
	run=$((run + 1))
	wait_s=$(awk -v seed="$seed" -v run="$run" -v ms="$took" 'BEGIN { srand(seed * 100003 + run); rand(); printf "%.3f", rand() * ms / 1000 }')
	"$gisa" -q --db "$dir/now/k.db" import "$dir/a.jsonl" 2>"$dir/err" &
	pid=$!
	sleep "$wait_s"
	kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
	wait "$pid" 2>/dev/null
	code=$?
	if [ "$code" != 137 ] && [ "$code" != 0 ] && [ "$code" != 1 ]; then
		damaged=$((damaged + 1))
		echo "FAIL run $run: the import after a kill ended with $code: $(head -n 1 "$dir/err")"
	fi
	if [ -f "$dir/now/k.db" ] && ! "$gisa" -q --db "$dir/now/k.db" check >"$dir/check" 2>&1; then
		# killed before the schema was made: an empty database is fine
		if [ "$(sqlite3 "$dir/now/k.db" 'SELECT count(*) FROM sqlite_schema' 2>/dev/null)" != 0 ]; then
			damaged=$((damaged + 1))
			echo "FAIL run $run, killed after $wait_s s: $(head -n 3 "$dir/check")"
		fi
	fi
	now=$(sqlite3 "$dir/now/k.db" 'SELECT count(*) FROM article' 2>/dev/null || echo 0)
	rows="$rows $now"
	if [ "$now" = "$articles" ] || [ "$run" = "$runs" ]; then
		"$gisa" -q --db "$dir/now/k.db" import "$dir/a.jsonl" 2>"$dir/err"
		"$gisa" -q --db "$dir/now/k.db" check >"$dir/check" 2>&1 || {
			damaged=$((damaged + 1))
			echo "FAIL run $run, finished: $(head -n 3 "$dir/check")"
		}
		finished=$((finished + 1))
		[ "$(content "$dir/now/k.db")" = "$whole" ] || {
			different=$((different + 1))
			echo "FAIL run $run: the finished database differs from the undisturbed one"
		}
		rm -rf "$dir/now"
		mkdir "$dir/now"
	fi
done
echo "articles found after each kill:$rows" | fold -s -w 100
echo "$run runs, $killed killed, $damaged damaged; $finished databases finished, $different of them different"
[ "$damaged" = 0 ] && [ "$different" = 0 ]
