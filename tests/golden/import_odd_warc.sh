. "$HARNESS"
# WARC files as other programs leave them: every page comes in, and what is none is passed over.
cp "$ROOT"/tests/data/warc/* .
for file in *.arc *.warc *.warc.*; do
	rm -f t.*
	run --db t.db import "$file"
	"$GISA" --db t.db export -q --out out 2>/dev/null && grep -o '"title":"[^"]*"' out/articles.jsonl
	rm -rf out
done
gzip -c arc-file.arc >arc-file.arc.gz
mkdir folder
mv arc-file.arc* folder
run --db folder.db import folder
