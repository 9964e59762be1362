. "$HARNESS"
corpus
for q in 도깨비랩 'title:도깨비랩' '도깨비랩 -title:도깨비랩' 'outlet:별빛타임스' 'outlet:byeolbit-times' \
	'outlet:별빛타임스 from:2025-05 to:2025-05' '도깨비랩 from:2025-05-22 to:2025-05-22' \
	'도깨비랩 OR 느티나무도서관' '도깨비랩 느티나무도서관' '쀍쀌쀋' 'author:박처사' 'from:2025-12-23'; do
	run search -q --count "$q"
done
all=$("$GISA" search -q --count 딥시크)
for q in DeepSeek deepseek ＤｅｅｐＳｅｅｋ '딥 시크'; do
	[ "$("$GISA" search -q --count "$q")" = "$all" ] && echo "$q: as many as 딥시크"
done
