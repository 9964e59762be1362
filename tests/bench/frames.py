#!/usr/bin/env python3
"""Whether a word finds the sentences it stands in, before each of six josa; peers beside it.

usage: frames.py [--gisa build/gisa] [--words tests/bench/frames.tsv] [--peers] [--show]

Each word makes six articles of one sentence: WORD가, 를, 는, 의, 에서, and 도 or 만 in turn, each josa in the form that
the word's last sound asks for. Each word is a query. Printed, a line a kind of word: of its articles, how many are
found, of its words, how many find all six, and how many hits are articles of other words that do not hold it.
--peers: python-mecab-ko and kiwipiepy (PyPI), the content morphemes of query and text, all wanted.
"""
import argparse
import collections
import tempfile

from recall import Gisa, peers

FRAMES = ["{}{이가} 다시 화제에 올랐다.", "사람들은 {}{을를} 오래 이야기했다.", "어제 {}{은는} 조용했다.", "{}의 뒷이야기를 들었다.",
          "{}에서 시작된 일이다.", "이번에는 {}{도만} 보였다."]


def sentence(frame, word, turn):
    final = (ord(word[-1]) - 0xAC00) % 28 > 0
    return (frame.replace("{이가}", "이" if final else "가").replace("{을를}", "을" if final else "를")
            .replace("{은는}", "은" if final else "는").replace("{도만}", "도만"[turn % 2]).replace("{}", word))


def measure(engine, rows, texts, show):
    words = [word for _, word in rows]
    total, found, whole, hits, other = (collections.Counter() for _ in range(5))
    for i, ((kind, word), got) in enumerate(zip(rows, engine.find_all(words, False))):
        own = set(range(i * len(FRAMES), (i + 1) * len(FRAMES)))
        total[kind] += 1
        found[kind] += len(own & got)
        whole[kind] += own <= got
        hits[kind] += len(got)
        other[kind] += sum(word not in texts[k].replace(" ", "") for k in got - own)
        for k in sorted(own - got) if show else []:
            print(f"    missed {word}  {texts[k]}")
    for kind in total:
        print(f"{engine.name:10} {kind}: {found[kind]} of {total[kind] * len(FRAMES)} found, {whole[kind]} of {total[kind]} "
              f"words whole; of {hits[kind]} hits {other[kind]} without the word")


def main():
    opts = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opts.add_argument("--gisa", default="build/gisa")
    opts.add_argument("--words", default="tests/bench/frames.tsv")
    opts.add_argument("--peers", action="store_true")
    opts.add_argument("--show", action="store_true", help="what is missed")
    opts = opts.parse_args()
    with open(opts.words, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and line[0] != "#"]
    texts = [sentence(frame, word, i) for i, (_, word) in enumerate(rows) for frame in FRAMES]
    with tempfile.TemporaryDirectory() as folder:
        measure(Gisa(opts.gisa, folder, texts), rows, texts, opts.show)
    for peer in peers(texts) if opts.peers else []:
        measure(peer, rows, texts, False)


if __name__ == "__main__":
    main()
