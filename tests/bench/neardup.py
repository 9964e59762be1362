#!/usr/bin/env python3
"""Precision and recall of near-duplicates on planted copies, peers beside gisa in one run.

usage: neardup.py [--wikinews FILE.csv.gz] [--generated N] [--scale N] [--exact] [--sweep] [--errors]

Base texts are the sample corpus, N articles of generate.py and, when given, Korean Wikinews (a CSV
with the columns date, URL, title, text). Each base gets copies as the press makes them, and hard
negatives: other stories that share its quotes, its background paragraph or the boilerplate of their
outlet. An article is right when it is linked into the family it was planted in. Peers: MinHash LSH
over 5-grams without spaces (datasketch, where it is installed) and, with
--exact, exact Jaccard of 5-grams.
"""
import argparse
import csv
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OWN = ["본지 취재진이 현장을 찾아 관계자들의 이야기를 더 들어 봤다.", "전문가들은 앞으로의 흐름을 조금 더 지켜봐야 한다고 입을 모았다.",
       "자세한 내용은 다음 주에 나올 보고서에 담길 예정이다.", "독자 의견은 본사 누리집에서 받는다.",
       "이와 관련해 지역 주민들의 반응은 엇갈리고 있다.", "한편 같은 날 다른 행사도 함께 열렸다."]
FOOT = ("본 기사의 저작권은 해당 언론사에 있으며 무단으로 옮겨 싣거나 퍼뜨리는 것을 금합니다. 제보는 전화와 전자우편, 누리집과 앱으로 "
        "하루 내내 받습니다. 신문 구독을 신청하시면 첫 달은 무료로 보실 수 있으며 언제든 그만두실 수 있습니다.")


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]


def letters(text):
    return len(re.sub(r"\W", "", text))


def respace(rng, text, share=0.3):
    out = []
    for c in text:
        if c == " " and rng.random() < share:
            continue
        out.append(c)
        if "가" <= c <= "힣" and rng.random() < share / 5:
            out.append(" ")
    return "".join(out)


def figures(rng, text):
    return re.sub(r"\d", lambda m: str(rng.randint(0, 9)), text)


def drop(rng, parts, share):
    keep = max(2, round(len(parts) * (1 - share)))
    return [parts[i] for i in sorted(rng.sample(range(len(parts)), min(keep, len(parts))))]


def reword(rng, text, share, words):
    return " ".join(rng.choice(words) if rng.random() < share else w for w in text.split(" "))


def copy_of(rng, kind, base, other, words):
    parts = sentences(base)
    if kind == "same":
        return base
    if kind == "respaced":
        return respace(rng, base)
    if kind == "figures":
        return figures(rng, base)
    if kind == "cut":
        return " ".join(drop(rng, parts, rng.uniform(0.2, 0.5)))
    if kind == "head":
        return " ".join(parts[:max(2, (len(parts) + 1) // 2)])
    if kind == "reordered":
        rng.shuffle(parts)
        return " ".join(parts)
    if kind == "reworded":
        return reword(rng, base, 0.06, words)
    if kind == "own ends":
        foot = [FOOT] if letters(base) >= 4 * letters(FOOT) else []
        return " ".join([rng.choice(OWN)] + parts + rng.sample(OWN, 2) + foot)
    if kind == "embedded":
        around = sentences(reword(rng, other, 0.6, words))  # a story of which nothing else is there
        half = len(around) // 2
        return " ".join(around[:half] + parts + around[half:])
    parts = drop(rng, parts, rng.uniform(0.1, 0.3))
    if rng.random() < 0.5:
        rng.shuffle(parts)
    return respace(rng, figures(rng, " ".join(parts + [rng.choice(OWN)])), 0.2)


KINDS = ["same", "respaced", "figures", "cut", "head", "reordered", "reworded", "own ends", "embedded", "mixed"]


def sample_corpus():
    folder, articles = os.path.join(ROOT, "corpus/sample/articles"), {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            articles[name[:-5]] = json.load(f)
    out = []
    for name, a in articles.items():
        root = name
        while articles[root]["copy_of"]:
            root = articles[root]["copy_of"]
        out.append((root, "\n".join(a["body"]), root != name))
    return out


def bases(opts):
    out = []
    if opts.wikinews:
        with gzip.open(opts.wikinews, "rt", encoding="utf-8", newline="") as f:
            for row in list(csv.reader(f))[1:]:
                if letters(row[3]) >= 120 and row[3] not in out:  # some stand there twice
                    out.append(row[3])
    made = subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(opts.generated), "1200"],
                          capture_output=True, text=True, check=True).stdout
    return out + [json.loads(line)["body"] for line in made.splitlines()]


def plant(opts):
    """[(family, kind, body)]: a base has its own number as family and the kind 'base'."""
    rng, texts = random.Random(7), bases(opts)
    words = [w for t in texts[::5] for w in t.split()]
    out = []
    for i, text in enumerate(texts):
        parts, others = sentences(text), [t for t in (rng.choice(texts) for _ in range(50))
                                          if t is not text and letters(text) >= letters(t) * 0.4]
        out.append((i, "base", text))
        if len(parts) >= 4:
            for kind in rng.sample(KINDS, 3):
                if kind == "embedded" and not others:
                    continue
                out.append((i, kind, copy_of(rng, kind, text, others[0] if others else "", words)))
        other = rng.choice(texts)
        share = 0.25 * letters(text)
        taken, size = [], 0
        for s in rng.sample(parts, len(parts)):
            if size + letters(s) > min(share, 0.25 * letters(other)):
                break
            taken.append(s)
            size += letters(s)
        if taken and other is not text:  # another story with the same quotes or background
            rest = reword(rng, other, 0.6, words)
            out.append(("n%d" % i, "shares quotes", " ".join(sentences(rest) + taken)))
        other = rng.choice(texts)
        if letters(other) >= 4 * letters(FOOT):
            out.append(("f%d" % i, "boilerplate", reword(rng, other, 0.6, words) + " " + FOOT))
    for family, body, is_copy in sample_corpus():
        out.append((family, "sample" if is_copy else "base", body))
    return out


def gisa(planted, tool, batch=1000, extra=()):
    lines = "".join(json.dumps({"id": "%016x" % i, "outlet": "x", "title": "t", "published": "2025-01-01T%02d:%02d:%02d"
                                % (i // 3600 % 24, i // 60 % 60, i % 60) if i < 86400 else "2025-01-02",
                                "body": p[2]}, ensure_ascii=False) + "\n" for i, p in enumerate(planted))
    out = subprocess.run([tool, str(batch)] + list(extra), input=lines, capture_output=True, text=True, check=True)
    return {int(a): int(b) for a, b, _ in (line.split("\t") for line in out.stdout.splitlines())}, float(out.stderr)


def grams(text, n=5):
    text = re.sub(r"\W", "", text).lower()
    return {text[i:i + n] for i in range(len(text) - n + 1)}


def minhash(planted, threshold):
    from datasketch import MinHash, MinHashLSH
    start, lsh, links = time.time(), MinHashLSH(threshold=threshold, num_perm=128), {}
    sketches = {}
    for i, (_, _, body) in enumerate(planted):
        m = sketches[i] = MinHash(num_perm=128)
        m.update_batch([g.encode() for g in grams(body)])
        near = [j for j in lsh.query(m) if sketches[j].jaccard(m) >= threshold]
        if near:
            links[i] = min(near)
        lsh.insert(i, m)
    return links, time.time() - start


def jaccard(planted, threshold):
    start, table, sets, links = time.time(), {}, [], {}
    for i, (_, _, body) in enumerate(planted):
        own, seen = grams(body), {}
        for g in own:
            for j in table.get(g, ()):
                seen[j] = seen.get(j, 0) + 1
        near = [j for j, n in seen.items() if n / (len(own) + len(sets[j]) - n) >= threshold]
        if near:
            links[i] = min(near)
        for g in own:
            table.setdefault(g, []).append(i)
        sets.append(own)
    return links, time.time() - start


def score(name, planted, links, seconds, errors=False):
    families = {}
    for i, (family, _, _) in enumerate(planted):
        families.setdefault(family, []).append(i)
    right = {i for i in links if planted[links[i]][0] == planted[i][0]}
    wrong = [i for i in links if i not in right]
    copies = []  # all of a family but one, its source: the one that has no link, if there is such
    for members in families.values():
        source = next((i for i in members if i not in links), members[0])
        copies += [i for i in members if i != source]
    found = right & set(copies)
    print("%-28s precision %.4f  recall %.4f  %8.2f s" % (name, (len(links) - len(wrong)) / max(1, len(links)),
                                                          len(found) / max(1, len(copies)), seconds))
    if errors:
        missed, by_kind = set(copies) - found, {}
        for i in copies:
            row = by_kind.setdefault(planted[i][1], [0, 0])
            row[0] += 1
            row[1] += i in missed
        print("   missed:", ", ".join("%s %d/%d" % (k, m, n) for k, (n, m) in sorted(by_kind.items())))
        kinds = {}
        for i in wrong:
            pair = "%s<-%s" % (planted[i][1], planted[links[i]][1])
            kinds[pair] = kinds.get(pair, 0) + 1
        print("   wrong:", ", ".join("%s %d" % k for k in sorted(kinds.items())))
        for i in [i for i in wrong if planted[i][1] == planted[links[i]][1] == "base"][:3]:
            print("   %s | %s" % (planted[i][2][:60].replace("\n", " "), planted[links[i]][2][:60].replace("\n", " ")))


def build(out):
    packages = "libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs"] + packages.split(), text=True)
    subprocess.check_call(["cc", "-O2", "-D_GNU_SOURCE", "-I" + ROOT, "-I" + ROOT + "/include", "-o", out, os.path.join(HERE, "neardup_links.c"),
                           os.path.join(ROOT, "build/libgisa.a")] + flags.split() + ["-lm", "-lpthread"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wikinews")
    parser.add_argument("--generated", type=int, default=600)
    parser.add_argument("--scale", type=int, default=0)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--sweep", action="store_true", help="other thresholds of gisa too")
    parser.add_argument("--exact", action="store_true", help="exact Jaccard too (slow)")
    opts = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tool = os.path.join(folder, "links")
        build(tool)
        planted = plant(opts)
        print("%d articles, %d copies planted" % (len(planted), len(planted) - len({p[0] for p in planted})))
        links, seconds = gisa(planted, tool)
        score("gisa, batches of 1000", planted, links, seconds, opts.errors)
        again, _ = gisa(planted, tool, batch=37)
        print("%-28s %s" % ("gisa, batches of 37", "the same links" if again == links else "OTHER LINKS"))
        for value in ("0.3", "0.4", "0.45", "0.55", "0.6") if opts.sweep else ():
            score("gisa, containment " + value, planted, *gisa(planted, tool, extra=[value]))
        for threshold in (0.5, 0.3) if opts.exact else ():
            score("Jaccard of 5-grams, %.1f" % threshold, planted, *jaccard(planted, threshold), opts.errors)
        try:
            for threshold in (0.5, 0.3):
                score("datasketch MinHash, %.1f" % threshold, planted, *minhash(planted, threshold), opts.errors)
        except ImportError:
            print("datasketch is not installed")
        if opts.scale:
            subprocess.check_call([tool, "--scale", str(opts.scale)])


if __name__ == "__main__":
    main()
