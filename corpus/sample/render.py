#!/usr/bin/env python3
"""Writes the sample sites, the flattened pages and the gold records from articles/*.json.

    python3 render.py            write sites/, text/ and gold.jsonl
    python3 render.py --check    write nothing; exit 1 when the tree or an article is wrong
"""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

import chrome  # noqa: E402
import feeds  # noqa: E402
import flat  # noqa: E402
import gold  # noqa: E402
import outlets  # noqa: E402


def load_articles():
    """Reads every article, sorted by name; a portal page learns whose story it carries."""
    folder = os.path.join(HERE, "articles")
    articles = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            try:
                article = json.load(file)
            except ValueError as err:
                sys.exit("render.py: articles/%s: %s" % (name, err))
        article["name"] = name[:-5]
        articles.append(article)
    by_name = {a["name"]: a for a in articles}
    for article in articles:
        origin = by_name.get(article.get("copy_of"))
        if article.get("site") == chrome.PORTAL and "press" not in article and origin:
            article["press"] = {"outlet": origin["site"], "url": chrome.url_of(origin),
                                "name": chrome.OUTLETS[origin["site"]]["name"]}
    return articles


def outputs(articles):
    """Returns every output file as a path below this folder and its bytes."""
    files = {"gold.jsonl": gold.gold_text(articles).encode("utf-8")}
    for site, outlet in chrome.OUTLETS.items():
        items = [a for a in articles if a["site"] == site]
        if not items:
            continue
        for article in items:
            path = gold.page_file(article)
            if site in chrome.FLAT_SITES:
                lines = flat.FLAT[site](article, articles)
                files[path] = ("\n".join(lines) + "\n").encode("utf-8")
            else:
                text = outlets.PAGES[site](article, articles)
                files[path] = text.encode(outlet["charset"], "xmlcharrefreplace")
        if site not in chrome.FLAT_SITES:
            for path, data in feeds.site_files(site, items):
                files["sites/%s/%s" % (site, path)] = data
    return files


def existing():
    """Lists what lies in the output folders now."""
    found = set()
    for top in ("sites", "text"):
        for folder, _, names in os.walk(os.path.join(HERE, top)):
            found.update(os.path.relpath(os.path.join(folder, n), HERE) for n in names)
    return found


def read(path):
    try:
        with open(os.path.join(HERE, path), "rb") as file:
            return file.read()
    except OSError:
        return None


def differences(files):
    out = ["%s: not what render.py writes; run it again" % path
           for path in sorted(files) if read(path) != files[path]]
    return out + ["%s: no article makes this file" % path for path in sorted(existing() - set(files))]


def write(files):
    for path in existing() - set(files):
        os.remove(os.path.join(HERE, path))
    for path, data in files.items():
        full = os.path.join(HERE, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if read(path) != data:
            with open(full, "wb") as file:
                file.write(data)


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    articles = load_articles()
    complaints = gold.check_all(articles)
    if not complaints:
        files = outputs(articles)
        if arguments:
            complaints = differences(files)
        else:
            write(files)
    for line in complaints:
        print("render.py: " + line, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
