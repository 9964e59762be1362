. "$HARNESS"
# What is found in invented articles beside what a reader marked by hand (tests/data/marked.txt): where they differ, then how
# many are right. What is missed or wrong here is known; one line more is a step back.
grep -v '^#' "$ROOT/tests/data/marked.txt" | awk '
	/^= / { n++; title = substr($0, 14); day = $2; body = ""; next }
	/^ / {
		body = body (body == "" ? "" : "\\n") substr($0, 2)
		printf "{\"url\":\"http://naru.example/%d\",\"outlet\":\"naru\",\"title\":\"%s\",\"published\":\"%s\",\"body\":\"%s\"}\n", n, title, day, body >(n ".jsonl")
		close(n ".jsonl") # the last paragraph writes the whole article
		next
	}
	{ print >(n ".want") }'
found() { # found N: what gisa finds in an article, in the form of the marks
	GISA_DB=$1.db
	export GISA_DB
	"$GISA" import -q --format jsonl "$1.jsonl"
	"$GISA" export -q --out "$1.out"
	awk -F , -v OFS='\t' '
		function say(s) { return s == "" ? "-" : s }
		FNR == 1 { next }
		FILENAME ~ /entities/ && $4 ~ /^(PS|OG|LC|PRODUCT|MODEL)$/ { print "name", $4, $6 }
		FILENAME ~ /dates/ { print "date", say($4), $5 }
		FILENAME ~ /figures/ { print "figure", $6 == "range" ? $7 "~" $8 : $4, say($5), say($6), $11 }
	' "$1.out/entities.csv" "$1.out/dates.csv" "$1.out/figures.csv"
	for kind in direct reported; do
		"$GISA" quotes -q --csv --$kind | awk -F , -v OFS='\t' -v mark=$kind '
			function say(s) { return s == "" ? "-" : s }
			NR > 1 { print mark == "direct" ? "quote" : "said", say($4), say($5), say($7), $8 }'
	done
}
for want in [0-9]*.want; do
	n=${want%.want}
	sort -u "$want" >sorted
	found "$n" | tr -d '\r' | sort -u >got
	comm -23 sorted got | sed 's/^/missed\t/'
	comm -13 sorted got | sed 's/^/extra\t/'
	comm -12 sorted got >>right
	cat sorted >>all
done
for mark in name quote said date figure; do
	echo "$mark $(grep -c "^$mark" right) of $(grep -c "^$mark" all)"
done
