#!/usr/bin/env python3
"""Makes corpus/lexicon/lists/spacing_before.tsv and spacing_after.tsv: whether Korean text that was broken between two
characters had a space there.

    tests/bench/spacing_train.py [--held-out]      DATA as for tests/bench/extract

A weight is ten times the log odds that a space follows one or two characters, or comes before them; digits count as 0 and
Latin letters as A. Pairs are kept where they say something else than their nearer character alone. It reads Wikinews, the
unlabelled news sentences and the texts of UD Kaist, KSL and GSD; --held-out measures on the bodies of the set ko, which teach
nothing here.
"""
import csv
import gzip
import json
import math
import os
import re
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = os.path.dirname(os.path.dirname(HERE)) + "/corpus/lexicon/lists/"
DATA = os.environ.get("DATA", "../shared/data")
MIN_ALONE, MIN_PAIR, MIN_NEWS, SMOOTH = 8, 30, 1.5, 4.0
HEADS = {"before": "# What stands before a break within Korean text, one or two characters (0: a digit, A: a Latin letter), and ten\n"
                   "# times the log odds that a space was there. Made by tests/bench/spacing_train.py of texts named in ../README.md.\n",
         "after": "# As spacing_before.tsv, for what stands after the break.\n"}


def texts():
    csv.field_size_limit(1 << 30)
    with gzip.open(DATA + "/news/wikinews.csv.gz", "rt", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            yield " ".join(str(v) for v in row.values())
    yield from gzip.open(DATA + "/raw/news-sentences.txt.gz", "rt", encoding="utf-8")
    for name in ("kaist-dev", "ksl-train", "gsd-train"):
        for line in gzip.open(f"{DATA}/morph/{name}.conllu.gz", "rt", encoding="utf-8"):
            if line.startswith("# text = "):
                yield line[9:]


def breaks(text):
    """(whether a space is there, two characters before, two after) of each place that a line can be broken at."""
    text = re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "0", re.sub(r"\s+", " ", text)))
    hangul = lambda c: "가" <= c <= "힣"
    for i in range(2, len(text) - 2):
        spaced = text[i] == " "
        before, after = text[i - 2:i], text[i + spaced:i + spaced + 2]
        if before[1] != " " and after[0] != " " and (hangul(before[1]) or hangul(after[0])):
            yield spaced, before, after


def weights(table, total):
    """{context: log odds} of one side; table: {context: [without, with]}."""
    prior = math.log(total[1] / total[0])
    found = {}
    for size in (1, 2):
        for key, (without, spaced) in table.items():
            if len(key) != size or " " in key or without + spaced < (MIN_ALONE if size == 1 else MIN_PAIR):
                continue
            nearer = found.get(key[-1:] if table is SIDES["before"] else key[:1], 0)
            p = 1 / (1 + math.exp(-(nearer if size == 2 else 0) - prior))
            p = (spaced + SMOOTH * p) / (spaced + without + SMOOTH)
            odds = max(-9.9, min(9.9, math.log(p / (1 - p)) - prior))
            if size == 1 or abs(odds - nearer) >= MIN_NEWS:
                found[key] = odds
    return found


SIDES = {"before": {}, "after": {}}


def odds_of(found, side, two):
    for key in (two, two[1:] if side == "before" else two[:1]):
        if key in found[side]:
            return found[side][key]
    return 0


def main():
    total = [0, 0]
    for text in texts():
        for spaced, before, after in breaks(text):
            total[spaced] += 1
            for side, two in (("before", before), ("after", after)):
                for key in {two, two[1:] if side == "before" else two[:1]}:
                    SIDES[side].setdefault(key, [0, 0])[spaced] += 1
    found = {side: weights(table, total) for side, table in SIDES.items()}
    prior = math.log(total[1] / total[0])
    for side in SIDES:
        rows = sorted((k.encode(), round(10 * w)) for k, w in found[side].items() if "\t" not in k and k[0] != "#")
        with open(f"{LISTS}spacing_{side}.tsv", "wb") as f:
            f.write(HEADS[side].encode() + b"".join(k + b"\t%d\n" % w for k, w in rows))
        print(side, len(rows), "contexts")
    print(f"prior {10 * prior:.0f}")
    if "--held-out" in sys.argv:
        right = asked = 0
        for row in map(json.loads, open(DATA + "/extract/ko/gold.jsonl", encoding="utf-8")):
            for spaced, before, after in breaks(row["body"]):
                asked += 1
                right += (odds_of(found, "before", before) + odds_of(found, "after", after) + prior > 0) == spaced
        print(f"held out: {right / asked:.4f} of {asked} places right")


if __name__ == "__main__":
    main()
