"""The expected record of each article, and the rules that the articles keep."""

import json
import re

import chrome as c

FIELDS = ("site path section title subtitle authors published published_precision modified body "
          "captions rights via copy_of entities quotes dates figures").split()
TYPES = ("OG", "PS", "LC", "MODEL", "PRODUCT")
CANONICAL = ("hanbit-wire", "mirae-economy", "saebyeok-it", "nuri-portal", "dasan-broadcast",
             "byeolbit-times")
ISO_MINUTE = re.compile(r"2025-\d\d-\d\dT\d\d:\d\d:00\+09:00$")
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(/\d{4}-\d\d-\d\d)?)?|-Q[1-4]|/\d{4})?$")
QUOTE_MARKS = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"))


def text_of(article):
    return article["title"] + "\n" + "\n".join(article["body"])


def located(article, items, start=0):
    """Adds the first place of each item's text, in code points."""
    text = text_of(article)
    out = []
    for item in items:
        at = text.find(item["text"], start)
        out.append(dict(item, start=at, end=at + len(item["text"])))
    return out


def page_file(article):
    if article["site"] in c.FLAT_SITES:
        return "text/" + article["path"].lstrip("/")
    return "sites/" + article["site"] + article["path"]


def record(article):
    """One line of gold.jsonl."""
    site = article["site"]
    press = article.get("press") or {"outlet": site, "name": c.OUTLETS[site]["name"]}
    body_start = len(article["title"]) + 1
    return {
        "file": page_file(article),
        "url": "http://" + c.domain(site) + "/" + article["path"].lstrip("/"),
        "canonical_url": c.url_of(article) if site in CANONICAL else None,
        "outlet": press["outlet"], "outlet_name": press["name"], "site": site,
        "section": article["section"], "title": article["title"],
        "subtitle": "\n".join(article["subtitle"]) if article["subtitle"] else None,
        "authors": [{"name": a["name"], "email": a.get("email")} for a in article["authors"]],
        "published": article["published"], "published_precision": article["published_precision"],
        "modified": article["modified"], "lang": "ko", "body": "\n".join(article["body"]),
        "captions": article["captions"], "rights": article["rights"], "via": article["via"],
        "source": None, "article": article["name"], "copy_of": article["copy_of"],
        "entities": located(article, article["entities"]),
        "quotes": located(article, article["quotes"], body_start),
        "dates": located(article, article["dates"]),
        "figures": located(article, article["figures"]),
    }


def gold_text(articles):
    records = sorted((record(a) for a in articles), key=lambda r: r["file"])
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def check_shape(a):
    """Yields what is wrong with the fields themselves."""
    for field in FIELDS:
        if field not in a:
            yield "field %s is missing" % field
            return
    if a["site"] not in c.OUTLETS:
        yield "unknown site " + a["site"]
        return
    if not re.fullmatch(re.escape(a["site"]) + r"-2025\d{4}-\d\d", a["name"]):
        yield "file name is not <site>-<yyyymmdd>-<nn>"
    flat = a["site"] in c.FLAT_SITES
    if not flat and not re.fullmatch(r"(/[\w.-]+)+\.html", a["path"]):
        yield "path is not /a/b.html"
    if flat and not re.fullmatch(r"[\w.-]+\.txt", a["path"]):
        yield "path of a flattened page is not name.txt"
    stamp, precision = a["published"], a["published_precision"]
    want = {"minute": ISO_MINUTE, "day": re.compile(r"2025-\d\d-\d\d$")}.get(precision)
    if (stamp is None) != (precision == "unknown") or (want and not want.match(stamp or "")):
        yield "published and published_precision disagree"
    if stamp and stamp[:10].replace("-", "") != a["name"][-11:-3]:
        yield "published is not the date in the file name"
    if a["modified"] and (not ISO_MINUTE.match(a["modified"]) or a["modified"] < stamp):
        yield "modified is before published or no minute"
    if a["modified"] and (flat or a["site"] in ("hangang-daily", "sori-local")):
        yield "%s prints no change date" % a["site"]
    if a["site"] == "sori-local" and (precision == "minute" or any(
            x.get("email") for x in a["authors"])):
        yield "sori-local prints neither the time nor the reporters' mail"
    if flat and a["section"]:
        yield "a flattened page names no section"
    if a["site"] == c.PORTAL and (a["via"] != "누리포털 뉴스" or "press" not in a):
        yield "a portal page needs via, and press or copy_of"
    if a["site"] == "hangang-daily":
        try:
            json.dumps(a, ensure_ascii=False).encode("cp949")
        except UnicodeEncodeError as err:
            yield "not in windows-949: %r" % err.object[err.start:err.end]


def check_text(a):
    """Yields what is wrong with the prose and its annotations."""
    text, body = text_of(a), "\n".join(a["body"])
    size = len(body)
    if not 450 <= size <= 2300:
        yield "body of %d characters" % size
    if any("\n" in p or p != p.strip() or not p for p in a["body"]):
        yield "a paragraph is empty, broken or has white space around it"
    if any(caption in body for caption in a["captions"]):
        yield "a caption stands in the body"
    for kind in ("entities", "dates", "figures"):
        seen = set()
        for item in a[kind]:
            if item["text"] not in text:
                yield "%s: does not occur: %s" % (kind, item["text"])
            if item["text"] in seen:
                yield "%s: twice: %s" % (kind, item["text"])
            seen.add(item["text"])
    for item in a["entities"]:
        if item["type"] not in TYPES or not re.fullmatch(r"[a-z0-9-]+", item["id"] or "x"):
            yield "entity %s: bad type or id" % item["text"]
    for item in a["dates"]:
        if not ISO_DATE.match(item["value"]):
            yield "date %s: bad value %s" % (item["text"], item["value"])
    for item in a["figures"]:
        if not isinstance(item["value"], (int, float)) or not item["unit"]:
            yield "figure %s: value and unit" % item["text"]
    for item in a["quotes"]:
        if not any(left + item["text"] + right in body for left, right in QUOTE_MARKS):
            yield "quote not between its marks: %s" % item["text"]
        if item["speaker"] and item["speaker"] not in body:
            yield "speaker does not occur: %s" % item["speaker"]


def check_story(a, names):
    """Yields broken rules of the storylines."""
    text = text_of(a) + " ".join(a["captions"]) + " ".join(a["subtitle"] or [])
    month = a["name"][-11:-5]
    if month < "202507" and re.search(r"(?<![가-힣])가온|Gaon|미르AI", text):
        yield "Gaon or Mir AI before July"
    if month > "202506" and re.search(r"누리챗|NuriChat|누리소프트", text):
        yield "NuriChat after June"
    if a["copy_of"] and a["copy_of"] not in names:
        yield "copy of an unknown article " + a["copy_of"]


def origin(a, by_name):
    """Returns the name of the story that an article reprints, over any number of steps."""
    for _ in range(len(by_name)):
        if not a.get("copy_of") or a["copy_of"] not in by_name:
            break
        a = by_name[a["copy_of"]]
    return a["name"]


def check_all(articles):
    """Returns the complaints about all articles, each with the article's name."""
    out, names, paths, shared = [], set(), set(), {}
    for a in articles:
        names.add(a["name"])
        key = (a.get("site"), a.get("path"))
        if key in paths:
            out.append("%s: path used twice: %s" % (a["name"], a.get("path")))
        paths.add(key)
    by_name = {a["name"]: a for a in articles}
    for a in articles:
        wrong = list(check_shape(a))
        if not wrong or "missing" not in wrong[0]:
            wrong += list(check_text(a)) + list(check_story(a, names))
            for para in a["body"]:
                other = shared.setdefault(para, a)
                related = {origin(a, by_name), origin(other, by_name)}
                if len(para) > 20 and other is not a and len(related) > 1:
                    wrong.append("shares a paragraph with " + other["name"])
        out += ["%s: %s" % (a["name"], w) for w in wrong]
    return out
