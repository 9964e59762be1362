. "$HARNESS"
corpus
run search 닫기
run search 무단전재
run search --json 없는말씀
run search --csv 없는말씀
run search --kwic 없는말씀
run search --queries /dev/null
run search
