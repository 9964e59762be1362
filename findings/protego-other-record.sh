#!/bin/sh
# Protego lets a record that it does not know itself end a group of robots.txt.
#
# Expected: /news/1 is forbidden to "garam" both times. RFC 9309, section 2.2.4: "Parsing of other records
#           MUST NOT interfere with the parsing of explicitly defined records in Section 2", and the
#           documentation names RFC 9309 as what Protego implements.
# Seen:     right with Sitemap, which the RFC names; with Clean-param (for one crawler only, and not in
#           Protego's list) the group ends and the crawler may fetch what is forbidden.
# Version:  Protego 0.7.0
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q protego==0.7.0; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
from protego import Protego

def verdict(record):
    robots = "User-agent: garam\n%s\nUser-agent: naru\nDisallow: /news/\n" % record
    allowed = Protego.parse(robots).can_fetch("https://news.example/news/1", "garam")
    return "allowed" if allowed else "forbidden"

print(
    "Sitemap %s; Clean-param %s"
    % (verdict("Sitemap: https://news.example/s.xml"), verdict("Clean-param: ref /news/"))
)
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "Sitemap forbidden; Clean-param allowed" ] || exit 1
