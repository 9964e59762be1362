. "$HARNESS"
printf '도서관은 문을 열었다. 사람이 왔다.\n' >in
run analyze --format conllu <in
run analyze --format tsv <in
run analyze --format xml <in
run analyze --lexicon missing.tsv <in
run analyze --nbest 101 <in
run analyze --explain 도서관 --format tsv <in
run analyze --explain 바다 <in
