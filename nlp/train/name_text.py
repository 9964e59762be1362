#!/usr/bin/env python3
"""Brings what the recogniser of names learns from into one form: name_text.py DATA GOLD OUT_DIR

Writes OUT_DIR/marked.txt, a text a line: its collection, the spans and types of its marked names in characters, and the text with
line ends as U+001E. Collections: "press" and "review" (KLUE-NER, but for the sentence whose marks cannot all be read); "article"
(whole articles of DATA that are marked in the files of the folder GOLD to tune on, with OPEN for what is arguable).
"""
import json
import re
import sys
from pathlib import Path

import marked

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests/bench/gold"))
import annotate  # noqa: E402

TUNED = ("tune", "fresh")
LINE_END = "\x1e"


def klue(data):
    for name, text, spans in marked.all_types(data):
        if not marked.UNREAD.search(text):
            yield "review" if name.endswith("nsmc") else "press", text.replace("\t", " "), spans


def articles(data, folder):
    texts = annotate.articles(data)
    for path in sorted(folder.glob("*.jsonl")):
        for line in open(path, encoding="utf-8"):
            gold = json.loads(line)
            name = gold["article"]
            if gold["split"] not in TUNED or "names" not in gold.get("layers", ["names"]):
                continue
            text = texts[name][1]
            if annotate.digest(text) != gold["sha256"]:
                sys.exit(f"{name}: another text than the one that was marked")
            spans = [(n["start"], n["end"], n["type"]) for n in gold["names"] if n["type"] in ("PS", "LC", "OG")]
            yield "article", text, sorted(spans + [(a, b, "OPEN") for a, b in gold["open"]])


def main():
    data, gold, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    with open(out / "marked.txt", "w", encoding="utf-8") as to:
        for kind, text, spans in [*klue(data), *articles(data, gold)]:
            line = re.sub(r"[\t\r\x1e]", " ", text).replace("\n", LINE_END)
            to.write(kind + "\t" + " ".join(f"{a} {b} {t}" for a, b, t in spans) + "\t" + line + "\n")


if __name__ == "__main__":
    main()
