. "$HARNESS"
# An index that another analyser made is read, with a warning; what would mix two of them is refused.
export GISA_DB=t.db
printf '{"outlet":"naru","title":"등대","body":"등대가 켜졌다."}\n' >in.jsonl
"$GISA" import -q --format jsonl in.jsonl
"$GISA" search -q --save lamp 등대 >/dev/null
sqlite3 t.db "UPDATE meta SET value = 'another' WHERE key = 'analyser'"
run search --count 등대
run search -q --count 등대
run alert
run import --format jsonl in.jsonl
"$GISA" rebuild -q
run search --count 등대
# One that does not say which is read and written; other warnings need no such advice.
sqlite3 t.db "DELETE FROM meta WHERE key = 'analyser'"
run search --count 등대
run import --format jsonl in.jsonl
run import t.warc.gz
