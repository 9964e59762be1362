#!/usr/bin/env python3
"""Names that no dictionary has, beside mecab-ko and Kiwi: names.py GISA DATA WORK [--alone]

DATA is the data folder, WORK the folder that nlp/train/model.sh filled; both GISA and WORK from `make held-out`, whose model has not
seen the names (build/held-out/gisa, build/held-out/text). Two lists of names: the proper nouns (NNP) of the held-out
press and review sentences (WORK/dev-*.txt), and the marked persons, places and bodies of every fifth KLUE-NER sentence, which
training leaves aside (their eojeols one by one). Counted are names of two syllables or more, in Hangul, that occur nowhere in the
hand-labelled training text (as a string), nor in the word list, nor in mecab-ko's dictionary (with --alone: not asked).

"one": the share that came out as one noun with exactly the name's span; "edges": the share with a boundary at both ends.

    names.py --marked GISA TRAINER DATA WORK [--folds N]

measures the recogniser of names on the press half of KLUE-NER's tuning sentences: nlp/train/names.sh leaves every fifth out in turn
and labels it with what the others taught (WORK as that script fills it). It prints exact-span F1 of people, places and bodies (names) and of
dates, times and quantities (numbers), and the share of names whose span is found whatever the type, for gazetteer and rules alone,
for KLUE-NER's conventions, for gisa's own, for those with each word read by itself, and so on whole articles (tests/bench/gold). The tagger that reads the sentences left out has
seen their names, so all but the rules read 1.5 to 2.5 points high. Beside it the runs of proper nouns of Kiwi, where it is installed;
then the size of the model and what finding names costs: user time of GISA over the sentences ten times, with and without.
"""
import json
import re
import resource
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "nlp/train"))
import marked  # noqa: E402

BY_HAND = ("klue", "kaist", "ksl", "names")


def from_treebank(path):
    """(text, [(start, end)…]) of the proper nouns that stand in their eojeol unchanged."""
    text, spans = "", []
    for line in open(path, encoding="utf-8"):
        word, _, forms = line.rstrip("\n").partition("\t")
        if not word:
            yield text[:-1], spans
            text, spans = "", []
            continue
        at = 0
        for piece in forms.split(" "):
            form, _, tag = piece.rpartition("/")
            found = word.find(form, at)
            if tag == "NNP" and found >= 0:
                spans.append((len(text) + found, len(text) + found + len(form)))
            at = found + len(form) if found >= 0 else at
        text += word + " "


def from_marks(data):
    for text, spans in marked.held_out(data):
        yield text, [(a + w.start(), a + w.end()) for a, b in spans for w in re.finditer(r"\S+", text[a:b])]


def trained_text(work):
    words = []
    for name in BY_HAND:
        path = work / (name + ".txt")
        if path.exists():
            words += (line.split("\t", 1)[0] for line in open(path, encoding="utf-8"))
    words += (line.rstrip("\n").split("\t")[1] for line in open(work / "words.txt", encoding="utf-8"))
    return "\n".join(words)


def unknown(sentences, seen, listed):
    for text, spans in sentences:
        kept = [(a, b) for a, b in spans
                if re.fullmatch("[가-힣]{2,}", text[a:b]) and text[a:b] not in seen and not listed(text[a:b])]
        if kept:
            yield text, kept


def gisa(program, texts):
    done = subprocess.run([program, "analyze"], input="".join(t + "\n" for t in texts).encode(), stdout=subprocess.PIPE,
                          check=True)
    for line in done.stdout.decode().splitlines():
        tokens = [t for s in json.loads(line)["sentences"] for t in s["tokens"]]
        yield [(m["start"], m["end"], m["tag"]) for t in tokens for m in t["morphs"]]


def kiwi(texts):
    import kiwipiepy
    model = kiwipiepy.Kiwi(num_workers=1)
    for text in texts:
        yield [(t.start, t.start + t.len, t.tag) for t in model.tokenize(text)]


def mecab(texts):
    from mecab import MeCab
    model = MeCab()
    for text in texts:
        yield [(t.span.start, t.span.end, t.feature.pos) for t in model.parse(text)]


def mecab_lists():
    from mecab import MeCab
    model = MeCab()

    def listed(name):
        tokens = model.parse(name)
        return len(tokens) == 1 and tokens[0].feature.reading is not None
    return listed


def score(found, sentences):
    one = edges = n = 0
    for morphs, (_, spans) in zip(found, sentences):
        whole = {(a, b) for a, b, tag in morphs if tag[0] == "N"}
        starts, ends = {a for a, _, _ in morphs}, {b for _, b, _ in morphs}
        for a, b in spans:
            n += 1
            one += (a, b) in whole
            edges += a in starts and b in ends
    return n, one / max(n, 1), edges / max(n, 1)


def runs_of_names(model, text):
    """Kiwi's proper nouns and foreign words that follow each other, as spans."""
    spans = []
    for t in model.tokenize(text):
        if t.tag not in ("NNP", "SL", "SH"):
            continue
        if spans and text[spans[-1][1]:t.start].strip() == "" and t.start - spans[-1][1] < 1:
            spans[-1][1] = t.start + t.len
        else:
            spans.append([t.start, t.start + t.len])
    return {tuple(s) for s in spans}


def kiwi_spans(rows):
    try:
        import kiwipiepy
    except ImportError:
        print("Kiwi is not installed")
        return
    model = kiwipiepy.Kiwi(num_workers=1)
    gold = found = right = 0
    for text, spans in rows:
        mine = runs_of_names(model, text)
        gold, found, right = gold + len(spans), found + len(mine), right + len(mine & set(spans))
    print(f"Kiwi's runs of NNP: spans {right / gold:.4f}, F1 {2 * right / (gold + found):.4f}")


def user_seconds(args, text):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(args, input=text, stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure_marked(args):
    program, trainer, data, work = args[:4]
    folds = args[args.index("--folds") + 1] if "--folds" in args else "5"
    root = Path(__file__).resolve().parents[2]
    subprocess.run(["sh", root / "nlp/train/names.sh", trainer, data, work, "-", folds], check=True)
    rows = [(text, [(a, b) for a, b, kind in spans if kind in ("PS", "LC", "OG")])
            for name, text, spans in marked.all_types(Path(data)) if not name.endswith("nsmc")]
    kiwi_spans(rows)
    text = "".join(t + "\n" for t, _ in rows * 10).encode()
    size = (root / "corpus/lexicon/names.bin").stat().st_size
    times = [min(user_seconds([program, "analyze"] + how, text) for _ in range(3)) for how in ([], ["--entities"])]
    print(f"model {size} bytes; analysis {times[0]:.2f} s, with names and facts {times[1]:.2f} s")


def main():
    if sys.argv[1] == "--marked":
        return measure_marked(sys.argv[2:])
    program, data, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    systems = {"gisa": lambda t: gisa(program, t)}
    listed = lambda name: False  # noqa: E731
    if "--alone" not in sys.argv:
        systems.update({"mecab-ko": mecab, "kiwi": kiwi})
        listed = mecab_lists()
    seen = trained_text(work)
    lists = {"treebank": [s for half in ("press", "review") for s in from_treebank(work / f"dev-{half}.txt")],
             "marked": list(from_marks(data))}
    print(f"{'system':10} {'names':9} {'n':>5} {'one':>6} {'edges':>6}")
    for kind, sentences in lists.items():
        chosen = list(unknown(sentences, seen, listed))
        for name, run in systems.items():
            n, one, edges = score(run([t for t, _ in chosen]), chosen)
            print(f"{name:10} {kind:9} {n:5} {one:6.4f} {edges:6.4f}", flush=True)


if __name__ == "__main__":
    main()
