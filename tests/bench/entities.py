#!/usr/bin/env python3
"""Exact-span F1 of entities on text in the KLUE-NER form (a character and its BIO tag a line).

    python3 tests/bench/entities.py [--errors TYPE] FILE.tsv[.gz]

MODEL and PRODUCT are not of that tag set and are left out. Needs a built build/libgisa.a.
"""
import collections
import gzip
import sys

import facts_run


def sentences(path):
    opener = gzip.open if path.endswith(".gz") else open
    text, spans = "", []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("##"):
                continue
            if not line:
                if text:
                    yield text, spans
                text, spans = "", []
                continue
            char, tag = line.split("\t")
            if tag.startswith("B-"):
                spans.append([len(text), len(text) + 1, tag[2:]])
            elif tag.startswith("I-") and spans:
                spans[-1][1] = len(text) + 1
            text += char
    if text:
        yield text, spans


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    show = args.pop(0) if "--errors" in sys.argv else None
    rows = list(sentences(args[0]))
    found = facts_run.run([{"body": t, "published": "2020-06-15"} for t, _ in rows])
    count = collections.Counter()
    for (text, gold), f in zip(rows, found):
        gold = {tuple(s) for s in gold}
        mine = {(e["start"], e["end"], e["type"]) for e in f["entities"]}
        mine = {m for m in mine if m[2] not in ("MODEL", "PRODUCT")}
        for kind, spans in (("gold", gold), ("found", mine), ("right", gold & mine)):
            for s in spans:
                count[kind, s[2]] += 1
                count[kind, "all"] += 1
        if show:
            for s in sorted(gold - mine):
                if s[2] == show:
                    print("missed", text[s[0]:s[1]], "|", text[max(0, s[0] - 15):s[1] + 15])
            for s in sorted(mine - gold):
                if s[2] == show:
                    print("extra ", text[s[0]:s[1]], "|", text[max(0, s[0] - 15):s[1] + 15])
    for kind in ("PS", "LC", "OG", "DT", "TI", "QT", "all"):
        g, m, r = count["gold", kind], count["found", kind], count["right", kind]
        p, q = (r / m if m else 0), (r / g if g else 0)
        print(f"{kind:4} precision {p:.3f}  recall {q:.3f}  F1 {2 * p * q / (p + q) if p + q else 0:.3f}"
              f"  ({g} in gold, {m} found)")


if __name__ == "__main__":
    main()
