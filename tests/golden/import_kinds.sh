. "$HARNESS"
# What a file is is decided by its content, whatever it is called; what is none of the kinds is refused by name.
page="$SAMPLE/sites/mirae-economy/news/20127.html"
for charset in UTF-16 UTF-16LE UTF-16BE UTF-32 UTF-32LE UTF-32BE; do
	iconv -f UTF-8 -t "$charset" "$page" >"$charset.txt"
	"$GISA" extract "$charset.txt" | sed 's/"file":"[^"]*",//' >"$charset.json"
done
"$GISA" extract "$page" | sed 's/"file":"[^"]*",//' >page.json
for json in UTF-*.json; do cmp "$json" page.json && echo "$json is the page"; done
gzip <"$page" >packed.html.gz
printf '{"title":"첫 기사","body":"고래가 지나갔다."}\n{"title":"둘째 기사","body":"배가 지나갔다."}\n' >a.jsonl
gzip <a.jsonl >a.jsonl.gz
iconv -f UTF-8 -t CP949 a.jsonl | gzip >b.jsonl.gz
head -c 60 a.jsonl.gz >torn.jsonl.gz
run --db t.db import UTF-16.txt packed.html.gz a.jsonl.gz b.jsonl.gz torn.jsonl.gz
run --db t.db search -q --fields title 지나갔다
"$GISA" extract packed.html.gz | sed 's/"file":"[^"]*",//' | cmp - page.json && echo 'packed it is the page'
run extract b.jsonl.gz torn.jsonl.gz
# None of them.
python3 -c '
import random, sqlite3, tarfile, zipfile
random.seed(1)
open("noise.txt", "wb").write(random.randbytes(300000))
open("report.html", "wb").write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + random.randbytes(500))
open("report.hwp", "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"HWP Document File" + bytes(15))
for name, member in ("table.xlsx", "xl/workbook.xml"), ("text.docx", "word/document.xml"), ("pages.zip", "a.html"):
    with zipfile.ZipFile(name, "w") as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr(member, "<x>" * 9)
with tarfile.open("pages.tar.gz", "w:gz") as t: t.add("a.jsonl")
base = sqlite3.connect("articles.csv")
base.execute("CREATE TABLE article (title)")
base.commit()'
run --db t.db import noise.txt report.html report.hwp table.xlsx text.docx pages.zip pages.tar.gz articles.csv
run extract noise.txt table.xlsx
mkdir folder
cp table.xlsx a.jsonl.gz folder
run --db t.db import folder
run --db t.db import - <packed.html.gz
