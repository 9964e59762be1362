"""Reads an export with other programs, by the lines of its README.txt, and compares what arrives with what
the json module reads. Usage: readers.py EXPORT   (with pandas, polars, pyarrow, duckdb)"""
import csv, json, math, os, re, sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv
import pyarrow.json

os.chdir(sys.argv[1])
rows = [json.loads(line) for line in open("articles.jsonl", encoding="utf-8")]
tables = {t: list(csv.DictReader(open(f"{t}.csv", encoding="utf-8", newline=""))) for t in ("entities", "figures")}
readme = open("README.txt", encoding="utf-8").read()
counts = [0, 0]


def check(name, good):
    counts[not good] += 1
    if not good:
        print("FAIL readers:", name)


def lines(reader):
    """The lines of the README that belong to a reader."""
    section, found, mine = readme.split("\nReaders\n-------\n")[1], [], False
    for line in section.split("\n"):
        if line.startswith("    "):
            found += [line.strip()] * mine
        else:
            mine = line.split(" ")[0].strip(",") == reader
    return found


def plain(v):
    """A value as json would have it."""
    if v is None or v is pd.NaT or (isinstance(v, float) and math.isnan(v)):
        return None
    if isinstance(v, dict):
        return {k: plain(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(x) for x in v]
    if hasattr(v, "isoformat"):
        return v.isoformat()
    return v.item() if hasattr(v, "item") else v


def compare(reader, got):
    check(f"{reader}: every article", len(got) == len(rows))
    for key in rows[0]:
        bad = [(a[key], plain(b.get(key))) for a, b in zip(rows, got) if a[key] != plain(b.get(key))]
        check(f"{reader}: {key} {bad[:1]}", not bad)


def compare_table(reader, name, got):
    want = tables[name]
    check(f"{reader}: every row of {name}", len(got) == len(want))
    for key in want[0]:
        bad = [(a[key], b[key]) for a, b in zip(want, got)
               if a[key] != ("" if plain(b[key]) is None else plain(b[key]))
               and not (a[key] and isinstance(plain(b[key]), (int, float)) and float(a[key]) == float(b[key]))]
        check(f"{reader}: {name}.{key} {bad[:1]}", not bad)


def ids_are_text(reader, values):
    check(f"{reader}: an id is text without being told {values[:2]}", all(isinstance(v, str) for v in values)
          and list(values) == [r["id"] for r in rows])


space = {"pd": pd, "pl": pl, "pa": pa}
for line in lines("pandas"):
    exec(line, space)
compare("pandas", space["articles"].to_dict("records"))
compare_table("pandas", "entities", space["entities"].to_dict("records"))
compare_table("pandas", "figures", space["figures"].to_dict("records"))
ids_are_text("pandas", list(pd.read_json("articles.jsonl", lines=True)["id"]))

for line in lines("polars"):
    exec(line, space)
compare("polars", space["articles"].to_dicts())
compare_table("polars", "entities", space["entities"].to_dicts())
compare_table("polars", "figures", space["figures"].to_dicts())
schema = space["articles"].schema
check("polars: no column without a type", all(t != pl.Null for t in schema.values()))

for line in lines("pyarrow"):
    exec(line, space)
compare("pyarrow", space["articles"].to_pylist())
compare_table("pyarrow", "entities", space["entities"].to_pylist())

db = duckdb.connect()
for line in lines("DuckDB") + lines("Parquet"):
    db.execute(line)


def table(name):
    got = db.execute(f"FROM {name}")
    names = [d[0] for d in got.description]
    return [dict(zip(names, r)) for r in got.fetchall()]


compare("duckdb", table("articles"))
compare_table("duckdb", "entities", table("entities"))
compare_table("duckdb", "figures", table("figures"))
compare("parquet", table("'articles.parquet'"))
compare("parquet in polars", pl.read_parquet("articles.parquet").to_dicts())
moved = db.execute("SELECT count(*) FROM articles WHERE published_precision = 'minute'"
                   " AND day <> left(published, 10)::DATE").fetchone()[0]
check("duckdb: no Korean morning is the day before", moved == 0)
os.remove("articles.parquet")
print(f"# {counts[0]} passed, {counts[1]} failed")
sys.exit(counts[1] > 0)
