#!/usr/bin/env python3
"""Makes corpus/lexicon/region.tsv: the weights that ingest/flat/story_lines.c gives the lines of a flattened page.

    tests/bench/flat_train.py [--held-out] [OUT]      DATA as for tests/bench/extract; needs numpy and scipy

Pages with gold bodies (sets ko and wcxb-dev) are flattened as in flat.py, the Korean ones by the tools of flatten.py too. A
line's label is whether the gold body holds it and it stands in the stretch of lines that holds most of the body. Logistic
regression with a quadratic prior, by L-BFGS; pages weigh alike up to their size, Korean pages more. With --held-out every ko
outlet and every tool is judged by weights that saw neither that outlet nor that tool (by folds of both), and every fifth of
wcxb-dev by those of the other fifths.
"""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import flat
import flatten
import facts_run

ROOT = facts_run.ROOT
PRIOR, KOREAN, ENTER = float(os.environ.get("PRIOR", "2")), 8.0, float(os.environ.get("ENTER", "2.5"))


def build(out):
    packages = "libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs"] + packages.split(), text=True)
    subprocess.check_call(["cc", "-O2", "-D_GNU_SOURCE", "-I" + ROOT, "-I" + ROOT + "/include", "-o", out, ROOT + "/tests/bench/flat_dump.c",
                           ROOT + "/build/libgisa.a"] + flags.split() + ["-lm", "-lpthread"])


def features_of(tool, paths, names):
    out = subprocess.run([tool, "features"], input="\n".join(paths).encode(), stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for _ in paths:
        n, = struct.unpack_from("I", out, at)
        at += 4
        texts, rows = [], np.zeros((n, len(names)), np.float32)
        for i in range(n):
            size, = struct.unpack_from("I", out, at)
            texts.append(out[at + 4:at + 4 + size].decode())
            at += 4 + size
            rows[i] = np.frombuffer(out, np.float32, len(names), at)
            at += 4 * len(names)
        yield texts, rows


def labels_of(body, texts):
    """Label and weight of each line."""
    gold, whole = flat.Holder(body), {" ".join(x.split()) for x in body.split("\n")}
    sizes = [len(flat.words_of(t)) for t in texts]
    held = [gold.holds(t) if n >= 3 else " ".join(t.split()) in whole for t, n in zip(texts, sizes)]
    best = total = start = 0
    stretch = (0, 0)
    for i, (h, n) in enumerate(zip(held, sizes)):
        total += min(n, 40) if h and n >= 3 else 0 if h else -3
        if total <= 0:
            total, start = 0, i + 1
        elif total > best:
            best, stretch = total, (start, i + 1)
    label, weight = np.zeros(len(texts)), np.ones(len(texts))
    for i, (h, n) in enumerate(zip(held, sizes)):
        inside = stretch[0] <= i < stretch[1]
        near = inside and h or n < 3 and inside and gold.holds(texts[i]) and n > 0
        label[i] = near
        weight[i] = 0 if h and n >= 6 and not inside else 0.5 if n < 3 else 1
    return label, weight * min(1, 200 / max(weight.sum(), 1))


def collect(tool, names, folder):
    """Pages: set, name, body, variant, lines as flattened, path, features, labels, weights."""
    pages = []
    for chosen in ("ko", "wcxb-dev"):
        rows = list(flat.load(chosen))
        for k, (name, _, body, raw) in enumerate(rows):
            html = flat.decode(raw)
            for v in range(4) if chosen == "ko" else (k % 4,):
                lines = flat.flatten(html, flat.VARIANTS[v])
                path = flat.write(folder, name, f".{v}.txt", ("\n".join(x[0] for x in lines) + "\n").encode())
                pages.append({"set": chosen, "name": name, "body": body, "variant": v, "lines": lines, "path": path})
    for tool_name, rows in flatten.flattened(flatten.TOOLS).items():
        for name, gold, path in rows:
            pages.append({"set": "ko", "name": name, "body": gold["body"], "variant": tool_name, "path": path})
    for page, (texts, features) in zip(pages, features_of(tool, [p["path"] for p in pages], names)):
        page["features"] = features
        page["label"], page["weight"] = labels_of(page["body"], texts)
        if page["set"] == "ko":
            page["weight"] = page["weight"] * KOREAN / (4 + len(flatten.TOOLS))
    return pages


def fit(pages, n, start=None):
    x = np.concatenate([p["features"] for p in pages])
    y = np.concatenate([p["label"] for p in pages])
    w = np.concatenate([p["weight"] for p in pages])
    keep = w > 0
    x, y, w = x[keep], y[keep].astype(np.float32), w[keep].astype(np.float32)

    def loss(b):
        z = x @ b.astype(np.float32)
        total = (w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * PRIOR * (b * b).sum()
        return float(total), x.T.astype(np.float32) @ (w * (1 / (1 + np.exp(-z)) - y)) + PRIOR * b

    return minimize(loss, np.zeros(n) if start is None else start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def table(names, weights):
    rows = [f"enter\t{ENTER:g}"] + [f"{n}\t{w:.3f}" for n, w in zip(names, weights)]
    return ("# Weights of ingest/flat/story_lines.c: what speaks for a line of a flattened page being part of the story (positive) or not\n"
            "# (negative). name <TAB> weight; \"enter\" is the cost of a return to the story. Made by tests/bench/flat_train.py\n"
            "# (the README beside it says of what); a reader may mend a line by hand, a new training overwrites it.\n"
            + "\n".join(rows) + "\n")


def judge(tool, names, weights, pages, folder, sums):
    path = folder + "/weights.tsv"
    open(path, "w").write(table(names, weights))
    out = subprocess.run([tool, path], input="\n".join(p["path"] for p in pages).encode(), stdout=subprocess.PIPE, check=True).stdout
    for page, row in zip(pages, out.decode().splitlines()):
        if "gold" not in page:
            page["gold"] = flat.Holder(page["body"])
        flat.score(page["lines"], page["gold"], flat.Holder(json.loads(row)["body"]), sums)


def shingled(tool, names, weights, pages, folder, pairs):
    """Adds each page's precision and recall by shingles to pairs[tool that flattened it]."""
    path = folder + "/weights.tsv"
    open(path, "w").write(table(names, weights))
    out = subprocess.run([tool, path], input="\n".join(p["path"] for p in pages).encode(), stdout=subprocess.PIPE, check=True).stdout
    for page, row in zip(pages, out.decode().splitlines()):
        pairs.setdefault(page["variant"], []).append(flatten.bench.score(json.loads(row)["body"], page["body"]))


def held_out(tool, names, pages, folder, whole, folds=3):
    outlet = lambda p: re.sub(r"_\d+$", "", p["name"])
    fold = {o: i % folds for i, o in enumerate(sorted({outlet(p) for p in pages if p["set"] == "ko"}))}
    kind = lambda p: flatten.TOOLS.index(p["variant"]) % folds if p["variant"] in flatten.TOOLS else -1
    pairs = {}
    for a in range(folds):
        for b in range(folds):
            seen = [p for p in pages if p["set"] != "ko" or fold[outlet(p)] != a and kind(p) != b]
            mine = [p for p in pages if p["set"] == "ko" and fold[outlet(p)] == a and kind(p) == b]
            shingled(tool, names, fit(seen, len(names), whole), mine, folder, pairs)
    for name in flatten.TOOLS:
        if name in pairs:
            print(f"{name:22s} outlet and tool held out {flatten.f1(pairs[name]):.4f}")
    figures = {n: flatten.f1(x) for n, x in pairs.items()}
    for part, kept in (("all", set(figures)), ("lines kept", set(figures) - flatten.WRAPPING), ("wrapped", flatten.WRAPPING & set(figures))):
        print(f"{part:22s} outlet and tool held out {sum(figures[n] for n in kept) / max(len(kept), 1):.4f}", flush=True)
    english = [p for p in pages if p["set"] != "ko"]
    sums = [0, 0, 0]
    for k in range(5):
        weights = fit([p for p in pages if p["set"] == "ko"] + [p for i, p in enumerate(english) if i % 5 != k], len(names), whole)
        judge(tool, names, weights, english[k::5], folder, sums)
    print(f"wcxb-dev, fifth held out    {flat.figures(sums)}", flush=True)


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    with tempfile.TemporaryDirectory() as folder:
        tool = folder + "/dump"
        build(tool)
        names = subprocess.check_output([tool, "names"], text=True).splitlines()
        pages = collect(tool, names, folder)
        weights = fit(pages, len(names))
        pairs = {}
        shingled(tool, names, weights, [p for p in pages if p["variant"] in flatten.TOOLS], folder, pairs)
        print(f"ko, trained on it    {sum(flatten.f1(x) for x in pairs.values()) / max(len(pairs), 1):.4f}", flush=True)
        open(args[0] if args else ROOT + "/corpus/lexicon/region.tsv", "w", encoding="utf-8").write(table(names, weights))
        if "--held-out" in sys.argv:
            held_out(tool, names, pages, folder, weights)


if __name__ == "__main__":
    main()
