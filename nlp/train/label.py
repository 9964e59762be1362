#!/usr/bin/env python3
"""Labels raw text with a teacher (kiwipiepy, pinned) for training: label.py DATA OUT_DIR [--held-out]

Writes OUT_DIR/kiwi.txt (news, headlines, encyclopedic, and the text of the hand-labelled corpora), OUT_DIR/informal.txt (reviews)
and OUT_DIR/names.txt (sentences whose names are marked by hand; with --held-out all but every fifth, which tests/bench/names.py
measures on). The teacher is used at training time only; its output is a build product.
"""
import csv
import gzip
import json
import re
import sys
from pathlib import Path

import kiwipiepy

import marked
from common import morph, write
from convention import Verbs, to_press
from gold import conllu, from_column10, from_lemma

TEACHER = "0.24.1"
MOST_EOJEOLS = 80
LONG = 160  # characters of a text that is cut into sentences


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
    for line in lines(data / "retrieval/autorag-ko-corpus.jsonl.gz"):
        yield from re.split(r"\n", json.loads(line)["contents"])
    for line in lines(data / "retrieval/autorag-ko-qa.jsonl.gz"):
        yield json.loads(line).get("query", "")
    yield from lines(data / "raw/news-sentences.txt.gz")
    yield from gold_text(data)


def gold_text(data):
    """The text of the hand-labelled corpora that follow other conventions than the press treebank."""
    for name, read in (("kaist", from_column10), ("gsd", from_lemma), ("ksl", from_lemma)):
        for made in conllu(data / f"morph/{name}-train.conllu.gz", read):
            yield " ".join(word for word, _ in made)


def informal(data):
    yield from lines(data / "raw/reviews.txt.gz")


def clean(texts):
    seen = set()
    for text in texts:
        text = re.sub(r"[\u0000-\u001f\u00ad\u200b-\u200f\ufeff\s]+", " ", text).strip()
        if len(text) >= 4 and re.search("[가-힣]", text) and text not in seen:
            seen.add(text)
            yield text


def spread(tokens):
    """A name of several words (반 고흐) is one morpheme a word."""
    for form, tag, start in tokens:
        for m in re.finditer(r"\S+", form) if tag[0] == "N" else [re.match(".*", form)]:
            yield m.group(), tag, start + m.start()


def sentence(text, tokens):
    """The text's eojeols with the morphemes that start in them, or None. tokens: (form, tag, start)."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if not words or len(words) > MOST_EOJEOLS:
        return None
    parts = [[] for _ in words]
    at = 0
    for form, tag, start in spread(tokens):
        while at + 1 < len(words) and start >= words[at + 1][0]:
            at += 1
        made = morph(form, tag)
        if not made:
            return None
        parts[at].append(made)
    if not all(parts):
        return None
    return [(text[a:b], p) for (a, b), p in zip(words, parts)]


def analysed(kiwi, texts):
    """Yields (sentence, its tokens, where it begins in what the tokens count from)."""
    short = [t for t in texts if len(t) < LONG]
    for tokens, text in kiwi.tokenize(short, echo=True):
        yield text, tokens, 0
    for parts in kiwi.split_into_sents([t for t in texts if len(t) >= LONG], return_tokens=True):
        for part in parts:
            yield part.text, part.tokens, part.start


def label(kiwi, verbs, texts, path):
    kept = 0
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as out:
        for text, tokens, start in analysed(kiwi, list(texts)):
            made = sentence(text, [(form, tag, at - start) for form, tag, at in to_press(tokens, verbs)])
            if made:
                write(out, made)
                kept += 1
    part.rename(path)
    print(f"{path}: {kept} sentences", file=sys.stderr)


def is_common(kiwi, name):
    """Whether a name is one common noun to the teacher (경찰, 국회)."""
    tokens = kiwi.tokenize(name)
    return len(tokens) == 1 and tokens[0].tag == "NNG" and tokens[0].score > -14


def label_marked(kiwi, verbs, sentences, path):
    """Here the names are known: the teacher is told that they are one word."""
    kept = 0
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as out:
        for text, spans in sentences:
            known = [(a, b, "NNP") for a, b in spans
                     if re.fullmatch("[가-힣]+", text[a:b]) and not is_common(kiwi, text[a:b])]
            made = sentence(text, to_press(kiwi.tokenize(text, pretokenized=known), verbs))
            if made:
                write(out, made)
                kept += 1
    part.rename(path)
    print(f"{path}: {kept} sentences", file=sys.stderr)


def main():
    if kiwipiepy.__version__ != TEACHER:
        sys.exit(f"label.py: needs kiwipiepy {TEACHER}, found {kiwipiepy.__version__}")
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    kiwi = kiwipiepy.Kiwi(num_workers=2)  # its larger model, cong-global, tears more names it does not know
    verbs = Verbs(kiwi)
    label(kiwi, verbs, clean(informal(data)), out / "informal.txt")
    sentences = marked.trained(data) if sys.argv[3:] == ["--held-out"] else marked.sentences(data)
    label_marked(kiwi, verbs, sentences, out / "names.txt")
    label(kiwi, verbs, clean(formal(data)), out / "kiwi.txt")


if __name__ == "__main__":
    main()
