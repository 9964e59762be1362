. "$HARNESS"
# What is said and the figures in invented passages as outlets write them (tests/data/spoken.txt): what gisa misses and has too
# many, then how many are right; of spoken-held.txt the counts alone. A role or body may be longer at its front.
articles() { # articles FILE NAME: the passages as JSON lines, the marks in NAME.want with the number of their passage
	grep -v '^#' "$ROOT/tests/data/$1" | awk -v name="$2" '
		function put() {
			if (n) printf "{\"url\":\"http://naru.example/%d\",\"outlet\":\"%d\",\"title\":\"%s\",\"published\":\"%s\",\"body\":\"%s\"}\n", n, n, title, day, body >(name ".jsonl")
		}
		/^= / { put(); n++; title = substr($0, 14); day = $2; body = ""; next }
		/^ / { gsub(/"/, "\\\""); body = body (body == "" ? "" : "\\n") substr($0, 2); next }
		{ print n "\t" $0 >(name ".want") }
		END { put() }'
}
found() { # found NAME: what gisa finds, in the form of the marks
	GISA_DB=$1.db
	export GISA_DB
	"$GISA" import -q --format jsonl "$1.jsonl"
	"$GISA" export -q --out "$1.out"
	for kind in direct reported; do
		"$GISA" quotes -q --csv --$kind | tr -d '\r' | awk -F , -v OFS='\t' -v mark=$kind '
			function say(s) { return s == "" ? "-" : s }
			NR == 1 { next }
			open { line = line " " $0 }
			!open { line = $0 }
			{ open = gsub(/"/, "\"", line) % 2 }
			open { next }
			{
				split(line, field)
				words = line
				for (i = 0; i < 7; i++) sub(/^[^,]*,/, "", words)
				if (words ~ /^"/) words = substr(words, 2, length(words) - 2)
				gsub(/""/, "\"", words)
				print field[3], mark == "direct" ? "quote" : "said", say(field[4]), say(field[5]), say(field[7]), words
			}'
	done
	tr -d '\r' <"$1.out/articles.jsonl" | sed 's/.*"id":"\(g[0-9a-f]*\)".*"outlet":"\([0-9]*\)".*/\1,\2/' |
		awk -F , -v OFS='\t' '
			function say(s) { return s == "" ? "-" : s }
			NR == FNR { of[$1] = $2; next }
			FNR > 1 { sub(/\r$/, ""); print of[$1], "figure", $6 == "range" ? $7 "~" $8 : $4, say($5), say($6), $11 }' - "$1.out/figures.csv"
}
differ() { # differ NAME: "missed" and "extra" lines, then the counts
	found "$1" >"$1.got"
	awk -F '\t' '
		function ends(s, end) { return length(end) <= length(s) && substr(s, length(s) - length(end) + 1) == end }
		function like(a, b, i) {
			if (a == b) return 1
			na = split(a, x, "\t")
			split(b, y, "\t")
			if (x[2] == "figure" || y[4] == "person") return 0
			for (i = 1; i <= na; i++)
				if (i != 3 && i != 4 && x[i] != y[i]) return 0
			return ends(x[3], y[3]) || ends(y[3], x[3])
		}
		NR == FNR { got[++ngot] = $0; next }
		{
			all[$2]++
			for (i = 1; i <= ngot; i++)
				if (!(i in used) && like($0, got[i])) {
					used[i] = 1
					right[$2]++
					next
				}
			print "missed\t" $0
		}
		END {
			for (i = 1; i <= ngot; i++) {
				split(got[i], x, "\t")
				given[x[2]]++
				if (!(i in used)) print "extra\t" got[i]
			}
			n = split("quote said figure", kind, " ")
			for (i = 1; i <= n; i++)
				print kind[i], right[kind[i]] + 0, "of", all[kind[i]] ", given", given[kind[i]] + 0
		}' "$1.got" "$1.want" | tr '\t' '|'
}
articles spoken.txt mended
articles spoken-held.txt held
echo "# mended"
differ mended
echo "# held"
differ held >differ
tail -n 3 differ
