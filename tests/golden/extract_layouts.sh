. "$HARNESS"
# Pages in layouts that no rule knows (tests/data/pages, invented): their title, authors and times, and where
# the body begins and ends, or why there is none.
for page in "$ROOT"/tests/data/pages/*.html; do
	"$GISA" extract "$page"
done | python3 -c '
import json, os, sys
for line in sys.stdin:
    a = json.loads(line)
    body = (a.get("body") or "").split("\n")
    print(os.path.basename(a["file"])[:-5])
    print("   ", a["reason"] if "reason" in a else "%d: %s … %s" % (len(body), body[0][:12], body[-1][-12:]))
    if a.get("subtitle"):
        print("    subtitle:", a["subtitle"].replace("\n", " / "))
    print("   ", " | ".join(str(a.get(k)) for k in ("title", "published", "modified")),
          "|", ", ".join(p["name"] for p in a.get("authors", [])))
'
