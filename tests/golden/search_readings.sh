. "$HARNESS"
# A list and a count say the same of the same words; what is silent elsewhere is an error here.
corpus
agree() { # agree QUERY: the count, and what both say
	"$GISA" search --count "$1" 2>count.err
	"$GISA" search -n 1 "$1" >/dev/null 2>list.err
	sed -n '/all the words/s/;[^;]* shows those too$//p' count.err >a
	grep 'all the words' list.err >b
	cat b
	cmp -s a b || diff a b
}
agree '도깨비랩 쀍쀌쀋'
agree '도깨비랩 투자'
agree '도깨비랩 오픈소스 모델'
agree '오픈소스 모델을 공개한 회사가 받은 투자'
agree 'AI 센터'
agree 쀍쀌쀋
run search --facet month '도깨비랩 쀍쀌쀋'
run search --kwic '도깨비랩 쀍쀌쀋'
run trend '도깨비랩 쀍쀌쀋'
run topics '도깨비랩 쀍쀌쀋'
run entities 도깨비랩 쀍쀌쀋
run quotes 도깨비랩 쀍쀌쀋
run search --limit 0 모델
run search --kwic --context 0 모델
run topics --against 0 모델
run show --version 0 caffcecf55af87fe
run search authr:박처사
run search --count 'reporter:박처사'
run search -n 1 --fields rank 're:Invent 도깨비랩'
run search --count '이름:도깨비랩'
run search 'outlet: 한빛일보'
run search --facet month from:2025-03 to:2025-01
run entities from:2025-03 --to 2025-01
printf '도깨비랩\nauthr:박처사\nfrom:x\n' >queries
run search --queries queries --count
