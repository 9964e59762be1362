. "$HARNESS"
corpus
run trend 가온-1 --by month
run trend -q --csv --by month --from 2025-06 --to 2025-08 가온-1 누리챗
run trend 없는말씀
run trend --json 없는말씀 --by year
run trend --by hour 가온-1
run trend --from 2025-99 가온-1
run trend
