. "$HARNESS"
run extract "$SAMPLE/sites/mirae-economy/news/20127.html"
