. "$HARNESS"
corpus
run search 닫기
run search 무단전재
run search --json 쀍쀌쀋
run search --csv 쀍쀌쀋
run search --kwic 쀍쀌쀋
run search --queries /dev/null
run search
