#!/usr/bin/env python3
"""Brings what the recogniser of names learns from into one form: name_text.py DATA OUT_DIR

Writes OUT_DIR/marked.txt: a sentence a line, its collection ("press" or "review"), the spans and types of its marked names
in characters, and the text (KLUE-NER); not the sentence whose marks cannot all be read.
"""
import gzip
import sys
from pathlib import Path

import marked


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    with open(out / "marked.txt", "w", encoding="utf-8") as to:
        for name, text, spans in marked.all_types(data):
            if marked.UNREAD.search(text):
                continue
            kind = "review" if name.endswith("nsmc") else "press"
            to.write(kind + "\t" + " ".join(f"{a} {b} {t}" for a, b, t in spans) + "\t" + text.replace("\t", " ") + "\n")


if __name__ == "__main__":
    main()
