#!/usr/bin/env python3
"""Compares the UPOS of `analyze --format conllu` with that of UD's Korean treebanks: upos.py GISA DATA [--errors N]

The treebanks split marks off; an eojeol's tag is there that of its token whose head is outside of the eojeol, marks aside. `loose`
takes what the treebanks derive from josa and endings (ADV of 학교에서, CCONJ and SCONJ of 먹고, 먹으면) for the tag of the head.
"""
import collections
import gzip
import subprocess
import sys
from pathlib import Path

JOSA = {"JKB", "jca", "jct", "jcj", "JC", "jxc", "JX"}
ENDINGS = {"EC", "ecc", "ecs", "ecx"}


def sentences(path):
    text, tokens = None, []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:].strip()
            elif not line:
                yield text, tokens
                tokens = []
            elif line[0] != "#" and line.split("\t")[0].isdigit():
                tokens.append(line.split("\t"))


def eojeols(tokens):
    out = [[]]
    for t in tokens:
        out[-1].append(t)
        if "SpaceAfter=No" not in t[9]:
            out.append([])
    return [e for e in out if e]


def head(eojeol):
    ids = {t[0] for t in eojeol}
    words = [t for t in eojeol if t[3] != "PUNCT"] or eojeol
    return next((t for t in words if t[6] not in ids), words[0])


def is_derived(gold, got):
    tags = gold[4].split("+")
    if gold[3] in ("ADV", "CCONJ") and got in ("NOUN", "PROPN", "NUM", "PRON"):
        return any(t in JOSA for t in tags)
    return gold[3] in ("ADV", "CCONJ", "SCONJ") and got in ("VERB", "ADJ", "AUX") and tags[-1] in ENDINGS


def analyse(program, texts):
    done = subprocess.run([program, "analyze", "--format", "conllu"], input="".join(t + "\n" for t in texts).encode(),
                          stdout=subprocess.PIPE, check=True)
    out = [[] for _ in texts]
    for line in done.stdout.decode().splitlines():
        if line.startswith("# sent_id = "):
            at = int(line[12:].split("-")[0]) - 1
        elif line and line[0] != "#":
            columns = line.split("\t")
            if len(columns) != 10 or not columns[0].isdigit() or not all(columns):
                sys.exit(f"no row of CoNLL-U: {line}")
            out[at].append((columns[1], columns[3]))
    return out


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    show = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    for name in ("gsd", "kaist"):
        gold = list(sentences(folder / "morph" / f"{name}-dev.conllu.gz"))
        wrong, n, good, loose = collections.Counter(), 0, 0, 0
        for (_, tokens), got in zip(gold, analyse(program, [text for text, _ in gold])):
            want = eojeols(tokens)
            if ["".join(t[1] for t in e) for e in want] != [form for form, _ in got]:
                continue
            for e, (form, tag) in zip(want, got):
                h = head(e)
                n += 1
                good += h[3] == tag
                loose += h[3] == tag or is_derived(h, tag)
                if h[3] != tag and not is_derived(h, tag):
                    wrong[h[3], tag, h[4]] += 1
        print(f"{name:6} {n:6} eojeols  agree {good / n:.4f}  loose {loose / n:.4f}")
        for (want, got, tags), k in wrong.most_common(show):
            print(f"       {k:5} {want} taken for {got}: {tags}")


if __name__ == "__main__":
    main()
