. "$HARNESS"
# The example queries of docs/FORMATS.md run as they stand there.
corpus
awk '/^```sql/ { n++; name = "q" n ".sql"; next } /^```/ { name = ""; next } name { print > name }' "$ROOT/docs/FORMATS.md"
for q in q*.sql; do
	echo "-- $q"
	sqlite3 -readonly gisa.db <"$q" | head -n 3
done
