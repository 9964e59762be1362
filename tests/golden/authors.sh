. "$HARNESS"
# Who wrote: the list, the filter, and hits.
page() { # page OUTLET NAME DATE TITLE AUTHORS
	printf '{"url":"http://%s.example/%s","outlet":"%s","outlet_name":"%s","published":"%s","title":"%s","body":"%s 소식이다.","authors":[%s]}\n' \
		"$1" "$4" "$1" "$2" "$3" "$4" "$4" "$5"
}
export GISA_DB=t.db
kim='{"name":"배윤경","email":"byk@naru.example"}'
{
	page naru 나루일보 2025-03-01 등대 "$kim"
	page naru 나루일보 2025-03-05 부두 "$kim,{\"name\":\"한바다\"}"
	page sori 소리신문 2025-02-01 어시장 "$kim"
	page sori 소리신문 2025-03-02 '등대 사진' '{"name":"한바다"}'
	page sori 소리신문 2025-03-03 갈매기 '{"name":"배윤"}'
	page dari 다리뉴스 2025-03-04 '등대 그림' ''
	page dari 다리뉴스 2025-04-04 고깃배 '{"name":"Han Bada"},{"name":"가실"},{"name":"허생"},{"name":"장화"}'
} >in.jsonl
"$GISA" import -q --keep-duplicates --format jsonl in.jsonl
run authors
run authors 등대
run authors --from 2025-03 --to 2025-03 -n 1 --csv
run authors --json author:배윤경
run authors 쀍쀌쀋
run authors --limit 0
for q in author:배윤경 author:배윤 'author:배' 'author:"배윤경 기자"' author:배윤경기자 author:byk@naru.example author:byk author:한바다 author:한 'author:"han bada"' author:기자 -author:배윤경 'author:한바다 OR author:가실' author:없는이; do
	printf '%s: %s\n' "$q" "$("$GISA" search -q --count -- "$q")"
done
run search -n 2 --sort date author:배윤경
run search -n 1 고깃배
run search --fields rank,author '등대 사진'
run search --json 고깃배
run search --csv '등대 사진'
run search --fields title '배윤경 기자'
run search --count '배윤경 기자'
run search --fields title '배윤경 기자 등대'
run search --fields title 한바다
run search --exact --fields title '배윤경 기자'
# Where an author wrote nothing with the other words, what has some of the words is shown all the same.
run search --fields title '배윤경 기자 등대 쀍쌀쀋'
run search --fields title '배윤경 기자 쀍쌀쀋'
run search --fields title '없는이 기자 등대'
run search --count --exact '배윤경 기자'
echo '배윤경 기자' >queries # each line is for a program: only its own words count
run search --queries queries --fields title
page naru 나루일보 2025-03-06 '배윤경 기자 퇴임' '' >in.jsonl
"$GISA" import -q --format jsonl in.jsonl
run search --fields title '배윤경 기자'
