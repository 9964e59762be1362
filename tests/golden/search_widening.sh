. "$HARNESS"
# A known name finds its other spellings, and gisa says so; when no article has all words, likewise.
corpus
top 1 search -n 1 --fields rank 큐웬
top 1 search -n 1 --fields rank --exact 큐웬
[ "$("$GISA" search -q --count 큐웬)" -gt "$("$GISA" search -q --exact --count 큐웬)" ] && echo 'more than the one spelling'
top 1 search -n 1 --fields rank '도깨비랩 쀍쀌쀋'
top 1 search --count '도깨비랩 쀍쀌쀋'
