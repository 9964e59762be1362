. "$HARNESS"
# The fields and their order, without the score, which better analysis may change.
corpus
"$GISA" search -q --json -n 1 --sort date 도깨비랩 | sed 's/"score":[0-9.e-]*/"score":N/'
run search -q --json --fields rank,outlet_name,section,copies -n 2 --sort date 도깨비랩
run search -q --json --count 도깨비랩
