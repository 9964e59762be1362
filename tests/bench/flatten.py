#!/usr/bin/env python3
"""Measures text that real tools flattened: the pages of the set ko go through 22 of them, gisa reads what comes out.

    tests/bench/flatten.py [--install] [--errors TOOL[,TOOL...]] [--only TOOL[,TOOL...]] [--page NAME]

Each tool's output is compared with the gold body: 4-gram shingles, precision and recall a page, F1 of their means, as in
tests/bench/extract. Beside gisa stand the lines that end a sentence, which is what people keep by hand, and the lines that
the gold body holds, which is what the best choice of lines would give. Titles, reporters and days are asked for where the
flattened text prints them; titles are compared without quotation marks, and an address prints no day. A
tool named in HELD below, and the outlets named there, teach no weights.

--install fetches the Python and npm tools at the versions below into the cache; w3m, lynx, elinks and pandoc come from the
system. The cache, which holds the flattened pages too, is GISA_FLATTEN or ~/.cache/gisa-flatten. DATA and GISA as for
tests/bench/extract.
"""
import importlib.machinery
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import flat

loader = importlib.machinery.SourceFileLoader("extract", HERE + "/extract")
bench = importlib.util.module_from_spec(importlib.util.spec_from_loader("extract", loader))
loader.exec_module(bench)

CACHE = os.environ.get("GISA_FLATTEN", os.path.expanduser("~/.cache/gisa-flatten"))
PIP = ["trafilatura==2.3.1", "resiliparse==2.0.1", "inscriptis==2.7.6", "beautifulsoup4==4.15.0", "html2text==2025.4.15",
       "markdownify==1.2.3", "lxml==6.1.3"]
NPM = ["turndown@7.2.5", "html-to-text@10.0.1", "@mozilla/readability@0.6.0", "jsdom@29.1.1"]

COMMANDS = {
    "w3m": "w3m -dump -T text/html -cols 80 -I utf-8 -O utf-8",
    "w3m-wide": "w3m -dump -T text/html -cols 2000 -I utf-8 -O utf-8",
    "lynx": "lynx -dump -stdin -assume_charset=utf-8 -display_charset=utf-8 -width=80",
    "lynx-nolist": "lynx -dump -nolist -stdin -assume_charset=utf-8 -display_charset=utf-8 -width=80",
    "elinks": "elinks -dump -dump-charset utf-8 -dump-width 80",
    "pandoc-plain": "pandoc -f html -t plain",
    "pandoc-gfm": "pandoc -f html -t gfm-raw_html --wrap=none",
}
NODE = ["turndown", "html-to-text", "reader"]
PYTHON = ["html2text", "html2text-wide", "inscriptis", "soup", "soup-lines", "markdownify", "trafilatura", "trafilatura-images",
          "trafilatura-yaml", "trafilatura-html2txt", "resiliparse", "resiliparse-main"]
TOOLS = list(COMMANDS) + NODE + PYTHON
WRAPPING = {"w3m", "lynx", "lynx-nolist", "elinks", "pandoc-plain", "html2text"}


def python_tool(name):
    """A function from HTML to text, run within the cache's environment."""
    if name.startswith("html2text"):
        import html2text
        def run(html):
            h = html2text.HTML2Text()
            if name.endswith("wide"):
                h.body_width = 0
            return h.handle(html)
        return run
    if name == "inscriptis":
        import inscriptis
        return inscriptis.get_text
    if name.startswith("soup"):
        from bs4 import BeautifulSoup
        def run(html):
            soup = BeautifulSoup(html, "lxml")
            for x in soup(["script", "style"]):
                x.decompose()
            return soup.get_text("\n", strip=True) if name.endswith("lines") else soup.get_text()
        return run
    if name == "markdownify":
        import markdownify
        return lambda html: markdownify.markdownify(re.sub(r"(?is)<(script|style)\b.*?</\1\s*>", "", html))
    if name.startswith("resiliparse"):
        from resiliparse.extract.html2text import extract_plain_text
        return lambda html: extract_plain_text(html, main_content=name.endswith("main"))
    import trafilatura
    if name.endswith("html2txt"):
        return trafilatura.html2txt
    options = {"trafilatura": {}, "trafilatura-images": {"include_images": True, "output_format": "markdown"},
               "trafilatura-yaml": {"with_metadata": True, "output_format": "markdown"}}[name]
    return lambda html: trafilatura.extract(html, **options)


def flatten_python(name):
    run = python_tool(name)
    for line in sys.stdin:
        source, target, _ = line.rstrip("\n").split("\t")
        with open(source, encoding="utf-8") as f:
            text = run(f.read())
        with open(target, "w", encoding="utf-8") as f:
            f.write(text or "")


def install():
    os.makedirs(CACHE + "/node", exist_ok=True)
    subprocess.check_call([sys.executable, "-m", "venv", CACHE + "/python"])
    subprocess.check_call([CACHE + "/python/bin/pip", "install", "-q", *PIP])
    subprocess.check_call(["npm", "install", "--silent", "--no-save", "--prefix", CACHE + "/node", *NPM])


def flatten(tool, jobs):
    """jobs: (path of the page, path of the text, address)."""
    todo = [j for j in jobs if not os.path.exists(j[1])]
    listed = "".join("\t".join(j) + "\n" for j in todo)
    if not todo:
        return True
    if tool in NODE:
        path = {**os.environ, "NODE_PATH": CACHE + "/node/node_modules"}
        return subprocess.run(["node", HERE + "/flatten.js", tool], input=listed, text=True, env=path).returncode == 0
    if tool in PYTHON:
        return subprocess.run([CACHE + "/python/bin/python", __file__, "--flatten", tool], input=listed, text=True).returncode == 0
    command = COMMANDS[tool].split()
    if not shutil.which(command[0]):
        return False
    for source, target, _ in todo:
        with open(source) as page, open(target, "w") as text:
            subprocess.run(command, stdin=page, stdout=text, stderr=subprocess.DEVNULL, timeout=120)
    return True


def pages():
    """The pages of the set as UTF-8 files in the cache: name, gold, path, address."""
    os.makedirs(CACHE + "/pages", exist_ok=True)
    for name, gold, body, raw in flat.load("ko"):
        path = f"{CACHE}/pages/{name}.html"
        if not os.path.exists(path):
            html = re.sub(r"(?i)(charset\s*=\s*[\"']?)[\w-]+", r"\1utf-8", flat.decode(raw), count=0)
            with open(path, "w", encoding="utf-8") as f:
                f.write(html)
        yield name, {**gold, "body": body}, path, gold.get("url") or f"https://{name.lower()}.example/1"


def flattened(tools):
    """{tool: [(page, gold, path of the text)]}; a tool that is not there is left out."""
    found = {}
    listed = list(pages())
    for tool in tools:
        os.makedirs(f"{CACHE}/{tool}", exist_ok=True)
        jobs = [(path, f"{CACHE}/{tool}/{name}.txt", url) for name, _, path, url in listed]
        if flatten(tool, jobs):
            found[tool] = [(name, gold, job[1]) for (name, gold, _, _), job in zip(listed, jobs)]
        else:
            print(f"{tool} is not there (see --install)", file=sys.stderr)
    return found


def read(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return f.read()


def f1(pairs):
    p, r = (sum(x[k] for x in pairs) / max(len(pairs), 1) for k in (0, 1))
    return 2 * p * r / (p + r) if p + r else 0


def squeeze(text):
    return re.sub(r"\s+", "", text or "")


def title_form(text):
    """A title as titles are compared: golds come from attributes of markup, which lose quotation marks and their kind."""
    return re.sub(r"[\"'`“”‘’″′＂＇]", "", squeeze(text))


class Fields:
    """What of the title, reporters and day is printed, right and wrong."""

    def __init__(self):
        self.asked = {"title": 0, "reporter": 0, "day": 0}
        self.right = dict.fromkeys(self.asked, 0)
        self.wrong_title = 0

    def add(self, record, gold, text, told):
        title = record.get("title")
        good = title_form(title) == title_form(gold["title"])
        if gold["title"] and title_form(gold["title"]) in title_form(text):
            self.asked["title"] += 1
            self.right["title"] += good
            if not good:
                told.append(f"title {title!r} for {gold['title']!r}")
        self.wrong_title += bool(title) and not good
        want = [x for x in gold["authors"] if x in text]
        if want:
            self.asked["reporter"] += 1
            mine = flat.names(record)
            self.right["reporter"] += mine == sorted(want)
            if mine != sorted(want):
                told.append(f"reporter {mine} for {want}")
        day = (gold["published"] or "")[:10]
        printed = squeeze(re.sub(r"https?://[^\s)\]>\"]+", " ", text))
        if day and any(re.search(form, printed) for form in day_forms(day)):
            self.asked["day"] += 1
            self.right["day"] += (record.get("published") or "")[:10] == day
            if (record.get("published") or "")[:10] != day:
                told.append(f"day {record.get('published')} for {day}")

    def __str__(self):
        return (f"titles {self.right['title']} of {self.asked['title']}, {self.wrong_title} wrong; " +
                f"reporters {self.right['reporter']} of {self.asked['reporter']}, days {self.right['day']} of {self.asked['day']}")


def day_forms(day):
    year, month, date = (int(x) for x in day.split("-"))
    for sign in ("[-./]", r"\."):
        yield rf"{year}{sign}0?{month}{sign}0?{date}(?!\d)"
    yield rf"{year}년0?{month}월0?{date}일"


def lines_of(text, kept):
    return "\n".join(x for x in text.split("\n") if kept(x))


def measure(tool, rows, fields, errors, only):
    rows = [r for r in rows if not only or r[0] == only]
    found = flat.extract([path for _, _, path in rows])
    sums = {"gisa": [], "sentences": [], "oracle": []}
    for name, gold, path in rows:
        text, record, told = read(path), found.get(name, {}), []
        holder = flat.Holder(gold["body"])
        got = {"gisa": record.get("body") or "",
               "sentences": lines_of(text, lambda x: re.search(r"[.?!]['\"”’)]*\s*$", x)),
               "oracle": lines_of(text, lambda x: x.strip() and holder.holds(x))}
        for who, body in got.items():
            sums[who].append(bench.score(body, gold["body"]))
        fields.add(record, gold, text, told)
        if errors:
            show(tool, name, got["gisa"], gold["body"], text, sums["gisa"][-1], told)
    return sums


def show(tool, name, got, want, text, pair, told):
    print(f"== {tool} {name} P {pair[0]:.3f} R {pair[1]:.3f}", *told, sep="\n   ")
    mine, gold = flat.Holder(got), flat.Holder(want)
    for line in text.split("\n"):
        if len(flat.words_of(line)) < 2:
            continue
        a, b = gold.holds(line), mine.holds(line)
        if a != b:
            print(("    false " if b else "    lost  ") + line.strip()[:150])


def main():
    args = sys.argv[1:]
    if "--flatten" in args:
        return flatten_python(args[args.index("--flatten") + 1])
    if "--install" in args:
        install()
    value = lambda option: args[args.index(option) + 1] if option in args else ""
    errors = value("--errors").split(",")
    chosen = [t for t in value("--only").split(",") if t] or [t for t in errors if t] or TOOLS
    fields, all_of = Fields(), {"gisa": [], "sentences": [], "oracle": []}
    for tool, rows in flattened(chosen).items():
        sums = measure(tool, rows, fields, tool in errors, value("--page"))
        for who in all_of:
            all_of[who].append((tool, f1(sums[who])))
        print(f"{tool:22s} gisa {f1(sums['gisa']):.4f}  sentences {f1(sums['sentences']):.4f}  lines of the gold {f1(sums['oracle']):.4f}",
              flush=True)
    for part, kept in (("all", set(TOOLS)), ("lines kept", set(TOOLS) - WRAPPING), ("wrapped", WRAPPING)):
        row = [(who, [x for t, x in figures if t in kept]) for who, figures in all_of.items()]
        if row[0][1]:
            print(f"{part:22s} " + "  ".join(f"{who} {sum(x) / len(x):.4f}" for who, x in row))
    print(fields)


if __name__ == "__main__":
    main()
