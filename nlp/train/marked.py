"""Sentences whose names are marked by hand (KLUE-NER): training has all but every fifth, tests/bench/names.py the rest."""
import gzip
import re

MARK = re.compile(r"<([^<>:]*):([A-Z]{2})>")
HELD_OUT = 4  # of each five


def sentences(data, held_out):
    """Yields (text, [(start, end)…]) with the spans of persons, places and bodies."""
    with gzip.open(data / "ner/klue-ner-tune.tsv.gz", "rt", encoding="utf-8") as f:
        heads = [line.rstrip("\n").split("\t", 1)[-1] for line in f if line.startswith("##")]
    for k, source in enumerate(heads):
        if (k % 5 == HELD_OUT) != held_out:
            continue
        text, spans, at = "", [], 0
        for m in MARK.finditer(source):
            text += source[at:m.start()]
            if m.group(2) in ("PS", "LC", "OG"):
                spans.append((len(text), len(text) + len(m.group(1))))
            text += m.group(1)
            at = m.end()
        yield text + source[at:], spans
