#!/bin/sh
# Two hundred imports killed at random moments: nothing that was told stored may be lost.
# Usage: tests/kills.sh [BUILD]   KILLS=N for another number
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
sh tests/bench/kill.sh "${KILLS:-200}" 6000 "$build" >"$dir/kills" 2>&1
judge $? "imports killed at random moments" "$dir/kills"
tail -n 1 "$dir/kills"
end
