. "$HARNESS"
# What was typed on the wrong layer of the keyboard, by initial consonants, together or apart.
corpus
for q in Ehzoql foq ehRoqlfoq ㅎㅔㅅ ㅁㅑ ㄷㄲㅂㄹ ㄴㅌㄴㅁㄷㅅㄱ ㅊㅂ '도 깨 비 랩' 오픈소스투자자산 '챗 봇' 챗봇섬마을 ㄱ; do
	run search -n 1 --fields title "$q"
done
run search --count 'ㄷㄲㅂㄹ OR ehRoqlfoq'
run search --count -- '-ㄷㄲㅂㄹ "도서관" 쀍쀌쀋*'
