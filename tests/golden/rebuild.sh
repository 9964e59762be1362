. "$HARNESS"
# The archive is the only truth: a new database from it gives the same export, byte for byte.
corpus
"$GISA" export -q --out before
rm gisa.db
run rebuild
"$GISA" export -q --out after
diff -r before after && echo 'the same export'
"$GISA" --threads 1 rebuild -q
"$GISA" --threads 1 export -q --out one
diff -r before one && echo 'the same export with one thread'
run check
