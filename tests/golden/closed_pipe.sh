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
