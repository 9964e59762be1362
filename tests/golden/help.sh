. "$HARNESS"
# Every command has --help, which names it and its options, the usual ones first, exits 0 and fits a
# terminal; so does the overview.
for c in $("$GISA" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
	"$GISA" "$c" --help >out 2>err
	code=$?
	sed -n '/^Global options/,/^$/d; 1p; s/^  \(\(-.,\|   \) --[a-z-]*\( [A-Z,]*\)\?\) .*/\1/p' out | sed 's/ *$//'
	grep -q "^Usage: gisa $c \[options\]" out || echo "$c: no usage line"
	[ "$code" = 0 ] && [ ! -s err ] || echo "$c --help: exit $code"
	awk '{ s = $0; gsub(/[\200-\277]/, "", s); if (length(s) > 99) print "too wide: " $0 }' out
	awk '/[ \t]$/ { print "ends in a blank: " $0 }' out
done
sed -n '/^Global options/,/^$/s/^\(.\{24\}\).*/\1/p' out | sed 's/ *$//'
run
top 3 help alert
run help nonsense
# COLUMNS says how wide a line may be, unless that is no width; so does a terminal.
widest() {
	awk 'length > most { most = length } END { print most " columns" }'
}
for n in 40 9999 10000 0 wide; do
	echo "$n: $(COLUMNS=$n "$GISA" fetch --help | widest)"
done
on_terminal 40 fetch --help | widest
on_terminal 0 fetch --help | widest
