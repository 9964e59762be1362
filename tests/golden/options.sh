. "$HARNESS"
# A global option stands before or after the command; behind a query, -word is an exclusion.
corpus
unset GISA_DB
run --db gisa.db -q search --count 도깨비랩
run search --count 도깨비랩 -q --db gisa.db
run search -q --db=gisa.db --count 도깨비랩 -qwen
run search -q --db=gisa.db --count -- -도깨비랩 from:2025-12
run search --limt 3 x
run search --db
run search --json=yes x
run show --db gisa.db
run search -q --db gisa.db -n1 --fields rank 도깨비랩 -n 2
run show --db gisa.db nonsense
run --nonsense search x
# What begins with a dash and no letter is no option, whatever byte it is.
for byte in '\0200' '\0377'; do
	"$GISA" search -q --count --db gisa.db "$(printf '%b' "-$byte")"
	echo "exit $?"
done
