. "$HARNESS"
corpus
id=$("$GISA" search -q --json --fields id 'title:느티나무도서관' | cut -d'"' -f4)
top 8 show "$id"
run show --json "$id"
top 1 show "$(echo "$id" | cut -c1-10)"
run show 0000000000000000
run show ../../etc
run show --history "$id"
top 1 show --keywords "$id"
"$GISA" show --keywords "$id" | wc -l
