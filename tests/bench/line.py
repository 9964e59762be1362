#!/usr/bin/env python3
"""The whole line: articles a second, peak memory and each stage's share; beside it the line that
people write in Python today (json, Kiwi's morphemes, SQLite FTS5), on the same articles.

usage: line.py [--articles N] [--chars C] [--peer N] [--threads T] [build/gisa]
       line.py --old BINARY [--rounds R] [--instructions] [--file ARTICLES] [--articles N] [build/gisa]

The peer runs on its first N articles only (it is slow) and is left out when kiwipiepy is missing.
With --old, the import is compared with that of another build of gisa: both by turns, on one thread, the
lowest CPU time of R runs each; with --instructions what valgrind counts, which other programs on the
machine do not change. --file has articles to take instead of made-up ones: JSONL, or CSV with a head.
"""
import argparse
import json
import os
import re
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


def rows_of(text):
    """The lines of JSONL, or the rows of CSV, whose fields may have line ends."""
    rows, open_row = [], ""
    for line in text.splitlines(keepends=True):
        open_row += line
        if open_row.count('"') % 2 == 0:
            rows.append(open_row)
            open_row = ""
    return rows


def excerpt(path, n, folder):
    """Every so many of the articles of a file, n in all, as a file of the same kind."""
    with open(path, encoding="utf-8", newline="") as text:
        rows = rows_of(text.read()) if path.endswith(".csv") else text.read().splitlines(keepends=True)
    head = [rows.pop(0)] if path.endswith(".csv") else []
    n = min(n, len(rows))
    out = os.path.join(folder, "excerpt-%d%s" % (n, os.path.splitext(path)[1]))
    with open(out, "w", encoding="utf-8", newline="") as text:
        text.writelines(head + [rows[i * len(rows) // n] for i in range(n)])
    return out, n


def import_cost(gisa, path, folder, counted):
    """Seconds of CPU of an import on one thread, or what valgrind counts."""
    for name in os.listdir(folder):
        if name.startswith("compared."):
            os.remove(os.path.join(folder, name))
    command = [gisa, "-q", "--threads", "1", "--db", os.path.join(folder, "compared.db"), "import", path]
    if counted:
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        said = subprocess.run(valgrind + command, stderr=subprocess.PIPE, text=True, check=True).stderr
        return int(re.search(r"Collected : (\d+)", said).group(1))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(args, path, folder):
    path, n = excerpt(path, args.articles, folder)
    single, _ = excerpt(path, 1, folder)
    unit, scale = ("million instructions", 1e6) if args.instructions else ("ms of CPU", 1e-3)
    costs = {}
    for gisa in [args.gisa, args.old] * (1 if args.instructions else args.rounds):
        cost = import_cost(gisa, path, folder, args.instructions), import_cost(gisa, single, folder, args.instructions)
        costs.setdefault(gisa, []).append(cost)
    least = {gisa: [min(run[k] for run in runs) / scale for k in (0, 1)] for gisa, runs in costs.items()}
    print("%d articles of %s, %s:" % (n, args.file or "made-up text", unit))
    each = {}
    for gisa, (many, one) in least.items():
        each[gisa] = (many - one) / max(n - 1, 1)
        print("  %-40s %8.2f an article, %8.2f to import one" % (gisa, each[gisa], one))
    print("  an article %.3f times that of the old one, in all %.3f times" %
          (each[args.gisa] / each[args.old], least[args.gisa][0] / least[args.old][0]))


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("gisa", nargs="?", default=os.path.join(here, "../../build/gisa"))
    args.add_argument("--articles", type=int, default=5000)
    args.add_argument("--chars", type=int, default=2000)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--peer", type=int, default=200)
    args.add_argument("--old")
    args.add_argument("--rounds", type=int, default=3)
    args.add_argument("--instructions", action="store_true")
    args.add_argument("--file")
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        if args.old and args.file:
            return compare(args, args.file, folder)
        with open(path, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(here, "generate.py"), str(args.articles), str(args.chars)], stdout=out, check=True)
        if args.old:
            return compare(args, path, folder)
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
