#!/bin/sh
# Commands whose n-th write fails, and all after it, as on a full or a broken disk: what was there
# stays, what was told stored is there, check finds the database sound or says what to do, and the
# same command done again ends as if nothing had happened.
# Usage: tests/fault/writes.sh [BUILD]   STEP=N tries every N-th write (default 29; 1: every one)
set -u
cd "$(dirname "$0")/../.." || exit 1
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR
. tests/harness.sh
. tests/fault/trial
step=${STEP:-29}
shim=$dir/failing_writes.so
if ! ${CC:-cc} -D_GNU_SOURCE -shared -fPIC -o "$shim" tests/fault/failing_writes.c; then
	echo 'FAIL writes: the library of failing writes does not build'
	exit 1
fi
begin 6 3
pages 20 25 >"$dir/new.jsonl"
"$gisa" -q --db "$dir/start/n.db" export --out "$dir/start/out/corpus" >/dev/null
echo 'of before' >"$dir/start/out/digest.md"
echo 'of before' >"$dir/start/out/trend.svg"
: >"$dir/mended"

shaken() { # shaken FROM CODE: the command, whose writes fail from that one on with that errno
	run env GISA_FAIL_BELOW="$dir/now" GISA_FAIL_FROM="$1" GISA_FAIL_CODE="$2" \
		GISA_FAIL_COUNT="$dir/count" LD_PRELOAD="$shim"
}

# The state after a failure and after the repetition.
examine() { # examine CODE: of the run that failed
	cp "$dir/out" "$dir/said"
	case $1 in
	2) grep -q 'No space left\|Input/output\|disk' "$dir/err" || fault 'no reason is said' || return 1 ;;
	"$whole_code")
		[ "$(content)" = "$whole" ] || fault 'done, it says, but to another end' || return 1
		[ "$(files "$dir/now/out")" = "$whole_files" ] || fault 'done, it says, but the files are others' || return 1
		;;
	*) fault "it ends with $1" || return 1 ;;
	esac
	sound && finished
}

tried=0
try() { # try COMMAND: with each write failing
	command=$1
	alone
	fresh
	shaken 0 0
	writes=$(cat "$dir/count")
	n=1
	failures=0
	while [ "$n" -le "$writes" ]; do
		code=28 # ENOSPC
		[ $((n % 2)) = 0 ] && code=5 # EIO
		fresh
		shaken "$n" "$code"
		ended=$?
		[ "$ended" = 2 ] && failures=$((failures + 1))
		examine "$ended" >"$dir/verdict" 2>&1
		judge $? "$command: write $n of $writes fails with $code, exit $ended" "$dir/verdict" "$dir/err"
		tried=$((tried + 1))
		n=$((n + step))
	done
	[ "$failures" -gt 0 ]
	judge $? "$command fails when nothing can be written"
}
try "import $dir/new.jsonl"
try "fetch --force $sites hanbit-wire"
try "fetch --force --no-ingest $sites hanbit-wire"
try 'rebuild'
try 'alert --json'
try 'export --out out/corpus --force'
try 'export --out out/new'
try 'digest --period month --date 2025-02 -o out/digest.md'
try 'trend 등대 --svg out/trend.svg'
echo "$tried failing writes"
end
