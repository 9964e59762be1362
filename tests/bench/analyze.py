#!/usr/bin/env python3
"""Scores gisa analyze beside mecab-ko and Kiwi on held-out gold text: analyze.py GISA FOLDER

FOLDER holds dev-*.txt as nlp/train/gold.py writes them (the held-out fifth of KLUE's tuning file, the development parts of
KAIST, KSL and GSD). The shipped model has learnt from that fifth too: `make held-out DATA=...` builds the GISA and the FOLDER to
measure on, build/held-out/gisa and build/held-out/text. All systems are brought to the same conventions (nlp/train/common.py): symbols are one tag, NNBC is NNB,
아/여 are 어 in endings. F1 is over morphemes (form and tag) of an eojeol, "exact" the share of eojeols all right, "lenient" the F1
when noun-internal splits, NNG/NNP, VV/VX/VA, XSV/XSA, JKB/JC/JX and EC/EF are not told apart. Speed is on one thread, over all
sentences of the run, in millions of characters a second of processor time: gisa's with its start and its output, the peers' through
their Python modules; "mecab-ko raw" is the C library's own parse and printed lattice, no Python object made. The first lines say
what it takes until a first short text is analysed: gisa's whole process, and what a peer's constructor and first call take.
With --words each eojeol is read by itself, as the index reads it; --alone leaves out the peers, --short all but press and reviews.
"""
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "nlp/train"))
from common import morph  # noqa: E402

LENIENT = {"NNP": "NNG", "VX": "VV", "VA": "VV", "XSA": "XSV", "JC": "JKB", "JX": "JKB", "EF": "EC"}


def cpu():
    """Seconds of processor time so far, of this process and those it waited for: a busy machine does not count."""
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def read(path):
    """Sentences as lists of (eojeol, morphemes)."""
    sentences, now = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if now:
                sentences.append(now)
            now = []
            continue
        word, _, forms = line.partition("\t")
        now.append((word, [tuple(f.rsplit("/", 1)) for f in forms.split(" ")]))
    return sentences


def tidy(morphs):
    return [m for m in (morph(f, t) for f, t in morphs) if m]


def loosen(morphs):
    out = []
    for form, tag in morphs:
        tag = LENIENT.get(tag, tag)
        if out and tag == "NNG" and out[-1][1] == "NNG":
            out[-1] = (out[-1][0] + form, tag)
        else:
            out.append((form, tag))
    return out


def by_eojeol(text, tokens):
    """tokens: (start, [(form, tag)…]) in order; put to the eojeol each begins in."""
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    parts = [[] for _ in starts]
    k = 0
    for start, morphs in tokens:
        while k + 1 < len(starts) and start >= starts[k + 1]:
            k += 1
        parts[k].extend(morphs)
    return parts


def run_gisa(program, texts):
    data = "".join(t + "\n" for t in texts).encode()
    subprocess.run([program, "analyze", "-f", "tsv"], input=b"a\n", stdout=subprocess.PIPE, check=True)
    begin = cpu()
    done = subprocess.run([program, "analyze", "-f", "tsv"], input=data, stdout=subprocess.PIPE, check=True)
    spent = cpu() - begin
    out = []
    for line in done.stdout.decode().split("\n")[:-1]:
        out.append([[split(m) for m in pieces(e)] for e in line.split("\t")])
    return out, spent


def pieces(eojeol):
    """Splits form/TAG+form/TAG; a plus sign may be a form."""
    out = []
    for p in eojeol.split("+"):
        if out and "/" not in out[-1][1:]:
            out[-1] += "+" + p
        elif p == "" or (p.startswith("/") and not p[1:2].isalpha()):
            out.append("+" + p)
        else:
            out.append(p if not p.startswith("/S") or len(p) > 3 else "+" + p)
    return out


def split(piece):
    form, _, tag = piece.rpartition("/")
    return form or "+", tag


def load_gisa(program):
    subprocess.run([program, "analyze", "-f", "tsv"], input="준비\n".encode(), stdout=subprocess.PIPE, check=True)


def load_kiwi():
    import kiwipiepy
    kiwi = kiwipiepy.Kiwi(num_workers=1)
    kiwi.tokenize("준비")
    return kiwi


def load_mecab():
    from mecab import MeCab
    mecab = MeCab()
    mecab.parse("준비")
    return mecab


def raw_mecab(texts):
    """Processor time of the C library alone: a lattice, the best path, and its text."""
    from mecab.utils import create_lattice
    tagger = load_mecab()._tagger
    begin = cpu()
    for t in texts:
        lattice = create_lattice(t)
        tagger.parse(lattice)
        lattice.to_string()
    return cpu() - begin


def run_kiwi(texts):
    kiwi = load_kiwi()
    begin = cpu()
    raw = [kiwi.tokenize(t) for t in texts]
    spent = cpu() - begin
    out = []
    for text, tokens in zip(texts, raw):
        out.append(by_eojeol(text, [(t.start, [(t.form, kiwi_tag(t.tag))]) for t in tokens]))
    return out, spent


def kiwi_tag(tag):
    tag = tag.split("-")[0]
    return "SW" if tag.startswith("W_") else {"XSM": "XSN"}.get(tag, tag)


def run_mecab(texts):
    mecab = load_mecab()
    begin = cpu()
    raw = [mecab.parse(t) for t in texts]
    spent = cpu() - begin
    out = []
    for text, tokens in zip(texts, raw):
        made = []
        for t in tokens:
            f = t.feature
            parts = [(t.surface, f.pos)]
            if f.type == "Inflect" and f.expression:
                parts = [tuple(p.split("/")[:2]) for p in f.expression.split("+")]
            made.append((t.span.start, parts))
        out.append(by_eojeol(text, made))
    return out, spent


def score(gold, found):
    same = n_gold = n_found = exact = n = 0
    loose = [0, 0, 0]
    for g_sentence, f_sentence in zip(gold, found):
        for k, (_, g) in enumerate(g_sentence):
            f = tidy(f_sentence[k]) if k < len(f_sentence) else []
            same += sum((Counter(g) & Counter(f)).values())
            n_gold += len(g)
            n_found += len(f)
            exact += g == f
            n += 1
            g, f = loosen(g), loosen(f)
            loose[0] += sum((Counter(g) & Counter(f)).values())
            loose[1] += len(g)
            loose[2] += len(f)
    return 2 * same / (n_gold + n_found), exact / n, 2 * loose[0] / (loose[1] + loose[2])


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    systems = {"gisa": lambda t: run_gisa(program, t)}
    loads = {"gisa": lambda: load_gisa(program)}
    if "--alone" not in sys.argv:
        loads |= {"mecab-ko": load_mecab, "kiwi": load_kiwi}
        systems["mecab-ko"] = run_mecab
        systems["kiwi"] = run_kiwi
    sets = {p.stem[4:]: read(p) for p in sorted(folder.glob("dev-*.txt"))}
    if "--short" in sys.argv:
        sets = {k: v for k, v in sets.items() if k in ("press", "review")}
    if "--words" in sys.argv:
        sets = {k: [[word] for sentence in v for word in sentence] for k, v in sets.items()}
    texts = {k: [" ".join(w for w, _ in s) for s in v] for k, v in sets.items()}
    for name, load in loads.items():
        load()
        begin = cpu()
        load()
        print(f"{name:10} ready after {(cpu() - begin) * 1000:.0f} ms of processor time")
    every = [t for k in texts for t in texts[k]]
    if "--alone" not in sys.argv:
        print(f"mecab-ko raw: {sum(map(len, every)) / 1e6 / raw_mecab(every):.3f} Mchar/s")
    print(f"{'system':10} {'set':8} {'F1':>6} {'exact':>6} {'lenient':>7} {'Mchar/s':>8}")
    for name, run in systems.items():
        _, spent = run(every)
        speed = sum(map(len, every)) / 1e6 / spent
        for k in sets:
            found, _ = run(texts[k])
            gold = [[(w, tidy(m)) for w, m in s] for s in sets[k]]
            f1, exact, loose = score(gold, found)
            print(f"{name:10} {k:8} {f1:6.4f} {exact:6.4f} {loose:7.4f} {speed:8.3f}", flush=True)


if __name__ == "__main__":
    main()
