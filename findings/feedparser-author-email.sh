#!/bin/sh
# feedparser cuts an address after the fourth letter of its top-level domain.
#
# Expected: 'desk@garam.example' and '김가람'. RSS 2.0, <author>: the address of the author, its example
#           "lawyer@boyer.net (Lawyer Boyer)"; a top-level domain may have up to 63 letters (RFC 1035,
#           section 2.3.4), as .press, .media and .online do.
# Seen:     the rest of the domain and half a bracket end up in the reporter's name.
# Version:  feedparser 6.0.14
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q feedparser==6.0.14; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
import feedparser

item = "<item><title>비</title><author>desk@garam.example (김가람)</author></item>"
feed = '<rss version="2.0"><channel><title>가람</title>%s</channel></rss>' % item
author = feedparser.parse(feed.encode()).entries[0].author_detail
print("%r and %r" % (author["email"], author["name"]))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "'desk@garam.exam' and 'ple (김가람'" ] || exit 1
