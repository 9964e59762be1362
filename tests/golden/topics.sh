. "$HARNESS"
corpus
"$GISA" topics -q --csv -n 1 | head -n 1
"$GISA" topics -q --json -n 1 | grep -o '^{"labels":\["가온-1"'
run topics from:2025-07 to:2025-07
run topics 쀍쀌쀋
run topics -n many
top 1 topics outlet:saebyeok-it # of one outlet, which goes without saying
