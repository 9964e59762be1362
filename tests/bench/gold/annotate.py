#!/usr/bin/env python3
"""Makes gold of what people mark in real articles: offsets, kinds and hashes, none of the words.

    tests/bench/gold/annotate.py show DATA NAME...     prints articles with numbered paragraphs
    tests/bench/gold/annotate.py pack DATA MARKS...    marks to lines of articles.jsonl
    tests/bench/gold/annotate.py marks DATA GOLD NAME  the marks of an article back, to read them

The texts are in the data folder (README.md tells which); tests/bench/gold/README.md has the rules
by which they were marked and the form of the marks.
"""
import csv
import gzip
import hashlib
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ("person", "body", "role", "anonymous", "none")
TYPES = ("PS", "OG", "LC", "PRODUCT", "MODEL")
BOUNDS = ("-", "about", "at_least", "at_most", "more_than", "less_than", "range")
UNKNOWN = "-"


def articles(data):
    """Name to (day of publication, text: title, line end, body)."""
    found = {}
    with open(os.path.join(data, "extract/ko/gold.jsonl"), encoding="utf-8") as pages:
        for line in pages:
            page = json.loads(line)
            found["ko/" + page["name"]] = (page["published"][:10], page["title"] + "\n" + page["body"])
    csv.field_size_limit(1 << 28)
    with gzip.open(os.path.join(data, "news/wikinews.csv.gz"), "rt", encoding="utf-8") as rows:
        for i, row in enumerate(csv.DictReader(rows)):
            found["wikinews/%d" % i] = (row["작성일"], row["제목"] + "\n" + row["내용"])
    return found


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Marks:
    """The marks of one article while they are resolved."""

    def __init__(self, name, day, text):
        self.name, self.day, self.text = name, day, text
        self.out = {"quotes": [], "dates": [], "figures": [], "names": [], "open": []}
        self.names, self.no_names = [], []

    def place(self, anchor):
        """2:words, 2.3:words (the third in the paragraph), 2:first words…last words."""
        match = re.fullmatch(r"(\d+)(?:\.(\d+))?:(.+)", anchor)
        if not match:
            raise ValueError("no anchor: " + anchor)
        paragraphs = self.text.split("\n")
        number, words = int(match[1]), match[3]
        start = sum(len(p) + 1 for p in paragraphs[:number])
        paragraph = paragraphs[number]
        first, _, last = words.partition("…") if "…" in words and words not in paragraph else (words, "", "")
        at = -1
        for _ in range(int(match[2] or 1)):
            at = paragraph.find(first, at + 1)
            if at < 0:
                raise ValueError("not in paragraph %d: %s" % (number, first))
        end = at + len(first)
        if last:
            # a quotation may go on in the paragraphs after it
            end = self.text.find(last, start + end)
            if end < 0:
                raise ValueError("not behind it: " + last)
            return [start + at, end + len(last)]
        return [start + at, start + end]

    def maybe(self, anchor):
        return None if anchor == UNKNOWN else self.place(anchor)

    def take(self, fields):
        kind = fields[0]
        if kind in ("quote", "said"):
            _, anchor, speaks, speaker, medium, affiliation = fields
            if speaks not in KINDS:
                raise ValueError("no kind of speaker: " + speaks)
            if (speaks == "none") != (speaker == UNKNOWN):
                raise ValueError("a speaker and none: " + anchor)
            start, end = self.place(anchor)
            self.out["quotes"].append({"start": start, "end": end, "direct": kind == "quote", "kind": speaks,
                                       "speaker": self.maybe(speaker), "medium": self.maybe(medium),
                                       "affiliation": self.maybe(affiliation)})
        elif kind == "date":
            start, end = self.place(fields[1])
            value = None if fields[2] == "null" else fields[2]
            if value and not re.fullmatch(r"-?\d{4}(-(\d\d|H[12]|Q[1-4])(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?", value):
                raise ValueError("no date: " + value)
            self.out["dates"].append({"start": start, "end": end, "value": value})
        elif kind == "figure":
            _, anchor, value, unit, bound = fields[:5]
            if bound not in BOUNDS or (bound == "range") != (len(fields) == 7):
                raise ValueError("no bound: " + "\t".join(fields))
            start, end = self.place(anchor)
            figure = {"start": start, "end": end, "value": float(value), "unit": unit}
            if bound != UNKNOWN:
                figure["bound"] = bound
            if bound == "range":
                figure["low"], figure["high"] = float(fields[5]), float(fields[6])
            self.out["figures"].append(figure)
        elif kind == "name":
            if fields[1] not in TYPES:
                raise ValueError("no type: " + fields[1])
            self.names.append((fields[2], fields[1]))
        elif kind == "at":
            start, end = self.place(fields[2])
            self.out["names"].append({"start": start, "end": end, "type": fields[1]})
        elif kind == "not":
            self.no_names.append(self.place(fields[1]))
        elif kind == "open":
            self.out["open"].append(self.place(fields[1]))
        else:
            raise ValueError("no mark: " + kind)

    def spread_names(self):
        """Every place where a name of the list stands, the longest first; not inside a word."""
        taken = [(n["start"], n["end"]) for n in self.out["names"]] + [tuple(s) for s in self.no_names]
        taken += [tuple(s) for s in self.out["open"]]
        for words, type_ in sorted(set(self.names), key=lambda n: (-len(n[0]), n)):
            found = 0
            for match in re.finditer(re.escape(words), self.text):
                start, end = match.span()
                before = self.text[start - 1:start]
                inside = re.match(r"[가-힣A-Za-z0-9]", before) and re.match(r"[가-힣A-Za-z0-9]", words[0])
                if any(start < b and a < end for a, b in taken):
                    found += 1
                elif not inside:
                    found += 1
                    taken.append((start, end))
                    self.out["names"].append({"start": start, "end": end, "type": type_})
            if not found:
                raise ValueError("stands nowhere by itself: " + words)

    def finish(self, split):
        self.spread_names()
        for layer in ("quotes", "dates", "figures", "names"):
            self.out[layer].sort(key=lambda m: (m["start"], m["end"]))
        self.out["open"].sort()
        head = {"article": self.name, "published": self.day, "sha256": digest(self.text), "split": split}
        return json.dumps({**head, **self.out}, ensure_ascii=False)


def pack(data, paths):
    texts, bad = articles(data), 0
    lines = {}
    for path in paths:
        split, marks = "tune", None
        with open(path, encoding="utf-8") as rows:
            for number, row in enumerate(list(rows) + ["= \n"], 1):
                row = row.rstrip("\n")
                if not row or row.startswith("#"):
                    continue
                try:
                    if row.startswith("="):
                        if marks:
                            lines[marks.name] = marks.finish(split)
                        marks = None
                        fields = row[1:].split()
                        if fields:
                            name, split = fields[0], fields[1]
                            marks = Marks(name, *texts[name])
                    else:
                        marks.take(row.split("\t"))
                except (ValueError, KeyError, IndexError, TypeError) as why:
                    bad += 1
                    print("%s:%d: %s" % (path, number, why), file=sys.stderr)
    for name in sorted(lines):
        print(lines[name])
    return 1 if bad else 0


def show(data, names):
    texts = articles(data)
    for name in names:
        day, text = texts[name]
        print("= %s, published %s" % (name, day))
        for i, paragraph in enumerate(text.split("\n")):
            print("[%d] %s" % (i, paragraph))


def marks(data, gold, name):
    """Prints the marks of an article with their words."""
    text = articles(data)[name][1]
    for line in open(gold, encoding="utf-8"):
        article = json.loads(line)
        if article["article"] != name:
            continue
        if article["sha256"] != digest(text):
            sys.exit("another text than the one that was marked: " + name)
        for layer in ("quotes", "dates", "figures", "names"):
            for mark in article[layer]:
                said = {k: text[v[0]:v[1]] if isinstance(v, list) else v
                        for k, v in mark.items() if k not in ("start", "end")}
                print(layer, repr(text[mark["start"]:mark["end"]]), said)


if __name__ == "__main__":
    if len(sys.argv) > 3 and sys.argv[1] == "pack":
        sys.exit(pack(sys.argv[2], sys.argv[3:]))
    elif len(sys.argv) > 3 and sys.argv[1] == "show":
        show(sys.argv[2], sys.argv[3:])
    elif len(sys.argv) == 5 and sys.argv[1] == "marks":
        marks(*sys.argv[2:])
    else:
        sys.exit(__doc__)
