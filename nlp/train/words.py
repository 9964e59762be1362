#!/usr/bin/env python3
"""Turns Debian's hunspell-ko into "class TAB word" lines: words.py /usr/share/hunspell/ko_KR.dic OUT

Flags of hunspell-dict-ko 0.7.92: nouns 10 and 25, bound nouns 9 and 24, pronouns 8 and 21; entries in 다 with other flags
are verbs and adjectives; 2, 3, 4 and 31 mark inflected forms and misspellings, which are left out.
"""
import sys
import unicodedata

NOUN, VERB, OTHER = 1, 4, 32
NOUN_FLAGS = {"8", "9", "10", "20", "21", "23", "24", "25", "22", "19"}
SKIP = {"2", "3", "4", "5", "6", "7", "31", "30", "32", "28"}


def main():
    words = set()
    with open(sys.argv[1], encoding="utf-8") as f:
        next(f)
        for line in f:
            word, _, flags = line.strip().partition("/")
            word = unicodedata.normalize("NFC", word)
            first = flags.split(",")[0]
            if not word or first in SKIP or not all("가" <= c <= "힣" for c in word):
                continue
            if first in NOUN_FLAGS:
                words.add((NOUN, word))
            elif first in ("", "67"):
                words.add((OTHER, word))
            elif word.endswith("다") and len(word) > 1:
                words.add((VERB, word[:-1]))
                for light in ("하다", "되다", "스럽다", "거리다", "대다", "시키다"):
                    if word.endswith(light) and len(word) > len(light) + 1:
                        words.add((NOUN, word[:-len(light)]))
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for kind, word in sorted(words):
            out.write(f"{kind}\t{word}\n")


if __name__ == "__main__":
    main()
