#!/usr/bin/env python3
"""What gisa finds in feeds beside feedparser: feeds.py [--misses] [--corpus FOLDER | --no-corpus] [--hostile]

Writes feeds whose entries are known: every kind and version, encodings, forms of dates and of links, and damages of each sort at the
first, a middle and the last entry. The columns are the shares of entries found, of those with the right address, and of those with the
right time, for gisa and for feedparser (PyPI, in a folder of its own; left out when pip cannot have it). A time without a zone is
Korean to gisa; for feedparser either reading counts. What only a crawler needs (sitemaps, listing pages) is gisa's alone.
feedparser's own tests, from its source package, come after that: how many of its ill-formed feeds give gisa no address less than
feedparser, and the same for the well-formed ones. --hostile times feeds that cost some parsers quadratic time. --misses shows what
was not found.
"""
import argparse
import datetime
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import facts_run

ROOT = facts_run.ROOT
KST = datetime.timezone(datetime.timedelta(hours=9))
BASE = "http://hanbit.example/feed/rss"
N = 30
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
TITLES = ["새벽시, 공공 데이터 모델 공개", "가온연구소 \"오픈소스로 간다\"", "한빛전자, 반도체 투자 & 채용", "다산구 도서관 AI 사서 도입"]


def moment(i):
    return datetime.datetime(2025, 2, 3, 4, 37, tzinfo=KST) + datetime.timedelta(hours=7 * i, minutes=i)


def url(i):
    return f"http://hanbit.example/news/view?no={1000 + i}"


def entries(n=N):
    return [(url(i), moment(i)) for i in range(n)]


def escape(s):
    return s.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def rfc822(t, zone="+0900"):
    return f"{DAYS[t.weekday()]}, {t.day:02} {MONTHS[t.month - 1]} {t.year} {t:%H:%M:%S} {zone}"


# Forms of dates: name -> (text, whether it has a clock)
DATES = {
    "RFC 822": (rfc822, True),
    "RFC 822 in GMT": (lambda t: rfc822(t.astimezone(datetime.timezone.utc), "GMT"), True),
    "RFC 822 without a day of the week": (lambda t: rfc822(t)[5:], True),
    "RFC 822 without seconds": (lambda t: rfc822(t).replace(f"{t:%H:%M:%S}", f"{t:%H:%M}"), True),
    "RFC 822 with KST": (lambda t: rfc822(t, "KST"), True),
    "RFC 822 with +09:00": (lambda t: rfc822(t, "+09:00"), True),
    "RFC 822 with GMT+09:00": (lambda t: rfc822(t, "GMT+09:00"), True),
    "RFC 822 with EST": (lambda t: rfc822(t.astimezone(datetime.timezone(datetime.timedelta(hours=-5))), "EST"), True),
    "RFC 822 of one digit": (lambda t: rfc822(t).replace(", 0", ", "), True),
    "RFC 822 with two digits of the year": (lambda t: rfc822(t).replace("2025", "25"), True),
    "RFC 822 with full names": (lambda t: f"{t:%A}, {t.day} {t:%B} {t.year} {t:%H:%M:%S} +0900", True),
    "month before day": (lambda t: f"{t:%a}, {t:%b} {t.day} {t.year} {t:%H:%M:%S} +0900", True),
    "ISO 8601": (lambda t: t.isoformat(), True),
    "ISO 8601 in UTC": (lambda t: t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), True),
    "ISO 8601 with a fraction": (lambda t: t.strftime("%Y-%m-%dT%H:%M:%S.123+09:00"), True),
    "ISO 8601 to the minute": (lambda t: t.strftime("%Y-%m-%dT%H:%M+09:00"), True),
    "ISO 8601 with +0900": (lambda t: t.strftime("%Y-%m-%dT%H:%M:%S+0900"), True),
    "ISO 8601 without a zone": (lambda t: t.strftime("%Y-%m-%dT%H:%M:%S"), True),
    "ISO 8601, a day": (lambda t: t.strftime("%Y-%m-%d"), False),
    "ISO 8601, compact": (lambda t: t.strftime("%Y%m%dT%H%M%S+0900"), True),
    "digits of a day": (lambda t: t.strftime("%Y%m%d"), False),
    "digits of a second": (lambda t: t.strftime("%Y%m%d%H%M%S"), True),
    "SQL": (lambda t: t.strftime("%Y-%m-%d %H:%M:%S"), True),
    "SQL with a zone": (lambda t: t.strftime("%Y-%m-%d %H:%M:%S +0900"), True),
    "SQL with a fraction": (lambda t: t.strftime("%Y-%m-%d %H:%M:%S.0"), True),
    "Java": (lambda t: f"{t:%a} {t:%b} {t.day:02} {t:%H:%M:%S} KST {t.year}", True),
    "C": (lambda t: f"{t:%a} {t:%b} {t.day:2} {t:%H:%M:%S} {t.year}", True),
    "slashes": (lambda t: t.strftime("%Y/%m/%d %H:%M:%S"), True),
    "slashes and a zone": (lambda t: t.strftime("%a, %Y/%m/%d %H:%M:%S GMT+0900").replace("GMT", ""), True),
    "dots": (lambda t: t.strftime("%Y.%m.%d %H:%M"), True),
    "Korean words": (lambda t: t.strftime("%Y년 %m월 %d일 %H:%M:%S"), True),
    "Korean words for the clock": (lambda t: f"{t.year}년 {t.month}월 {t.day}일 {'오전' if t.hour < 12 else '오후'} "
                                             f"{(t.hour + 11) % 12 + 1}시 {t.minute}분", True),
    "Korean morning and afternoon": (lambda t: f"{t:%Y-%m-%d} {'오전' if t.hour < 12 else '오후'} "
                                               f"{(t.hour + 11) % 12 + 1:02}:{t:%M:%S}", True),
    "Korean names in RFC 822": (lambda t: f"{'월화수목금토일'[t.weekday()]}, {t.day:02} {t.month}월 {t.year} "
                                          f"{t:%H:%M:%S} +0900", True),
    "a time stamp": (lambda t: str(int(t.timestamp())), True),
}


class Case:
    def __init__(self, group, name, data, want, kind="", clock=True, alone=False, base=BASE):
        self.group, self.name, self.want, self.kind, self.clock, self.alone, self.base = group, name, want, kind, clock, alone, base
        self.data = data if isinstance(data, bytes) else data.encode()


def rss(items, head='<rss version="2.0">', inside=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n<channel><title>한빛 속보</title><link>http://hanbit.example/</link>'
            f'<description>누리집 소식</description>{inside}\n' + "\n".join(items) + "\n</channel>\n</rss>\n")


def item(i, link=None, date=None, title=None, more=""):
    link = f"<link>{escape(url(i))}</link>" if link is None else link
    date = f"<pubDate>{rfc822(moment(i))}</pubDate>" if date is None else date
    title = escape(TITLES[i % 4]) + f" {i}" if title is None else title
    return f"<item><title>{title}</title>{link}<description>{escape('<p>본문</p>')}</description>{date}{more}</item>"


def items(n=N, **what):
    return [item(i, **{k: v(i) if callable(v) else v for k, v in what.items()}) for i in range(n)]


def entry(i, link=None, date=None, more=""):
    link = f'<link href="{escape(url(i))}"/>' if link is None else link
    date = f"<updated>{moment(i).isoformat()}</updated>" if date is None else date
    return f"<entry><title>{escape(TITLES[i % 4])}</title>{link}<id>tag:hanbit.example,2025:{i}</id>{date}{more}</entry>"


def atom(body, head='<feed xmlns="http://www.w3.org/2005/Atom">'):
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}<title>한빛</title><link rel="self" href="{BASE}"/>' + "".join(body) + "</feed>"


def kinds():
    g = "kinds"
    no_dates = [(u, None) for u, _ in entries()]
    for v in ("0.91", "0.92", "0.93", "2.0"):
        yield Case(g, f"RSS {v}", rss(items(), f'<rss version="{v}">'), entries())
    yield Case(g, "RSS without a version", rss(items(), "<rss>"), entries())
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    body = "".join(f'<item rdf:about="{escape(u)}"><title>가</title><link>{escape(u)}</link><dc:date>{t.isoformat()}</dc:date></item>'
                   for u, t in entries())
    seq = "<channel rdf:about='http://hanbit.example/'><title>한빛</title><link>http://hanbit.example/</link><items><rdf:Seq>" + "".join(
        f'<rdf:li rdf:resource="{escape(u)}"/>' for u, _ in entries()) + "</rdf:Seq></items></channel>"
    yield Case(g, "RSS 1.0", rdf.format("http://purl.org/rss/1.0/") + seq + body + "</rdf:RDF>", entries())
    yield Case(g, "RSS 0.90", rdf.format("http://my.netscape.com/rdf/simple/0.9/") + re.sub("<dc:date>.*?</dc:date>", "", body)
               + "</rdf:RDF>", no_dates)
    yield Case(g, "RSS 1.0 in other prefixes", re.sub(r"<(/?)(item|title|link|channel|items)\b", r"<\1rss:\2",
               rdf.format("x").replace("xmlns=", "xmlns:rss=").replace('"x"', '"http://purl.org/rss/1.0/"') + seq + body + "</rdf:RDF>"),
               entries())
    yield Case(g, "Atom 1.0", atom(entry(i) for i in range(N)), entries())
    yield Case(g, "Atom 1.0 with published and updated",
               atom(entry(i, more=f"<published>{moment(i - 9).isoformat()}</published>") for i in range(N)), entries())
    yield Case(g, "Atom 1.0 with prefixes", re.sub(r"<(/?)(\w)", r"<\1atom:\2", atom((entry(i) for i in range(N)),
               '<feed xmlns:atom="http://www.w3.org/2005/Atom">')), entries())
    yield Case(g, "Atom 0.3", atom((entry(i, f'<link rel="alternate" type="text/html" href="{escape(url(i))}"/>',
               f"<issued>{moment(i).isoformat()}</issued><modified>{moment(i).isoformat()}</modified>") for i in range(N)),
               '<feed version="0.3" xmlns="http://purl.org/atom/ns#">'), entries())
    yield Case(g, "Atom with many relations", atom(entry(i, f'<link rel="self" href="/self/{i}"/><link rel="replies" href="/r/{i}"/>'
               f'<link rel="enclosure" href="/pod/{i}.mp3"/><link rel="alternate" type="text/html" href="{escape(url(i))}"/>'
               f'<link rel="related" href="/rel/{i}"/>') for i in range(N)), entries())
    yield Case(g, "CDF", '<CHANNEL HREF="http://hanbit.example/"><TITLE>한빛</TITLE>' + "".join(
               f'<ITEM HREF="{escape(u)}" LASTMOD="{t.isoformat()}"><TITLE>가</TITLE></ITEM>' for u, t in entries()) + "</CHANNEL>",
               entries())
    for v in ("1", "1.1"):
        feed = {"version": "https://jsonfeed.org/version/" + v, "title": "한빛", "home_page_url": "http://hanbit.example/", "items": [
            {"id": str(i), "url": u, "title": TITLES[i % 4], "content_text": "본문", "date_published": t.isoformat()}
            for i, (u, t) in enumerate(entries())]}
        yield Case(g, "JSON Feed " + v, json.dumps(feed, ensure_ascii=False), entries(), "application/feed+json")
    bundle = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    yield Case(g, "RSS with pictures and content", rss(items(more=lambda i: f'<media:group><media:content url="/i/{i}.jpg" '
               f'type="image/jpeg"><media:title>사진</media:title></media:content></media:group><content:encoded><![CDATA[<p>본문 '
               f'<a href="/x">링크</a></p>]]></content:encoded><media:thumbnail url="/t.jpg"/><source url="http://x.example/rss">다른'
               '</source><enclosure url="http://hanbit.example/a.mp3" length="1" type="audio/mpeg"/>'), f'<rss version="2.0" {bundle}>'),
               entries())
    yield Case(g, "RSS with a stylesheet, comments and a DTD", rss(items()).replace("<rss", '<?xml-stylesheet href="/s.xsl"?><!-- <item>'
               '<link>/no</link></item> --><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd" '
               "[<!ENTITY nbsp ' '>]><rss", 1), entries())


def links():
    g = "links"
    yield Case(g, "CDATA", rss(items(link=lambda i: f"<link><![CDATA[{url(i)}]]></link>")), entries())
    yield Case(g, "white space around", rss(items(link=lambda i: f"<link>\n  {url(i)}\n </link>")), entries())
    yield Case(g, "relative, from the root", rss(items(link=lambda i: f"<link>/news/view?no={1000 + i}</link>")), entries())
    yield Case(g, "relative, from the folder", rss(items(link=lambda i: f"<link>../news/view?no={1000 + i}</link>")), entries())
    yield Case(g, "without a scheme", rss(items(link=lambda i: f"<link>//hanbit.example/news/view?no={1000 + i}</link>")), entries())
    yield Case(g, "xml:base of the root", atom((entry(i, f'<link href="view?no={1000 + i}"/>') for i in range(N)),
               '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://hanbit.example/news/">'), entries())
    yield Case(g, "xml:base of entries", atom((entry(i, f'<link href="view?no={1000 + i}"/>').replace(
               "<entry", '<entry xml:base="/news/"') for i in range(N)),
               '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://hanbit.example/">'), entries())
    yield Case(g, "xml:base of links", atom(entry(i, f'<link xml:base="/news/" href="view?no={1000 + i}"/>') for i in range(N)), entries())
    yield Case(g, "guid alone", rss(items(link=lambda i: f"<guid>{url(i)}</guid>")), entries())
    yield Case(g, "guid that is a permalink", rss(items(link=lambda i: f'<guid isPermaLink="true">{url(i)}</guid>')), entries())
    yield Case(g, "guid that is none beside a link",
               rss(items(more=lambda i: f'<guid isPermaLink="false">http://hanbit.example/?p={i}</guid>')), entries())
    yield Case(g, "guid first", rss(items(link=lambda i: f'<guid isPermaLink="false">http://hanbit.example/?p={i}</guid>'
               f"<link>{url(i)}</link>")), entries())
    yield Case(g, "atom:link beside link", rss(items(more=lambda i: f'<atom:link rel="replies" href="/r/{i}"/>'),
               '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">'), entries())
    yield Case(g, "atom:link alone", rss(items(link=lambda i: f'<atom:link href="{url(i)}"/>'),
               '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">'), entries())
    yield Case(g, "bare ampersands", rss(items(link=lambda i: f"<link>{url(i)}&section=1&copy=2</link>")),
               [(u + "&section=1&copy=2", t) for u, t in entries()])
    yield Case(g, "escaped twice", rss(items(link=lambda i: f"<link><![CDATA[{url(i)}&amp;section=1]]></link>")),
               [(u + "&section=1", t) for u, t in entries()])
    yield Case(g, "Hangul in the address", rss(items(link=lambda i: f"<link>http://hanbit.example/기사/{i}</link>")),
               [(f"http://hanbit.example/%EA%B8%B0%EC%82%AC/{i}", moment(i)) for i in range(N)])
    yield Case(g, "a comment in the link", rss(items(link=lambda i: f"<link><!-- x -->{url(i)}</link>")), entries())
    yield Case(g, "link in capitals", re.sub("<(/?)(link|pubDate|item|title)>", lambda m: f"<{m[1]}{m[2].upper()}>", rss(items())), entries())
    yield Case(g, "numbers for characters", rss(items(link=lambda i: f"<link>{url(i).replace('/', '&#47;').replace('?', '&#x3F;')}</link>")),
               entries())


def dates():
    for name, (form, clock) in DATES.items():
        yield Case("dates", name, rss(items(date=lambda i: f"<pubDate>{form(moment(i))}</pubDate>")), entries(), clock=clock)
    iso = lambda i: moment(i).isoformat()
    for tag in ("dc:date", "dcterms:modified", "dcterms:issued", "dcterms:created", "atom:updated", "a10:updated", "atom:published"):
        prefix = tag.split(":")[0]
        space = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}.get(
            prefix, "http://www.w3.org/2005/Atom")
        feed = rss(items(date=lambda i: f"<{tag}>{iso(i)}</{tag}>"), f'<rss version="2.0" xmlns:{prefix}="{space}">')
        yield Case("dates", tag, feed, entries())
        yield Case("dates", tag + ", not declared", feed.replace(f' xmlns:{prefix}="{space}"', ""), entries())
    yield Case("dates", "CDATA", rss(items(date=lambda i: f"<pubDate><![CDATA[{rfc822(moment(i))}]]></pubDate>")), entries())
    yield Case("dates", "white space around", rss(items(date=lambda i: f"<pubDate>\n {rfc822(moment(i))}\n</pubDate>")), entries())
    yield Case("dates", "none", rss(items(date="")), [(u, None) for u, _ in entries()])
    yield Case("dates", "none that can be read", rss(items(date="<pubDate>어제</pubDate>")), [(u, None) for u, _ in entries()])


def encodings():
    g = "encodings"
    plain = rss(items())
    for name in ("euc-kr", "cp949", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "iso-2022-kr", "johab"):
        said = {"cp949": "euc-kr", "utf-8-sig": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}.get(name, name)
        text = plain.replace('encoding="UTF-8"', f'encoding="{said}"').replace("사서", "뷁" if name == "cp949" else "사서")
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(name, b"")
        if name in ("johab", "iso-2022-kr"):
            continue
        yield Case(g, name, mark + text.encode(name), entries())
    yield Case(g, "utf-16 without a mark", plain.replace("UTF-8", "UTF-16").encode("utf-16-le"), entries())
    yield Case(g, "euc-kr that the header names", plain.replace(' encoding="UTF-8"', "").encode("euc-kr"), entries(), "text/xml; charset=euc-kr")
    yield Case(g, "euc-kr that nobody names", plain.replace(' encoding="UTF-8"', "").encode("euc-kr"), entries())
    yield Case(g, "euc-kr that calls itself UTF-8", plain.encode("euc-kr"), entries())
    yield Case(g, "UTF-8 that calls itself euc-kr", plain.replace("UTF-8", "euc-kr"), entries())
    yield Case(g, "UTF-8 with bytes of euc-kr in it", plain.encode().replace("사서".encode(), "사서".encode("euc-kr")), entries())
    yield Case(g, "blank lines before the declaration", "\n\n  " + plain, entries())
    yield Case(g, "a mark in the middle", plain.replace("<channel>", "\ufeff<channel>"), entries())


# What is put into a title, or an item, and how many entries it may cost.
DAMAGES = {
    "a bracketed word that looks like a tag": "<단독> 속보", "a bare less-than": "공개 <b 5< 6", "less-than before a digit": "3 < 5",
    "a bare ampersand": "R&D & 채용", "a name that XML lacks": "가&nbsp;나&hellip;", "a number of no character": "가&#0;나&#x1F;",
    "a control byte": "가\x01\x0b나", "a stray end tag": "가</b>나", "an end of a section": "가]]>나", "an end of a comment": "가-->나",
    "a start of a comment": "가<!--나", "a start of an instruction": "가<?나", "an open br": "가<br>나", "an open quotation in a tag": '<a b="c>나',
    "a tag without a name": "가<>나", "a tag of emphasis that is not closed": "<b>가", "an odd attribute": "<b =>가</b>", "an image": "<img src=/i.jpg>가",
    "two attributes of one name": '<b c="1" c="2">가</b>', "a script": "<script>if (a < b) c()</script>가",
    "a start of a section": "<![CDATA[가", "a section inside a section": "<![CDATA[가<![CDATA[나]]>다]]>",
    "a title that is not closed": "가</titel>", "an HTML document": "<html><body>가</body></html>",
}


def damages():
    g = "damages"
    for name, what in DAMAGES.items():
        for at, where in ((0, "first"), (N // 2, "middle"), (N - 1, "last")):
            yield Case(g, f"{name}, {where} title", rss(items(title=lambda i: what if i == at else "가온")), entries())
    for name, what in (("a stray end of the channel", "</channel>"), ("a stray end of the root", "</rss>"), ("a br", "<br>"),
                       ("an error of PHP", "<br />\n<b>Warning</b>:  mysql_query() in <b>/a.php</b> on line <b>3</b><br />\n"),
                       ("a number of no character", "&#0;"), ("a stray tag", "</x:y>"), ("text", "점검 중입니다"), ("a script", "<script>x='<item>'</script>")):
        for at, where in ((0, "first"), (N // 2, "middle"), (N - 1, "last")):
            rows = items()
            rows.insert(at + 1, what)
            yield Case(g, f"{name} after the {where} item", rss(rows), entries())
        yield Case(g, name + " before the root", what + rss(items()), entries())
        yield Case(g, name + " after the declaration", rss(items()).replace("<rss", what + "<rss", 1), entries())
        yield Case(g, name + " after the root", rss(items()) + what, entries())
    yield Case(g, "names in capitals", re.sub("<(/?)(rss|channel|item|title|link|pubDate)", lambda m: f"<{m[1]}{m[2].upper()}", rss(items())),
               entries())
    yield Case(g, "a document type of HTML", "<!DOCTYPE html>\n" + rss(items()).split("\n", 1)[1], entries())
    yield Case(g, "a declaration in the middle", rss(items()).replace("<channel>", '<?xml version="1.0"?><channel>'), entries())
    yield Case(g, "cut in an item", rss(items())[:-60], entries()[:-1] + [(url(N - 1), None)])
    yield Case(g, "items without end tags", rss(items()).replace("</item>", ""), entries())
    yield Case(g, "items outside of the channel", rss([]).replace("</rss>", "\n".join(items()) + "</rss>"), entries())
    yield Case(g, "items without a root", "\n".join(items()), entries())
    yield Case(g, "two documents one after the other", rss(items()[:15]) + rss(items()[15:]), entries())
    yield Case(g, "attributes without quotation marks", rss(items(), "<rss version=2.0>"), entries())
    yield Case(g, "typographic quotation marks", rss(items(), "<rss version=”2.0”>"), entries())
    yield Case(g, "feed in the HTML of a page", "<html><head></head><body><pre>" + rss(items()) + "</pre></body></html>", entries())
    yield Case(g, "a namespace that nobody declared", rss(items(more="<dc:creator>가온</dc:creator><slash:comments>3</slash:comments>")),
               entries())
    yield Case(g, "Atom without its namespace", atom((entry(i) for i in range(N)), "<feed>"), entries())
    yield Case(g, "Atom with bare titles", atom(entry(i).replace("<title>", "<title><단독> & ") for i in range(N)), entries())
    yield Case(g, "RSS 1.0 without declarations", "<rdf:RDF>" + "".join(items()) + "</rdf:RDF>", entries())


def crawler():
    """What feedparser does not read."""
    g = "sitemaps"
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    rows = [f"<url><loc>{escape(u)}</loc><lastmod>{t.isoformat()}</lastmod><changefreq>daily</changefreq></url>" for u, t in entries()]
    plain = f'<?xml version="1.0"?><urlset {space}>' + "".join(rows) + "</urlset>"
    yield Case(g, "sitemap", plain, entries(), alone=True)
    yield Case(g, "sitemap, gzipped", gzip.compress(plain.encode()), entries(), "application/gzip", alone=True)
    yield Case(g, "index", f"<sitemapindex {space}>" + "".join(rows).replace("<url>", "<sitemap>").replace("</url>", "</sitemap>")
               + "</sitemapindex>", entries(), alone=True)
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    rows = [f"<url><loc>{escape(u)}</loc><news:news><news:publication><news:name>한빛</news:name><news:language>ko</news:language>"
            f"</news:publication><news:publication_date>{t.isoformat()}</news:publication_date><news:title>가</news:title></news:news>"
            f"<image:image><image:loc>http://hanbit.example/i/1.jpg</image:loc></image:image></url>" for u, t in entries()]
    yield Case(g, "news and image extensions", f"<urlset {space} {news}>" + "".join(rows) + "</urlset>", entries(), alone=True)
    yield Case(g, "extensions that nobody declared", "<urlset>" + "".join(rows) + "</urlset>", entries(), alone=True)
    yield Case(g, "image before loc", f"<urlset {space} {news}>" + "".join(f"<url><image:image><image:loc>http://hanbit.example/i.jpg"
               f"</image:loc></image:image><loc>{escape(u)}</loc><lastmod>{t.isoformat()}</lastmod></url>" for u, t in entries())
               + "</urlset>", entries(), alone=True)
    yield Case(g, "plain text", "\n".join(u for u, _ in entries()), [(u, None) for u, _ in entries()], "text/plain", alone=True)
    yield Case(g, "plain text, gzipped", gzip.compress("\r\n".join(u for u, _ in entries()).encode()),
               [(u, None) for u, _ in entries()], alone=True)
    yield Case(g, "plain text in UTF-16", "\n".join(u for u, _ in entries()).encode("utf-16"), [(u, None) for u, _ in entries()], alone=True)
    yield Case(g, "RSS, gzipped", gzip.compress(rss(items()).encode()), entries(), alone=True)
    yield Case(g, "sitemap, bare ampersands", plain.replace("</loc>", "&a=1&b=2</loc>"),
               [(u + "&a=1&b=2", t) for u, t in entries()], alone=True)


def gisa_read(cases, folder):
    tool = os.path.join(folder, "dump")
    packages = "libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs"] + packages.split(), text=True).split()
    library = os.environ.get("GISA_LIBRARY", os.path.join(ROOT, "build/libgisa.a"))
    subprocess.check_call(["cc", "-O2", "-D_GNU_SOURCE", "-I" + ROOT, "-I" + ROOT + "/include", "-o", tool,
                           os.path.join(ROOT, "tests/bench/feeds_dump.c"), library] + flags + ["-lm", "-lpthread"])
    lines = []
    for k, c in enumerate(cases):
        path = os.path.join(folder, str(k))
        with open(path, "wb") as f:
            f.write(c.data)
        lines.append(f"{path}\t{c.kind}\t{c.base}\n")
    out = subprocess.run([tool], input="".join(lines), stdout=subprocess.PIPE, check=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


PEER = """
import calendar, json, sys, time
import feedparser
for line in sys.stdin:
    path, kind, base = line.rstrip("\\n").split("\\t")
    started = time.perf_counter()
    f = feedparser.parse(open(path, "rb"), response_headers={"content-type": kind or "application/xml", "content-location": base})
    rows = []
    for e in f.entries:
        t = e.get("updated_parsed") or e.get("published_parsed") or e.get("created_parsed")
        id_alone = e.get("guidislink") and not str(e.get("id")).lower().startswith("http")
        rows.append(["" if id_alone else e.get("link", ""), calendar.timegm(t) if t else None])
    print(json.dumps({"links": rows, "s": time.perf_counter() - started}))
"""


def peer(folder):
    """A python that has feedparser, and the folder of its source package; or None."""
    python = os.path.join(folder, "venv/bin/python")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        subprocess.run([sys.executable, "-m", "venv", os.path.join(folder, "venv")], check=True, **quiet)
        subprocess.run([python, "-m", "pip", "install", "feedparser"], check=True, **quiet)
    except (OSError, subprocess.CalledProcessError):
        return None, None
    done = subprocess.run([python, "-m", "pip", "download", "--no-binary", ":all:", "--no-deps", "-d", folder, "feedparser"], check=False,
                          **quiet)
    archives = glob.glob(os.path.join(folder, "feedparser-*.tar.gz"))
    if done.returncode or not archives:
        return python, None
    subprocess.run(["tar", "xzf", archives[0], "-C", folder], check=True)
    return python, archives[0][:-len(".tar.gz")] + "/tests"


def peer_read(python, cases, folder):
    lines = "".join(f"{os.path.join(folder, str(k))}\t{c.kind}\t{c.base}\n" for k, c in enumerate(cases))
    out = subprocess.run([python, "-c", PEER], input=lines, stdout=subprocess.PIPE, check=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def right_time(case, want, got):
    if want is None or got is None:
        return want is got
    if isinstance(got, str):  # gisa's
        if not case.clock or len(got) < 16:
            return not case.clock and got == want.strftime("%Y-%m-%d")
        return abs(datetime.datetime.fromisoformat(got).timestamp() - want.timestamp()) < 60
    at = datetime.datetime.fromtimestamp(got, datetime.timezone.utc)
    if not case.clock:
        return at.date() == want.date()
    return abs(got - want.timestamp()) < 60 or at.strftime("%Y-%m-%dT%H:%M") == want.strftime("%Y-%m-%dT%H:%M")


def normal(address):
    return re.sub(r"[^\x00-\x7f]", lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), address.strip())


def score(case, rows):
    """Entries, right addresses, right times."""
    got = {}
    for address, when in rows:
        got.setdefault(normal(address), when or None)
    right = [w for w in case.want if w[0] in got]
    return min(len(rows), len(case.want)), len(right), sum(right_time(case, w[1], got[w[0]]) for w in right)


def table(cases, ours, theirs, show):
    names = []
    for c in cases:
        if c.group not in names:
            names.append(c.group)
    print(f"{'':12}{'feeds':>6}{'entries':>9}   {'gisa: found':>12}{'address':>9}{'time':>9}   {'feedparser':>12}{'address':>9}{'time':>9}")
    sums = []
    for name in names:
        rows = [(c, score(c, o.get("links", [])), score(c, t["links"]) if t and not c.alone else None)
                for c, o, t in zip(cases, ours, theirs) if c.group == name]
        n = sum(len(c.want) for c, _, _ in rows)
        we = [sum(g[k] for _, g, _ in rows) / n for k in range(3)]
        they = [sum(t[k] for _, _, t in rows if t) / n for k in range(3)] if any(t for _, _, t in rows) else None
        print(f"{name:12}{len(rows):6}{n:9}   " + f"{we[0]:12.4f}{we[1]:9.4f}{we[2]:9.4f}   " +
              (f"{they[0]:12.4f}{they[1]:9.4f}{they[2]:9.4f}" if they else f"{'-':>12}{'-':>9}{'-':>9}"))
        sums += rows
    for c, g, t in sums:
        short = any(k < len(c.want) for k in g)
        behind = t and any(a < b for a, b in zip(g, t))
        if behind or (short and show):
            print(f"  {'behind' if behind else 'missed'}: {c.group}: {c.name}: {g} of {len(c.want)}" + (f", feedparser {t}" if t else ""))


def own_tests(python, corpus, show):
    for kind in ("illformed", "wellformed"):
        cases = []
        for path in sorted(glob.glob(os.path.join(corpus, kind, "**/*.xml"), recursive=True)):
            with open(path, "rb") as f:
                data = f.read()
            header = {k.lower(): v.strip() for k, v in re.findall(rb"(?m)^\s*Header:\s*([\w-]+):([^\r\n]*)", data[:2000])}
            said = lambda k: header.get(k, b"").decode("ascii", "replace").split("-->")[0].strip()
            base = said(b"content-location")
            cases.append(Case(kind, os.path.relpath(path, corpus), data, [], said(b"content-type"),
                              base=base if base.startswith("http") else BASE))
        if not cases:
            print(f"{kind}: no feeds under {corpus}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = gisa_read(cases, folder), peer_read(python, cases, folder)
        good, links, found = 0, 0, 0
        for c, o, t in zip(cases, ours, theirs):
            want = {normal(a) for a, _ in t["links"] if a.startswith("http")}
            got = {normal(a) for a, _ in o.get("links", [])}
            have = len(got) >= len(want)
            links, found, good = links + len(want), found + min(len(got), len(want)), good + have
            if show and not have:
                print(f"  {c.name}: {sorted(got)} where feedparser has {sorted(want)}; {o.get('error', '')}")
        print(f"feedparser's {kind} feeds: in {good} of {len(cases)} no address less than feedparser; {found} of {links} addresses")


def hostile():
    """Feeds of 2 MB whose markup costs some parsers the square of their length."""
    size = 2_000_000
    fill = lambda s: (s * (size // len(s) + 1))[:size]
    one = "<item><link>/1</link></item>"
    around = lambda s: f"<rss><channel>{one}{s}<item><link>/2</link></item></channel></rss>"
    shapes = {
        "attributes": around("<x " + "".join(f'a{i}="1" ' for i in range(size // 10)) + ">"),
        "one name of attributes": around("<x " + fill('a="1" ') + ">"),
        "attributes in each of many tags": around(fill("<x " + "".join(f'a{i}="1" ' for i in range(6000)) + ">")),
        "links with many attributes": around(fill("<item><link " + "".join(f'a{i}="1" ' for i in range(6000)) + "/></item>")),
        "a long attribute": around('<x a="' + fill("가") + '">'), "a quotation mark without end": around('<x a="' + fill("<x ")),
        "tags without end": around(fill("<x ")), "quotation marks without end": around(fill('<x a="')),
        "nesting": around(fill("<x>")), "nesting of items": around(fill("<item>")), "shadows": around("<item>" + fill("<source><x>")),
        "end tags": around("<item>" + "<x>" * 40 + fill("</y>")), "fields": around("<item>" + fill("<link>a")),
        "entities": around(fill("&nbsp;&#44032;")), "ampersands": around(fill("&")), "ampersands with names": around(fill("&" + "a" * 31)),
        "comments without end": around(fill("<!--")), "instructions without end": around(fill("<?x ")), "sections without end": around(fill("<![CDATA[")),
        "comments with half an end": around("<!--" + fill("--")), "scripts without end": around(fill("<script>")),
        "styles and scripts without end": around(fill("<style><script>")), "document types": fill("<!DOCTYPE rss [") + around(""),
        "document types without end": "<!DOCTYPE rss [" + fill("<!ENTITY a 'b'> "), "less-thans": around(fill("<")), "white space": around(fill(" ")),
        "white space in a tag": around("<x" + fill(" ") + ">"), "white space in a link": around("<item><link>" + fill(" ") + "</link></item>"),
        "xml:base in each item": around(fill('<item xml:base="/a/"><link>1</link></item>')),
        "bases on bases": "<rss>" + fill('<channel xml:base="a/">') + one, "a long base": f'<rss xml:base="/{"a" * 4000}/">' + "".join(f"<item><link>{i}</link></item>" for i in range(size // 33)), "many channels": "<rss>" + fill("<channel>") + one,
        "page of anchors": "<html>" + fill("<a href=/1>"),
        "page of relations": "<html>" + fill(f'<link rel="{"x " * 200}" type="application/rss+xml" href=/1>'),
        "before the root": fill("<!-- a -->") + around(""), "lines": "http://a.example/\n" + fill("a\n"), "one line": "http://a.example/" + fill("a"),
        "JSON damage": '{"version":"https://jsonfeed.org/version/1","items":[' + fill('{"a":"b"x},'), "JSON strings without end":
        '{"version":"https://jsonfeed.org/version/1","items":[' + fill('{"'), "many items keys": '{"a":"jsonfeed.org",' + fill('"items" '),
        "comments with one end": around(fill("<!--") + "-->"), "sections with one end": around(fill("<![CDATA[") + "]]>"), "JSON nesting": '{"version":"https://jsonfeed.org/version/1","items":' + fill("["),
        "JSON items": '{"version":"https://jsonfeed.org/version/1","items":[' + fill('{"url":"/1"},') + "{}]}",
        "JSON keys": '{"version":"https://jsonfeed.org/version/1",' + "".join(f'"{i}":1,' for i in range(size // 10)) + '"items":[]}',
        "zeros": "\0" * size + around(""), "bytes that are no UTF-8": around("").encode() + b"\xff" * size,
    }
    cases = [Case("hostile", k, v, []) for k, v in shapes.items()]
    with tempfile.TemporaryDirectory() as folder:
        ours = gisa_read(cases, folder)
    slow = sorted(zip(cases, ours), key=lambda p: -p[1]["s"])
    for c, o in slow[:5]:
        print(f"  {o['s']:7.3f} s  {len(c.data) / 1e6:.1f} MB  {c.name}")
    print(f"hostile: {sum(o['s'] < 1 for _, o in slow)} of {len(slow)} under a second")


def main():
    parse = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parse.add_argument("--misses", action="store_true")
    parse.add_argument("--hostile", action="store_true")
    parse.add_argument("--no-corpus", action="store_true")
    parse.add_argument("--corpus", help="the folder tests of feedparser's source package")
    opts = parse.parse_args()
    if opts.hostile:
        hostile()
        return
    cases = [c for make in (kinds, links, dates, encodings, damages, crawler) for c in make()]
    with tempfile.TemporaryDirectory() as folder:
        python, corpus = peer(folder)
        if not python:
            print("feedparser cannot be had here (pip install feedparser): gisa alone", file=sys.stderr)
        ours = gisa_read(cases, folder)
        theirs = peer_read(python, cases, folder) if python else [None] * len(cases)
        table(cases, ours, theirs, opts.misses)
        corpus = opts.corpus or corpus
        if python and corpus and not opts.no_corpus:
            own_tests(python, corpus, opts.misses)
        elif not opts.no_corpus:
            print("feedparser's own tests cannot be had here: not measured", file=sys.stderr)


if __name__ == "__main__":
    main()
