#!/bin/sh
# warcio takes the fold before a target URI for a part of the URI.
#
# Expected: https://news.example/1, status 200. WARC/1.1, section 4: "The field value may be preceded by
#           any amount of linear whitespace (LWS)", and LWS = [CRLF] 1*( SP | HT ).
# Seen:     "%20https://news.example/1"; since that is no URL of http, the HTTP headers are not parsed
#           either and come out as the beginning of the page.
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

block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>가람시는 도서관을 열었다.</p>".encode()
warc = (
    "WARC/1.1\r\nWARC-Type: response\r\n"
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
    "WARC-Date: 2024-03-05T00:00:00Z\r\n"
    "WARC-Target-URI:\r\n https://news.example/1\r\n"
    "Content-Type: application/http; msgtype=response\r\n"
    "Content-Length: %d\r\n\r\n" % len(block)
).encode() + block + b"\r\n\r\n"
record = next(iter(ArchiveIterator(io.BytesIO(warc))))
uri = record.rec_headers.get_header("WARC-Target-URI")
print(uri, "with" if record.http_headers else "without", "HTTP headers")
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "%20https://news.example/1 without HTTP headers" ] || exit 1
