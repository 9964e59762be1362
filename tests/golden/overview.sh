. "$HARNESS"
# The program without a command, and global options before one.
GISA_DB=none.db
export GISA_DB
for asked in --help -h help 'help help' '' -q '--db x.db'; do
	"$GISA" $asked >out 2>err
	echo "exit $?: $asked: $(wc -l <out) $(wc -l <err)"
done
"$GISA" --version | sed 's/[0-9.]*$/N/'
"$GISA" doctor >/dev/null
echo "exit $?"
"$GISA" --version >/dev/full
echo "exit $?"
run search --count x
run --db other.db -q search --count x
run --threads 2 --color never --db=other.db search --count x
run -q --quiet search --db other.db --count x
top 1 --db other.db help search
top 1 help search extra
run hepl
run -z search x
run search -qz x
run search -n
run search -n2x --count x
run search -nx x
run facts --from 2025-03 --to 2025-02
run facts --from 2025-13
run facts --to soon
run facts --json --csv
run facts --from 2025-03-01 --to 2025-03-01 -q
run robots --agent
run robots -a gisa -r
