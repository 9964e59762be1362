. "$HARNESS"
run --db t.db import "$SAMPLE/sites/mirae-economy/news/20127.html" \
	"$SAMPLE/sites/byeolbit-times/private/preview.html"
"$GISA" --db new.db import "$SAMPLE/sites/mirae-economy/news/20127.html" \
	"$SAMPLE/sites/byeolbit-times/private/preview.html" 2>said
kept_of "$SAMPLE/sites/mirae-economy/news/20127.html" # of what was skipped, nothing
"$GISA" --db t.db search -q --fields title,outlet_name,published 'outlet:미래경제'
