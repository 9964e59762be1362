. "$HARNESS"
run nonsense
run serach x
run import
run import --formt html x
run import --format pdf x
run import --keep-duplicates=yes x
run --threads 0 rebuild
run --threads many rebuild
run --color sometimes rebuild
run rebuild now
run --db nowhere.db rebuild
