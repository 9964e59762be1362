#!/usr/bin/env python3
"""Brings what the recogniser of names learns from into one form: name_text.py DATA OUT_DIR

Writes OUT_DIR/marked.txt: a sentence a line, its collection ("press" or "review"), the spans and types of its marked names
in characters, and the text (KLUE-NER); not the sentence whose marks cannot all be read. Behind them the paragraphs of the real
articles that are marked for tuning (tests/bench/gold), as "article", with ANY for what is arguable.
"""
import json
import sys
from pathlib import Path

import marked

GOLD = Path(__file__).resolve().parents[2] / "tests/bench/gold"
sys.path.insert(0, str(GOLD))
import annotate  # noqa: E402


def put(to, kind, spans, text):
    to.write(kind + "\t" + " ".join(f"{a} {b} {t}" for a, b, t in spans) + "\t" + text.replace("\t", " ") + "\n")


def paragraphs(data):
    """Yields (text, [(start, end, type)…]) of the articles for tuning; products are no names here."""
    articles = annotate.articles(data)
    for gold in map(json.loads, open(GOLD / "articles.jsonl", encoding="utf-8")):
        text = articles[gold["article"]][1]
        if gold["split"] != "tune" or annotate.digest(text) != gold["sha256"]:
            continue
        spans = [(n["start"], n["end"], n["type"]) for n in gold["names"] if n["type"] in ("PS", "OG", "LC")]
        spans += [(a, b, "ANY") for a, b in gold["open"]]
        at = 0
        for paragraph in text.split("\n"):
            end = at + len(paragraph)
            yield paragraph, sorted((a - at, b - at, t) for a, b, t in spans if a >= at and b <= end)
            at = end + 1


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    with open(out / "marked.txt", "w", encoding="utf-8") as to:
        for name, text, spans in marked.all_types(data):
            if not marked.UNREAD.search(text):
                put(to, "review" if name.endswith("nsmc") else "press", spans, text)
        for text, spans in paragraphs(data):
            if text.strip():
                put(to, "article", spans, text)


if __name__ == "__main__":
    main()
