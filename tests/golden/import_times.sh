. "$HARNESS"
# What --verbose adds to a run: the stages it went through, and their parts of the whole.
"$GISA" --db t.db import -v "$SAMPLE"/text/*.txt 2>said
sed -nE 's/^gisa:   ([a-z]+) +[0-9]+\.[0-9]{3} s +[0-9]+\.[0-9]%$/\1/p' said
awk '$NF ~ /%$/ { sum += $NF } END { print (sum > 99 && sum < 101) ? "parts of a whole" : sum }' said
"$GISA" --db t.db import "$SAMPLE"/text/*.txt 2>&1 | grep -c '%$'
"$GISA" --db t.db import -q -v "$SAMPLE"/text/*.txt
