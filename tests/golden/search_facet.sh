. "$HARNESS"
corpus
run search -q --facet outlet,month 도깨비랩
run search -q --json --facet outlet -n 2 도깨비랩
