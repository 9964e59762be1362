. "$HARNESS"
run --db t.db import "$SAMPLE/sites/mirae-economy/news/20127.html" \
	"$SAMPLE/sites/byeolbit-times/private/preview.html"
"$GISA" --db t.db search -q --fields title,outlet_name,published 'outlet:미래경제'
