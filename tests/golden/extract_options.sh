. "$HARNESS"
# What the options of extract change.
cat >page.html <<'H'
<!doctype html><html lang="ko"><head><title>등대가 켜졌다</title>
<meta property="og:title" content="등대가 켜졌다"></head><body><nav>정치 경제</nav>
<article><h1>등대가 켜졌다</h1><p>섬마을 등대가 다시 켜졌다. 주민들은 불빛을 보며 손뼉을 쳤다.</p>
<p>등대지기는 서른한 해 만에 돌아왔다. 그는 밤마다 일기를 적는다.</p>
<p>ⓒ 나루일보. 무단전재 및 재배포 금지</p></article></body></html>
H
printf '{"title":"하나","body":"등대가 있다."}\n{"title":"둘","body":""}\n{"title":"셋","body":"배가 있다."}\n' >list.jsonl
short() { # short ARGS: of each line the file, the title or the reason, and the rights
	show_command "$@"
	"$GISA" "$@" >out 2>err
	code=$?
	sed -nE 's/^\{("file":"[^"]*"),.*("title":"[^"]*").*("redistribution":[^,]*),.*/\1 \2 \3/p; /"status"/p' out
	sed 's/^/! /' err
	[ "$code" -eq 0 ] || echo "exit $code"
}
"$GISA" extract --url http://naru.example/1 page.html | grep -oE '"(url|outlet)":"[^"]*"'
short extract --mode corpus page.html
short extract --mode faithful page.html
short extract --mode raw page.html
short extract --format text page.html
short extract --format warc page.html
short extract --format pdf page.html
short extract list.jsonl
short --threads 1 extract list.jsonl page.html list.jsonl missing.html
short --threads 65 extract page.html list.jsonl
mkdir pages
cp page.html pages/b.html
cp page.html pages/a.html
short extract pages
short extract - <page.html
# Columns that are named, gzip on standard input, and a folder of other files.
printf '제호,내용\n등대,등대가 있다.\n' >list.csv
short extract list.csv
short extract --map title=제호 list.csv
short extract --map titel=제호 list.csv
gzip -c list.jsonl | short extract -
mkdir empty other
printf '%%PDF-1.4\n' >other/a.pdf
cp other/a.pdf other/b.PDF
printf 'PK' >other/c.xlsx
short extract empty
short extract other
