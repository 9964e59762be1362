. "$HARNESS"
corpus
run export --full-text --out none
ls
run export --full-text --include-unstated --out open
grep -E '"(texts_of|redistribution|withheld).*' open/manifest.json
sed -n '/^The articles belong/,/^$/p' open/README.txt
head -n 1 open/articles.jsonl | grep -c '"body":"'
run export --full-text --include-restricted --format csv --out all
head -n 1 all/articles.csv
ls all
run export
run export --include-unstated --out x
run export --out x --format pdf
