#!/bin/sh
# warcio gives the trailer of a chunked response out as text of the page.
#
# Expected: "hello" both times. RFC 9112, section 7.1: chunked-body = *chunk last-chunk trailer-section
#           CRLF; the trailer section holds fields (7.1.2) and is no content.
# Seen:     with a trailer field "X: y", the last chunk's size line and what is left of the field follow
#           the text. No error, no warning.
# Version:  warcio 1.8.1
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q warcio==1.8.1; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
import io
from warcio.archiveiterator import ArchiveIterator

def read(body):
    block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    warc = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        "WARC-Date: 2024-03-05T00:00:00Z\r\nWARC-Target-URI: https://news.example/1\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        "Content-Length: %d\r\n\r\n" % len(block)
    ).encode() + block + b"\r\n\r\n"
    return next(iter(ArchiveIterator(io.BytesIO(warc)))).content_stream().read().decode()

plain = read(b"5\r\nhello\r\n0\r\n\r\n")
trailer = read(b"5\r\nhello\r\n0\r\nX: y\r\n\r\n")
print("%r without a trailer; %r with one" % (plain, trailer))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "'hello' without a trailer; 'hello0\r\n y\r\n\r\n' with one" ] || exit 1
