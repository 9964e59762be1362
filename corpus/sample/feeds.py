"""Feeds, sitemaps, robots files and the front page of each outlet."""

import datetime
import json

import chrome as c
from chrome import esc

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

PRIVATE_PAGE = "/private/preview.html"
XML_UTF8 = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rfc822(stamp):
    day = datetime.date.fromisoformat(stamp[:10])
    clock = stamp[11:19] if len(stamp) > 10 else "00:00:00"
    return "%s, %02d %s %d %s +0900" % (DAYS[day.weekday()], day.day, MONTHS[day.month - 1],
                                        day.year, clock)


def newest_first(items):
    return sorted(items, key=lambda a: (a["name"][-11:], a["name"]), reverse=True)


def rss(site, items, encoding):
    rows = []
    for a in newest_first(items):
        date = "<pubDate>%s</pubDate>" % rfc822(a["published"]) if a["published"] else ""
        author = "<author>%s</author>" % esc(c.byline(a)) if a["authors"] else ""
        rows.append("<item><title><![CDATA[%s]]></title><link>%s</link><guid>%s</guid>%s%s"
                    "<description><![CDATA[%s]]></description></item>"
                    % (a["title"], c.url_of(a), c.url_of(a), author, date, c.lead_text(a)))
    return ('<?xml version="1.0" encoding="%s"?>\n<rss version="2.0"><channel><title>%s</title>'
            "<link>http://%s/</link><description>%s 전체기사</description><language>ko</language>\n"
            "%s\n</channel></rss>\n" % (encoding, c.OUTLETS[site]["name"], c.domain(site),
                                        c.OUTLETS[site]["name"], "\n".join(rows)))


def atom(site, items):
    rows = []
    for a in newest_first(items):
        stamp = a["modified"] or a["published"]
        rows.append('<entry><title>%s</title><link href="%s"/><id>tag:%s,2025:%s</id>'
                    "<published>%s</published><updated>%s</updated><summary>%s</summary></entry>"
                    % (esc(a["title"]), c.url_of(a), c.domain(site), a["path"], a["published"],
                       stamp, esc(c.lead_text(a))))
    newest = max(a["modified"] or a["published"] for a in items)
    return (XML_UTF8 + '<feed xmlns="http://www.w3.org/2005/Atom"><title>%s</title>'
            '<link rel="self" href="http://%s/atom.xml"/><id>http://%s/</id><updated>%s</updated>\n'
            "%s\n</feed>\n" % (c.OUTLETS[site]["name"], c.domain(site), c.domain(site), newest,
                               "\n".join(rows)))


def sitemap(urls):
    rows = "\n".join("<url><loc>%s</loc>%s</url>"
                     % (u, "<lastmod>%s</lastmod>" % m if m else "") for u, m in urls)
    return (XML_UTF8 + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n%s\n</urlset>\n'
            % rows)


def site_urls(items):
    return [(c.url_of(a), a["modified"] or a["published"]) for a in items]


def sitemaps(site, items):
    """Yields path and text: one sitemap, or an index with a sitemap a month."""
    if site != "sori-local":
        urls = site_urls(items)
        if site == "byeolbit-times":
            urls.append(("http://%s%s" % (c.domain(site), PRIVATE_PAGE), None))
        yield "sitemap.xml", sitemap(urls)
        return
    months = sorted({a["name"][-11:-5] for a in items})
    for month in months:
        yield ("sitemap-%s.xml" % month,
               sitemap(site_urls([a for a in items if a["name"][-11:-5] == month])))
    rows = "\n".join("<sitemap><loc>http://%s/sitemap-%s.xml</loc></sitemap>" % (c.domain(site), m)
                     for m in months)
    yield ("sitemap.xml", XML_UTF8 + '<sitemapindex xmlns="http://www.sitemaps.org/schemas/'
           'sitemap/0.9">\n%s\n</sitemapindex>\n' % rows)


def robots(site):
    lines = ["User-agent: *"]
    if site == "byeolbit-times":
        lines.append("Disallow: /private/")
    elif site == "hangang-daily":
        lines += ["Crawl-delay: 0", "Disallow: /admin/", "Allow: /"]
    elif site == "hanbit-wire":
        lines += ["Disallow: /search?", "Allow: /"]
    else:
        lines.append("Allow: /")
    if site in ("hanbit-wire", "mirae-economy"):
        lines += ["", "User-agent: GPTBot", "User-agent: CCBot", "Disallow: /"]
    return "\n".join(lines + ["", "Sitemap: http://%s/sitemap.xml" % c.domain(site)]) + "\n"


def front_page(site, items):
    feed = c.OUTLETS[site]["feed"]
    kind = "atom" if site == "dasan-broadcast" else "rss"
    link = ('<link rel="alternate" type="application/%s+xml" href="/%s">' % (kind, feed)
            if feed else "")
    rows = "\n".join('<li><a href="%s">%s</a></li>' % (esc(a["path"]), esc(a["title"]))
                     for a in newest_first(items))
    head = "<title>%s</title>\n%s" % (c.OUTLETS[site]["name"], link)
    body = "\n".join([c.navigation(site), '<div class="wrap"><h1>%s</h1><ul>\n%s\n</ul></div>'
                      % (c.OUTLETS[site]["name"], rows), c.footer(site)])
    return c.page(site, head, body, charset=c.OUTLETS[site]["charset"])


def private_page():
    head = "<title>회원 미리보기 - 별빛타임스</title>"
    body = "\n".join([
        c.navigation("byeolbit-times"), '<div class="wrap"><h1>유료 회원 미리보기</h1>'
        '<div itemprop="articleBody"><p>이 글은 유료 회원에게 먼저 보내는 원고입니다. 로봇 배제 규약이 이 '
        "폴더를 막고 있으므로 수집기는 이 글을 가져가지 않아야 합니다.</p>"
        "<p>원고는 다음 주 화요일에 누구나 읽을 수 있는 지면으로 옮겨집니다.</p></div></div>",
        c.footer("byeolbit-times")])
    return c.page("byeolbit-times", head, body)


def site_files(site, items):
    """Yields path and bytes of everything beside the article pages of one outlet."""
    charset = c.OUTLETS[site]["charset"]
    yield "index.html", front_page(site, items).encode(charset, "xmlcharrefreplace")
    yield "robots.txt", robots(site).encode("ascii")
    for path, text in sitemaps(site, items):
        yield path, text.encode("utf-8")
    feed = c.OUTLETS[site]["feed"]
    if site == "dasan-broadcast":
        yield feed, atom(site, items).encode("utf-8")
    elif feed:
        label = "euc-kr" if charset == "cp949" else "UTF-8"
        yield feed, rss(site, items, label).encode(charset)
    if site == "byeolbit-times":
        yield PRIVATE_PAGE[1:], private_page().encode("utf-8")
    if site == "mirae-economy":
        policy = [{"location": "/news/", "tdm-reservation": 1,
                   "tdm-policy": "http://%s/policy.json" % c.domain(site)}]
        yield ".well-known/tdmrep.json", (json.dumps(policy, indent=2) + "\n").encode("ascii")
