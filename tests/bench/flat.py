#!/usr/bin/env python3
"""Measures flattened text: pages with gold bodies are turned into lines as a crawler does, and each line is
labelled free by whether the gold body holds it.

    tests/bench/flat.py [SET...]      DATA and GISA as for tests/bench/extract

A line counts as body when all its 4-word runs (the whole line when it is shorter) stand in the gold body. Line F1
is over the body lines of all pages, those of three words and more; the second row is the peer: all lines kept that end a sentence, which
is what people do by hand.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

DATA = os.environ.get("DATA", "../shared/data")
GISA = os.environ.get("GISA", "build/gisa")
INLINE = {"a", "b", "i", "em", "strong", "span", "u", "font", "sup", "sub", "mark", "small", "abbr", "cite", "code", "q", "label"}
VOID = {"script", "style", "noscript", "template", "svg", "iframe"}


class Flattener(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.now, self.hidden = [], "", 0

    def end_line(self):
        text = " ".join(self.now.split())
        if text:
            self.lines.append(text)
        self.now = ""

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in VOID
        if tag not in INLINE:
            self.end_line()

    def handle_endtag(self, tag):
        if tag in VOID and self.hidden:
            self.hidden -= 1
        if tag not in INLINE:
            self.end_line()

    def handle_data(self, data):
        if not self.hidden:
            self.now += data


def decode(raw):
    label = re.search(rb"charset=[\"']?([\w-]+)", raw[:4096])
    for name in ("utf-8", label and label[1].decode(), "cp949"):
        try:
            return raw.decode(name) if name else ""
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def runs(text):
    words = re.findall(r"\w+", text)
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)} if len(words) > 3 else {tuple(words)}


def holds(body_runs, body_words, line):
    words = re.findall(r"\w+", line)
    if len(words) > 3:
        mine = runs(line)
        return len(mine & body_runs) >= 0.8 * len(mine)
    return " ".join(words) in body_words


def load(name):
    folder = f"{DATA}/extract/{name}"
    path = folder + "/gold.jsonl"
    rows = open(path, encoding="utf-8") if os.path.exists(path) else gzip.open(path + ".gz", "rt", encoding="utf-8")
    for row in map(json.loads, rows):
        gold = row.get("ground_truth", row)
        body = gold.get("main_content", gold.get("body"))
        if body:
            yield row["name"], body, gzip.open(f"{folder}/{row['name']}.html.gz").read()


def measure(name):
    pages = []
    with tempfile.TemporaryDirectory() as d:
        for page, body, raw in load(name):
            f = Flattener()
            f.feed(decode(raw))
            f.end_line()
            path = f"{d}/{page}.txt"
            open(path, "w", encoding="utf-8").write("\n".join(f.lines) + "\n")
            pages.append((path, body, f.lines))
        done = subprocess.run([GISA, "extract", "--format", "text"] + [p[0] for p in pages], stdout=subprocess.PIPE)
    tools = {"gisa": [(json.loads(r).get("body") or "") for r in done.stdout.decode().splitlines()],
             "lines that end a sentence": ["\n".join(x for x in p[2] if re.search(r"[.?!]['\"”’)]*$", x)) for p in pages]}
    for tool, bodies in tools.items():
        hit = kept = want = 0
        for (_, body, lines), got in zip(pages, bodies):
            gold = runs(body), " ".join(re.findall(r"\w+", body))
            mine = runs(got), " ".join(re.findall(r"\w+", got))
            for line in lines:
                if len(re.findall(r"\w+", line)) < 3:
                    continue
                a, b = holds(*gold, line), holds(*mine, line)
                hit, kept, want = hit + (a and b), kept + b, want + a
        p, r = hit / max(kept, 1), hit / max(want, 1)
        print(f"{name} ({len(pages)}) {tool:26s} line F1 {2 * p * r / max(p + r, 1e-9):.4f}  P {p:.4f}  R {r:.4f}")


if __name__ == "__main__":
    for chosen in sys.argv[1:] or ["ko", "wcxb-dev"]:
        measure(chosen)
