. "$HARNESS"
# Flattened text is taken in once, however often it is named; the notes say what was left out.
run --db t.db import "$SAMPLE"/text/*.txt
run --db t.db import "$SAMPLE"/text/*.txt
"$GISA" --db new.db import "$SAMPLE"/text/*.txt 2>said
kept_of "$SAMPLE"/text/*.txt
run --db t.db search --count 닫기
run --db t.db search --count 무단전재
run --db t.db check
