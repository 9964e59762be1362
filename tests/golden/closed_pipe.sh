. "$HARNESS"
# A reader that goes away is no reason to complain.
corpus
for c in 'search 딥시크' entities quotes facts authors 'trend 딥시크' topics 'export --help' \
	'search --kwic 딥시크' 'digest --period month --date 2025-02'; do
	"$GISA" -q $c 2>err | true
	sed "s/^/$c: /" err
done
"$GISA" -q search 딥시크 >/dev/full
echo "exit $?"
# A descriptor that was closed fails as such, whatever file would take its number.
"$GISA" extract - <&-
echo "exit $?"
"$GISA" topics -n 1 >&-
echo "exit $?"
"$GISA" search --count 딥시크 2>&-
echo "exit $?"
printf '{"title":"등대","body":"등대가 켜졌다."}\n' >one.jsonl
for closed in '<&-' '>&-' '2>&-'; do # what is said is written into no archive
	eval '"$GISA" --db "new$closed.db" import one.jsonl 2>/dev/null' "$closed"
	"$GISA" --db "new$closed.db" check
done
"$GISA" extract /proc/self/fd/2 2>&- # something is in its place
