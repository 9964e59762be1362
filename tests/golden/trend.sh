. "$HARNESS"
corpus
run trend 누리챗 --by month --from 2025-05 --to 2025-07
run trend -q --csv --by month --from 2025-06 --to 2025-08 누리챗
run trend 쀍쀌쀋
run trend --json 쀍쀌쀋 --by year
run trend -q --csv --by month --from 2025-05 --to 2025-06 entity:누리챗
run trend --json --csv 누리챗
run trend --by hour 가온-1
run trend --from 2025-99 가온-1
run trend
