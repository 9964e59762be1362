#!/usr/bin/env python3
"""Labels raw text with a teacher (kiwipiepy, pinned) for training: label.py DATA OUT_DIR

Writes OUT_DIR/kiwi.txt (news, headlines, encyclopedic) and OUT_DIR/informal.txt (reviews, comments). The teacher is
used at training time only; its output is a build product.
"""
import csv
import gzip
import json
import re
import sys
from pathlib import Path

import kiwipiepy

from common import morph, write

TEACHER = "0.24.1"
MOST_EOJEOLS = 80


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        yield from f


def formal(data):
    for row in csv.DictReader(lines(data / "topics/ynat-train.csv.gz")):
        yield row["title"]
    for row in csv.DictReader(lines(data / "topics/ynat-val.csv.gz")):
        yield row["title"]
    for row in csv.DictReader(lines(data / "news/wikinews.csv.gz")):
        yield row["제목"]
        yield from row["내용"].split("\n")
    for line in lines(data / "ner/klue-ner-tune.tsv.gz"):
        if line.startswith("##"):
            text = line.rstrip("\n").split("\t", 1)[-1]
            yield re.sub(r"<([^<>:]*):[A-Z]{2}>", r"\1", text)
    for line in lines(data / "retrieval/autorag-ko-corpus.jsonl.gz"):
        yield from re.split(r"\n", json.loads(line)["contents"])
    for line in lines(data / "retrieval/autorag-ko-qa.jsonl.gz"):
        yield json.loads(line).get("query", "")
    yield from lines(data / "raw/news-sentences.txt.gz")


def informal(data):
    yield from lines(data / "raw/reviews.txt.gz")


def clean(texts):
    seen = set()
    for text in texts:
        text = re.sub(r"[\u0000-\u001f\u00ad\u200b-\u200f\ufeff\s]+", " ", text).strip()
        if len(text) >= 4 and re.search("[가-힣]", text) and text not in seen:
            seen.add(text)
            yield text


def sentence(text, tokens):
    """The text's eojeols with the morphemes that start in them, or None."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if not words or len(words) > MOST_EOJEOLS:
        return None
    parts = [[] for _ in words]
    at = 0
    for token in tokens:
        while at + 1 < len(words) and token.start >= words[at + 1][0]:
            at += 1
        tag = token.tag.split("-")[0]
        if tag.startswith("W_"):
            tag = "SW"
        made = morph(token.form, {"XSM": "XSN", "Z_SIOT": ""}.get(tag, tag))
        if not made:
            return None
        parts[at].append(made)
    if not all(parts):
        return None
    return [(text[a:b], p) for (a, b), p in zip(words, parts)]


def label(kiwi, texts, path):
    kept = 0
    with open(path, "w", encoding="utf-8") as out:
        def pieces():
            for text in texts:
                if len(text) < 160:
                    yield text
                else:
                    yield from (s.text for s in kiwi.split_into_sents(text))
        for tokens, text in kiwi.tokenize(pieces(), echo=True):
            made = sentence(text, tokens)
            if made:
                write(out, made)
                kept += 1
    print(f"{path}: {kept} sentences", file=sys.stderr)


def main():
    if kiwipiepy.__version__ != TEACHER:
        sys.exit(f"label.py: needs kiwipiepy {TEACHER}, found {kiwipiepy.__version__}")
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    kiwi = kiwipiepy.Kiwi(num_workers=2)
    label(kiwi, clean(informal(data)), out / "informal.txt")
    label(kiwi, clean(formal(data)), out / "kiwi.txt")


if __name__ == "__main__":
    main()
