. "$HARNESS"
# AND, OR, NOT, parentheses, * and what other engines call an operator, on articles made for them.
GISA_DB=gisa.db
export GISA_DB
line() { # line ID TITLE BODY [OUTLET]
	printf '{"url":"http://%s.example/%s","outlet":"%s","title":"%s","published":"2025-03-0%s","body":"%s"}\n' \
		"${4:-dari}" "$1" "${4:-dari}" "$2" "$1" "$3"
}
{
	line 1 회의 '회의록이 공개됐다. 모델은 아직이다.'
	line 2 출시 '공개 모델이 늘었다.'
	line 3 딥시크 '딥시크를 올렸다. 모델을 봤다.' naru
	line 4 딥페이크 '딥페이크 영상과 딥러닝 교재가 나왔다.' naru
	line 5 '(주)나루터' '(주)나루터가 배를 만든다.'
	line 6 제목 '소식 둘.\n공개\n모델'
} >a.jsonl
run -q import --no-learn a.jsonl
found() { # found QUERY: titles, and what is said
	echo "? $1"
	"$GISA" search --sort date --fields title --csv -- "$1" >out 2>err
	sed 1d out
	sed 's/^/! /' err
}
# A phrase stays in its sentence.
found '"공개 모델"'
found '"공개됐다. 모델은"'
found '"모델 공개"'
# Operators.
found '모델 AND 공개'
found 'NOT 모델'
found '공개 OR 딥시크'
found '(딥시크 모델) OR 회의'
found '모델 -(공개 출시)'
found '-(outlet:naru OR 공개)'
found '공개 OR outlet:naru'
found '공개 OR -모델'
found '(outlet:naru 영상) OR (outlet:dari 출시)'
found 'title:(회의 OR 출시) 모델'
found '(공개 -(회의록 OR 출시)) OR 교재'
found '(-모델) OR 딥시크'
# Parentheses within words are text, others must be in pairs.
found '(주)나루터'
found '(나루터) 배'
found '모델 (공개 OR'
found '(모델 OR 공개)) 출시'
found '모델 (from:2025-03-01 공개)'
marks() { # marks N MARK
	printf "%$1s" '' | tr ' ' "$2"
}
"$GISA" search "$(marks 10000 '(')출시" 2>&1
"$GISA" search --fields title "$(marks 10000 '(')출시$(marks 10000 ')')" 2>&1
"$GISA" search --fields title "$(marks 64 '(')출시$(marks 64 ')')" 2>&1
# * at the end of a word.
found '딥*'
found '딥* -딥시크'
found '회의* OR 딥러*'
found '없는* 모델'
found '모델 -딥*'
for q in '딥*' '모델 -딥*' '(딥* 모델) OR 배' '"공개 모델"' 'NOT (모델 공개)'; do run search --count "$q"; done
run trend --by month --csv '딥*' '(딥* 모델) OR 배'
run search --facet outlet '딥* OR (공개 -출시)'
run search --kwic '딥*'
# What is no operator here.
found '*'
found '딥*크'
found '모델 NEAR 공개'
found '모델 NEAR/3 공개'
found '+모델 && 공개'
found '딥시크~2'
found '공개 AND 모델 OR 딥시크'
printf '%s\n' '모델 NEAR 공개' '(모델' '딥*' >lines
run search --count --queries lines
run trend --by month --csv '모델 NEAR 공개'
run search --facet outlet '모델 | 공개'
run topics -n 1 '모델 XOR 공개'
# A saved search holds what it is saved with.
run search --save groups --count '(딥* 모델) OR "공개 모델"'
line 7 새글 '모델도 공개. 모델은 딥시크다.' >b.jsonl
line 8 새글 '공개했다. 모델은 나중이다.' >>b.jsonl
run -q import --no-learn b.jsonl
run alert
