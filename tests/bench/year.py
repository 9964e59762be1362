#!/usr/bin/env python3
"""What a run of the crawler costs that has nothing to do, after a year of sixty outlets: writes an
archive of short pages with the listings that named them, and measures, in this order,

    rebuild   gisa rebuild, which makes the database that the archive belongs to
    frontier  gisa fetch that makes the frontier anew; none of the outlets answers
    idle      gisa fetch right after it: nothing is due
    sources   gisa sources

as wall and CPU seconds and peak memory.

usage: year.py [--captures N] [--outlets N] [--folder DIR] [build/gisa]

Two million captures take some 1.5 GB in DIR (default: a temporary folder, removed at the end).
"""
import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
import zlib

LISTED = 40  # pages that a listing names


def member(data):
    squeeze = zlib.compressobj(1, zlib.DEFLATED, 31)
    return squeeze.compress(data) + squeeze.flush()


def record(kind, uri, when, block, payload, role=None):
    digest = hashlib.sha256
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.UUID(bytes=digest(uri.encode() + block).digest()[:16], version=4)}>\r\n"
            f"WARC-Date: {time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(when))}\r\nWARC-Target-URI: {uri}\r\n"
            f"WARC-Payload-Digest: sha256:{digest(payload).hexdigest()}\r\nWARC-Block-Digest: sha256:{digest(block).hexdigest()}\r\n")
    if role:
        head += f"Gisa-Role: {role}\r\n"
    of = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head += f"Content-Type: {of}\r\nContent-Length: {len(block)}\r\n\r\n"
    return member(head.encode() + block + b"\r\n\r\n")


def answer(uri, when, payload, role=None, media="text/html"):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    return record("response", uri, when, block, payload, role)


def first_record():
    fields = b"software: gisa\r\nformat: WARC File Format 1.1\r\n\r\n"
    head = (f"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:{uuid.UUID(int=1, version=4)}>\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
            f"WARC-Block-Digest: sha256:{hashlib.sha256(fields).hexdigest()}\r\nContent-Type: application/warc-fields\r\nContent-Length: {len(fields)}\r\n\r\n")
    return member(head.encode() + fields + b"\r\n\r\n")


def write_archive(path, captures, outlets, now):
    year = 365 * 86400
    with open(path, "wb") as f:
        f.write(first_record())
        for n in range(0, captures, LISTED):
            outlet, when = (n // LISTED) % outlets, now - year + year * n // captures
            pages = [f"http://127.0.1.{outlet + 1}/view/{n + k}" for k in range(LISTED)]
            note = f"source: s{outlet}\r\n" + "".join(f"page: {p}\r\n" for p in pages) + "\r\n"
            f.write(record("metadata", f"http://127.0.1.{outlet + 1}/rss", when, note.encode(), note.encode(), "listing"))
            for k, page in enumerate(pages):
                f.write(answer(page, when + k, f"<html><title>{n + k}</title><p>{n + k}</p></html>".encode()))


def measure(name, command):
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"year.py: {' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    print(f"{name:<9} wall {time.time() - start:7.2f} s  CPU {used.ru_utime + used.ru_stime:7.2f} s  peak {used.ru_maxrss / 1024:6.1f} MB",
          flush=True)


def main():
    options = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    options.add_argument("--captures", type=int, default=2_000_000)
    options.add_argument("--outlets", type=int, default=60)
    options.add_argument("--folder")
    options.add_argument("gisa", nargs="?", default="build/gisa")
    asked = options.parse_args()
    folder = asked.folder or tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    try:
        archive, sources = os.path.join(folder, "t.warc.gz"), os.path.join(folder, "s")
        with open(sources, "w", encoding="utf-8") as f:
            for outlet in range(asked.outlets):
                f.write(f"[s{outlet}]\nfeed = http://127.0.1.{outlet + 1}/rss\nevery = 6h\n")
        write_archive(archive, asked.captures, asked.outlets, int(time.time()) - 86400)
        print(f"{asked.captures} captures of {asked.outlets} outlets, {os.path.getsize(archive) / 1e9:.2f} GB", flush=True)
        fetch = [asked.gisa, "--db", os.path.join(folder, "t.db"), "fetch", "--no-ingest", "--sources", sources]
        measure("rebuild", [asked.gisa, "--db", os.path.join(folder, "t.db"), "rebuild"])
        measure("frontier", fetch)
        measure("idle", fetch)
        measure("sources", [asked.gisa, "--db", os.path.join(folder, "t.db"), "sources", "--sources", sources])
    finally:
        if not asked.folder:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
