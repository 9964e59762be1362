. "$HARNESS"
# Saved searches as they are listed, several told at once, and copies of what was told before.
page() { # page NUMBER OUTLET DATE TITLE BODY
	printf '{"url":"http://%s.example/%s","outlet":"%s","published":"%s","title":"%s","body":"%s"}\n' \
		"$2" "$1" "$2" "$3" "$4" "$5"
}
list() { # list ARGS: without the times
	show_command alert --list "$@"
	"$GISA" alert --list "$@" | sed -E 's/"20[0-9-]+T[0-9:+]+"/"TIME"/g; s/ 20[0-9-]+ [0-9:]{5}/ DAY TIME/g'
}
export GISA_DB=t.db
long='등대지기가 밤새 지나간 배의 수와 바람의 방향을 일기에 적었다. 그는 서른한 해 동안 하루도 거르지 않았다. 마지막 쪽에는 다음 사람에게 남기는 말이 있다.'
page 1 naru 2025-03-01 '부두의 아침' '부두가 밝았다.' >in
"$GISA" import -q --format jsonl in
run search -q --count --save lamp 등대
run search --save pier --exact --no-collapse 부두
run search --save 'two words' 부두 등대
list
list --json
list pier lamp pier
page 2 naru 2025-03-02 '등대지기의 일기' "$long" >in
page 3 naru 2025-03-03 '부두의 저녁' '부두가 저물었다.' >>in
page 4 naru 2025-03-04 '부두와 등대' '부두에서 등대가 보인다.' >>in
"$GISA" import -q --format jsonl in
run alert --peek lamp lamp
run alert
list
list --json pier
page 5 dari 2025-03-05 '등대지기의 일기' "$long" >in
page 6 naru 2025-03-06 '등대의 밤' '등대가 밤새 빛났다.' >>in
"$GISA" import -q --format jsonl in
run alert lamp
page 7 sori 2025-03-07 '등대지기의 일기' "$long" >in
page 8 haru 2025-03-07 '등대지기의 일기' "$long" >>in
page 9 naru 2025-03-08 '등대의 낮' '등대가 낮에 쉰다.' >>in
page 4 naru 2025-03-04 '부두와 등대(종합)' '부두에서 등대가 잘 보인다.' >>in
"$GISA" import -q --format jsonl in
run alert lamp
page 9 naru 2025-03-08 '등대의 낮(종합)' '등대가 낮에 푹 쉰다.' >in
"$GISA" import -q --format jsonl in
run alert lamp
long='섬마을 등대에서 자란 소년이 서른 해 뒤에 등대의 설계도를 들고 돌아왔다. 그는 낡은 벽을 헐지 않고 속에 새 계단을 놓자고 했다. 마을 사람들은 사흘을 의논했다.'
page 10 sori 2025-03-10 '설계도를 든 소년' "$long" >in
page 11 haru 2025-03-10 '설계도를 든 소년' "$long" >>in
"$GISA" import -q --format jsonl in
run alert --peek --json lamp
run alert lamp
# What cannot be noted down is an error, also when there was nothing to tell.
sqlite3 t.db "CREATE TRIGGER stop BEFORE UPDATE ON saved_search BEGIN SELECT RAISE(ABORT, 'not now'); END"
run alert lamp
sqlite3 t.db 'DROP TRIGGER stop'
run rebuild
run alert nobody
run alert lump
run alert --peek --delete lamp
run alert --delete lamp pier
list
run rebuild
# What is of other days than --from and --to say is left for a later run.
run search -q --count --save days 등대
page 20 naru 2025-04-01 '사월의 등대' '등대가 사월에 켜졌다.' >in
page 21 naru 1999-01-01 '옛 등대' '등대가 오래전에 켜졌다.' >>in
page 22 naru 1999-01-02 '옛 부두' '부두가 오래전에 켜졌다.' >>in
"$GISA" import -q --format jsonl in
run alert --from 2025-04 days
run alert --from 2025-04 days
list --json days
run rebuild
run alert days
run alert days
