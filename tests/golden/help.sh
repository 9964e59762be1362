. "$HARNESS"
# Every command has --help, which names it, exits 0 and fits a terminal; so does the overview.
for c in $("$GISA" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
	"$GISA" "$c" --help >out 2>err
	code=$?
	head -n 1 out
	grep -q "^Usage: gisa $c \[options\]" out || echo "$c: no usage line"
	[ "$code" = 0 ] && [ ! -s err ] || echo "$c --help: exit $code"
	awk '{ s = $0; gsub(/[\200-\277]/, "", s); if (length(s) > 99) print "too wide: " $0 }' out
	awk '/[ \t]$/ { print "ends in a blank: " $0 }' out
done
run
top 3 help alert
run help nonsense
