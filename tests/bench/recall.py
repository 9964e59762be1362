#!/usr/bin/env python3
"""Whether a noun that is typed finds the sentences it stands in, and no others; peers beside it.

usage: recall.py --data FOLDER [--gisa build/gisa] [--sets klue,kaist,gsd] [--peers] [--show N]

Every sentence of a set (KLUE-DP tune without the reviews, Kaist dev, GSD dev) is an article. Nouns
are those that the gold has before a josa in an eojeol of nouns and josa alone, two syllables or
more, Hangul; of a compound the whole. Each is a query of one word. Printed, a line a set:

    found   of the sentences where the noun stands with a josa, how many the query finds (macro: a noun
            counts as much as another); never: nouns that find none of theirs
    absent  of all hits, those whose text has the noun in no spelling (letters side by side, blanks aside)
    counted of the hits of counting (search --sort date lists what is counted), those where it is neither
            a whole morpheme nor a run of whole morphemes of one eojeol by the gold

--peers: python-mecab-ko and kiwipiepy (PyPI), the content morphemes of query and text, all wanted.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

NOUN = {"NNG", "NNP", "XSN", "XPN", "NR", "SL"}
JOSA = {"JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"}
KAIST = re.compile(r"^(nc|nq|nn|nb|np|xp|xsn|f$)")
HANGUL = re.compile(r"^[가-힣]{2,}$")
CONTENT = re.compile(r"^(N|V[VA]|XR|SL|SH|SN|MAG|XPN|XSN)")


def klue(path):
    """Yields (text, eojeols of (form, tag)); the reviews are left out."""
    text, words, press = "", [], False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in list(lines) + ["## end_\tend"]:
            line = line.rstrip("\n")
            if line.startswith("##"):
                if words and press:
                    yield text, words
                name, text = line[3:].split("\t", 1)
                words, press = [], "airbnb" not in name and "nsmc" not in name
            elif line:
                f = line.split("\t")
                words.append((f[1], list(zip(f[2].split(" "), f[3].split("+")))))


def conllu(path):
    text, words = "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif not line:
                if words:
                    yield text, words
                words = []
            elif line[0].isdigit():
                f = line.split("\t")
                words.append((f[1], list(zip(f[2].split("+"), f[4].split("+")))))


def is_noun(tag):
    return tag in NOUN or bool(KAIST.match(tag)) and not tag.startswith("np")


def is_josa(tag):
    return tag in JOSA or tag.startswith("j") and tag != "jp"


def noun_before_josa(word):
    """The noun of an eojeol of nouns and josa alone, or None."""
    form, morphs = word
    n = 0
    while n < len(morphs) and is_noun(morphs[n][1]) and morphs[n][0] != "들":
        n += 1
    rest = [m for m in morphs[n:] if m[0] != "들" and not re.match("^(S[FPES]|s[a-z])$", m[1])]
    noun = "".join(m[0] for m in morphs[:n])
    good = n and rest and all(is_josa(m[1]) for m in rest) and HANGUL.match(noun) and form.startswith(noun)
    return noun if good else None


def has_by_gold(noun, words):
    for _, morphs in words:
        for i in range(len(morphs)):
            run = ""
            for form, _ in morphs[i:]:
                run += form
                if run == noun:
                    return True
                if not noun.startswith(run):
                    break
    # A noun that is written apart here.
    nouns = ["".join(m[0] for m in w[1] if is_noun(m[1])) for w in words]
    return any(a + b == noun for a, b in zip(nouns, nouns[1:]))


class Gisa:
    name = "gisa"

    def __init__(self, program, folder, texts):
        self.db, self.program = os.path.join(folder, "gisa.db"), program
        path = os.path.join(folder, "texts.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for i, text in enumerate(texts):
                row = {"url": f"http://t.example/{i}", "title": "", "outlet": "t", "published": "2025-03-01", "body": text}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        subprocess.run([program, "-q", "--db", self.db, "import", "--no-learn", "--keep-duplicates", path], check=True)

    def run(self, *args):
        return subprocess.run([self.program, "--db", self.db, "search", "--json", "--no-collapse", *args],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def find_all(self, words, counted):
        """The articles of each word: those of a list, or those that are counted."""
        path = self.db + ".queries"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(word + "\n" for word in words)
        counts = [json.loads(line)["count"] for line in self.run("--count", "--queries", path).stdout.splitlines()]
        found = [set() for _ in words]
        out = self.run("--limit", "100000", "--fields", "query,url", "--queries", path, *["--sort", "date"] * counted)
        for row in map(json.loads, out.stdout.splitlines()):
            found[row["query"]].add(int(row["url"].rsplit("/", 1)[1]))
        for i, word in enumerate(words):  # a list may be of what has only a part of the word
            if not counts[i] and found[i] and (counted or "some of them" in self.run(word).stderr):
                found[i] = set()
        return found


class Morphemes:
    """Content morphemes side by side or not, all wanted."""

    def __init__(self, name, analyse, texts):
        self.name, self.analyse = name, analyse
        self.lists = collections.defaultdict(set)
        for i, text in enumerate(texts):
            for form in self.content(text):
                self.lists[form].add(i)

    def content(self, text):
        return {form.lower() for form, tag in self.analyse(text) if CONTENT.match(tag)}

    def find(self, word):
        wanted = [self.lists[form] for form in self.content(word)]
        return set.intersection(*wanted) if wanted else set()

    def find_all(self, words, counted):
        return [self.find(word) for word in words]


def peers(texts):
    try:
        import mecab
        tagger = mecab.MeCab()
        yield Morphemes("mecab-ko", lambda t: tagger.pos(t), texts)
    except ImportError:
        print("skipped: python-mecab-ko is not installed", file=sys.stderr)
    try:
        import kiwipiepy
        kiwi = kiwipiepy.Kiwi()
        yield Morphemes("kiwi", lambda t: [(m.form, m.tag) for m in kiwi.tokenize(t)], texts)
    except ImportError:
        print("skipped: kiwipiepy is not installed", file=sys.stderr)


def measure(engine, rows, show):
    where = collections.defaultdict(set)
    for i, (_, words) in enumerate(rows):
        for noun in filter(None, map(noun_before_josa, words)):
            where[noun].add(i)
    plain = [re.sub(r"\s", "", text) for text, _ in rows]
    share = never = hits = absent = counted = wrong = 0
    shown = collections.Counter()

    def tell(kind, noun, i):
        shown[kind] += 1
        if shown[kind] <= show:
            print(f"    {kind:8} {noun}  {rows[i][0][:300]}")

    nouns = sorted(where)
    for noun, found, strict in zip(nouns, engine.find_all(nouns, False), engine.find_all(nouns, True)):
        right = found & where[noun]
        share += len(right) / len(where[noun])
        never += not right
        for i in sorted(where[noun] - found):
            tell("missed", noun, i)
        hits += len(found)
        for i in sorted(found):
            if noun not in plain[i]:
                absent += 1
                tell("absent", noun, i)
        counted += len(strict)
        for i in sorted(where[noun] & found - strict):
            tell("omitted", noun, i)
        for i in sorted(strict):
            if not has_by_gold(noun, rows[i][1]):
                wrong += 1
                tell("counted", noun, i)
    n = len(where)
    print(f"{engine.name:10} {n} nouns: found {share / n:.4f}, never {never}; hits {hits}: absent {absent / max(1, hits):.4f}; "
          f"counted {counted}: wrongly {wrong / max(1, counted):.4f}", flush=True)


def main():
    opts = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opts.add_argument("--data", required=True)
    opts.add_argument("--gisa", default="build/gisa")
    opts.add_argument("--sets", default="klue,kaist,gsd")
    opts.add_argument("--peers", action="store_true")
    opts.add_argument("--show", type=int, default=0, help="so many errors of each kind")
    opts = opts.parse_args()
    sets = {"klue": lambda: klue(opts.data + "/morph/klue-dp-tune.tsv.gz"),
            "kaist": lambda: conllu(opts.data + "/morph/kaist-dev.conllu.gz"),
            "gsd": lambda: conllu(opts.data + "/morph/gsd-dev.conllu.gz")}
    for name in opts.sets.split(","):
        rows = list(sets[name]())
        texts = [text for text, _ in rows]
        print(f"{name}: {len(rows)} sentences")
        with tempfile.TemporaryDirectory() as folder:
            measure(Gisa(opts.gisa, folder, texts), rows, opts.show)
        if opts.peers:
            for peer in peers(texts):
                measure(peer, rows, 0)


if __name__ == "__main__":
    main()
