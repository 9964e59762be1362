#!/bin/sh
# Text that acts on a terminal, in every place where text can come from: no command hands it on.
# Usage: tests/fault/hostile.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
python3 tests/fault/hostile.py "$gisa" "$dir" >"$dir/report" 2>&1
judge $? 'every command was asked' "$dir/report"
grep '^FAIL' "$dir/report"
passed=$((passed + $(grep -c '^good' "$dir/report")))
failed=$((failed + $(grep -c '^FAIL' "$dir/report")))
end
