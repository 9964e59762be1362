. "$HARNESS"
# A database of an earlier version may hold titles of any length. What they cost follows what is printed of them.
printf '{"title":"고래가 지나갔다","url":"http://a.example/1","body":"고래가 동해를 지나갔다. 3명이 보았다."}\n{"title":"고래가 쉬었다","body":"고래가 쉬었다."}\n' >a.jsonl
"$GISA" --db t.db import -q a.jsonl
sqlite3 t.db "UPDATE article SET title = '고래' || replace(hex(zeroblob(800000)), '0', '가') WHERE url IS NOT NULL"
for c in 'search 고래' 'search --kwic 고래' 'search --fields rank,title 고래'; do
	PAGER=cat timeout 30 python3 "$ROOT/tests/terminal.py" 80 "$GISA" --db t.db $c |
		awk -v c="$c" 'END { print c ": " NR + 1 " lines" }'
done
for c in 'search --fields title,id 고래' 'search --json 고래'; do
	timeout 30 "$GISA" --db t.db $c >rows || echo "$c: status $?"
	wc -c <rows | awk -v c="$c" '{ print c ": " ($1 < 6000000 ? "once" : $1 " bytes") }'
done
