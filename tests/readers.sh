#!/bin/sh
# Other people's programs read an export, by the lines that its README has for them: pandas, polars,
# pyarrow, DuckDB. The articles are those that readers stumble over: ids like numbers, columns that begin
# with two hundred nulls, Korean mornings, months for dates, names like NA.
# Usage: tests/readers.sh [BUILD]
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
skip() {
	echo "skipped: $1"
	end
	exit 0
}
venv=${READERS_VENV:-$build/readers}
if [ ! -x "$venv/bin/python" ]; then
	python3 -m venv "$venv" >"$dir/log" 2>&1 || skip 'python3 makes no virtual environment'
fi
packages='pandas polars pyarrow duckdb'
"$venv/bin/python" -c 'import pandas, polars, pyarrow, duckdb' 2>/dev/null ||
	"$venv/bin/pip" install -q $packages >"$dir/log" 2>&1 || skip "pip cannot install $packages"
python3 - >"$dir/in.jsonl" <<'PY'
import json
for n in range(260):
    late = n >= 210
    month = n % 50 == 7
    article = {
        "id": ["0012345678901234", "12e4567890123456", "%016d" % n][min(n, 2)],
        "url": f"http://bada.example/{n}", "outlet": "bada", "title": f"첫째 소식 {n}호 나오다",
        "published": "2025-02" if month else f"2025-{2 + n // 28 % 10:02}-{1 + n % 28:02}T{n % 24:02}:37:00+09:00",
        "body": f"서울시는 {n}억 원을 나루구에 냈다. 비율은 {n}.5%다. " + " ".join(f"말{n * k % 997}" for k in range(12)),
    }
    if late:
        article.update(section="경제", modified="2025-11-03T04:37:00+09:00", via="네이버", subtitle="덧붙임",
                       captions=["사진"], authors=[{"name": "NA", "email": "na@bada.example"}],
                       rights={"notice": "무단 전재 금지", "redistribution": "prohibited", "ai_training": "prohibited"})
    print(json.dumps(article, ensure_ascii=False))
PY
ok 'the articles are imported' "$gisa" -q --db "$dir/n.db" import --no-learn "$dir/in.jsonl"
ok 'and exported' "$gisa" -q --db "$dir/n.db" export --out "$dir/derived"
ok 'with their texts' "$gisa" -q --db "$dir/n.db" export --full-text --include-restricted --out "$dir/full"
for folder in derived full; do
	"$venv/bin/python" tests/readers.py "$dir/$folder" >"$dir/$folder.log" 2>&1
	code=$?
	judge "$code" "$folder: readers agree" "$dir/$folder.log"
	passed=$((passed + $(sed -n 's/^# \([0-9]*\) passed.*/\1/p' "$dir/$folder.log" | grep . || echo 0)))
done
end
