. "$HARNESS"
printf '도서관은 문을 열었다. 사람이 왔다.\n' >in
run analyze --format conllu <in
run analyze --format tsv <in
run analyze --format xml <in
run analyze --lexicon missing.tsv <in
run analyze --nbest 101 <in
run analyze --explain 도서관 --format tsv <in
run analyze --explain 바다 <in
"$GISA" analyze --explain 문 <in | head -n 1
# Each line of an explanation is one of these.
"$GISA" analyze --explain 열었 <in >all
sed -nE '1p; s/^  [ *]  *[-+]?[0-9]+  [^ ]+$/a reading/p; s/^  margin  *[0-9]+$/the margin/p; /for the chosen/p
	s/^    [ ]*[-+][0-9]+  [^:]+: .+$/a feature/p; s/^  ([a-z ]*[a-z]) *[^ ]+: .+$/\1/p' all >shapes
[ "$(wc -l <all)" = "$(wc -l <shapes)" ] || cat all
uniq shapes
grep -c '^a feature' shapes
# The best reading by the whole text need not have the best score of its own; it is shown as if it had.
printf '화나요0\n옛 우체국, AI 배움터로 다시 문 연다\n' | "$GISA" analyze --nbest 3 --format tsv |
	awk -F'\t' '$3 > 1 && $4 > last { print "a rising score: " $0 } { last = $4 } END { print NR " readings" }'
# Readings of sentences, by line, sentence and rank; what they are is the model's.
printf '눈이 온다. 소가 물을 마신다.\n나는 새를 보았다.\n' >lines
"$GISA" analyze --nbest 2 --format tsv <lines | awk -F'\t' '{ print $1, $2, $3, NF - 4 " eojeols" (/\+\// ? ", a morpheme of nothing" : "") }'
"$GISA" analyze --nbest 2 --format conllu <lines | awk '/^# (sent|text)/ { print } /^[0-9]/ { print $1, $2 }'
"$GISA" analyze --nbest 2 --format jsonl <lines | grep -oE '"score"|"text":"[^"]*","start":[0-9]+,"end":[0-9]+' | awk '{ printf "%s ", $0 } END { print "" }'
printf '미르AI\t\n두산\tNNX\n' >words.tsv
run analyze --lexicon words.tsv <in
printf '오픈 소스 NNP\n' >words.tsv
run analyze --lexicon words.tsv <in
printf '미르AI\n가온-1\tNNP\n빛나래\n빛나래호\n' >words.tsv
printf '미르AI에서만은 가온-1과 빛나래호를 빛나래와\n' >in
run analyze --lexicon words.tsv --format tsv <in
"$GISA" analyze --lexicon words.tsv --explain 빛나래호 <in | grep 'your word'
