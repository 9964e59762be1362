. "$HARNESS"
# Words that themes, digests and keywords leave out.
corpus
id=$("$GISA" search -q --json --fields id 'title:느티나무도서관' | cut -d'"' -f4)
mkdir mine
printf '# names and words\n가온-1\n느티나무 도서관\r\n대출대\n' >mine/stop.tsv
"$GISA" topics -q --json | grep -c -e '"가온-1"[],]'
"$GISA" --lexicon mine topics -q --json | grep -c -e '"가온-1"[],]'
"$GISA" --lexicon mine topics 2>&1 >/dev/null | steady
"$GISA" digest -q --date 2025-07 --period month | grep -c -e '가온-1 ·' -e '· 가온-1'
"$GISA" --lexicon mine digest -q --date 2025-07 --period month | grep -c -e '가온-1 ·' -e '· 가온-1'
"$GISA" show --keywords "$id" | head -n 3
"$GISA" --lexicon mine show --keywords "$id" | head -n 3
"$GISA" -q export --out all
"$GISA" -q --lexicon mine export --out some
grep -c '"keywords":\[[^]]*느티나무도서관' all/articles.jsonl some/articles.jsonl
printf 'a\tb\n' >mine/stop.tsv
run --lexicon mine topics
run --lexicon mine search -q --count 가온-1
