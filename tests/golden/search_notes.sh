. "$HARNESS"
# What is said of hits beside them: copies, words that not all have, parts left out, how many more.
page() { # page NUMBER DATE TITLE BODY
	printf '{"url":"http://naru.example/%s","outlet":"%s","published":"%s","title":"%s","body":"%s"}\n' "$@"
}
export GISA_DB=t.db
long='등대지기가 밤새 지나간 배의 수와 바람의 방향을 일기에 적었다. 그는 서른한 해 동안 하루도 거르지 않았다. 마지막 쪽에는 다음 사람에게 남기는 말이 있다.'
other='고깃배가 새벽에 부두를 떠났다. 선원 열두 명이 그물을 손질했다. 저녁에는 고등어를 가득 싣고 돌아왔다. 시장이 오랜만에 북적였다.'
{
	page 1 naru 2025-03-01 '등대지기의 일기' "$long"
	page 2 dari 2025-03-02 '등대지기의 일기' "$long"
	page 3 naru 2025-03-03 '고깃배의 하루' "$other"
	page 4 dari 2025-03-04 '고깃배의 하루' "$other"
	page 5 sori 2025-03-05 '고깃배의 하루' "$other"
	page 6 naru 2025-03-06 '부두와 등대' '부두에서 등대가 보인다.'
	page 7 naru 2025-03-07 '등대 사진' '등대를 찍은 사진을 건다.'
	page 8 naru 2025-03-08 '부두 그림' '부두를 그린 그림을 건다.'
} >in.jsonl
printf '{"outlet":"naru","body":"제목 없는 갈매기가 운다."}\n' >>in.jsonl
"$GISA" import -q --format jsonl in.jsonl
run search 일기
run search 고깃배
run search --no-collapse --fields rank,outlet,copies --sort date 고깃배
run search --fields rank,title '부두 등대'
run search --fields rank,title '등대 사진 그림'
run search --fields rank,title '갈매기 그림'
run search --sort date --fields rank,title '갈매기 그림'
run search -n 1 --fields rank 부두
run search -n 2 --fields rank 부두
run search --count 부두 -n 1
run search --fields title ' title , rank' x
run search --fields ' rank , title' -n 1 사진
run search --fields '' 사진
run search --fields rank, 사진
run search 갈매기
run search --kwic 갈매기
run search --facet month 고깃배
run search --facet month,outlet --csv 고깃배
run search --facet count 고깃배
run search --facet author,month 고깃배
