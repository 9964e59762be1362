#!/bin/sh
# htmldate loses month and day of a Korean date after the usual label.
#
# Expected: 2024-03-05 both times, or no date at all. The documentation of find_date: "a valid date
#           expression as a string, or None". The bare date is read; "입력" (entered) is the label that
#           many Korean news pages put before it.
# Seen:     the first of January of that year, a day that the page does not name, as if it were found.
# Version:  htmldate 1.11.0
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q htmldate==1.11.0; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
from htmldate import find_date

def find(line):
    page = "<html lang=ko><body><p>%s</p><p>가람시는 새 도서관을 연다고 밝혔다.</p></body></html>"
    return "%s: %s" % (line, find_date(page % line, original_date=True))

print(find("2024년 3월 5일") + "; " + find("입력 2024년 3월 5일"))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "2024년 3월 5일: 2024-03-05; 입력 2024년 3월 5일: 2024-01-01" ] || exit 1
