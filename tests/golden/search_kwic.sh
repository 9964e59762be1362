. "$HARNESS"
corpus
run search --kwic -n 4 --context 12 도깨비랩
run search -q --kwic --json -n 1 --context 8 도깨비랩
