. "$HARNESS"
# A database without an article: nothing is found, and nothing is an error.
: >empty.jsonl
: >void.db
run --db e.db import --format jsonl empty.jsonl
for c in 'search 딥시크' 'search --count 딥시크' 'search --facet month 딥시크' entities quotes facts authors \
	'trend 딥시크' topics 'show 0011223344556677' check 'export --out out'; do
	run --db e.db $c
done
for db in e.db void.db; do # the one has tables; there is nothing in the other
	"$GISA" --db $db doctor >out
	echo "exit $?: $(grep -c '^database .*(there)' out), $(grep -c '^ids ' out)"
done
