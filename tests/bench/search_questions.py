#!/usr/bin/env python3
"""Makes a retrieval set for search.py out of plain texts: passages, and questions for them.

usage: search_questions.py [--seed N] OUT TEXTS…

TEXTS: a CSV with the column 내용 (one article a row), JSON lines with "contents", CoNLL-U whose
sentences follow each other, all also gzipped. OUT.corpus.jsonl and OUT.questions.jsonl are written.
Two kinds of question, half and half:

held    a sentence of the passage that is taken out of it, for what is left of it
cloze   some words in a row of a sentence that stays, one of them asked for and one left out; now and
        then two words are written as one or one as two

Neither is what people ask; both are many, and no one has tuned anything on them before.
"""
import argparse
import csv
import gzip
import io
import json
import random
import re

JOSA = re.compile("(?:에서는|에서|으로는|으로|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도)$")


def opened(path):
    return io.TextIOWrapper(gzip.open(path), "utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def texts(path):
    """Texts whose parts belong together."""
    if ".csv" in path:
        csv.field_size_limit(1 << 30)
        for row in csv.DictReader(opened(path)):
            yield row["내용"]
    elif ".conllu" in path:
        lines, many = [], 8
        for line in opened(path):
            if line.startswith("#") and not re.match(r"# (sent_id|newdoc)", line):
                lines.append(re.sub(r" ([.,?!)\]’”])", r"\1", line[1:].replace(" text = ", "").strip()))
        for i in range(0, len(lines), many):
            yield " ".join(lines[i:i + many])
    else:
        for line in opened(path):
            yield json.loads(line)["contents"]


def passages(text, size):
    """Paragraphs until they make up a passage."""
    part = []
    for paragraph in re.split(r"\n+", text):
        if part and sum(map(len, part)) + len(paragraph) > size:
            yield "\n".join(part)
            part = []
        part.append(paragraph.strip())
    yield "\n".join(part)


def sentences(passage):
    return [s.strip() for s in re.split(r"(?<=[.?!])\s+|\n", passage) if s.strip()]


def respaced(words, rng):
    """One word made of two, two words made of one."""
    out = []
    for word in words:
        joins = out and re.fullmatch("[가-힣]{2,4}", out[-1]) and not JOSA.search(out[-1])
        if joins and re.match("[가-힣]{2}", word) and rng.random() < 0.06:
            out[-1] += word
        elif re.fullmatch("[가-힣]{4}", JOSA.sub("", word)) and rng.random() < 0.06:
            out += [word[:2], word[2:]]
        else:
            out.append(word)
    return out


def cloze(sentence, rng):
    words = sentence.rstrip(".?!").split()
    start = rng.randrange(max(1, len(words) - 7))
    words = words[start:start + rng.randint(6, 8)]
    asked = rng.randrange(len(words))
    words[asked] = "무엇" + "".join(JOSA.findall(words[asked]))
    del words[rng.randrange(len(words))]
    return " ".join(respaced(words, rng)) + "?"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=600, help="characters of a passage")
    parser.add_argument("--each", type=int, default=2, help="questions a passage")
    parser.add_argument("--most", type=int, default=1500, help="passages")
    parser.add_argument("out")
    parser.add_argument("texts", nargs="+")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    found = [p for path in args.texts for text in texts(path) for p in passages(text, args.size)]
    found = [p for p in dict.fromkeys(found) if len(p) >= 150 and len(sentences(p)) >= 3]
    if len(found) > args.most:
        found = rng.sample(found, args.most)
    corpus, questions = [], []
    for i, passage in enumerate(found):
        for k in range(args.each):
            usable = [s for s in sentences(passage) if 6 <= len(s.split()) <= 25]
            if not usable:
                break
            sentence = rng.choice(usable)
            if k < args.each // 2:
                rest = passage.replace(sentence, "", 1)
                if len(sentences(rest)) < 2:
                    continue
                passage = rest
                questions.append({"query": sentence, "relevant": [i], "kind": "held"})
            else:
                questions.append({"query": cloze(sentence, rng), "relevant": [i], "kind": "cloze"})
        corpus.append({"doc_id": i, "contents": passage})
    for name, rows in (("corpus", corpus), ("questions", questions)):
        with open("%s.%s.jsonl" % (args.out, name), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    print("%d passages, %d questions" % (len(corpus), len(questions)))


if __name__ == "__main__":
    main()
