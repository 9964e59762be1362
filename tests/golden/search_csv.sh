. "$HARNESS"
corpus
run search -q --csv --fields rank,id,outlet,published,title -n 3 --sort date 도깨비랩
run search -q --csv --count 도깨비랩
run search -q --csv --facet month 도깨비랩
