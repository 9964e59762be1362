. "$HARNESS"
# Names that texts introduce in brackets, and taking them into the names of one's own.
export GISA_DB=t.db
article() { # article N OUTLET BODY
	printf '{"url":"http://%s.example/%s","outlet":"%s","title":"%s번째 소식","published":"2025-03-0%s","body":"%s"}\n' "$2" "$1" "$2" "$1" "$1" "$3"
}
{
	article 1 naru '투자사 럭스 캐피탈(Lux Capital)은 등대를 샀다. 딥시크(Deepsik)는 값을 내렸다.'
	article 2 dodam '투자사 럭스 캐피탈(Lux Capital)은 배를 빌렸다고 선장이 전했다. 딥시크(Deepsik)도 그랬다.'
	article 3 naru '이날 가온군의회(군의회)는 조례를 고쳤다고 밝혔다. 한 군의회 의원은 반겼다.'
	article 4 dodam '어제 가온군의회(군의회)는 예산을 늘렸다고 한다. 등대지기는 웃었다.'
	article 5 hanbit '고래를 본 Lux Capital 관계자는 또 오겠다고 말했다.'
	article 6 hanbit '솔뫼산업진흥원(SMI·이하 솔진원)은 산길을 냈다고 밝혔다.'
	article 7 hanbit '솔메연구원(SMI)은 나무를 심었다고 밝혔다.'
} >in.jsonl
"$GISA" import -q --format jsonl in.jsonl
run entities --proposals
run entities --proposals --json -n 1
run entities --proposals --all --csv
run entities --proposals 산길
run entities --proposals 없는말없는말
run search --count 'Lux Capital'
run entities --accept '럭스 캐피탈,럭스'
ls
run entities --accept '럭스 캐피탈'
cat t.names.tsv
run search --count 'Lux Capital'
run import --format jsonl in.jsonl
run rebuild
run search --count 'Lux Capital'
run search --count '럭스 캐피탈'
run search --count --exact '럭스 캐피탈'
run entities -n 1 entity:lux-capital
run entities --accept all -n 1
run entities --accept all --all --json
run entities --accept all --all
cat t.names.tsv
"$GISA" rebuild -q
"$GISA" export -q --out many
"$GISA" --threads 1 rebuild -q
"$GISA" --threads 1 export -q --out one
diff -r many one && echo 'the same export with one thread'
run check
# A line that is wrong.
printf '럭스\tXX\n' >>t.names.tsv
run search 등대
run import --format jsonl in.jsonl
run rebuild
sed 's/^럭스/# &/' t.names.tsv >new && mv new t.names.tsv
run search --count 등대
rm t.names.tsv
run search --count 등대
run entities --proposals --type PS
run entities --all
# Where nobody may write.
cat >try.sh <<'SH'
mkdir there && cp t.* there && chmod 555 there && GISA_DB=there/t.db "$GISA" entities --accept '럭스 캐피탈'
echo "exit $?"
ls there
chmod 755 there
SH
"$GISA" rebuild -q
chmod 777 .
if [ "$(id -u)" = 0 ]; then
	setpriv --reuid=65534 --regid=65534 --clear-groups sh try.sh
else
	sh try.sh
fi 2>&1 | sed -E "s|$PWD/||g; s/there\.[0-9A-Za-z]*/TEMPORARY/"
