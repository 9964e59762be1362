. "$HARNESS"
# Which period a digest is of when none is named, its form and its language.
page() { # page NUMBER DATE
	printf '{"url":"http://naru.example/%s","outlet":"naru","published":"%s","title":"등대 %s","body":"등대가 %s번째로 켜졌다."}\n' \
		"$1" "$2" "$1" "$1"
}
head_of() { # head_of ARGS: the title of the page
	show_command digest "$@"
	"$GISA" digest "$@" 2>err | head -n 1
	sed 's/^/! /' err
}
export GISA_DB=t.db
{
	page 1 2025-01-30
	page 2 2025-02-14
	page 3 2025-02-16
} >in.jsonl
"$GISA" import -q --format jsonl in.jsonl
head_of # a week ends with the last article's day
head_of --period month
head_of --period year
head_of --period day
page 4 2025-02-17 >in.jsonl
"$GISA" import -q --format jsonl in.jsonl
head_of # the week of the last article has just begun
head_of --from 2025-01-01 --to 2025-12-31
head_of --from 2025-01-02 --to 2025-12-31
head_of --lang ko
head_of --lang en -o -
head_of --format html
head_of --format md -o page.html
head -n 1 page.html
head_of -o page.htm
head -n 1 page.htm
"$GISA" digest --date 2025-02-16 셋 등대 2>&1 | head -n 1
"$GISA" digest --date 2025-02-16 '등대 3' | grep -c '등대 2'
"$GISA" digest --date 2025-02-16 | grep -c '등대 2'
run digest --date 2025-02-16 고래
run digest --lang de
run digest --date 2025-02-30
run digest --period hour
run digest -o missing/page.html
page 5 2025-02-17 >monday.jsonl # nothing is before the week it begins
"$GISA" --db monday.db import -q --format jsonl monday.jsonl
head_of --db monday.db
printf '{"outlet":"naru","title":"날짜 없는 글","body":"날짜가 없다."}\n' >bare.jsonl
"$GISA" --db bare.db import -q --format jsonl bare.jsonl
run --db bare.db digest
