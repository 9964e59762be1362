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
head -n 1 out/articles.jsonl | tr ',' '\n' | grep -c '"body"'
run export --out out 'from:2025-04 to:2025-04'
"$GISA" export --verify out 2>&1 | sed "s/ has .*/ …/"
echo >>out/dates.csv
rm out/figures.csv
"$GISA" export --verify out 2>&1 | sed "s/ has .*/ …/"
run export --out none 쀍쀌쀋
ls
