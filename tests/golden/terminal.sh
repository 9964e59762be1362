. "$HARNESS"
# On a terminal no line of running text is wider than the 80 columns there are; in a pipe a text is
# one line.
corpus
cat >wide.py <<'PY'
import sys, unicodedata
width = lambda s: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
lines = sys.stdin.read().split("\n")
for line in lines:
    if width(line) > 80 and "://" not in line:
        print("too wide: " + line)
print("lines go up to the edge" if any(width(l) > 74 for l in lines) else "lines are short")
PY
id=$("$GISA" search -q --json --fields id -n 1 누리챗 | sed 's/.*:"//; s/".*//')
for c in 'search 누리챗' "show $id" 'facts 누리챗' 'quotes 누리챗' 'trend --by month 누리챗' 'topics' 'entities' \
	'search --kwic 누리챗' 'search --facet outlet,month,author,entity AI' \
	'search --fields title,outlet,snippet 누리챗'; do
	show_command $c | sed "s/$id/ID/"
	PAGER=cat on_terminal 80 $c | python3 wide.py
done
"$GISA" search -q -n 1 누리챗 | awk 'length > 160 { print "one long line" }'
