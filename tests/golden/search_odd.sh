. "$HARNESS"
# Whatever stands in a query is data: no complaint of a database, no crash. A bound without a date
# and marks alone are told.
corpus
for q in '"' "'" '(' '*' '^' 'NEAR(a b)' 'AND' 'title:"' '"가 나' '-' 'a*b {x} [y]' ';DROP TABLE article' \
	'%' '\' '😀' '도깨비랩😀' 'title:' 'from:xx' 'x:y:z' ':' 'OR' '' 'to:2025-13'; do
	"$GISA" search -q --count -- "$q" >out 2>err
	echo "$? $(cat err) $q"
done | sed 's/  */ /g'
long=$(head -c 10000 /dev/zero | tr '\0' 'x')
"$GISA" search -q "$long" >out
echo "exit $?"
"$GISA" search -q --count "도깨비랩 $(head -c 9000 /dev/zero | tr '\0' '(')"
printf '\377\376\0' | tr -d '\0' >bytes
"$GISA" search -q --count "$(cat bytes)도깨비랩"
