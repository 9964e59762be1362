. "$HARNESS"
corpus
run search 도깨비렙
run search -n 1 --fields title 도깨비램
run search -n 1 --fields title '도꺠비랩 투자'
run search --count 느티나무도서간
run search -q 도깨비렙
run search --count '느티나무도서관 OR 도깨비렙' # found, so that nothing else was meant
