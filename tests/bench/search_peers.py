#!/usr/bin/env python3
"""gisa beside SQLite FTS5 trigram, Xapian and tantivy in one run: import, size, queries, ranking.

usage: search_peers.py [--articles N] [--chars C] [--engines gisa,fts5,xapian,tantivy] [--folder DIR]
                       [--retrieval DIR] [--wikinews FILE.csv.gz] [--gisa build/gisa] [--against BINARY]

Articles are those of generate.py. Import is wall and CPU time of the whole process, sizes are those
of the database less the text that it holds (gisa: what its full-text tables take; peers: what they
take beyond the stored text). Query times are CPU milliseconds, warm, one thread: two words, all of
them, best 20; questions, any word, best 10; counts by month. --retrieval (autorag-ko-*.jsonl.gz)
and --wikinews (headlines as questions) score nDCG@10. --against is another build of gisa: it imports
the same articles, and both answer the questions as programs, snippets included; printed are the CPU
milliseconds a question and their ratio. A peer that is not installed is left out.
"""
import argparse
import csv
import gzip
import importlib.util
import json
import math
import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
JOSA = re.compile("(?:에서|으로|까지|은|는|이|가|을|를|의|에|로|와|과|도|만)$")


def articles(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def folder_size(path):
    if os.path.isfile(path):
        return sum(os.path.getsize(path + end) for end in ("", "-wal") if os.path.exists(path + end))
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, names in os.walk(path) for f in names)


def words_of(text):
    return re.findall(r"[가-힣A-Za-z0-9]+", text)


class Gisa:
    name = "gisa"

    def __init__(self, folder, opts):
        self.db, self.gisa, self.tool = os.path.join(folder, "gisa.db"), opts.gisa, os.path.join(folder, "times")
        packages = "libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto"
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs"] + packages.split(), text=True)
        subprocess.check_call(["cc", "-O2", "-D_GNU_SOURCE", "-I" + ROOT, "-I" + ROOT + "/include", "-o", self.tool, os.path.join(HERE, "search_times.c"),
                               os.path.join(os.path.dirname(self.gisa), "libgisa.a")] + flags.split() + ["-lm", "-lpthread"])

    def load(self, path):
        subprocess.check_call([self.gisa, "-q", "--db", self.db, "import", "--format", "jsonl", path])

    def size(self, text):
        db = sqlite3.connect(self.db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        try:
            return db.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'article_fts%'").fetchone()[0]
        except sqlite3.OperationalError:  # an SQLite without dbstat
            return db.execute("SELECT sum(length(block)) FROM article_fts_data").fetchone()[0]

    def run(self, kind, queries, limit):
        out = subprocess.run([self.tool, self.db, kind, str(limit)], input="".join(q + "\n" for q in queries), text=True,
                             capture_output=True, check=True).stdout
        rows = [line.split("\t") for line in out.splitlines()]
        return [float(r[0]) for r in rows], [r[3:] for r in rows]

    def two_words(self, queries):
        return self.run("hits", queries, 20)

    def questions(self, queries):
        return self.run("hits", queries, 10)

    def months(self, queries):
        return self.run("month", queries, 0)[0]


class Timed:
    """A peer inside this process: each query is timed by the CPU time of the thread."""

    def timed(self, queries, one):
        times, results = [], []
        for q in queries:
            start = time.thread_time()
            results.append(one(q))
            times.append((time.thread_time() - start) * 1000)
        return times, results


class Trigram(Timed):
    name = "FTS5 trigram"

    def __init__(self, folder, opts):
        self.path = os.path.join(folder, "trigram.db")
        self.db = sqlite3.connect(self.path)

    def load(self, path):
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA page_size=8192;"
                              "CREATE TABLE article (row INTEGER PRIMARY KEY, url, month, title, body);"
                              "CREATE VIRTUAL TABLE t USING fts5(title, body, content=article, content_rowid=row, tokenize=trigram)")
        for i, a in enumerate(articles(path), 1):
            row = (i, a["url"], (a["published"] or "")[:7], a["title"], a["body"])
            self.db.execute("INSERT INTO article VALUES (?,?,?,?,?)", row)
            self.db.execute("INSERT INTO t (rowid, title, body) VALUES (?,?,?)", (i, a["title"], a["body"]))
            if i % 2000 == 0:
                self.db.commit()
        self.db.commit()

    def size(self, text):
        return self.db.execute("SELECT sum(length(block)) FROM t_data").fetchone()[0]

    def clause(self, q):  # words below three letters have no trigram: they are looked for in the text
        words = words_of(q)
        match = " ".join('"%s"' % w for w in words if len(w) > 2)
        short = [w for w in words if len(w) < 3]
        where = (["t MATCH '%s'" % match] if match else []) + ["body LIKE '%%%s%%'" % w for w in short]
        return " AND ".join("(%s)" % w for w in where)

    def two_words(self, queries):
        return self.timed(queries, lambda q: self.db.execute(
            "SELECT rowid FROM t WHERE %s ORDER BY rank LIMIT 20" % self.clause(q)).fetchall())

    def questions(self, queries):
        def one(q):
            text = " ".join(words_of(q))
            match = " OR ".join(sorted({'"%s"' % text[i:i + 3] for i in range(len(text) - 2)}))
            if not match:
                return []
            return [r[0] for r in self.db.execute("SELECT a.url FROM t JOIN article a ON a.row = t.rowid WHERE t MATCH ?"
                                                  " ORDER BY t.rank LIMIT 10", (match,))]
        return self.timed(queries, one)

    def months(self, queries):
        return self.timed(queries, lambda q: self.db.execute(
            "SELECT month, count(*) FROM article WHERE row IN (SELECT rowid FROM t WHERE %s) GROUP BY month" % self.clause(q)
        ).fetchall())[0]


class Xapian(Timed):
    name = "Xapian n-grams"

    def __init__(self, folder, opts):
        import xapian
        self.x, self.path = xapian, os.path.join(folder, "xapian")

    def load(self, path):
        x = self.x
        db = x.WritableDatabase(self.path, x.DB_CREATE_OR_OVERWRITE)
        generator = x.TermGenerator()
        generator.set_flags(x.TermGenerator.FLAG_CJK_NGRAM)
        for i, a in enumerate(articles(path), 1):
            doc = x.Document()
            generator.set_document(doc)
            generator.index_text_without_positions(a["title"] or "")
            generator.index_text_without_positions(a["body"])
            doc.set_data(a["url"])
            doc.add_value(0, (a["published"] or "")[:7])
            db.add_document(doc)
            if i % 10000 == 0:
                db.commit()
        db.commit()
        db.close()

    def size(self, text):
        return folder_size(self.path)

    def open(self):
        self.db = self.x.Database(self.path)
        self.generator = self.x.TermGenerator()
        self.generator.set_flags(self.x.TermGenerator.FLAG_CJK_NGRAM)

    def query(self, q, op):  # the parser of queries stumbles over some texts; the terms are the same
        doc = self.x.Document()
        self.generator.set_document(doc)
        self.generator.index_text_without_positions(q)
        return self.x.Query(op, [t.term for t in doc.termlist()])

    def ask(self, q, op, limit):
        enquire = self.x.Enquire(self.db)
        enquire.set_query(self.query(q, op))
        return [m.document.get_data().decode() for m in enquire.get_mset(0, limit)]

    def two_words(self, queries):
        self.open()
        return self.timed(queries, lambda q: self.ask(q, self.x.Query.OP_AND, 20))

    def questions(self, queries):
        self.open()
        return self.timed(queries, lambda q: self.ask(q, self.x.Query.OP_OR, 10))

    def months(self, queries):
        def one(q):
            enquire, spy = self.x.Enquire(self.db), self.x.ValueCountMatchSpy(0)
            enquire.set_query(self.query(q, self.x.Query.OP_AND))
            enquire.add_matchspy(spy)
            enquire.get_mset(0, 0, self.db.get_doccount())
            return [(v.term, v.termfreq) for v in spy.values()]
        return self.timed(queries, one)[0]


class Tantivy(Timed):
    name = "tantivy bigrams"

    def __init__(self, folder, opts):
        import tantivy
        self.t, self.path = tantivy, os.path.join(folder, "tantivy")

    def index(self):
        t = self.t
        builder = t.SchemaBuilder()
        builder.add_text_field("url", stored=True, tokenizer_name="raw")
        builder.add_text_field("month", stored=False, tokenizer_name="raw", fast=True)
        builder.add_text_field("body", stored=False, tokenizer_name="bigram", index_option="freq")
        os.makedirs(self.path, exist_ok=True)
        index = t.Index(builder.build(), self.path)
        index.register_tokenizer("bigram", t.TextAnalyzerBuilder(
            t.Tokenizer.ngram(min_gram=2, max_gram=2, prefix_only=False)).filter(t.Filter.lowercase()).build())
        return index

    def load(self, path):
        writer = self.index().writer(200_000_000, 2)
        for a in articles(path):
            writer.add_document(self.t.Document(url=a["url"], month=(a["published"] or "")[:7],
                                                body=(a["title"] or "") + "\n" + a["body"]))
        writer.commit()
        writer.wait_merging_threads()

    def size(self, text):
        return folder_size(self.path)

    def open(self):
        self.i = self.index()
        self.i.reload()
        self.searcher = self.i.searcher()

    def query(self, q, occur):
        grams = {w[i:i + 2].lower() for w in words_of(q) for i in range(len(w) - 1)}
        term = lambda g: self.t.Query.term_query(self.i.schema, "body", g, "freq")
        return self.t.Query.boolean_query([(occur, term(g)) for g in sorted(grams)])

    def ask(self, q, occur, limit):
        found = self.searcher.search(self.query(q, occur), limit, count=False)
        return [self.searcher.doc(address)["url"][0] for _, address in found.hits]

    def two_words(self, queries):
        self.open()
        return self.timed(queries, lambda q: self.ask(q, self.t.Occur.Must, 20))

    def questions(self, queries):
        self.open()
        return self.timed(queries, lambda q: self.ask(q, self.t.Occur.Should, 10))

    def months(self, queries):
        how = {"months": {"terms": {"field": "month", "size": 1000}}}
        return self.timed(queries, lambda q: self.searcher.aggregate(self.query(q, self.t.Occur.Must), how))[0]


ENGINES = {"gisa": Gisa, "fts5": Trigram, "xapian": Xapian, "tantivy": Tantivy}


def there(name):
    return name in ("gisa", "fts5") or importlib.util.find_spec(name) is not None


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def pick(path, seed=11):
    """Two words of one sentence, and whole sentences as questions, of articles drawn at random."""
    rng, pool = random.Random(seed), []
    for i, a in enumerate(articles(path)):
        if len(pool) < 2000:
            pool.append(a["body"])
        elif rng.random() < 2000 / (i + 1):
            pool[rng.randrange(2000)] = a["body"]
    pairs, questions = [], []
    for body in rng.sample(pool, min(200, len(pool))):
        sentence = rng.choice([s for s in re.split(r"(?<=\.)\s+|\n", body) if len(s) > 30])
        stems = [JOSA.sub("", w) for w in sentence.rstrip(".").split()]
        stems = [w for w in stems if len(w) >= 2 and not re.search(r"\d|다$", w)]
        if len(stems) >= 2:
            pairs.append(" ".join(rng.sample(stems, 2)))
        questions.append(" ".join(sentence.split()[:9]))
    return pairs, questions


def limit_time(ask, queries, seconds):
    """As many of the queries as fit in the time, ten at least."""
    times, results = ask(queries[:10])
    rest = int(seconds * 1000 / max(0.01, sum(times) / 10))
    if len(queries) > 10 and rest > 0:
        more = ask(queries[10:10 + rest])
        return times + more[0], results + more[1]
    return times, results


def forked_load(engine, path):
    """Runs the import in a process of its own: wall and CPU seconds, peak memory in MB."""
    start, pid = time.perf_counter(), os.fork()
    if pid == 0:
        try:
            engine.load(path)
            os._exit(0)
        except BaseException as e:
            print(e, file=sys.stderr)
            os._exit(1)
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit("%s: the import failed" % engine.name)
    return time.perf_counter() - start, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def speed(opts, names, folder):
    path = os.path.join(folder, "articles-%d-%d.jsonl" % (opts.articles, opts.chars))
    if not os.path.exists(path):
        with open(path + ".part", "w", encoding="utf-8") as out:
            subprocess.check_call([sys.executable, os.path.join(HERE, "generate.py"), str(opts.articles), str(opts.chars)], stdout=out)
        os.rename(path + ".part", path)
    text = sum(len((a["title"] + a["body"]).encode()) for a in articles(path))
    pairs, questions = pick(path)
    print("%d articles of %d characters, %.0f MB of text; %d pairs, %d questions; CPU ms p50/p95"
          % (opts.articles, opts.chars, text / 1e6, len(pairs), len(questions)))
    print("%-16s %9s %9s %8s %7s %7s %17s %17s %17s" % ("", "wall s", "CPU s", "per CPU s", "MB", "of text", "two words", "question", "by month"))
    base = None
    for name in names:
        work = os.path.join(folder, name)
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(work)
        engine = ENGINES[name](work, opts)
        wall, cpu, _ = forked_load(engine, path)
        if name == "fts5":
            engine = ENGINES[name](work, opts)
        size = engine.size(text)
        two, _ = limit_time(engine.two_words, pairs, 60)
        ask, found = limit_time(engine.questions, questions, 60)
        month = limit_time(lambda q: (engine.months(q), []), pairs, 60)[0]
        cells = ["%.2f/%.2f" % (percentile(t, .5), percentile(t, .95)) for t in (two, ask, month)]
        print("%-16s %9.1f %9.1f %8.0f %7.0f %7.2f %17s %17s %17s" % (engine.name, wall, cpu, opts.articles / cpu, size / 1e6, size / text,
                                                                 *cells), flush=True)
        row = [cpu, size] + [percentile(t, .95) for t in (two, ask, month)]
        if name == "gisa":
            base = row
            if opts.against:
                against(opts, path, questions, work)
        elif base:
            ratios = [r / max(b, 1e-9) for r, b in zip(row, base)]
            print("%-16s of gisa's: CPU %.1fx, size %.1fx, p95 two words %.1fx, question %.1fx, by month %.1fx" % ("", *ratios))
        if not opts.keep:
            shutil.rmtree(work, ignore_errors=True)


def process_time(binary, db, queries, folder):
    """CPU milliseconds a query of a program that answers them all, less those of one that answers one."""
    spent = []
    for n in (1, len(queries)):
        name = os.path.join(folder, "asked")
        with open(name, "w", encoding="utf-8") as f:
            f.write("".join(q + "\n" for q in queries[:n]))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([binary, "-q", "--db", db, "search", "--json", "--limit", "10", "--queries", name],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * (spent[1] - spent[0]) / max(1, len(queries) - 1)


def against(opts, path, questions, work):
    db = os.path.join(work, "against.db")
    subprocess.check_call([opts.against, "-q", "--db", db, "import", "--format", "jsonl", path])
    ours = process_time(opts.gisa, os.path.join(work, "gisa.db"), questions, work)
    other = process_time(opts.against, db, questions, work)
    print("%-16s a question with its snippets %.2f ms, %s %.2f: %.2f of it" % ("", ours, opts.against, other, ours / other))


def ndcg(ranked, relevant, k=10):
    gain = sum(1 / math.log2(i + 2) for i, d in enumerate(ranked[:k]) if d in relevant)
    return gain / sum(1 / math.log2(i + 2) for i in range(min(k, len(relevant)))) if relevant else 0


def ranking(label, names, documents, questions, opts, folder):
    path = os.path.join(folder, "documents.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for key, text in documents:
            out.write(json.dumps({"id": "%016x" % key, "url": "d%d" % key, "outlet": "bench", "title": "", "published": None, "lang": "ko",
                                  "body": text}, ensure_ascii=False) + "\n")
    print("%s: %d texts, %d questions" % (label, len(documents), len(questions)))
    for name in names:
        work = os.path.join(folder, name)
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(work)
        engine = ENGINES[name](work, opts)
        engine.load(path)
        times, results = engine.questions([" ".join(q.split()) for q, _ in questions])
        scores = [ndcg(found, {"d%d" % k for k in wanted}) for found, (_, wanted) in zip(results, questions)]
        print("%-16s nDCG@10 %.4f   %.2f ms a question" % (engine.name, sum(scores) / len(scores), sum(times) / len(times)), flush=True)


def retrieval(folder):
    lines = lambda name: [json.loads(line) for line in gzip.open(os.path.join(folder, name), "rt", encoding="utf-8")]
    documents = lines("autorag-ko-corpus.jsonl.gz")
    number = {d["doc_id"]: i for i, d in enumerate(documents)}
    questions = []
    for q in lines("autorag-ko-qa.jsonl.gz"):
        flat = [d for group in q["retrieval_gt"] for d in (group if isinstance(group, list) else [group])]
        questions.append((q["query"], {number[d] for d in flat if d in number}))
    return [(i, d["contents"]) for i, d in enumerate(documents)], questions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--chars", type=int, default=2000)
    parser.add_argument("--engines", default="gisa,fts5,xapian,tantivy")
    parser.add_argument("--folder", help="where articles and databases go (default: a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="leave the databases there")
    parser.add_argument("--retrieval")
    parser.add_argument("--wikinews")
    parser.add_argument("--against", help="another build of gisa")
    parser.add_argument("--gisa", default=os.path.join(ROOT, "build/gisa"))
    opts = parser.parse_args()
    opts.gisa = os.path.abspath(opts.gisa)
    opts.against = os.path.abspath(opts.against) if opts.against else None
    csv.field_size_limit(1 << 30)
    asked = opts.engines.split(",")
    names = [n for n in asked if there(n)]
    for n in set(asked) - set(names):
        print("%s is not installed and left out" % n)
    with tempfile.TemporaryDirectory(dir=opts.folder) as temporary:
        if opts.retrieval:
            ranking("passages", names, *retrieval(opts.retrieval), opts, temporary)
        if opts.wikinews:
            with gzip.open(opts.wikinews, "rt", encoding="utf-8", newline="") as f:
                rows = list(csv.reader(f))[1:]
            ranking("headlines", names, [(i, r[3]) for i, r in enumerate(rows)], [(r[2], {i}) for i, r in enumerate(rows)], opts, temporary)
        if opts.articles:
            speed(opts, names, opts.folder or temporary)


if __name__ == "__main__":
    main()
