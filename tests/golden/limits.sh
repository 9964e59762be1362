. "$HARNESS"
# What is too large is named with its limit.
corpus
truncate -s 268435457 large
run extract large
run search -q --count --queries large
run --threads 257 rebuild
run --threads 256 rebuild now
# What is just within a limit is taken.
printf '나는 새를 본다.\n' >line
"$GISA" analyze --format tsv --nbest 100 <line | awk 'END { print (NR > 1) ? "several readings" : "one" }'
for i in 1 2 3 4; do printf '나는 나는 나는 나는 나는 '; done >twenty
"$GISA" analyze --explain 나는 <twenty 2>&1 >out | grep -c warning
grep -c '^나는 (line 1, ' out
"$GISA" trend -q --csv --by year --from 2025-06-26 --to 2025-06-26 1 2 3 4 5 6 7 8 | wc -l
run trend -q 1 2 3 4 5 6 7 8 9
for at in 127.0.0.1:0 127.0.0.1:65536 127.0.0.1: :80 80; do
	run fetch --connect-to $at
done
run fetch --timeout 3601
run fetch --timeout 3600 --connect-to h:65535 --sources missing
"$GISA" search -q --json --fields score AI >scores
grep -q '\.[0-9]\{4\}}' scores && echo 'a score has four decimals'
grep -c '\.[0-9]\{5\}' scores
