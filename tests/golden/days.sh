. "$HARNESS"
# What is new: days that count from today, on every command that asks.
corpus
run_dated() { # today is a Wednesday
	GISA_NOW=2025-06-18 run "$@"
}
for q in from:today from:오늘 from:yesterday 'from:this-week' 'from:이번 주 to:이번 주' 'from:지난주 to:지난주' 'from:지난 달 to:지난 달' \
	from:7d 'from:2주전 to:어제' 'from:2025-W24 to:2025-W24' 'from:2025년 6월 1일 to:2025.6.17'; do
	GISA_NOW=2025-06-18 "$GISA" search --count "$q"
done
run_dated search --fields published,title --from last-month --to last-month --sort date 모델
run_dated search --count --from 7d
run_dated search --facet outlet --from '이번 주'
run_dated search --kwic -n 2 --from 어제 --to 어제 챗봇
run_dated search --from 2025-06 --count 'to:2025-05'
run_dated search --from tomorrow 모델
run_dated trend --from 지난달 --by month --csv 도깨비랩
run_dated entities --from 7d -n 2
run_dated quotes --from yesterday -n 1
run_dated facts --from this-week -n 1
run_dated topics --from 1m -n 1
run_dated digest --from this-month --to this-month --period week
run_dated digest --to yesterday
GISA_NOW=2025-06-18 "$GISA" digest --from 2025-06-09 --to 2025-06-15 | head -3
GISA_NOW=2025-06-18 "$GISA" digest --from 3w --to yesterday --lang ko | head -3
GISA_NOW=2025-06-18 "$GISA" export -q --from 지난달 --out out 'to:어제' && grep days out/README.txt && grep -E '"(query|from|to)"' out/manifest.json
run_dated search --save new --from 7d --count 모델
GISA_NOW=2025-06-25 "$GISA" alert --list
run_dated alert --from 2025-02 --to 2025-01
run_dated alert --to 2025-01
GISA_NOW=soon run search 모델
