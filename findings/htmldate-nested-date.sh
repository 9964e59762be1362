#!/bin/sh
# htmldate takes the date of a nested item for the article's.
#
# Expected: 2024-03-05 both times: the one datePublished that the NewsArticle itself has. schema.org: the
#           report in isBasedOn (or a Comment in comment) is an item with a date of its own; and the order of
#           an object's members means nothing (RFC 8259, section 4).
# Seen:     the date of the report that the article is based on, which comes first in the text. trafilatura
#           takes its dates from htmldate and inherits this.
# Version:  htmldate 1.11.0
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q htmldate==1.11.0; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
import json
from htmldate import find_date

def find(article):
    script = '<script type="application/ld+json">%s</script>' % json.dumps(article)
    body = "<p>가람시는 새 도서관을 연다고 밝혔다.</p>"
    return find_date("<html><head>%s</head><body>%s</body></html>" % (script, body), original_date=True)

article = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2024-03-05"}
report = {"@type": "Report", "datePublished": "2023-11-02"}
print("alone %s; quoting %s" % (find(article), find({"isBasedOn": report, **article})))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "alone 2024-03-05; quoting 2023-11-02" ] || exit 1
