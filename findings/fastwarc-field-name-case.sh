#!/bin/sh
# FastWARC does not know the type of a record whose field names are in lower case.
#
# Expected: two responses. WARC/1.1, section 4: "Field names are case-insensitive".
# Seen:     FastWARC gives the record with "warc-type: response" the type no_type, so that a filter for
#           responses drops the page without a word, although its headers do answer to WARC-Type.
#           warcio reads both.
# Versions: FastWARC 2.0.1, warcio 1.8.1
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q FastWARC==2.0.1 warcio==1.8.1; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
import io
from fastwarc.warc import ArchiveIterator as FastWarc, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

BLOCK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>가람시는 도서관을 열었다.</p>".encode()

def record(number, spell):
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", "<urn:uuid:00000000-0000-4000-8000-00000000000%d>" % number),
        ("WARC-Date", "2024-03-05T00:00:00Z"),
        ("WARC-Target-URI", "https://news.example/%d" % number),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    head = "".join("%s: %s\r\n" % (spell(name), value) for name, value in fields)
    head = "WARC/1.1\r\n%sContent-Length: %d\r\n\r\n" % (head, len(BLOCK))
    return head.encode() + BLOCK + b"\r\n\r\n"

warc = record(1, str.lower) + record(2, str)
fast = sum(1 for _ in FastWarc(io.BytesIO(warc), record_types=WarcRecordType.response))
peer = sum(1 for r in Warcio(io.BytesIO(warc)) if r.rec_type == "response")
print("fastwarc %d of 2 responses; warcio %d of 2 responses" % (fast, peer))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "fastwarc 1 of 2 responses; warcio 2 of 2 responses" ] || exit 1
