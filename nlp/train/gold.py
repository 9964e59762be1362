#!/usr/bin/env python3
"""Brings the gold corpora into the training form: gold.py DATA OUT_DIR [--held-out]

Writes klue.txt, kaist.txt, ksl.txt, gsd.txt, and to measure on dev-kaist.txt, dev-ksl.txt, dev-gsd.txt. With --held-out every
fifth sentence of each half of the KLUE file goes to dev-press.txt and dev-review.txt instead. KAIST's tags are mapped to the
Sejong set and its split-off punctuation is put back on its eojeol.
"""
import gzip
import re
import sys
from pathlib import Path

from common import FINALS, morph, write

KAIST = {
    "NNG": "ncn ncpa ncps", "NNP": "nq", "NP": "npp npd", "NNB": "nbn nbu", "NR": "nnc nno", "VV": "pvg pvd",
    "VA": "paa pad", "VX": "px", "VCP": "jp", "JKS": "jcs", "JKC": "jcc", "JKO": "jco", "JKG": "jcm", "JKB": "jca jct",
    "JKQ": "jcr", "JKV": "jcv", "JC": "jcj", "JX": "jxt jxc jxf", "EP": "ep", "EF": "ef", "EC": "ecs ecc ecx",
    "ETM": "etm", "ETN": "etn", "XSN": "xsn xsa", "XSV": "xsv", "XSA": "xsm", "MAG": "mag mad", "MAJ": "maj",
    "MM": "mmd mma", "IC": "ii", "XPN": "xp", "SL": "f", "SW": "su sy sp sf sl sr sd se",
}
FROM_KAIST = {old: new for new, olds in KAIST.items() for old in olds.split()}


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield line.rstrip("\n")


def blocks(path):
    block = []
    for line in lines(path):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def klue(data):
    for block in blocks(data / "morph/klue-dp-tune.tsv.gz"):
        made = []
        for line in block[1:]:
            _, word, forms, tags = line.split("\t")[:4]
            forms, tags = forms.split(" "), tags.split("+")
            if len(forms) != len(tags):
                break
            made.append((word, [morph(f, t) for f, t in zip(forms, tags)]))
        else:
            name = block[0].split("\t")[0]
            yield "review" if name.endswith("airbnb") else "press", made


def split_plus(s):
    """Splits a+b+c; a plus sign that stands for itself gives '+'."""
    return [p or "+" for p in re.split(r"\+(?!$)", s)]


CONTRACTED = {"하": "해", "보": "봐", "주": "줘", "오": "와", "되": "돼", "지": "져", "리": "려", "두": "둬", "놓": "놔"}


def ending(word, stem):
    """What an auxiliary's eojeol has behind its stem (싶 + 습니다, 하 + 었다), or None."""
    if word.startswith(stem) and len(word) > len(stem):
        return word[len(stem):]
    last = word[len(stem) - 1:len(stem)]
    if not last or word[:len(stem) - 1] != stem[:-1] or not "가" <= last <= "힣":
        return None
    open_last = chr(ord(last) - (ord(last) - 0xAC00) % 28)
    final = (" " + FINALS)[(ord(last) - 0xAC00) % 28].strip()
    if open_last == CONTRACTED.get(stem[-1]):
        return {"": "어", "ㅆ": "었"}.get(final, "?" + final) + word[len(stem):]
    return final + word[len(stem):] if open_last == stem[-1] and final != "ㅆ" else None


def auxiliary(word, stem, tags):
    """The forms of an auxiliary of which the lemma column has only the stem, or None."""
    rest = ending(word, stem)
    if not rest or "?" in rest:
        return None
    if len(tags) == 2:
        return [stem, rest]
    if len(tags) == 3 and tags[1] in ("EP", "ep") and rest[0] in "었았였겠시" and len(rest) > 1:
        return [stem, rest[0], rest[1:]]
    return None


def join_roots(morphs):
    """XR + 하/XSA is one adjective, as in KLUE."""
    out = []
    for m in morphs:
        if m and out and out[-1] and out[-1][1] == "XR" and m == ("하", "XSA"):
            out[-1] = (out[-1][0] + "하", "VA")
        else:
            out.append(m)
    return [(m[0], "NNG") if m and m[1] == "XR" else m for m in out]


GUESSED = {"NF": "NNG", "NV": "VV"}  # learners' words that are none


def from_lemma(row):
    forms, tags = split_plus(row[2]), row[4].split("+")
    original = re.search(r"OrigLemma=([^|]+)", row[9])
    if original:
        forms = split_plus(original.group(1))
    if len(forms) == 1 and len(tags) > 1:
        forms = auxiliary(row[1], forms[0], tags) or forms
    if len(forms) != len(tags):
        return None
    return join_roots([morph(f, GUESSED.get(t, FROM_KAIST.get(t, t))) for f, t in zip(forms, tags)])


def from_column10(row):
    out = []
    for part in re.split(r"\+(?=[^+]*/[a-z]+)", row[9]):
        form, _, tag = part.rpartition("/")
        out.append(morph(form, FROM_KAIST.get(tag[:2] if tag.startswith("nq") else tag, "?")))
    return out


def conllu(path, read):
    """Sentences with punctuation joined to its eojeol: by SpaceAfter=No, or by its tag where that is not given."""
    spaced = read is from_column10
    for block in blocks(path):
        made, join = [], False
        for line in block:
            row = line.split("\t")
            if line.startswith("#") or len(row) != 10 or not row[0].isdigit():
                continue
            morphs = read(row)
            if not morphs:
                made = [("", [None])]
                break
            mark = re.search(r"/(s[a-z]+)$", row[9]) if spaced else None
            closing = bool(mark) and mark.group(1) in ("sf", "sp", "sr", "se") and "+" not in row[9]
            if made and (join or closing):
                made[-1] = (made[-1][0] + row[1], made[-1][1] + morphs)
            else:
                made.append((row[1], morphs))
            join = row[9] and "SpaceAfter=No" in row[9] or bool(mark) and mark.group(1) == "sl" and "+" not in row[9]
        yield made


def keep(sentences, path):
    n = bad = 0
    with open(path, "w", encoding="utf-8") as out:
        for made in sentences:
            if not made or any(m is None for _, ms in made for m in ms):
                bad += 1
                continue
            write(out, made)
            n += 1
    print(f"{path}: {n} sentences, {bad} left out", file=sys.stderr)


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    apart = sys.argv[3:] == ["--held-out"]
    out.mkdir(parents=True, exist_ok=True)
    sets = {"klue": []} | ({"dev-press": [], "dev-review": []} if apart else {})
    seen = {"press": 0, "review": 0}
    for half, made in klue(data):
        seen[half] += 1
        sets["dev-" + half if apart and seen[half] % 5 == 0 else "klue"].append(made)
    for name, sentences in sets.items():
        keep(sentences, out / (name + ".txt"))
    keep(conllu(data / "morph/kaist-train.conllu.gz", from_column10), out / "kaist.txt")
    for name, path in (("ksl", "ksl-train"), ("gsd", "gsd-train"), ("dev-ksl", "ksl-dev"), ("dev-gsd", "gsd-dev"),
                       ("dev-kaist", "kaist-dev")):
        keep(conllu(data / f"morph/{path}.conllu.gz", from_lemma), out / (name + ".txt"))


if __name__ == "__main__":
    main()
