#!/bin/sh
# A sample of the one-line slips of tests/mutate.sh: none may survive. The whole takes hours.
# Usage: tests/mutants.sh [BUILD]   MUTANTS=N takes a sample of N (100)
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
sh tests/mutate.sh --sample "${MUTANTS:-100}" "$build" base corpus pipeline cli >"$dir/mutants" 2>&1
survivors=$(grep '^survived: ' "$dir/mutants")
same "no mutant survives" "" "$survivors"
tail -n 1 "$dir/mutants"
end
