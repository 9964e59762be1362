#!/usr/bin/env python3
"""Makes corpus/lexicon/hanja.tsv from Unihan: hanja.py FOLDER [TABLE].

FOLDER has Unihan_Readings.txt and Unihan_OtherMappings.txt of the Unicode Character Database.
Kept are the characters of KS X 1001 (kKSC0), those of schools (kKoreanEducationHanja) and those
that the table has. The last column of the table, what a character stands for alone, and a reading
that the table has stay as they are; the other columns are made anew.

Readings come from kHangul. A form that only the initial sound rule makes (여 of 녀) is left out:
nlp/word/hanja.c makes it where it belongs. Of the others those of schools (E) are first.
"""
import sys

FIRST = 0xAC00
RHYMES = 588
LEADS = {"ㄴ": 2, "ㄹ": 5, "ㅇ": 11}
MOST = 3  # readings of a character


def lead(syllable):
    return (ord(syllable) - FIRST) // RHYMES


def with_lead(syllable, name):
    return chr(FIRST + LEADS[name] * RHYMES + (ord(syllable) - FIRST) % RHYMES)


def initial(syllable):
    """The syllable as the first of a word."""
    soft = (ord(syllable) - FIRST) % RHYMES // 28 in (2, 3, 6, 7, 12, 17, 20)
    if lead(syllable) == LEADS["ㄹ"]:
        return with_lead(syllable, "ㅇ" if soft else "ㄴ")
    if lead(syllable) == LEADS["ㄴ"] and soft:
        return with_lead(syllable, "ㅇ")
    return syllable


def fields(path, wanted):
    for line in open(path, encoding="utf-8"):
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            if field in wanted:
                yield chr(int(code[2:], 16)), field, value


def readings(value):
    found = [(item.split(":")[0], "E" in item.split(":")[1]) for item in value.split()]
    made = {initial(s) for s, _ in found if initial(s) != s}
    kept = [(s, school) for s, school in found if s not in made]
    return [s for s, _ in sorted(kept, key=lambda item: not item[1])][:MOST]


def main():
    folder = sys.argv[1]
    path = sys.argv[2] if len(sys.argv) > 2 else "corpus/lexicon/hanja.tsv"
    old, head = {}, []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            head.append(line)
        else:
            character, reading, word = line.rstrip("\n").split("\t")
            old[character] = (reading.split("|"), word)
    wanted = set(old)
    for character, _, _ in fields(folder + "/Unihan_OtherMappings.txt",
                                  {"kKSC0", "kKoreanEducationHanja"}):
        if ord(character) < 0xF900:
            wanted.add(character)
    table = {c: (list(r), w) for c, (r, w) in old.items()}
    for character, _, value in fields(folder + "/Unihan_Readings.txt", {"kHangul"}):
        if character not in wanted:
            continue
        first, word = old.get(character, ([], "-"))
        found = readings(value)
        base = [f for f in first[:1] if f not in [initial(s) for s in found if initial(s) != s]]
        table[character] = (base + [s for s in found if s not in base], word)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(head)
        for character in sorted(table):
            found, word = table[character]
            out.write(f"{character}\t{'|'.join(found[:MOST])}\t{word}\n")


if __name__ == "__main__":
    main()
