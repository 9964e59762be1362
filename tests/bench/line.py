#!/usr/bin/env python3
"""The whole line: articles a second, peak memory and each stage's share; beside it the line that
people write in Python today (json, Kiwi's morphemes, SQLite FTS5), on the same articles.

usage: line.py [--articles N] [--chars C] [--peer N] [--threads T] [build/gisa]

The peer runs on its first N articles only (it is slow) and is left out when kiwipiepy is missing.
"""
import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))


def ours(gisa, threads, path, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run([gisa, "-v", "--threads", str(threads), "--db", os.path.join(folder, "bench.db"), "import", path],
                          stderr=subprocess.PIPE, text=True, check=True)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sizes = {name: os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder) if name.startswith("bench.")}
    return wall, cpu, after.ru_maxrss / 1024, sizes, done.stderr


def peer(path, n, folder):
    try:
        import kiwipiepy
    except ImportError:
        return None
    kiwi = kiwipiepy.Kiwi(num_workers=2)
    db = sqlite3.connect(os.path.join(folder, "peer.db"))
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("CREATE VIRTUAL TABLE article USING fts5(title, body)")
    lines = open(path, encoding="utf-8").read().splitlines()[:n]
    started = time.perf_counter()
    articles = [json.loads(line) for line in lines]
    titles = kiwi.tokenize(a["title"] for a in articles)
    bodies = kiwi.tokenize(a["body"] for a in articles)
    for title, body in zip(titles, bodies):
        db.execute("INSERT INTO article VALUES (?, ?)", (" ".join(t.form for t in title), " ".join(t.form for t in body)))
    db.commit()
    return time.perf_counter() - started


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("gisa", nargs="?", default=os.path.join(here, "../../build/gisa"))
    args.add_argument("--articles", type=int, default=5000)
    args.add_argument("--chars", type=int, default=2000)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--peer", type=int, default=200)
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(here, "generate.py"), str(args.articles), str(args.chars)], stdout=out, check=True)
        text = os.path.getsize(path)
        wall, cpu, peak, sizes, said = ours(args.gisa, args.threads, path, folder)
        rate = args.articles / wall
        print("%d articles of %d characters (%.1f MB), %d threads" % (args.articles, args.chars, text / 1e6, args.threads))
        print("gisa: %.0f articles a second, %.2f s, %.2f s of CPU, peak %.0f MB" % (rate, wall, cpu, peak))
        for name in sorted(sizes):
            print("  %-16s %6.1f MB, %.2f of the text" % (name, sizes[name] / 1e6, sizes[name] / text))
        print("".join(line[6:] + "\n" for line in said.splitlines() if "%" in line), end="")
        seconds = peer(path, min(args.peer, args.articles), folder)
        if seconds:
            theirs = min(args.peer, args.articles) / seconds
            print("Kiwi and FTS5 in Python: %.1f articles a second; gisa is %.0f times as fast" % (theirs, rate / theirs))
        else:
            print("Kiwi and FTS5 in Python: not run, kiwipiepy is not installed")


if __name__ == "__main__":
    main()
