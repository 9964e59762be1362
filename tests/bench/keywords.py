#!/usr/bin/env python3
"""Scores the keywords of an article by its headline: keywords.py GISA ARTICLES.jsonl [N]

N articles (default 200, spread evenly) lose their titles, all are imported into a database, and gisa show --keywords finds ten
keywords of each body. A keyword is right when it is, holds or is part of a noun of the headline (two letters or more; Kiwi tells which
words are nouns, PyPI kiwipiepy). P@5 is the share of the first five that are right; recall, the share of headline nouns in
the body that one of ten keywords has. The peer: (1 + ln tf) ln(N / df) over Kiwi's nouns (NNG, NNP, SL), neighbours joined.
"""
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

NOUNS = {"NNG", "NNP", "SL", "SH", "XSN", "XPN"}


def compounds(kiwi, text):
    out, end = [], -1
    for t in kiwi.tokenize(text):
        if t.tag in NOUNS:
            if t.start == end and out:
                out[-1] += t.form
            else:
                out.append(t.form)
            end = t.start + t.len
        else:
            end = -1
    return [w for w in out if len(w) > 1]


def same(a, b):
    a, b = a.lower().replace(" ", ""), b.lower().replace(" ", "")
    return a in b or b in a


def score(rows):
    right = asked = hit = nouns = 0
    for gold, body, found in rows:
        gold = {g for g in gold if g in body}
        if not gold:
            continue
        right += sum(any(same(k, g) for g in gold) for k in found[:5])
        asked += len(found[:5])
        hit += sum(any(same(k, g) for k in found[:10]) for g in gold)
        nouns += len(gold)
    return right / max(asked, 1), hit / max(nouns, 1)


def main():
    import kiwipiepy
    kiwi = kiwipiepy.Kiwi(num_workers=1)
    program, path = sys.argv[1], sys.argv[2]
    articles = [json.loads(line) for line in open(path, encoding="utf-8")]
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    chosen = set(range(0, len(articles), max(1, len(articles) // wanted)))
    gold = {i: {t.form for t in kiwi.tokenize(articles[i]["title"]) if t.tag in NOUNS and len(t.form) > 1} for i in chosen}
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        file, db = Path(folder) / "in.jsonl", str(Path(folder) / "k.db")
        with open(file, "w", encoding="utf-8") as f:
            for i, a in enumerate(articles):
                f.write(json.dumps(dict(a, title="" if i in chosen else a["title"], url=f"https://k.example/{i}"),
                                   ensure_ascii=False) + "\n")
        subprocess.run([program, "--db", db, "-q", "import", "--keep-duplicates", str(file)], check=True)
        done = subprocess.run([program, "--db", db, "export", "--out", folder + "/out", "-q"], check=True)
        ids = {}
        for line in open(folder + "/out/articles.jsonl", encoding="utf-8"):
            a = json.loads(line)
            ids[int(a["url"].rsplit("/", 1)[1])] = a["id"]
        for i in sorted(chosen):
            if i not in ids:
                continue
            done = subprocess.run([program, "--db", db, "show", "--keywords", "--json", ids[i]], stdout=subprocess.PIPE, check=True)
            found = [k["form"] for k in json.loads(done.stdout)["keywords"]]
            ours.append((gold[i], articles[i]["body"], found))
    words = [Counter(compounds(kiwi, a["body"])) for a in articles]
    df = Counter(w for c in words for w in c)
    for i in sorted(chosen):
        if i in ids:
            ranked = sorted(words[i], key=lambda w: -(1 + math.log(words[i][w])) * math.log((len(articles) + 1) / (df[w] + 1)))
            theirs.append((gold[i], articles[i]["body"], ranked[:10]))
    print(f"{'system':12} {'P@5':>6} {'recall':>6}")
    for name, rows in [("gisa", ours), ("kiwi tf-idf", theirs)]:
        print(f"{name:12} {score(rows)[0]:6.3f} {score(rows)[1]:6.3f}")


if __name__ == "__main__":
    main()
