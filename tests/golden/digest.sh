. "$HARNESS"
corpus
"$GISA" digest -q --period month --date 2025-09 | grep '^#'
run digest --period month --date 2025-09 -o page.html
grep -c '<script\|<link\|src="http' page.html
run digest --period month --date 1999-01
run digest --period fortnight
run digest --format pdf
