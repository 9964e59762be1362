. "$HARNESS"
# Saved searches: what is new is told once, in the order of arrival, whatever the dates say.
GISA_DB=gisa.db
export GISA_DB
page() { # page NUMBER DATE TITLE BODY
	printf '{"url":"https://saebyeok.example/%s","outlet":"saebyeok","outlet_name":"새벽신문","published":"%s","title":"%s","body":"%s"}\n' "$@"
}
take() { # take FILE: imports it without a word
	"$GISA" import -q --format jsonl "$1"
}
page 1 2025-03-01T09:00 '섬 등대를 고친다' '열두 섬의 등대를 고치는 일이 시작됐다.' >1
take 1
run alert
run search --save lamp 등대 -부두
run search --save boat --exact 고깃배
run search --save lamp 등대지기
run search --save lamp --force 등대 -부두
run alert
page 2 2025-03-02T10:30 '사라진 등대지기를 찾아서, 섬마을 사람들이 스무 해 동안 적어 온 불빛의 기록을 한 권으로 묶은 책' '등대를 지키던 사람의 일기에는 하룻밤에 지나간 배의 수와 바람의 방향이 적혀 있다. 그는 서른한 해 동안 하루도 거르지 않았고, 마지막 쪽에는 다음 사람에게 남기는 말을 적었다.' >2
page 3 1999-12-31 '늦게 들어온 옛 기사' '고깃배가 등대 불빛을 보고 돌아왔다.' >>2
page 4 2025-03-02 '부두 이야기' '부두에서 보이는 등대가 낡았다.' >>2
take 2
run alert --peek lamp
run alert
run alert
page 2 2025-03-02T10:30 '등대지기의 기록' '등대를 지키던 사람의 일기가 책으로 나왔다.' >3
page 5 2025-03-05 '등대 사진전' '사진가가 찍은 등대 서른 점을 건다.' >>3
take 3
run alert --json --no-changed --peek
run alert --json
run alert --json
"$GISA" rebuild -q
page 6 2024-01-01 '등대와 겨울' '겨울 등대에 눈이 쌓였다.' >4
take 4
run alert lamp
run alert --list | sed -E 's/ 20[0-9-]+ [0-9:]{5}/ DAY TIME/g'
"$GISA" alert --list --json lamp | awk -F'"' -v now="$(date -u -d '+9 hours' +%Y-%m-%dT%H:%M)" '{
	for (i = 1; i < NF; i++) at[$i] = $(i + 2)
	if (at["saved"] <= at["last_new"] && at["last_new"] <= at["last"] && substr(at["last"], 1, 16) <= now)
		print "saved, then found something, then run"
	else
		print }'
run alert lamb
run alert --list --delete lamp
run alert --delete
run alert --delete boat
run alert --list --json | sed -E 's/"20[0-9-]+T[0-9:+]+"/"TIME"/g'
run search --save -lamp 등대
run search --force 등대
run search --save x --queries 1
run search --save later '아직 없는 말'
