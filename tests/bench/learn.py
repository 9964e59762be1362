#!/usr/bin/env python3
"""What learning from a site does to bodies: F1 with `gisa import` and with `gisa import --no-learn`.

usage: learn.py [--sites N] [--pages N] [--seed N] [build/gisa]

Three kinds of pages: those of $DATA/extract (default ../shared/data) as they are; the same with
every host renamed, so that no site profile fits; and made-up pages of sites without a profile, which
print a banner, pleas and notices of their own around each body, in the container of the body. The
score is that of tests/bench/extract.
"""
import argparse
import gzip
import importlib.machinery
import importlib.util
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
loader = importlib.machinery.SourceFileLoader("extract_bench", os.path.join(here, "extract"))
extract = importlib.util.module_from_spec(importlib.util.spec_from_loader("extract_bench", loader))
loader.exec_module(extract)

HOST = re.compile(rb"(https?:(?:\\?/){2}[\w.-]+?\.(?:kr|com|net|org|tv|io|uk|au|ca|in))(?=[\"'/:?\\<\s])")
BANNERS = ["[나루일보 AI취재팀]", "물결 위의 소식, 나루일보가 전합니다", "나루일보 아침판"]
PLEAS = ["나루일보는 독자 여러분의 이야기를 기다립니다.", "바다와 마을의 모든 이야기, 나루일보 앱에서 만나세요!",
         "이 글이 마음에 드셨다면 나루지기가 되어 주세요.", "나루일보는 배를 타는 사람 모두의 신문입니다.",
         "소식을 알려 주실 분은 나루터 게시판을 찾아 주세요.", "더 긴 이야기는 나루일보 주말판에 실립니다."]
TURNS = ["◇ 오늘의 한마디", "바로잡습니다.", "선장은 말을 아꼈다."]
NOUNS = "고래 마을 나루 등대 그물 선장 편지 도서관 난로 파도 모래 배 섬 밧줄 달력 우물 시장 종이 노래 바람".split()
VERBS = "떠났다 돌아왔다 밝혔다 늘었다 줄었다 이어졌다 멈췄다 열렸다".split()


def sentence(rng):
    words = [rng.choice(NOUNS) + rng.choice(["은", "는", "이", "가", "을", "를", "에서", "까지"]) for _ in range(rng.randint(5, 11))]
    return " ".join(words) + " " + str(rng.randint(2, 900)) + "번 " + rng.choice(VERBS) + "."


def generated(rng, sites, pages):
    rows = []
    for s in range(sites):
        banner = rng.choice(BANNERS) if rng.random() < 0.5 else None
        tail = rng.sample(PLEAS, rng.randint(1, 3))
        share = rng.choice([1.0, 1.0, 0.7, 0.4])
        for p in range(pages):
            body = [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(3, 9))]
            if rng.random() < 0.5:
                body.insert(rng.randint(1, len(body) - 1), rng.choice(TURNS))
            printed = list(body)
            if rng.random() < share:
                printed = ([banner] if banner else []) + body + tail
            title = sentence(rng)
            html = "<html><head><title>%s</title><meta property='og:title' content='%s'><link rel=canonical href='https://s%d.example/%d'></head><body><div id=story>%s</div></body></html>" % (
                title, title, s, p, "".join("<p>%s</p>" % line for line in printed))
            rows.append({"name": "s%d-%d" % (s, p), "html": html.encode(), "body": "\n".join(body)})
    rng.shuffle(rows)
    return rows


def bodies(gisa, rows, folder, options):
    db = os.path.join(folder, "learn%d.db" % len(os.listdir(folder)))
    files = []
    for r in rows:
        files.append(os.path.join(folder, r["name"] + ".html"))
        with open(files[-1], "wb") as out:
            out.write(r["html"])
    subprocess.run([gisa, "-q", "--db", db, "import", *options, *files], stderr=subprocess.DEVNULL, check=False)
    con = sqlite3.connect(db)
    found = dict(con.execute("SELECT a.source, b.text FROM article a JOIN body b USING (row) WHERE a.current"))
    learned = con.execute("SELECT count(*) FROM site_line").fetchone()[0]
    cleaned = con.execute("SELECT count(*) FROM article WHERE origin IS NOT NULL").fetchone()[0]
    return [found.get(f) for f in files], learned, cleaned


def f1(rows, texts):
    scores = [extract.score(t or "", r["body"]) for r, t in zip(rows, texts)]
    p = sum(s[0] for s in scores) / len(scores)
    r = sum(s[1] for s in scores) / len(scores)
    return 2 * p * r / (p + r) if p + r else 0.0, p, r


def measure(name, gisa, rows):
    with tempfile.TemporaryDirectory() as folder:
        before, _, _ = bodies(gisa, rows, folder, ["--no-learn"])
        after, learned, cleaned = bodies(gisa, rows, folder, [])
    print("%-26s %4d pages  without F1 %.4f P %.4f R %.4f   learned F1 %.4f P %.4f R %.4f   %d lines, %d articles" % (
        (name, len(rows)) + f1(rows, before) + f1(rows, after) + (learned, cleaned)))


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("gisa", nargs="?", default=os.path.join(here, "../../build/gisa"))
    args.add_argument("--sites", type=int, default=20)
    args.add_argument("--pages", type=int, default=30)
    args.add_argument("--seed", type=int, default=7)
    args = args.parse_args()
    for name in ("ko", "wcxb-dev"):
        if not os.path.isdir(os.path.join(extract.DATA, "extract", name)):
            print("%s: not there; DATA names the folder" % name, file=sys.stderr)
            continue
        rows = extract.load(name)
        for r in rows:
            r["html"] = gzip.open(r["path"]).read()
        measure(name, args.gisa, rows)
        for r in rows:
            r["html"] = HOST.sub(rb"\1.example", r["html"])
        measure(name + ", no profile", args.gisa, rows)
    for pages in (3, 8, args.pages):
        measure("made up, %d a site" % pages, args.gisa, generated(random.Random(args.seed), args.sites, pages))


if __name__ == "__main__":
    main()
