. "$HARNESS"
# What a terminal of 80 columns shows, where a pipe gets one line a text.
corpus
screen() { # screen ARGS: as a terminal shows it
	show_command "$@"
	PAGER=${pager-cat} on_terminal "${columns-80}" "$@"
}
screen search -n 1 --sort date 누리챗
screen facts -n 2 누리챗
screen quotes -n 1 누리챗
screen entities -n 3 누리챗
screen search --kwic -n 3 누리챗
screen search --facet outlet -n 2 누리챗
screen trend --by month --from 2025-05 --to 2025-07 누리챗
screen topics -n 1 | head -n 3
screen show "$("$GISA" search -q --json --fields id -n 1 누리챗 | cut -d'"' -f4)" | head -n 8
# A pager that is not there costs nothing; one that is gets what is longer than the screen.
pager=no-such-pager screen search -n 40 --fields rank 가 2>&1 | grep -c '^ *[0-9]'
pager='sed s/^/paged:/' screen search -n 40 --fields rank 가 | head -n 3
pager='sed s/^/paged:/' screen search -n 1 --fields rank 가 | grep -c '^paged'
pager='sed s/^/paged:/' screen search -n 22 --fields rank 가 | grep -c '^paged' # one line fewer than the screen has
pager='sed s/^/paged:/' screen search -n 23 --fields rank 가 | grep -c '^paged'
TERM=dumb pager='sed s/^/paged:/' screen search -n 40 --fields rank 가 | grep -c '^paged'
pager= screen search -n 40 --fields rank 가 | grep -c '^ *[0-9]' # none is wanted
# A narrow terminal.
columns=60 screen search --kwic -n 2 누리챗
columns=62 screen search --kwic -n 2 누리챗
columns=40 screen facts -n 1 누리챗
columns=40 screen search --fields rank,title,outlet -n 2 --sort date 누리챗
for columns in 59 58 40; do # what has no room is left out, and that is said
	screen trend --by month --from 2025-05 --to 2025-06 누리챗 | sed -n '/^month/,$p'
done
columns=30 screen topics -n 1 | head -n 3
columns=24 screen topics -n 1 누리챗 | tail -n 4
