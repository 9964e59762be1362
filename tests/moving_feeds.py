#!/usr/bin/env python3
"""Three outlets whose lists move on each time they are asked, and what of them is in an archive.

moving_feeds.py serve LISTED ASKED   serves on a free port of loopback, which it prints. LISTED gets each address that
                                     a list named, ASKED each page that was asked for, a line each.
moving_feeds.py archived WARC        the addresses of the pages in an archive, whole records only, a line each
moving_feeds.py named WARC           the addresses that the lists in an archive name, a line each
"""
import http.server
import re
import sys
import threading
import zlib

WINDOW = 12  # addresses a list names
STEP = 3  # of them new each time
LAST = 400  # where a list stops moving
WORDS = "등대 항구 바다 어선 방파제 갈매기 안개 파도 그물 부두 섬 뱃길 조류 해녀 선장 물때".split()


def text(n):
    return " ".join(
        f"{WORDS[(n * 7 + i) % 16]} {n}호와 {WORDS[(n * 3 + i * 5) % 16]} {n * 31 + i}호가 {i + 1}번째로 들어왔다."
        for i in range(12)
    )


class Outlets(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    lock = threading.Lock()
    first = {}
    failed = set()
    listed = asked = None

    def newest(self, host):
        """The numbers that the list names now; the next time it has moved on."""
        with self.lock:
            n = self.first.get(host, 0)
            self.first[host] = min(n + STEP, LAST - WINDOW)
        return range(n, n + WINDOW)

    def list_of(self, host):
        urls = [f"http://{host}/news/{n}" for n in self.newest(host)]
        if host.startswith("dasan"):
            items = "".join(f"<item><link>{u}</link></item>" for u in urls)
            return urls, "application/rss+xml", f"<rss><channel>{items}</channel></rss>"
        if host.startswith("hanbit"):
            locs = "".join(f"<url><loc>{u}</loc></url>" for u in urls)
            return urls, "application/xml", f"<urlset>{locs}</urlset>"
        links = "".join(f'<li><a href="{u}">{u[-4:]}호 소식</a></li>' for u in urls)
        return urls, "text/html", f"<html><body><ul>{links}</ul></body></html>"

    def do_GET(self):
        host, path = self.headers["Host"], self.path
        if path == "/list":
            urls, kind, body = self.list_of(host)
            self.answer(200, kind, body)
            with self.lock:
                print("\n".join(urls), file=self.listed, flush=True)
        elif path.startswith("/news/"):
            url, n = f"http://{host}{path}", int(path[6:])
            with self.lock:
                print(url, file=self.asked, flush=True)
                fails = n % 7 == 3 and url not in self.failed
                self.failed.add(url)
            page = f"<html><head><title>{host[:3]} 부두 {n}호</title></head><body><article><p>{text(n)}</p></article></body></html>"
            self.answer(500 if fails else 200, "text/html; charset=utf-8", page)
        else:
            self.answer(404, "text/plain", "")

    def answer(self, code, kind, body):
        body = body.encode()
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self):
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            pass  # a client that was killed

    def log_message(self, *_):
        pass


def serve(listed, asked):
    with open(listed, "a") as Outlets.listed, open(asked, "a") as Outlets.asked:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outlets)
        print(server.server_address[1], flush=True)
        server.serve_forever()


def records(path):
    """The address and the answer of each whole response of an archive."""
    with open(path, "rb") as f:
        rest = f.read()
    while rest:
        member = zlib.decompressobj(31)
        try:
            record = member.decompress(rest)
        except zlib.error:
            return
        if not member.eof:
            return  # torn
        rest = member.unused_data
        head, _, answer = record.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        if fields["WARC-Type"] == "response" and answer.startswith(b"HTTP/1.1 200"):
            yield fields["WARC-Target-URI"], answer.decode()


def archived(path):
    for url, _ in records(path):
        if "/news/" in url:
            print(url)


def named(path):
    for url, answer in records(path):
        if url.endswith("/list"):
            print(*re.findall(r"http://[^<>\"]*/news/[0-9]+", answer), sep="\n")


{"serve": serve, "archived": archived, "named": named}[sys.argv[1]](*sys.argv[2:])
