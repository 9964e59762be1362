#!/usr/bin/env python3
"""Ranking quality of gisa search and of SQLite FTS5 (trigram, words, morphemes of mecab-ko and Kiwi).

usage: search.py [--gisa build/gisa] [--options '--exact'] [--show N] CORPUS QUESTIONS

Printed are nDCG@10 and the share of questions that have a right document among the first 100. The
morphemes are the content ones of python-mecab-ko and kiwipiepy (PyPI), any of them, by bm25; what
is not installed is left out. --show names questions whose document gisa has not among the 100.

CORPUS: JSON lines {"doc_id", "contents"}, also gzipped. QUESTIONS: JSON lines {"query",
"retrieval_gt": [["doc_id", …]]} or {"query", "relevant": ["doc_id", …]}. With --headlines CORPUS is
a CSV with the columns 제목 and 내용, and each headline is the question for its own article, whose
title is not indexed.
"""
import argparse
import csv
import gzip
import io
import json
import math
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

DEPTH = 100
CONTENT = re.compile(r"^(N|V[VA]|XR|SL|SH|SN|MAG|XPN|XSN)")


def opened(path):
    return io.TextIOWrapper(gzip.open(path), "utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def load(args):
    """Returns the documents and the questions with the numbers of their relevant documents."""
    if args.headlines:
        csv.field_size_limit(1 << 30)
        rows = list(csv.DictReader(opened(args.corpus)))
        return [r["내용"] for r in rows], [(r["제목"], {i}) for i, r in enumerate(rows)]
    documents = [json.loads(line) for line in opened(args.corpus)]
    number = {d["doc_id"]: i for i, d in enumerate(documents)}
    questions = []
    for line in opened(args.questions):
        q = json.loads(line)
        wanted = q.get("relevant") or [d for group in q["retrieval_gt"] for d in (group if isinstance(group, list) else [group])]
        questions.append((q["query"], {number[d] for d in wanted if d in number}))
    return [d["contents"] for d in documents], questions


def ndcg(ranked, relevant, k=10):
    gain = sum(1 / math.log2(i + 2) for i, d in enumerate(ranked[:k]) if d in relevant)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(k, len(relevant))))
    return gain / ideal if ideal else 0


def scores(results, questions):
    """nDCG@10, and how many have a right document among the first 100."""
    n = len(questions)
    gain = sum(ndcg(results.get(i, []), relevant) for i, (_, relevant) in enumerate(questions))
    return gain / n, sum(not is_missed(results, i, q) for i, q in enumerate(questions)) / n


def is_missed(results, i, question):
    return not question[1] & set(results.get(i, [])[:DEPTH])


def ours(args, documents, questions, folder):
    db = os.path.join(folder, "search.db")
    path = os.path.join(folder, "documents.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for i, text in enumerate(documents):
            out.write(json.dumps({"url": f"http://bench.example/{i}", "outlet": "bench", "lang": "ko", "body": text}, ensure_ascii=False) + "\n")
    done = subprocess.run([args.gisa, "-q", "--db", db, "import", "--format", "jsonl", path], stderr=subprocess.PIPE, text=True)
    if done.returncode == 2:
        sys.exit(done.stderr)
    asked = os.path.join(folder, "questions.txt")
    with open(asked, "w", encoding="utf-8") as out:
        out.writelines(re.sub(r"\s+", " ", q) + "\n" for q, _ in questions)
    started = time.perf_counter()
    done = subprocess.run([args.gisa, "-q", "--db", db, "search", "--queries", asked, "--json", "--limit", str(DEPTH), "--no-collapse",
                           "--fields", "query,url"] + args.options.split(), stdout=subprocess.PIPE, text=True)
    spent = time.perf_counter() - started
    results = {}
    for line in done.stdout.splitlines():
        hit = json.loads(line)
        results.setdefault(hit["query"], []).append(int(hit["url"].rsplit("/", 1)[1]))
    for i, question in [(i, q) for i, q in enumerate(questions) if is_missed(results, i, q)][:args.show]:
        print(f"    {question[0]}  ({len(results.get(i, []))} found)  {documents[min(question[1], default=0)][:200]}")
    return *scores(results, questions), spent / len(questions) * 1000


def morphemes(name):
    """The analyser of a peer: from a text to its content morphemes; None: not installed."""
    try:
        if name == "mecab-ko":
            import mecab
            analyse = mecab.MeCab().pos
        else:
            import kiwipiepy
            kiwi = kiwipiepy.Kiwi()
            analyse = lambda text: [(m.form, m.tag) for m in kiwi.tokenize(text)]
    except ImportError:
        return None
    return lambda text: [form for form, tag in analyse(text) if CONTENT.match(tag)]


def fts5(documents, questions, tokenizer, analyse=None):
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE t USING fts5(body, tokenize='{tokenizer}')")
    db.executemany("INSERT INTO t (rowid, body) VALUES (?, ?)",
                   ((i + 1, " ".join(analyse(d)) if analyse else d) for i, d in enumerate(documents)))
    results = {}
    started = time.perf_counter()
    for i, (q, _) in enumerate(questions):
        words = analyse(q) if analyse else re.findall(r"\w+", q)
        if tokenizer == "trigram":
            words = [w[k:k + 3] for w in [" ".join(words)] for k in range(max(1, len(w) - 2))]
        match = " OR ".join('"%s"' % w.replace('"', '""') for w in words)
        rows = db.execute(f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT {DEPTH}", (match,)) if match else []
        results[i] = [row[0] - 1 for row in rows]
    return *scores(results, questions), (time.perf_counter() - started) / len(questions) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gisa", default="build/gisa")
    parser.add_argument("--options", default="")
    parser.add_argument("--headlines", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("corpus")
    parser.add_argument("questions", nargs="?")
    args = parser.parse_args()
    documents, questions = load(args)
    print(f"{len(documents)} documents, {len(questions)} questions; nDCG@10, among the first {DEPTH}, and ms a question")
    line = "%-15s %.4f %.4f %8.2f"
    with tempfile.TemporaryDirectory() as folder:
        print(line % ("gisa", *ours(args, documents, questions, folder)), flush=True)
    if args.no_peers:
        return
    print(line % ("FTS5 words", *fts5(documents, questions, "unicode61")))
    print(line % ("FTS5 trigram", *fts5(documents, questions, "trigram")), flush=True)
    for name in "mecab-ko", "kiwi":
        analyse = morphemes(name)
        if analyse:
            print(line % ("FTS5 " + name, *fts5(documents, questions, "unicode61", analyse)), flush=True)


if __name__ == "__main__":
    main()
