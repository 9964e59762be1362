"""Every command over hostile text: in all fields of articles, in file names, queries, options, in what
a server says. Prints a line a run: "good" or "FAIL", and what was wrong."""
import http.server, json, os, re, sqlite3, subprocess, sys, threading

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import terminal

GISA, DIR = sys.argv[1], sys.argv[2]
HOSTILE = "\x1b]0;t\x07\x1b[2J\x9b31m\u202e\u2066\u200f\u061c\u2028\x85\b\x7f\x1b[1;33m"
FILE_NAME = "n\x1b[31m\u202e\r\n\x07.html"
STYLES = re.compile(rb"\x1b\[(0|1|2|1;33)m|\r\x1b\[K") # and what wipes a line of progress
SHOWN = ("search", "show", "entities", "quotes", "facts", "trend", "digest", "alert", "import", "extract", "robots",
         "analyze", "export", "check", "fetch", "rebuild")
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
ENV = {k: v for k, v in os.environ.items() if k not in ("GISA_DB", "NO_COLOR", "COLUMNS", "PAGER")}
ENV.update(TERM="xterm", PAGER="cat", XDG_DATA_HOME="/nonexistent")


def article(n):
    h = HOSTILE
    return {
        "id": f"id{n}{h}", "url": f"https://a.example/{n}{h}", "outlet": f"out{h}let",
        "outlet_name": f"신문{h}", "section": f"경제{h}", "title": f"딥시크 소식 {n}{h}",
        "subtitle": f"부제{h}", "authors": [{"name": f"홍길동{h}", "email": f"h{h}@a.example"}],
        "published": f"2025-02-{n % 27 + 1:02}T10:00:00+09:00", "lang": f"ko{h}",
        "body": f"김민수 딥시크{h} 대표는 “모델{h} {n}번을 공개했다”라고{h} 말했다.\n매출은 {n + 3}00억{h}원이며 "
                f"딥시크와 오픈AI가 {n}월 3일 협력{h}한다.", "captions": [f"사진{h} 설명"],
        "rights": {"notice": f"무단{h} 전재 금지"}, "via": f"포털{h}", "source": f"출처{h}"}


def poison(db):
    """Fields of a database that an older gisa filled, without the care of the present intake."""
    sql = sqlite3.connect(db)
    sql.execute("UPDATE article SET title = title || ?1, subtitle = 'x' || ?1, via = ?1", (HOSTILE,))
    sql.execute("UPDATE outlet SET name = name || ?1, key = key || ?1", (HOSTILE,))
    sql.execute("UPDATE section SET name = name || ?1", (HOSTILE,))
    sql.execute("UPDATE author SET name = name || ?1, email = ?1", (HOSTILE,))
    sql.execute("UPDATE name SET text = text || ?1", (HOSTILE,))
    sql.execute("UPDATE capture SET uri = uri || ?1", (HOSTILE,))
    sql.commit()
    sql.close()


def on_terminal(command, columns, data):
    return terminal.show(command, columns, data or "/dev/null", ENV)[1]


marked = set()


def check(name, out, layout=False):
    try:
        text = STYLES.sub(b"", out).decode() if "always" in name or "terminal" in name else out.decode()
    except UnicodeDecodeError as e:
        print("FAIL", name, e)
        return
    if "<U+001B>" in text or "<U+009B>" in text:
        marked.update(name.split())
    if not layout and "\t" in text:
        print("FAIL", name, "a tab")
    at = BAD.search(text)
    print("FAIL" if at else "good", ascii(name), ascii(text[max(0, at.start() - 40):at.end()]) if at else "")


def ask(args, data=None, raw=False, layout=False):
    """One command: plain, with colours, and on a terminal."""
    name = " ".join(args)
    stdin = {"stdin": open(data, "rb") if data else subprocess.DEVNULL, "env": ENV, "cwd": DIR}
    for color in ("never", "always"):
        command = [GISA, *args, "--color", color] if "--" not in args else [GISA, "--color", color, *args]
        done = subprocess.run(command, capture_output=True, **stdin)
        if data:
            stdin["stdin"] = open(data, "rb")
        if done.returncode < 0 or done.returncode > 2:
            print("FAIL", ascii(name), "exit", done.returncode)
        check(f"{color}: {name}: stderr", done.stderr)
        if not raw:
            check(f"{color}: {name}", done.stdout, layout)
    os.chdir(DIR)
    check(f"terminal: {name}", on_terminal([GISA, *args, "--color", "auto"], 80, data), layout or raw)
    return done.stdout


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        h = HOSTILE.encode("latin-1", "ignore")
        if self.path == "/robots.txt":
            self.wfile.write(b"HTTP/1.1 404 x\r\n\r\n")
        elif self.path == "/rss":
            self.wfile.write(b"HTTP/1.1 200 " + h.replace(b"\r", b"") + b"\r\nContent-Type: text/xml\r\n\r\n"
                             b"<rss><channel><item><link>http://a.example/1&#x9b;31m</link></item>"
                             b"<item><link>http://a.example/2</link></item></channel></rss>")
        elif self.path == "/2":
            self.wfile.write(b"HTTP/1.1 302 x\r\nLocation: ftp://x/" + h + b"\r\n\r\n")
        else:
            self.wfile.write(b"HTTP/1.1 500 " + h + b"\r\nContent-Type: " + h + b"\r\n\r\n" + h)

    def log_message(self, *_):
        pass


def main():
    os.chdir(DIR)
    with open("in.jsonl", "w") as f:
        for n in range(40):
            f.write(json.dumps(article(n)) + "\n")
    with open(FILE_NAME, "w") as f:
        f.write("<html><head><title>제목&#27;[31m&#155;2J&#x202e;</title></head><body><h1>제목&#155;2J&#8238;</h1>"
                + "<p>딥시크가 새 모델을&#155;31m &#8238;공개했다고 밝혔다. 이 모델은 누구나 쓸 수 있다.</p>" * 6 + "</body></html>")
    with open("bad\x1b[31m.jsonl", "w") as f:
        f.write('{"title":"\\u001b[2J","published":"\\u001b[2J' + '\u202e"}\n{"x\x1b[2J\n')
    os.mkdir("empty\x1b[31m")
    with open("lines.txt", "w") as f:
        f.write(f"딥시크{HOSTILE} 공개\n")
    with open("robots.txt", "w") as f:
        f.write(f"User-agent: *\nDisallow: /{HOSTILE}\n")
    db = ["--db", "n.db"]
    ask([*db, "import", "-v", "in.jsonl", FILE_NAME, "bad\x1b[31m.jsonl", "empty\x1b[31m", f"no{HOSTILE}.html"])
    poison("n.db")
    h, q = HOSTILE, f"딥시크{HOSTILE}"
    ids = [json.loads(line)["id"] for line in
           subprocess.run([GISA, *db, "search", "-q", "--json", "--no-collapse", "-n", "99", "딥시크"],
                          capture_output=True, env=ENV).stdout.splitlines()]
    if not any(HOSTILE in i for i in ids):
        print("FAIL an id of JSONL is no longer taken as it is: poison the ids here")
    show = ids[0]
    for args in (["search", "딥시크"], ["search", q], ["search", "--fields", "id,title,outlet,url,snippet,outlet_name,section", "딥시크"],
                 ["search", "--kwic", "딥시크"], ["search", "--facet", "outlet,section,month,author,entity", "딥시크"],
                 ["search", "--facet", h, "딥시크"], ["search", "--fields", h, "딥시크"], ["search", "--sort", h, "딥시크"],
                 ["search", "--save", h, "딥시크"], ["search", "--count", "딥시크"], ["search", f"nix{h}"],
                 ["search", f"--{h}"], ["search", "--limit", h, "딥시크"], ["search", "title:" + q],
                 ["search", "--no-collapse", "-n", "99", "딥시크", "--json"],
                 ["show", show], ["show", show, "--json"], ["show", show, "--history"], ["show", show, "--keywords"],
                 ["show", show, "--history", "--json"], ["show", show, "--version", "9"], ["show", h],
                 ["entities"], ["entities", "--json"], ["entities", "--type", h], ["quotes"], ["quotes", "--json"],
                 ["quotes", "--speaker", h], ["facts"], ["facts", "--json"], ["facts", "--dates"], ["facts", "--unit", h],
                 ["facts", "--from", h], ["trend", "딥시크", q, "--by", "month"], ["trend", q, "--json"], ["trend", "--by", h, "x"],
                 ["topics"], ["topics", "--json"], ["topics", "--from", "2025-02-10"],
                 ["digest", "--period", "month"], ["digest", "--period", "month", "--format", "html"],
                 ["digest", "--period", "month", "--lang", "ko"], ["digest", "--period", h], ["digest", "-o", f"no{h}/x.md"],
                 ["digest", "--period", "month", "-o", f"d{h}.md"], ["trend", "딥시크", "--svg", f"t{h}.svg"],
                 ["check"], ["check", "--json"], ["doctor"], ["export", "--out", f"e{h}", "--force"],
                 ["export", "--verify", f"e{h}"], ["export", "--verify", f"no{h}"], ["alert", h], ["alert", "--list"],
                 ["rebuild", h], ["rebuild"], ["completions", h], ["fetch", h], ["help", h], [h], ["import", "--format", h, "x"],
                 ["robots", "--robots", f"no{h}", "/"]):
        ask([*db, *args])
    for args in (["search", "--csv", "딥시크"], ["entities", "--csv"], ["facts", "--csv"]):
        ask([*db, *args], raw=True)
    poison("n.db")
    ask([*db, "search", "--count", "--queries", "lines.txt"], layout=True)
    ask([*db, "search", "--queries", "lines.txt"])
    subprocess.run([GISA, *db, "search", "-q", "--save", "lamp", "--force", q], env=ENV, capture_output=True)
    sql = sqlite3.connect("n.db")
    sql.execute("UPDATE saved_search SET position = 0, name = ?1", (h.replace("\x1b", "\x9b"),))
    sql.commit()
    sql.close()
    for args in (["alert", "--peek"], ["alert", "--peek", "--json"], ["alert", "--list"], ["alert", "--list", "--json"]):
        ask([*db, *args])
    ask(["robots", "--robots", "robots.txt", f"/{h}"], layout=True)
    for args in (["extract", FILE_NAME], ["extract", "--explain", FILE_NAME], ["extract", "in.jsonl"], ["extract", f"no{h}"],
                 ["extract", "--mode", h, "x"], ["extract", "--profile", h, FILE_NAME]):
        ask(args)
    for args in (["analyze"], ["analyze", "-e"], ["analyze", "--explain", "딥시크"], ["analyze", "--lexicon", f"no{h}"],
                 ["analyze", "--format", h]):
        ask(args, data="lines.txt")
    for form in ("tsv", "conllu"):
        ask(["analyze", "--format", form], data="lines.txt", raw=True)
    for name in (f"d{h}.md", f"t{h}.svg"):
        with open(name, "rb") as f:
            check(f"the file {name}", f.read())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open("sources", "w") as f:
        f.write("[a]\nfeed = http://a.example/rss\ndelay_ms = 0\nevery = 1s\n")
    with open("bad-sources", "w") as f:
        f.write(f"[a{h}]\nfeed{h} = x\n")
    ask(["--db", "f.db", "fetch", "--sources", "bad-sources"])
    ask(["--db", "f.db", "fetch", "-v", "--force", "--sources", "sources", "--connect-to",
         f"127.0.0.1:{server.server_address[1]}"])
    ask(["--db", "f.db", "fetch", "--force", "--json", "--sources", "sources", "--connect-to",
         f"127.0.0.1:{server.server_address[1]}"])
    exact = subprocess.run([GISA, "extract", "in.jsonl"], capture_output=True, env=ENV).stdout.splitlines()
    same = all(json.loads(line)["body"] == article(n)["body"] for n, line in enumerate(exact))
    print("good" if same and len(exact) == 40 else "FAIL", "JSON keeps its values")
    titles = [json.loads(line)["title"] for line in exact]
    for command in SHOWN:
        print("good" if command in marked else "FAIL", f"{command} shows marks")
    print("FAIL" if any(BAD.search(t) for t in titles) else "good", "titles have no controls")


main()
