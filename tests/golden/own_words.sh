. "$HARNESS"
# A user's own words, synonyms, and words to leave out.
export GISA_DB=news/t.db
mkdir news
article() { # article N TITLE BODY
	printf '{"url":"http://naru.example/%s","outlet":"naru","title":"%s","published":"2025-03-0%s","body":"%s"}\n' "$1" "$2" "$1" "$3"
}
{
	article 1 '휴대전화 값 인상' '휴대전화 값이 오른다고 정부가 밝혔다. 골리는 공을 막았다.'
	article 2 '핸드폰 새 모델' '핸드폰 새 모델이 나왔다고 한다. 함박 스테이크를 먹었다.'
	article 3 '수리점이 늘었다' '모바일 기기를 고친다. 함박스테이크는 맛있다. 가온 이을 공방이 있다. 그는 고쳐쓰기를 샀다.'
} >in.jsonl
echo '# nouns that share letters with verbs, or with a noun and its josa'
printf '골리\tNNP\n비만\tNNP\n' >lexicon.tsv
printf '사람을 골리다.\n비만 온다. 비만은 병이다.\n골리가 공을 막았다. 그는 골리를 골렸다.\n' >in
run analyze -f tsv -l lexicon.tsv <in
echo '# the order of the lines, a byte order mark, CRLF and decomposed letters make no difference'
"$GISA" -q analyze -l lexicon.tsv <in >one
{ printf '\357\273\277비만\tNNP\r\n\r\n'; printf '골리\tNNP\r\n' | python3 -c 'import sys, unicodedata; sys.stdout.write(unicodedata.normalize("NFD", sys.stdin.read()))'; } >mixed.tsv
"$GISA" -q analyze -l mixed.tsv <in | cmp - one && echo same
echo '# words with blanks, and a given analysis'
printf '함박 스테이크\tNNP\n했지라\t하/VV+았/EP+지라/EF\n' >lexicon.tsv
printf '함박 스테이크를 먹었다. 함박스테이크는 맛있다.\n어제 했지라.\n' >in
run analyze -f tsv -l lexicon.tsv <in
run analyze -f conllu -l lexicon.tsv <in
run analyze -f tsv --nbest 1 -l lexicon.tsv <in
echo '# synonyms: at once'
"$GISA" -q import in.jsonl
run search --count 핸드폰
printf '# the same\n핸드폰 = 휴대전화 = 모바일 기기\n' >news/synonyms.tsv
run search --json --fields title 핸드폰
run search --count --exact 핸드폰
run search --count 핸드폰 -llama
run search --count '모바일 기기'
run search --facet outlet 휴대전화
top 3 trend 휴대전화
run export -o out 핸드폰
grep 'own words' out/README.txt | steady
echo '# words: after a rebuild'
printf '이을 공방\n함박 스테이크\tNNP\n고쳐 쓰기\n' >news/words.tsv
run search --count 함박스테이크
run import in.jsonl
run rebuild
run search --count 함박스테이크
run search --count '"함박 스테이크"'
run search --count '이을 공방'
run search --count '고쳐 쓰기'
printf '함박 스테이크\tNNP\n\n# the same in another order\n고쳐 쓰기\n이을 공방\n' >news/words.tsv
run search --count 이을공방
"$GISA" doctor | sed '/^threads/,$d' | steady
echo '# of the user, for all databases; the database moves away from its words'
mkdir -p config/gisa other
cp news/words.tsv config/gisa
mv news/t.* other
XDG_CONFIG_HOME=$PWD/config "$GISA" --db other/t.db search --count 이을공방
run --db other/t.db search --count 이을공방
run --db other/t.db --lexicon news search --count 핸드폰
echo '# faults'
printf '골리\tNNP\n골리\tNNG\n' >other/words.tsv
run --db other/t.db search 골리
printf '골리\tNNP\n골리\tNNP\n비만\n' >other/words.tsv
run --db other/t.db rebuild
printf '핸드폰\n' >other/synonyms.tsv
run --db other/t.db search 골리
"$GISA" --db other/t.db doctor 2>&1 | grep -e synonyms -e note | steady
rm other/synonyms.tsv
run --db other/t.db --lexicon nowhere search 골리
run --db other/t.db --lexicon config search 골리
rm -r other/words.tsv
mkdir other/words.tsv
run --db other/t.db search 골리
rmdir other/words.tsv
printf '핸드폰 = 휴대전화\n' >config/gisa/synonym.tsv
XDG_CONFIG_HOME=$PWD/config "$GISA" --db other/t.db doctor | grep -e ^words -e note -e synonym | steady
