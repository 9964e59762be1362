. "$HARNESS"
# What cannot be taken in is told and passed over.
: >empty.html
printf '\377\330\377\340\0\020JFIF\0\001' >photo.jpg
printf '{"title":"첫 기사","body":"본문 하나."}\n{"title": nonsense}\n{"url":"http://x.example/"}\n' >three.jsonl
printf 'WARC/1.1\r\nWARC-Type: response\r\n' >torn.warc
mkdir folder
run --db t.db import missing.html folder empty.html photo.jpg
run --db t.db import --format jsonl three.jsonl
run --db t.db import torn.warc
run --db t.db import "$SAMPLE/text/onse-economy-20250917-01.txt" missing.html
printf 'not a database, though it has some length' >other.db
run --db other.db search 딥시크
