. "$HARNESS"
corpus
run entities -n 3 --type PS 'title:도깨비랩'
top 1 entities -q --json --type OG 'title:도깨비랩'
top 2 entities -q --csv --type MODEL -n 1
top 2 entities -n 1 'title:도깨비랩'
run entities --type XX
