#!/usr/bin/env python3
"""Writes N made-up articles as gisa's JSONL: Korean sentences over a Zipf vocabulary that grows
with the square root of their number.

usage: generate.py N [CHARS] > articles.jsonl

The vocabulary is drawn from syllables, so no text of anybody is used; josa and endings are real, so
that the analyser has its usual work. The same N gives the same bytes.
"""
import json
import random
import sys

JOSA = ["은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "로", "와", "과", "도", "만", "까지"]
ENDING = ["했다", "밝혔다", "말했다", "전망된다", "나타났다", "이어졌다", "발표했다", "설명했다", "늘었다", "줄었다"]
MODIFIER = ["새로운", "지난해", "최근", "특히", "다만", "올해", "국내", "글로벌", "대규모", "이번"]
NAMES = ["딥시크", "오픈AI", "네이버", "허깅페이스", "알리바바", "챗GPT", "메타", "엔비디아", "구글", "큐원"]
FIGURES = ["26.1%", "3조5000억원", "1만2000개", "2배", "500만달러", "7만건", "40%", "120명"]
COMMON = ["기술", "모델", "기업", "정부", "시장", "개발", "연구", "데이터", "서비스", "투자", "산업", "공개", "정책", "학습",
          "인공지능", "오픈소스", "반도체", "개발자", "생태계", "플랫폼"]


def vocabulary(draw, size):
    """Returns `size` different words, frequent ones first. draw(list) picks an item."""
    seen, words = set(COMMON), list(COMMON)
    onsets = "가나다라마바사아자차카타파하고노도로모보소오조호구누두루무부수우주후기니디리미비시이지히"
    finals = [0, 0, 0, 1, 4, 8, 16, 17, 21]
    syllables = [chr(ord(o) + f) for o in onsets for f in finals]
    while len(words) < size:
        word = "".join(draw(syllables) for _ in range(draw([2, 2, 2, 3, 3, 4])))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def reach(i):
    """How many words the first i articles know: it grows with the square root (Heaps' law)."""
    return 5000 + int(2000 * i ** 0.5)


def main():
    if len(sys.argv) < 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__.strip())
    n = int(sys.argv[1])
    chars = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    uniform = random.Random(20250203).random

    def draw(items):
        return items[int(uniform() * len(items))]

    words = vocabulary(draw, reach(n))
    for i in range(n):
        known = reach(i)

        def word():
            if uniform() < 0.02:
                return draw(NAMES)
            return words[min(int(known ** uniform()) - 1, known - 1)]

        def part():
            roll = uniform()
            if roll < 0.08:
                return draw(MODIFIER)
            return draw(FIGURES) if roll < 0.12 else word() + draw(JOSA)

        def sentence():
            return " ".join([part() for _ in range(6 + int(uniform() * 9))]) + " " + draw(ENDING) + "."

        body, size = [], 0
        while size < chars:
            paragraph = " ".join([sentence() for _ in range(2 + int(uniform() * 3))])
            body.append(paragraph)
            size += len(paragraph) + 1
        day = 1 + i * 28 // n
        print(json.dumps({
            "url": "https://bench.example/%d/%07d" % (i % 12, i), "outlet": "bench%d" % (i % 12),
            "outlet_name": "벤치%d" % (i % 12), "title": "%s %s, %s %s" % (word(), word(), word(), draw(ENDING)),
            "published": "2025-%02d-%02dT%02d:%02d:00+09:00" % (1 + i % 12, day, i % 24, i % 60),
            "lang": "ko", "body": "\n".join(body)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
