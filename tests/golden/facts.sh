. "$HARNESS"
corpus
run facts -n 2 --unit KRW 도깨비랩
run facts -q -n 1 --json --unit % 도깨비랩
run facts -q -n 1 --csv --unit 명
run facts -q -n 2 --dates --json 도깨비랩
run facts --unit 광년
