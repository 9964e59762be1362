. "$HARNESS"
# An archive is a WARC file that another database can take in; cut off, it gives what is whole.
corpus
run --db second.db import gisa.warc.gz
"$GISA" --db gisa.db export -q --out a
"$GISA" --db second.db export -q --out b
cmp a/articles.jsonl b/articles.jsonl && echo 'both exports are the same'
head -c 20000 gisa.warc.gz >cut.warc.gz
"$GISA" --db third.db import -q cut.warc.gz
echo "exit $?"
run --db third.db check
