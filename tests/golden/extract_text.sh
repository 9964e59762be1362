. "$HARNESS"
run extract "$SAMPLE/text/token-plaza-20251029-01.txt"
"$GISA" extract --url http://token-plaza.example/read/77 "$SAMPLE/text/token-plaza-20251029-01.txt" |
	grep -oE '"(url|outlet|outlet_name)":"[^"]*"'
run extract
