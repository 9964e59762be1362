. "$HARNESS"
# The fields and their order. A score, which better analysis may change, falls from rank to rank.
corpus
run search -q --json -n 1 --sort date 도깨비랩
"$GISA" search -q --json --fields rank,score -n 5 도깨비랩 |
	awk -F'[:,}]' '$2 != NR || $4 <= 0 || (NR > 1 && $4 >= last) { print "out of order: " $0 }
		{ last = $4 } END { print NR " scores fall" }'
run search -q --json --fields rank,outlet_name,section,copies -n 2 --sort date 도깨비랩
run search -q --json --count 도깨비랩
