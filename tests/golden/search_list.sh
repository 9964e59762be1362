. "$HARNESS"
corpus
run search -n 2 --sort date 느티나무도서관
run search --sort date -n 2 '도깨비랩 투자'
