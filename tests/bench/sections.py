#!/usr/bin/env python3
"""Sections of headlines that the model has not seen: macro-F1 and headlines a second, beside a linear SVM.

    DATA=folder tests/bench/sections.py [--peers]

Learns from YNAT's training headlines and measures on those of its second part (DATA/topics, default
../shared/data; TRAINER: build/gisa-train). --peers fits scikit-learn's LinearSVC on tf-idf of runs of one
to four characters within words, if it can be imported, with the costs .2 and .5.
"""
import csv, gzip, os, re, subprocess, sys, tempfile, time

DATA = os.environ.get("DATA", "../shared/data")
TRAINER = os.environ.get("TRAINER", "build/gisa-train")


def load(part):
    with gzip.open(f"{DATA}/topics/ynat-{part}.csv.gz", "rt", encoding="utf-8") as f:
        return [(" ".join(r["title"].split()), r["topic"]) for r in csv.DictReader(f)]


def ours(held):
    with tempfile.TemporaryDirectory() as work:
        model, text = f"{work}/sections.bin", f"{work}/held.txt"
        subprocess.run(["sh", "nlp/train/sections.sh", TRAINER, DATA, work, model, "--held-out"], check=True)
        with open(text, "w", encoding="utf-8") as f:
            f.writelines(f"{title}\t{section}\n" for title, section in held)
        out = subprocess.run([TRAINER, "sections-test", model, text], check=True, capture_output=True, text=True).stdout
        print(out, end="")
        milliseconds = int(re.search(r"milliseconds\t(\d+)", out)[1])
        print(f"gisa\t{os.path.getsize(model) / 1e6:.2f} MB\t{len(held) / max(milliseconds, 1) * 1000:.0f} headlines a second")
        return float(re.search(r"macro-F1\t([.\d]+)", out)[1])


def peer(held, mine):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import f1_score
    from sklearn.svm import LinearSVC

    known = load("train")
    runs = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2)
    learnt = runs.fit_transform([title for title, _ in known])
    for cost in (0.2, 0.5):
        svm = LinearSVC(C=cost).fit(learnt, [section for _, section in known])
        start = time.process_time()
        got = svm.predict(runs.transform([title for title, _ in held]))
        spent = time.process_time() - start
        f1 = f1_score([section for _, section in held], got, average="macro")
        print(f"LinearSVC, C={cost}\tmacro-F1 {f1:.4f}\tours over it {mine / f1:.3f}\t{len(held) / spent:.0f} headlines a second")


def main():
    held = load("val")
    mine = ours(held)
    if "--peers" in sys.argv[1:]:
        try:
            peer(held, mine)
        except ImportError:
            print("skipped: scikit-learn cannot be imported")


main()
