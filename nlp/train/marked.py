"""Sentences whose names are marked by hand (KLUE-NER), all or in two parts: every fifth is there to measure on."""
import gzip
import re
from itertools import compress, cycle

MARK = re.compile(r"<([^<>:]*):([A-Z]{2})>")
UNREAD = re.compile(r":[A-Z]{2}>")
HELD_OUT = (False, False, False, False, True)


def all_types(data):
    """Yields (name of the sentence, text, [(start, end, type)…])."""
    with gzip.open(data / "ner/klue-ner-tune.tsv.gz", "rt", encoding="utf-8") as f:
        heads = [line.rstrip("\n").lstrip("# ").split("\t", 1) for line in f if line.startswith("##")]
    for name, source in heads:
        text, spans, at = "", [], 0
        for m in MARK.finditer(source):
            text += source[at:m.start()]
            spans.append((len(text), len(text) + len(m.group(1)), m.group(2)))
            text += m.group(1)
            at = m.end()
        yield name, text + source[at:], spans


def sentences(data):
    """Yields (text, [(start, end)…]) with the spans of persons, places and bodies."""
    for _, text, spans in all_types(data):
        yield text, [(a, b) for a, b, kind in spans if kind in ("PS", "LC", "OG")]


def held_out(data):
    return compress(sentences(data), cycle(HELD_OUT))


def trained(data):
    return compress(sentences(data), cycle(not apart for apart in HELD_OUT))
