. "$HARNESS"
corpus
printf '도깨비랩\n쀍쀌쀋\ntitle:느티나무도서관\n' >queries
run search -q --queries queries -n 1 --json --fields query,rank,published --sort date
run search -q --queries queries -n 1 --csv --fields query,rank,published --sort date
run search -q --queries queries --count --csv
run search -q --queries queries --kwic
run search --queries missing
run search -q --queries - --count --json <queries
run search -q --queries queries --count
run search -q --queries queries -n 1 --fields query,rank
# Output goes out piece by piece: all of it, or the first piece that cannot is an error.
printf 'from:2000\nAI\n' >two
cat two two two two two two >many
lines() { # lines FILE: of the answers to its queries
	"$GISA" search -q --queries "$1" -n 1000 --no-collapse --json | wc -l
}
[ "$(lines many)" -eq $((6 * $(lines two))) ] && echo 'all of it'
"$GISA" search -q --queries many -n 1000 --no-collapse --json >/dev/full
echo "exit $?"
# What a query was widened to is told as it is for one, and once; what was left out of one is told
# with its line.
printf '큐웬\n큐웬 도깨비랩\n큐웬 "" 도깨비랩\n' >names
run search -n 1 --queries names --fields query,rank
run search --count --queries names
run search -q --count --queries names
run search --exact --count --queries names
run search --count --kwic 도깨비랩
run search --fields titel 도깨비랩
