"""Every command that prints tables, texts or help, on terminals of three widths. Prints a line a run:
"good" or "FAIL" with the widest line."""
import gzip, json, os, re, subprocess, sys, unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import terminal

GISA, DIR, SAMPLE = sys.argv[1:]
ENV = {k: v for k, v in os.environ.items() if k not in ("GISA_DB", "NO_COLOR", "COLUMNS")}
ENV.update(TERM="xterm", PAGER="cat", XDG_DATA_HOME="/nonexistent")
STYLE = re.compile(r"\x1b\[[0-9;]*m|\r\x1b\[K\d[^\r\n]*(?=\r)|\r\x1b\[K") # and a line of progress


def width(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def on_terminal(args, columns, data=None):
    code, out = terminal.show([GISA, *args], columns, data or "/dev/null", ENV)
    return code, STYLE.sub("", out.decode())


def fits(line, columns):
    whole = [word for word in line.split() if "/" in word]  # addresses and paths are never broken
    return width(line) <= columns or any(width(word) + 14 > columns for word in whole)


def ask(args, data=None):
    for columns in (40, 80, 120):
        code, out = on_terminal(args, columns, data)
        wide = [line for line in out.split("\n") if not fits(line, columns) and not line.startswith("{")] # JSON
        good = not wide and code in (0, 1, 2) and out.strip()
        print("good" if good else "FAIL", columns, code, *args[2:] if "--db" in args else args,
              *(f"{width(wide[0])}: {wide[0]}",) if wide else (), "" if out.strip() else "says nothing")


def main():
    os.chdir(DIR)
    names = [line.split()[0] for line in subprocess.run([GISA, "--help"], capture_output=True, text=True, env=ENV)
             .stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()]
    db = ["--db", "n.db"]
    ids = subprocess.run([GISA, *db, "search", "-q", "--json", "--fields", "id", "-n", "2", "누리챗"], capture_output=True,
                         text=True, env=ENV).stdout.splitlines()
    article = json.loads(ids[0])["id"]
    with open("text", "w") as f:
        f.write("누리챗이 서비스를 마쳤다고 한빛소프트가 3일 밝혔다.\n")
    with open("queries", "w") as f:
        f.write("누리챗\n느티나무도서관 AI\n")
    with open("long.jsonl", "w") as f:  # a title without blanks, wide marks, many authors
        f.write(json.dumps({"url": "https://a.example/1", "outlet": "아주긴이름의신문사가나다라마바사아자차카타파하", "outlet_name":
                            "아주긴이름의신문사가나다라마바사아자차카타파하", "title": "누리챗" * 40 + " ✅🚀" * 20, "published": "2025-06-01",
                            "authors": [{"name": "남궁민수" + str(i)} for i in range(9)],
                            "body": "“누리챗" + "은대단하다" * 30 + "”라고 남궁민수 한빛소프트 대표가 말했다. 3억 2000만 원이다."}) + "\n")
    ask(["--help"])
    ask([])
    for name in names:
        ask([name, "--help"])
    ask([*db, "import", "long.jsonl", "missing/" * 20])
    subprocess.run([GISA, *db, "-q", "search", "--save", "lamp", "누리챗 OR 느티나무도서관 OR 한빛"], env=ENV, capture_output=True)
    subprocess.run(["python3", "-c", "import sqlite3; s = sqlite3.connect('n.db');"
                    "s.execute('UPDATE saved_search SET position = 0'); s.commit()"])
    for args in (["search", "누리챗"], ["search", "-n", "120", "--no-collapse", "AI"], ["search", "누리챗 없는낱말"], ["search", "없는낱말"],
                 ["search", "--kwic", "누리챗"], ["search", "--kwic", "느티나무도서관 AI"],
                 ["search", "--facet", "outlet,section,month,author,entity", "AI"], ["search", "--count", "AI"],
                 ["search", "--fields", "rank,id,score,title,outlet,published,snippet,outlet_name,section,copies", "누리챗"],
                 ["search", "--queries", "queries"], ["show", article], ["show", article, "--history"],
                 ["show", article, "--keywords"], ["entities"], ["entities", "누리챗"], ["quotes"], ["quotes", "누리챗"], ["facts"],
                 ["facts", "--dates"], ["trend", "누리챗"], ["trend", "--by", "month", "누리챗"], ["trend", "--all", "누리챗"],
                 ["trend", "--by", "month", "누리챗", "AI", "한빛", "로봇", "도서관", "느티나무도서관"],
                 ["trend", "AI", "한빛"], ["topics"], ["topics", "--from", "2025-06"], ["alert", "--peek"], ["alert", "--list"],
                 ["alert", "nobody"], ["check"], ["doctor"], ["rebuild"], ["export", "--out", "out"],
                 ["import", SAMPLE + "/text"], ["digest", "--output", "x.md"], ["nonsense"], ["search", "--nonsense"]):
        ask([*db, *args])
    for name in names:
        if name not in ("analyze", "completions"):
            ask([*db, name, "--limit", "nothing", "more", "--nonsense"])
    for name in ("ids-1.db", "ids-1.warc.gz"):  # an earlier edition of ids, and articles that it hides
        with open(name, "wb") as f:
            data = open(os.path.join(SAMPLE, "../../tests/data", name + (".gz" if name.endswith(".db") else "")), "rb").read()
            f.write(gzip.decompress(data) if name.endswith(".db") else data)
    ask(["--db", "ids-1.db", "doctor"])
    subprocess.run(f"sed 's/<body>/<body>{'<p>' + '누리챗 ' * 60}/' {SAMPLE}/sites/*/*/*.html | head -c 9000 >page.html", shell=True)
    ask(["extract", "--explain", "page.html"])
    ask(["analyze", "--explain", "누리챗"], "text")
    ask(["analyze", "--explain", "서비스를"], "text")


main()
