. "$HARNESS"
corpus
printf '도깨비랩\n쀍쀌쀋\ntitle:느티나무도서관\n' >queries
run search -q --queries queries -n 1 --json --fields query,rank,published --sort date
run search -q --queries queries -n 1 --csv --fields query,rank,published --sort date
run search -q --queries queries --count --csv
run search -q --queries queries --kwic
run search --queries missing
run search -q --queries - --count --json <queries
run search -q --queries queries --count
run search -q --queries queries -n 1 --fields query,rank
run search --count --kwic 도깨비랩
run search --fields titel 도깨비랩
