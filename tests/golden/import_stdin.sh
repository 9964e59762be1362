. "$HARNESS"
printf '{"title":"줄로 온 기사","body":"표준 입력으로 온 글이다."}\n' >in
run --db t.db import --format jsonl - <in
run --db t.db search -q --fields title 표준
run --db t.db import - <"$SAMPLE/text/token-plaza-20251029-01.txt"
run --db t.db search -q --count 토큰
# Gzip and WARC, on standard input and through a named pipe.
gzip -c in | run --db g.db import -
run --db t.db search -q --count 표준
gzip -dc t.warc.gz >t.warc
run --db w.db import - <t.warc
run --db wz.db import - <t.warc.gz
mkfifo pipe.warc.gz pipe
cat t.warc.gz >pipe.warc.gz &
run --db p.db import pipe.warc.gz
head -c 900 t.warc.gz >pipe &
run --db cut.db import pipe
run --db w.db search -q --fields title --sort date 표준
# A folder of files that are no pages, and one of both.
mkdir empty other
printf '%%PDF-1.4\n' >other/a.pdf
cp other/a.pdf other/b.PDF
printf 'PK' >other/c.xlsx
touch other/README other/robots.txt
run --db o.db import empty
run --db o.db import other
cp in other/in.jsonl
run --db o.db import other
