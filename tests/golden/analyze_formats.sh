. "$HARNESS"
printf '도서관은 문을 열었다. 사람이 왔다.\n' >in
run analyze --format conllu <in
run analyze --format tsv <in
run analyze --format xml <in
run analyze --lexicon missing.tsv <in
