#!/usr/bin/env python3
"""Precision and recall of entities, quotes, dates and figures on the sample corpus.

    python3 tests/bench/facts_sample.py [--errors] [corpus/sample/gold.jsonl]

Gold lists every distinct surface form once, so a finding counts once a text as well. Entities are
scored by text (gazetteer ids: those that gold gives an id), quotes by text and by speaker, dates by
text and value, figures by value and unit. Needs a built build/libgisa.a and a C compiler.
"""
import json
import os
import re
import sys

from facts_run import ROOT, run


def half(value):
    """2025-01-01/2025-06-30 is 2025-H1, and so on for half years and quarters."""
    if value:
        for pattern, name in (("-01-01/....-06-30", "H1"), ("-07-01/....-12-31", "H2"),
                              ("-01-01/....-03-31", "Q1"), ("-04-01/....-06-30", "Q2"),
                              ("-07-01/....-09-30", "Q3"), ("-10-01/....-12-31", "Q4")):
            if re.fullmatch("...." + pattern, value):
                return value[:5] + name
    return value


def numbers(figure):
    """Value and unit; both ends of a range, of which gold has each."""
    ends = (figure["low"], figure["high"]) if figure.get("bound") == "range" else (figure["value"],)
    return {(float("%.4g" % end), figure["unit"]) for end in ends}


def named(quote):
    """The speaker by name: gold of the sample gives no roles and no names kept back."""
    return quote["speaker"] if quote["kind"] in ("person", "body") else None


class Score:
    def __init__(self, name):
        self.name, self.right, self.found, self.gold = name, 0, 0, 0
        self.missed, self.extra = [], []

    def add(self, gold, found, where):
        self.right += len(gold & found)
        self.found += len(found)
        self.gold += len(gold)
        self.missed += [(where, g) for g in sorted(gold - found, key=str)]
        self.extra += [(where, f) for f in sorted(found - gold, key=str)]

    def line(self):
        p = self.right / self.found if self.found else 0
        r = self.right / self.gold if self.gold else 0
        return f"{self.name:<22} precision {p:.3f}  recall {r:.3f}  ({self.gold} in gold, {self.found} found)"


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    path = args[0] if args else os.path.join(ROOT, "corpus/sample/gold.jsonl")
    gold = []
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        if not record.get("copy_of"):
            gold.append(record)
    found = run([{k: r[k] for k in ("title", "body", "published")} for r in gold])
    names = ["gazetteer ids", "entities", "people", "quotes", "quotes with speaker", "dates",
             "dates with value", "figures"]
    scores = {n: Score(n) for n in names}
    for g, f in zip(gold, found):
        where = g["article"]
        f["entities"] = [e for e in f["entities"] if e["type"] not in ("DT", "TI", "QT")]
        ids = {(e["id"], e["text"]) for e in g["entities"] if e["id"]}
        known = {i for i, _ in ids}
        for e in f["entities"]:  # gold tells members of most families not apart
            e["id"] = e["id"] if e["id"] in known else e["family"] or e["id"]
        scores["gazetteer ids"].add(ids, {(e["id"], e["text"]) for e in f["entities"] if e["id"] in known}, where)
        scores["entities"].add({e["text"] for e in g["entities"]}, {e["text"] for e in f["entities"]}, where)
        scores["people"].add({e["text"] for e in g["entities"] if e["type"] == "PS"},
                             {e["text"] for e in f["entities"] if e["type"] == "PS"}, where)
        direct = [q for q in f["quotes"] if q["direct"]]
        scores["quotes"].add({q["text"] for q in g["quotes"]}, {q["text"] for q in direct}, where)
        scores["quotes with speaker"].add({(q["speaker"], q["text"]) for q in g["quotes"]},
                                          {(named(q), q["text"]) for q in direct}, where)
        scores["dates"].add({d["text"] for d in g["dates"]}, {d["text"] for d in f["dates"]}, where)
        scores["dates with value"].add({(d["text"], half(d["value"])) for d in g["dates"]},
                                       {(d["text"], half(d["value"])) for d in f["dates"]}, where)
        scores["figures"].add(set().union(*map(numbers, g["figures"])), set().union(*map(numbers, f["figures"])), where)
    for name in names:
        print(scores[name].line())
        if "--errors" in sys.argv:
            for where, what in scores[name].missed:
                print("   missed", where, what)
            for where, what in scores[name].extra:
                print("   extra ", where, what)
    print(run([{k: r[k] for k in ("title", "body", "published")} for r in gold], ["--time", "200"]).strip())


if __name__ == "__main__":
    main()
