. "$HARNESS"
corpus
run export --full-text --out open
head -n 1 open/articles.jsonl | grep -c '"body":"'
run export --full-text --include-restricted --format csv --out all
head -n 1 all/articles.csv
ls all
run export
run export --out x --format pdf
