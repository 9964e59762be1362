#!/usr/bin/env python3
"""What a crawl costs: 5,000 pages of 33 kB on twenty hosts without delay, fetched into an archive;
CPU and wall beside another build of gisa and `wget --warc-file` on the same addresses.

usage: crawl.py [--against BINARY] [--rounds R] [--pages N] [--hosts N] [--delay MS] [--gzip]
                [--no-wget] [build/gisa]

nginx serves the pages on 127.0.1.1 and the addresses after it; each host has a feed that lists its own.
All run by turns, and the lowest CPU and the lowest wall time of R rounds count, so that other work on
the machine matters less. --delay makes hosts wait between two requests (gisa alone: wget would wait
for one host at a time), --gzip lets the server compress. Needs nginx and wget.
"""
import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PAGE_BYTES = 33_000
ADDRESS = "127.0.%d.%d"


def address(host):
    return ADDRESS % (1 + host // 250, 1 + host % 250)


def words(rng):
    """Made-up words, a few of them often, as in a text."""
    syllables = [chr(0xAC00 + 28 * n + rng.choice((0, 0, 1, 4, 8, 16, 21))) for n in range(0, 399, 3)]
    return ["".join(rng.choices(syllables, k=rng.choice((2, 2, 3, 3, 4)))) for _ in range(4000)]


def make_page(rng, vocabulary, weights, frame, url, title):
    """A frame as all pages of its host have, and a text of its own in it."""
    text = []
    for _ in range(12):
        sentence = rng.choices(vocabulary, weights, k=40)
        text.append("<p>" + " ".join(sentence) + "다.</p>")
    links = ["<li><a href='/view/%d'>%s</a></li>" % (rng.randrange(10**6), " ".join(rng.choices(vocabulary, weights, k=5))) for _ in range(20)]
    page = frame % {"title": title, "url": url, "text": "\n".join(text), "links": "\n".join(links)}
    fill = PAGE_BYTES - len(page.encode())
    return page.replace("FILL", "".join("\n  .c%d { margin: %dpx; color: #%06x }" % (n, n % 17, n * 7919 % 0xFFFFFF) for n in range(fill // 40)), 1)


FRAME = """<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>%(title)s</title>
<link rel="canonical" href="%(url)s">
<style>FILL
</style></head><body>
<nav><ul>%(nav)s</ul></nav>
<article><h1>%(title)s</h1>
%(text)s
</article>
<aside><ul>%(links)s</ul></aside>
</body></html>
"""


def make_sites(folder, hosts, pages, port):
    rng = random.Random(18)
    vocabulary = words(rng)
    weights = [1 / (n + 10) for n in range(len(vocabulary))]
    urls = []
    for host in range(hosts):
        base = "http://%s:%d" % (address(host), port)
        root = os.path.join(folder, "www", address(host))
        os.makedirs(os.path.join(root, "view"))
        nav = "".join("<li><a href='/section/%d'>%s</a></li>" % (n, rng.choice(vocabulary)) for n in range(60))
        frame = FRAME.replace("%(nav)s", nav)
        items = []
        for n in range(pages // hosts):
            url = "%s/view/%d.html" % (base, n)
            title = " ".join(rng.choices(vocabulary, weights, k=6))
            with open(os.path.join(root, "view", "%d.html" % n), "w", encoding="utf-8") as out:
                out.write(make_page(rng, vocabulary, weights, frame, url, title))
            items.append("<item><title>%s</title><link>%s</link></item>" % (title, url))
            urls.append(url)
        with open(os.path.join(root, "feed.xml"), "w", encoding="utf-8") as out:
            out.write("<rss version='2.0'><channel><title>%d</title>%s</channel></rss>" % (host, "\n".join(items)))
        with open(os.path.join(root, "robots.txt"), "w", encoding="utf-8") as out:
            out.write("User-agent: *\nDisallow: /closed/\n")
    with open(os.path.join(folder, "urls"), "w", encoding="utf-8") as out:
        out.write("\n".join(urls) + "\n")
    return len(urls)


def make_sources(folder, hosts, port, delay):
    with open(os.path.join(folder, "sources"), "w", encoding="utf-8") as out:
        for host in range(hosts):
            out.write("[host%d]\nfeed = http://%s:%d/feed.xml\ndelay_ms = %d\n" % (host, address(host), port, delay))


def serve(folder, port, gzip):
    config = """%(user)s
daemon off; worker_processes 1; pid %(dir)s/nginx.pid; error_log %(dir)s/error.log crit;
events { worker_connections 1024; }
http { access_log off; sendfile on; keepalive_requests 100000; gzip %(gzip)s; gzip_min_length 100;
 client_body_temp_path %(dir)s; proxy_temp_path %(dir)s; fastcgi_temp_path %(dir)s;
 uwsgi_temp_path %(dir)s; scgi_temp_path %(dir)s;
 types { text/html html; application/xml xml; text/plain txt; } charset off;
 server { listen %(port)d; root %(dir)s/www/$server_addr; }
}
""" % {"user": "user root;" if os.getuid() == 0 else "", "dir": folder, "gzip": "on" if gzip else "off", "port": port}
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w", encoding="utf-8") as out:
        out.write(config)
    os.environ["PATH"] += ":/usr/sbin"
    return subprocess.Popen(["nginx", "-p", folder, "-c", path, "-e", os.path.join(folder, "error.log")])


def measure(command, cwd):
    """CPU and wall seconds, and peak megabytes, of a command."""
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit("%s ends with %d: %s" % (command[0], child.returncode, said[-1000:]))
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def held(path):
    """How many responses of an archive hold a page."""
    count = "zcat '%s' | grep -ac '^HTTP/1.1 200 OK'" % path
    return int(subprocess.run(count, shell=True, stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gisa", nargs="?", default="build/gisa")
    parser.add_argument("--against", metavar="BINARY")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--hosts", type=int, default=20)
    parser.add_argument("--delay", type=int, default=0)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--no-wget", action="store_true")
    args = parser.parse_args()
    for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
        del os.environ[name]
    folder = tempfile.mkdtemp(prefix="crawl-")
    server = None
    try:
        port = 20000 + os.getpid() % 20000
        pages = make_sites(folder, args.hosts, args.pages, port)
        make_sources(folder, args.hosts, port, args.delay)
        server = serve(folder, port, args.gzip)
        time.sleep(0.5)
        fetch = ["-q", "--db", "n.db", "fetch", "--no-ingest", "--sources", os.path.join(folder, "sources")]
        runs = {"gisa": [os.path.abspath(args.gisa)] + fetch}
        if args.against:
            runs["against"] = [os.path.abspath(args.against)] + fetch
        if not args.no_wget and not args.delay:
            runs["wget"] = ["wget", "-nv", "-i", os.path.join(folder, "urls"), "-O", "/dev/null", "--warc-file=n"]
        best = {}
        for _ in range(args.rounds):
            for name, command in runs.items():
                work = os.path.join(folder, "work")
                os.mkdir(work)
                figures = measure(command, work)
                count = held(os.path.join(work, "n.warc.gz"))
                if count < pages:
                    sys.exit("%s: %d of %d pages" % (name, count, pages))
                size = os.path.getsize(os.path.join(work, "n.warc.gz")) / 1e6
                best[name] = tuple(map(min, zip(best.get(name, figures + (size,)), figures + (size,))))
                shutil.rmtree(work)
        print("%d pages on %d hosts, lowest of %d rounds" % (pages, args.hosts, args.rounds))
        for name, (cpu, wall, memory, size) in best.items():
            ratios = ", ".join("%.2f of %s's" % (best["gisa"][0] / best[n][0], n) for n in best if n != "gisa")
            print("%-8s CPU %6.2f s  wall %6.2f s  peak %5.1f MB  archive %5.1f MB%s" % (name, cpu, wall, memory, size, "  CPU " + ratios if name == "gisa" and ratios else ""))
    finally:
        if server:
            server.send_signal(signal.SIGTERM)
            server.wait()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
