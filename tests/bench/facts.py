#!/usr/bin/env python3
"""Quotes, speakers, dates, figures and names on real articles that were marked by hand.

    DATA=folder tests/bench/facts.py [--split held|tune|fresh|fresh-held] [--errors LAYER] [--import] [--gold FILE]

Reports on the held third (tests/bench/gold/README.md), with what a user else has beside it: all that
stands between double marks as quotes; dateparser's dates, quantulum3's figures and Kiwi's proper nouns
where these are installed for this Python. --errors names a layer (quotes, speakers, said, media, dates,
figures, bounds, names) and shows what is wrong in the tuning articles, or in the fresh ones with --split fresh; those
held are not to be read. The fresh articles have marks for speech and figures,
or for names alone.
Needs a built build/libgisa.a.

Counted as right: a quote by its span (marks and a full stop inside them aside); a speaker by the full form of
the name (blanks aside; of roles and bodies one may be longer at its front); reported speech when half of what either covers is
common; a date by place and value; a figure by place, value and unit; a bound where the figure is right; a name by span
and type. F1 over all articles.
"""
import argparse
import itertools
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "gold"))
import annotate  # noqa: E402
from facts_run import run  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
GOLD = [os.path.join(HERE, "gold", name) for name in ("articles.jsonl", "spoken.jsonl", "names.jsonl")]
ANAPHORA = ("이날", "전날", "같은 날", "다음 날", "다음날", "당일", "그날", "이튿날", "이달", "그해", "같은 해", "같은 달")
SAME_PERIOD = re.compile(r"(전년|지난해|작년) ?(같은|동)? ?(기간?|기|월|분기)|전년 ?동기|지난해 ?같은 ?기간")
UNITS = {"㎞": "km", "㎡": "m2", "㎜": "mm", "㎝": "cm", "㎏": "kg", "톤": "t", "℃": "도", "사람": "명", "인": "명",
         "개국": "개국", "m/s": "m/s", "리터": "L", "ℓ": "L", "킬로미터": "km", "미터": "m", "그램": "g", "달": "개월",
         "해": "년", "퍼센트": "%", "퍼센트포인트": "%p"}


class Score:
    def __init__(self, name):
        self.name, self.right, self.given, self.gold = name, 0, 0, 0
        self.errors = []

    def line(self):
        p = self.right / self.given if self.given else 0
        r = self.right / self.gold if self.gold else 0
        f = 2 * self.right / (self.given + self.gold) if self.given + self.gold else 0
        return "F1 %.3f  P %.3f  R %.3f  (%d of %d, %d given)" % (f, p, r, self.right, self.gold, self.given)


def unit(name):
    return UNITS.get(name, name)


def plain(words):
    return re.sub(r"\s", "", words)


def bare(span, text):
    """The span without blanks and stops at its ends."""
    start, end = span
    while start < end and text[start] in " .,":
        start += 1
    while end > start and text[end - 1] in " .,":
        end -= 1
    return start, end


def common(a, b):
    """What share of what two spans cover is in both."""
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0


def touches(spans, start, end):
    return any(a < end and start < b for a, b in spans)


def same_speaker(gold, given):
    kind, words = gold
    if given is None:
        return False
    a, b = plain(words), plain(given[1])
    if a == b:
        return True
    if kind in ("role", "anonymous", "body"):
        return len(min(a, b, key=len)) > 1 and (a.endswith(b) or b.endswith(a))
    return False


def quotes(gold, found, text, s):
    marked = {bare((q["start"], q["end"]), text): q for q in gold["quotes"] if q["direct"]}
    given = {bare((q["start"], q["end"]), text): q for q in found["quotes"] if q["direct"]}
    given = {k: q for k, q in given.items() if k in marked or not touches(gold["open"], *k)}
    score, speakers, media = s["quotes"], s["speakers"], s["media"]
    score.right += len(marked.keys() & given.keys())
    score.gold += len(marked)
    score.given += len(given)
    score.errors += [("missed", text[a:b]) for a, b in sorted(marked.keys() - given.keys())]
    score.errors += [("extra", text[a:b]) for a, b in sorted(given.keys() - marked.keys())]
    for span in sorted(marked.keys() | given.keys()):
        m, g = marked.get(span), given.get(span)
        want = (m["kind"], text[slice(*m["speaker"])]) if m and m["speaker"] else None
        have = (g["kind"], g["speaker"]) if g and g["speaker"] else None
        speakers.gold += want is not None
        speakers.given += have is not None
        right = want is not None and same_speaker(want, have)
        speakers.right += right
        if want is not None:
            of = s["speakers, " + want[0]]
            of.gold += 1
            of.given += have is not None
            of.right += right
        if (want or have) and not right:
            speakers.errors.append((want, have, text[max(0, span[0] - 60):span[1] + 40]))
    said(gold, found, text, s)
    for one in gold["quotes"]:
        media.gold += one["medium"] is not None
    for one in found["quotes"]:
        if not one["medium"]:
            continue
        span = (one["start"], one["end"])
        match = [q for q in gold["quotes"] if common(span, (q["start"], q["end"])) >= .5 and q["medium"]]
        media.given += 1
        right = any(plain(text[slice(*q["medium"])]) == plain(text[slice(*one["medium"])]) for q in match)
        media.right += right
        if not right:
            media.errors.append(("extra", text[slice(*one["medium"])], text[slice(*span)]))


def said(gold, found, text, s):
    """Reported speech; one clause found matches one marked."""
    marked = [q for q in gold["quotes"] if not q["direct"]]
    given = [q for q in found["quotes"] if not q["direct"]]
    given = [q for q in given if not touches([o for o in gold["open"] if o[1] - o[0] > 6], q["start"], q["end"])
             or any(common((q["start"], q["end"]), (m["start"], m["end"])) >= .5 for m in marked)]
    score, speakers = s["said"], s["said, its speaker"]
    score.gold += len(marked)
    score.given += len(given)
    speakers.gold += sum(m["speaker"] is not None for m in marked)
    speakers.given += sum(g["speaker"] is not None for g in given)
    for m in marked:
        match = [g for g in given if common((g["start"], g["end"]), (m["start"], m["end"])) >= .5]
        score.right += bool(match)
        if not match:
            score.errors.append(("missed", text[m["start"] - 20:m["end"] + 10]))
            continue
        given.remove(match[0])
        want = (m["kind"], text[slice(*m["speaker"])]) if m["speaker"] else None
        have = (match[0]["kind"], match[0]["speaker"]) if match[0]["speaker"] else None
        right = want is not None and same_speaker(want, have)
        speakers.right += right
        if not right and (want or have):
            speakers.errors.append((want, have, text[m["start"] - 30:m["end"] + 10]))
    score.errors += [("extra", text[g["start"] - 20:g["end"] + 10]) for g in given]


def valued(layer, gold, found, text, score, value, show):
    """Dates and figures: by place and value. Returns the pairs that are right."""
    pairs, left = [], [f for f in found[layer]]
    for m in gold[layer]:
        match = [f for f in left if f["start"] < m["end"] and m["start"] < f["end"] and value(f) == value(m)]
        score.gold += 1
        if match:
            left.remove(match[0])
            pairs.append((m, match[0]))
        else:
            near = [show(f) for f in left if f["start"] < m["end"] and m["start"] < f["end"]]
            score.errors.append(("missed", text[m["start"]:m["end"]], show(m), near,
                                 text[max(0, m["start"] - 15):m["end"] + 15]))
    left = [f for f in left if not touches(gold["open"], f["start"], f["end"])]
    score.right += len(pairs)
    score.given += len(pairs) + len(left)
    score.errors += [("extra", text[f["start"]:f["end"]], show(f), text[max(0, f["start"] - 15):f["end"] + 15])
                     for f in left]
    return pairs


def interval(date):
    """The value: halves of a year in one form; the end of a year is the year or its December."""
    value = date["value"]
    if value:
        if re.fullmatch("....-12", value) and date.get("text", "").endswith("말"):
            return value[:4]
        for pattern, name in (("-01(-01)?/....-06(-30)?", "H1"), ("-07(-01)?/....-12(-31)?", "H2")):
            if re.fullmatch("...." + pattern, value):
                return value[:5] + name
    return value


def dates(gold, found, text, s):
    for m in gold["dates"]:
        m["text"] = text[m["start"]:m["end"]]
    pairs = valued("dates", gold, found, text, s["dates"], interval, lambda d: d["value"])
    right = {id(m) for m, _ in pairs}
    for m in gold["dates"]:
        words = m["text"]
        kind = "dates, 이날 and the like" if words in ANAPHORA else \
            "dates, 전년 동기 and the like" if SAME_PERIOD.fullmatch(words) else None
        if kind:
            s[kind].gold += 1
            s[kind].given += 1
            s[kind].right += id(m) in right


def figures(gold, found, text, s):
    pairs = valued("figures", gold, found, text, s["figures"],
                   lambda f: (float("%.4g" % f["value"]), unit(f["unit"] or "")),
                   lambda f: (f["value"], f["unit"]))
    bounds = s["bounds"]
    right = {id(m): f for m, f in pairs}
    for m in gold["figures"]:
        want = m.get("bound", "")
        have = right.get(id(m), {}).get("bound", "")
        bounds.gold += want != ""
        bounds.given += have != ""
        ok = want != "" and want == have
        if ok and want == "range":
            f = right[id(m)]
            ok = "%.4g %.4g" % (m["low"], m["high"]) == "%.4g %.4g" % (f["low"], f["high"])
        bounds.right += ok
        if want != have:
            bounds.errors.append((want, have, text[max(0, m["start"] - 12):m["end"] + 12]))


def names(gold, found, text, s):
    types = ("PS", "OG", "LC", "PRODUCT", "MODEL")
    marked = {(n["start"], n["end"], n["type"]) for n in gold["names"]}
    given = {(e["start"], e["end"], e["type"]) for e in found["entities"] if e["type"] in types}
    given = {g for g in given if g in marked or not touches(gold["open"], g[0], g[1])}
    for type_ in ("",) + types:
        score = s["names, " + type_ if type_ else "names"]
        a, b = ({x for x in side if type_ in ("", x[2])} for side in (marked, given))
        score.right += len(a & b)
        score.gold += len(a)
        score.given += len(b)
        score.errors += [("missed", t, text[x:y]) for x, y, t in sorted(a - b)]
        score.errors += [("extra", t, text[x:y]) for x, y, t in sorted(b - a)]
    spans = s["names, spans alone"]
    a, b = {m[:2] for m in marked}, {g[:2] for g in given}
    spans.right, spans.gold, spans.given = spans.right + len(a & b), spans.gold + len(a), spans.given + len(b)


LAYERS = ("quotes", "speakers", "speakers, person", "speakers, body", "speakers, role", "speakers, anonymous",
          "said", "said, its speaker", "media", "dates", "dates, 이날 and the like", "dates, 전년 동기 and the like",
          "figures", "bounds", "names", "names, PS", "names, OG", "names, LC", "names, PRODUCT", "names, MODEL",
          "names, spans alone")


def between_marks(text):
    """What else a user has for quotes: everything between double marks in the body."""
    body = text.index("\n")
    return [m.span(m.lastindex) for m in re.finditer(r"“([^”\n]+)”|\"([^\"\n]+)\"", text) if m.start() > body]


def peer_lines(golds, texts):
    quote = Score("quotes")
    for gold, text in zip(golds, texts):
        marked = {bare((q["start"], q["end"]), text) for q in gold["quotes"] if q["direct"]}
        given = {bare(s, text) for s in between_marks(text)}
        given = {g for g in given if g in marked or not touches(gold["open"], *g)}
        quote.right += len(marked & given)
        quote.gold += len(marked)
        quote.given += len(given)
    yield "quotes", "all between double marks: " + quote.line()
    yield from peer_dates(golds, texts)
    yield from peer_figures(golds, texts)
    yield from peer_names(golds, texts)


def peer_dates(golds, texts):
    try:
        import datetime
        from dateparser.search import search_dates
    except ImportError:
        yield "dates", "dateparser: skipped: not installed (pip install dateparser)"
        return
    score = Score("dates")
    for gold, text in zip(golds, texts):
        base = datetime.datetime.fromisoformat(gold["published"])
        found, at = [], 0
        for words, when in search_dates(text, languages=["ko"], settings={"RELATIVE_BASE": base}) or []:
            at = max(text.find(words, at), 0)
            found.append({"start": at, "end": at + len(words), "value": when.strftime("%Y-%m-%d")})
        valued("dates", gold, {"dates": found}, text, score, interval, lambda d: d["value"])
    yield "dates", "dateparser: " + score.line()


def peer_figures(golds, texts):
    try:
        from quantulum3 import parser
    except ImportError:
        yield "figures", "quantulum3: skipped: not installed (pip install quantulum3)"
        return
    score = Score("figures")
    for gold, text in zip(golds, texts):
        found = [{"start": q.span[0], "end": q.span[1], "value": q.value, "unit": q.unit.name}
                 for q in parser.parse(text)]
        valued("figures", gold, {"figures": found}, text, score,
               lambda f: float("%.4g" % f["value"]), lambda f: f["value"])
    yield "figures", "quantulum3, values alone: " + score.line()


def peer_names(golds, texts):
    try:
        from kiwipiepy import Kiwi
    except ImportError:
        yield "names", "Kiwi's runs of proper nouns: skipped: not installed (pip install kiwipiepy)"
        return
    kiwi, score = Kiwi(num_workers=1), Score("names")
    for gold, text in zip(golds, texts):
        runs = []
        for t in kiwi.tokenize(text):
            if t.tag not in ("NNP", "SL"):
                continue
            if runs and runs[-1][1] == t.start:
                runs[-1] = (runs[-1][0], t.start + t.len)
            else:
                runs.append((t.start, t.start + t.len))
        marked = {(n["start"], n["end"]) for n in gold["names"]}
        given = {r for r in runs if r in marked or not touches(gold["open"], *r)}
        score.right, score.gold = score.right + len(marked & given), score.gold + len(marked)
        score.given += len(given)
    yield "names", "Kiwi's runs of proper nouns, spans alone: " + score.line()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="held", choices=("held", "tune", "fresh", "fresh-held"))
    parser.add_argument("--errors", choices=LAYERS)
    parser.add_argument("--gold", action="append", help="else those of gold/")
    parser.add_argument("--import", dest="how", action="store_const", const=["--import"], default=[],
                        help="words read by themselves, as for a database")
    args = parser.parse_args()
    data = os.environ.get("DATA")
    if not data:
        sys.exit("facts.py: DATA is the data folder (tests/bench/gold/README.md)")
    split = "fresh" if args.errors and args.split.startswith("fresh") else "tune" if args.errors else args.split
    articles = annotate.articles(data)
    lines = itertools.chain.from_iterable(open(path, encoding="utf-8") for path in args.gold or GOLD)
    golds = [g for g in map(json.loads, lines) if g["split"] == split]
    for gold in golds:
        if annotate.digest(articles[gold["article"]][1]) != gold["sha256"]:
            sys.exit("%s: another text than the one that was marked" % gold["article"])
    texts = [articles[g["article"]][1] for g in golds]
    asked = [dict(zip(("title", "body"), t.split("\n", 1)), published=g["published"]) for g, t in zip(golds, texts)]
    scores = {name: Score(name) for name in LAYERS}
    for gold, text, found in zip(golds, texts, run(asked, how=args.how)):
        before = {k: len(s.errors) for k, s in scores.items()}
        for part in (quotes, dates, figures, names):
            if part.__name__ in gold.get("layers", LAYERS):
                part(gold, found, text, scores)
        if args.errors:
            for error in scores[args.errors].errors[before[args.errors]:]:
                print(gold["article"], *error, sep=" | ")
    print("%d articles (%s)" % (len(golds), split))
    peers = list(peer_lines(golds, texts)) if not args.errors and not split.startswith("fresh") else []
    for name in LAYERS:
        if not scores[name].gold and split.startswith("fresh"):
            continue
        print("%-32s %s" % (name, scores[name].line()))
        for layer, line in peers:
            if layer == name:
                print("%-32s   %s" % ("", line))
    print(run(asked, ["--time", "20"], args.how).strip())


if __name__ == "__main__":
    main()
