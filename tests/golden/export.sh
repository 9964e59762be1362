. "$HARNESS"
# Which files, how many rows; the manifest holds the sums, and --verify finds what was changed.
corpus
run export --out out 'from:2025-04 to:2025-04'
ls out
sed -n 's/^ "\(format\|query\|content\|articles\|withheld_for_rights\)": .*/&/p' out/manifest.json
grep -o '"name": "[a-z]*.[a-z]*"' out/manifest.json
head -n 1 out/entities.csv
head -n 1 out/quotes.csv
head -n 1 out/dates.csv
head -n 1 out/figures.csv
# Ids have a letter before them, which no reader takes for a number; show takes them so.
id=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p;q' out/articles.jsonl)
"$GISA" show "$id" | head -n 1
[ "$("$GISA" show "$id")" = "$("$GISA" show "${id#g}")" ] && echo 'the same article'
sed -n '/^Readers/,/^    articles/p' out/README.txt
head -n 1 out/articles.jsonl | tr ',' '\n' | grep -c '"body"'
run export --out out 'from:2025-04 to:2025-04'
run export --verify out
echo >>out/dates.csv
rm out/figures.csv
"$GISA" export --verify out 2>&1 | awk -v size="$(wc -c <out/dates.csv)" '/ has / {
	sub(" has " size " bytes, the manifest says " size - 1 "$", " has a byte more than the manifest says") } 1'
# The digest names the articles: the same for the same, and another for others.
digest() { # digest QUERY: of an export of it, as the manifest has it; the message says the same
	"$GISA" export --force --out digest "$1" 2>said
	grep -o '"corpus_digest": "[^"]*' digest/manifest.json | cut -d'"' -f4 >sum
	grep -q "corpus digest $(cat sum)$" said || cat said
	cat sum
}
first=$(digest 'from:2025-04 to:2025-04')
[ "$first" = "$(digest 'from:2025-04-01 to:2025-04-30')" ] && echo 'the same digest'
[ "$first" = "$(digest 'from:2025-04 to:2025-05')" ] || echo 'another digest'
rm -r digest said sum
run export --out none 쀍쀌쀋
ls
