. "$HARNESS"
run analyze <<'T'
도서관은 문을 열었다.

T
run analyze --entities <<'T'
딥시크는 3일 100만원을 냈다.
T
run analyze extra
# In JSON a control character that JSON leaves alone is escaped as well; other data keeps it.
turn=$(printf '\342\200\256') # U+202E
echo "문${turn}문" | "$GISA" analyze | grep -c '"text":"문\\u202e문"'
echo "문${turn}문" | "$GISA" analyze --format conllu | grep -c "^# text = 문${turn}문"
