#!/usr/bin/env python3
"""Measures flattened text: pages with gold bodies are turned into lines as crawlers do, and each line is labelled
free by whether the gold body holds it.

    tests/bench/flat.py [--errors] [SET...]      DATA and GISA as for tests/bench/extract

Crawlers differ, so every page is flattened in four ways: a line a block with the head's <title>; a line a text node;
blank lines and bullets between the blocks of the body; Markdown with links and images.

A line counts as body when its 4-word runs (the whole line when it is shorter) stand in the gold body. Line F1 is
over the body lines of all pages, those of three words and more. The peers are what people do by hand: every line
kept, and the lines kept that end a sentence. For the set ko the fields are compared with the gold (title, reporters,
day and minute) and, where the gold has none (outlet, rights), with what gisa reads from the page's HTML.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

DATA = os.environ.get("DATA", "../shared/data")
GISA = os.environ.get("GISA", "build/gisa")
INLINE = {"a", "b", "i", "em", "strong", "span", "u", "font", "sup", "sub", "mark", "small", "abbr", "cite", "code", "q",
          "label", "img", "time"}
VOID = {"script", "style", "noscript", "template", "svg", "iframe"}
VARIANTS = ("blocks", "nodes", "spaced", "markdown")


class Flattener(HTMLParser):
    """lines: pairs of what the crawler writes and the words a reader sees."""

    def __init__(self, variant):
        super().__init__(convert_charrefs=True)
        self.variant, self.lines = variant, []
        self.written = self.plain = self.mark = self.title = ""
        self.hidden, self.links, self.in_title = 0, [], False

    def end_line(self):
        plain, written = " ".join(self.plain.split()), " ".join(self.written.split())
        if plain or (written and self.variant == "markdown"):
            self.lines.append((self.mark + written, plain))
            if self.variant in ("spaced", "markdown"):
                self.lines.append(("", ""))
        self.written = self.plain = self.mark = ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.hidden += tag in VOID
        self.in_title = self.in_title or tag == "title"
        if tag not in INLINE:
            self.end_line()
        if self.variant == "spaced" and tag == "li":
            self.mark = "  • "
        if self.variant != "markdown":
            return
        if tag == "li":
            self.mark = "  * "
        elif re.fullmatch("h[1-6]", tag):
            self.mark = "#" * int(tag[1]) + " "
        elif tag == "a":
            self.links.append(attrs.get("href") or "")
            self.written += "["
        elif tag == "img":
            self.written += f"![{attrs.get('alt') or ''}]({attrs.get('src') or ''})"
        elif tag in ("b", "strong"):
            self.written += "**"

    def handle_endtag(self, tag):
        if tag in VOID and self.hidden:
            self.hidden -= 1
        if tag == "title":
            self.end_line()
            self.in_title = False
        if self.variant == "markdown" and tag == "a" and self.links:
            self.written += f"]({self.links.pop()})"
        if self.variant == "markdown" and tag in ("b", "strong"):
            self.written += "**"
        if tag not in INLINE:
            self.end_line()

    def handle_data(self, data):
        if self.hidden or (self.in_title and self.variant not in ("blocks", "nodes")):
            return
        self.written += data
        self.plain += data
        if self.variant == "nodes" and data.strip():
            self.end_line()


def flatten(html, variant):
    f = Flattener(variant)
    f.feed(html)
    f.end_line()
    return f.lines


def decode(raw):
    label = re.search(rb"charset=[\"']?([\w-]+)", raw[:4096])
    for name in ("utf-8", label and label[1].decode(), "cp949"):
        try:
            return raw.decode(name) if name else ""
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def words_of(text):
    return re.findall(r"\w+", text)


def runs(text):
    words = words_of(text)
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)} if len(words) > 3 else {tuple(words)}


class Holder:
    """A text that can say whether it holds a line."""

    def __init__(self, text):
        self.runs, self.words = runs(text), " " + " ".join(words_of(text)) + " "

    def holds(self, line):
        if len(words_of(line)) > 3:
            mine = runs(line)
            return len(mine & self.runs) >= 0.8 * len(mine)
        return " " + " ".join(words_of(line)) + " " in self.words


def load(name):
    """Name, gold record, body, HTML of every page of a set."""
    folder = f"{DATA}/extract/{name}"
    path = folder + "/gold.jsonl"
    rows = open(path, encoding="utf-8") if os.path.exists(path) else gzip.open(path + ".gz", "rt", encoding="utf-8")
    for row in map(json.loads, rows):
        gold = row.get("ground_truth", row)
        body = gold.get("main_content", gold.get("body"))
        if body:
            yield row["name"], gold, body, gzip.open(f"{folder}/{row['name']}.html.gz").read()


def score(lines, gold, got, sums, shown=None):
    for _, line in lines:
        if len(words_of(line)) < 3:
            continue
        a, b = gold.holds(line), got.holds(line)
        sums[0] += a and b
        sums[1] += b
        sums[2] += a
        if shown is not None and a != b:
            shown.append(("    false " if b else "    lost  ") + line[:120])


def figures(sums):
    p, r = sums[0] / max(sums[1], 1), sums[0] / max(sums[2], 1)
    return f"line F1 {2 * p * r / max(p + r, 1e-9):.4f}  P {p:.4f}  R {r:.4f}"


def extract(paths):
    found = {}
    done = subprocess.run([GISA, "extract"] + paths, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for record in map(json.loads, done.stdout.decode().splitlines()):
        found[os.path.splitext(os.path.basename(record.get("file") or ""))[0]] = record
    return found


def write(folder, page, suffix, data):
    path = f"{folder}/{page}{suffix}"
    open(path, "wb").write(data)
    return path


def same_minute(a, b):
    digits = [re.sub(r"\D", "", (x or "")[:16]) for x in (a, b)]
    return digits[0] == digits[1] or (len(digits[1]) == 8 and digits[0][:8] == digits[1])


def names(record):
    return sorted(a.get("name", "") for a in record.get("authors") or [])


def compare_fields(pages, flat, html, text_of, errors):
    """Only what the flattened page prints can be asked of it."""
    right, asked = {}, {}
    for page, gold, _, _ in pages:
        a, b = flat.get(page, {}), html.get(page, {})
        text = text_of[page]
        pairs = {"title": (a.get("title"), gold["title"]),
                 "reporter": (names(a), sorted(x for x in gold["authors"] if x in text)),
                 "date": (a.get("published"), gold["published"]),
                 "outlet": (a.get("outlet_name"), b.get("outlet_name")),
                 "rights": ((a.get("rights") or {}).get("notice"), (b.get("rights") or {}).get("notice"))}
        for field, (mine, want) in pairs.items():
            if not want or (field in ("outlet", "title") and want not in text):
                continue
            asked[field] = asked.get(field, 0) + 1
            good = same_minute(mine, want) if field == "date" else mine == want
            right[field] = right.get(field, 0) + good
            if errors and not good:
                print(f"    {page} {field}: {mine!r} for {want!r}")
    print("   fields", ", ".join(f"{f} {right[f]}/{asked[f]}" for f in asked))


def measure(name, errors):
    pages = list(load(name))
    totals = {}
    with tempfile.TemporaryDirectory() as folder:
        html = {}
        if name == "ko":
            html = extract([write(folder, p[0], ".html", p[3]) for p in pages])
        for variant in VARIANTS:
            flats = {p[0]: flatten(decode(p[3]), variant) for p in pages}
            text_of = {p: "\n".join(x[1] for x in lines) for p, lines in flats.items()}
            paths = [write(folder, p, ".txt", ("\n".join(x[0] for x in lines) + "\n").encode())
                     for p, lines in flats.items()]
            found = extract(paths)
            sums = {"gisa": [0, 0, 0], "every line": [0, 0, 0], "lines that end a sentence": [0, 0, 0]}
            for page, _, body, _ in pages:
                gold, lines, shown = Holder(body), flats[page], []
                got = {"gisa": found.get(page, {}).get("body") or "",
                       "every line": text_of[page],
                       "lines that end a sentence":
                           "\n".join(x[1] for x in lines if re.search(r"[.?!]['\"”’)]*$", x[1]))}
                for tool, text in got.items():
                    score(lines, gold, Holder(text), sums[tool], shown if tool == "gisa" else None)
                if errors and shown:
                    print(f"  {variant} {page}", *shown, sep="\n")
            for tool, s in sums.items():
                print(f"{name} ({len(pages)}) {variant:9s} {tool:26s} {figures(s)}")
                totals[tool] = [x + y for x, y in zip(totals.get(tool, [0, 0, 0]), s)]
            if html:
                compare_fields(pages, found, html, text_of, errors)
    for tool, s in totals.items():
        print(f"{name} ({len(pages)}) {'all':9s} {tool:26s} {figures(s)}", flush=True)


if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if a != "--errors"]
    for chosen in args or ["ko", "wcxb-dev"]:
        measure(chosen, "--errors" in sys.argv)
