"""One function an outlet: an article as that outlet's own page."""

import json

import chrome as c
from chrome import esc


def paragraphs(article, tag, figure_after=1, twice=False):
    """The body as elements, the captions after the given paragraph."""
    out = []
    for i, para in enumerate(article["body"]):
        if i == figure_after:
            out += [c.figure(caption, twice) for caption in article["captions"]]
        css = ' class="sub"' if c.is_subhead(para) else ""
        inner = "<strong>%s</strong>" % esc(para) if css else esc(para)
        out.append("<%s%s>%s</%s>" % (tag, css, inner, tag))
    return "\n".join(out)


def broken_lines(article, between="<br><br>\n", figure_after=1):
    """The body as one run of text with line breaks, as old editors left it."""
    out = []
    for i, para in enumerate(article["body"]):
        if i == figure_after:
            out += [c.figure(caption) for caption in article["captions"]]
        out.append(esc(para))
    return between.join(out)


def subtitles(article, tag, css):
    rows = article["subtitle"] or []
    return "\n".join('<%s class="%s">%s</%s>' % (tag, css, esc(s), tag) for s in rows)


def hanbit_wire(article, articles):
    head = "\n".join([
        "<title>%s | 한빛통신</title>" % esc(article["title"]),
        '<link rel="canonical" href="%s">' % c.url_of(article),
        c.open_graph(article, " | 한빛통신"), c.json_ld(article)])
    stamp = c.dotted(article["published"]) if article["published"] else ""
    mails = " ".join('<p class="mail">%s</p>' % a["email"] for a in article["authors"]
                     if a.get("email"))
    notice = c.notice_of(article)
    body = [
        c.navigation("hanbit-wire"), '<div class="wrap"><article id="content">',
        "<header><h1>%s</h1>" % esc(article["title"]),
        subtitles(article, "h2", "tit-sub"),
        '<p class="update-time util">송고시간 %s</p>' % stamp, c.share_bar(), "</header>",
        '<div class="story-news article">', paragraphs(article, "p"), mails,
        '<p class="txt-copyright">%s</p>' % esc(notice) if notice else "",
        '<p class="tip">▶제보는 카톡 hanbit-jebo</p>', "</div></article>",
        c.headline_list(article, articles, "관련기사", "related", 3, "related"),
        c.comments(article),
        c.headline_list(article, articles, "많이 본 뉴스", "ranking", 5, "rank"),
        c.script_noise(article), "</div>", c.footer("hanbit-wire")]
    return c.page(article, head, "\n".join(body))


def mirae_economy(article, articles):
    head = "\n".join([
        "<title>%s - 미래경제신문</title>" % esc(article["title"]),
        '<meta name="description" content="%s">' % esc(c.lead_text(article)),
        '<meta name="author" content="%s 기자">' % esc(c.byline(article)),
        c.open_graph(article, ""), '<meta name="tdm-reservation" content="1">',
        c.json_ld(article)])
    stamps = []
    if article["published"]:
        stamps.append("<li>입력 %s</li>" % c.dotted(article["published"]))
    if article["modified"]:
        stamps.append("<li>수정 %s</li>" % c.dotted(article["modified"]))
    notice = c.notice_of(article)
    body = [
        c.navigation("mirae-economy"), '<div class="wrap" id="content">',
        '<header class="article-view-header"><nav class="util">홈 &gt; %s</nav>'
        % esc(article["section"] or "전체"),
        '<h3 class="heading">%s</h3>' % esc(article["title"]),
        subtitles(article, "h4", "subheading"),
        '<ul class="infomation util"><li>기자명 %s 기자</li>%s<li>댓글 0</li></ul></header>'
        % (esc(c.byline(article)), "".join(stamps)), c.share_bar(),
        '<article id="article-view-content-div" class="article-veiw-body font-size17" '
        'itemprop="articleBody">', paragraphs(article, "p", 0),
        '<div class="ad">광고</div>', "</article>",
        '<p class="copyright">%s</p>' % esc(notice) if notice else "",
        c.reporter_box(article), c.comments(article),
        c.headline_list(article, articles, "관련기사", "related", 4, "relation"),
        c.headline_list(article, articles, "많이 본 기사", "ranking", 5, "auto-popular"),
        '<div class="side"><a href="#">미래경제신문 카카오톡 채널 추가하고 소식 받기</a></div>',
        c.script_noise(article), "</div>", c.footer("mirae-economy")]
    return c.page(article, head, "\n".join(body))


def hangang_daily(article, articles):
    head = ("<title>한강일보 :: %s</title>\n<script language='javascript'>"
            "function fontPlus(){var o=document.getElementById('newsBody');o.style.fontSize='17px';}"
            "</script>" % esc(article["title"]))
    stamp = ""
    if article["published"]:
        year, month, day, hour, minute = c.date_parts(article["published"])
        clock = " %s:%s" % (hour, minute) if hour else ""
        stamp = "입력시간 : %s년 %s월 %s일%s" % (year, month, day, clock)
    sign = "<br><br>\n".join("%s 기자 %s" % (esc(a["name"]), a.get("email") or "")
                             for a in article["authors"])
    notice = c.notice_of(article)
    body = [
        c.navigation("hangang-daily"),
        '<table width="900" align="center" cellpadding="8"><tr><td valign="top">',
        '<table width="100%%"><tr><td class="util">뉴스홈 &gt; %s</td></tr>'
        % esc(article["section"] or "종합"),
        '<tr><td class="news_tit"><b><font size="5">%s</font></b></td></tr>' % esc(article["title"]),
        "".join('<tr><td class="news_sub"><font size="3">%s</font></td></tr>' % esc(s)
                for s in article["subtitle"] or []),
        '<tr><td align="right" class="util">%s</td></tr>' % stamp,
        '<tr><td align="right"><a href="javascript:fontPlus()">글자 크게</a> | '
        '<a href="javascript:window.print()">인쇄하기</a> | <a href="#">메일보내기</a></td></tr>',
        '<tr><td class="news_txt" id="newsBody">', broken_lines(article),
        "<br><br>\n" + sign if sign else "",
        "<br><br>\n" + esc(notice) if notice else "", "</td></tr></table>",
        '</td><td width="220" valign="top">',
        c.headline_list(article, articles, "가장 많이 읽은 기사", "ranking", 5, "best"),
        c.headline_list(article, articles, "이 분야 다른 기사", "related", 3, "etc"),
        '<p><a href="#">구독신청</a><br><a href="#">독자의견</a></p></td></tr></table>',
        c.script_noise(article), c.footer("hangang-daily")]
    return c.page(article, head, "\n".join(body), charset="cp949")


def is_arc(article):
    """Saebyeok moved systems: a third of its pages are still those of the old one."""
    return c.pick_number(article["name"], "old", 3) == 0


def saebyeok_it(article, articles):
    head = "\n".join([
        "<title>%s | 새벽IT</title>" % esc(article["title"]), c.open_graph(article, ""),
        '<meta name="robots" content="index, follow, noai, noimageai">'
        if (article["rights"] or {}).get("ai_training") else
        '<meta name="robots" content="index, follow">'])
    shell = [
        c.navigation("saebyeok-it"), '<div class="wrap" id="__next"><main id="content">',
        "<h1>%s</h1>" % esc(article["title"]), c.share_bar(),
        '<div class="skeleton" aria-busy="true">기사를 불러오는 중입니다.</div></main>',
        c.headline_list(article, articles, "지금 뜨는 기사", "ranking", 4, "hot"), "</div>",
        c.footer("saebyeok-it"), saebyeok_arc(article) if is_arc(article)
        else saebyeok_next(article, articles)]
    return c.page(article, head, "\n".join(shell))


def saebyeok_next(article, articles):
    blocks = []
    for i, para in enumerate(article["body"]):
        if i == 1:
            blocks += [{"type": "image", "content": "/img/%d.jpg" % j, "caption": cap}
                       for j, cap in enumerate(article["captions"])]
            blocks.append({"type": "ad", "content": "<div>광고</div>"})
        kind = "subtitle" if c.is_subhead(para) else "text"
        blocks.append({"type": kind, "content": esc(para).replace("&#x27;", "'")})
    if c.notice_of(article):
        blocks.append({"type": "copyright", "content": esc(c.notice_of(article))})
    view = {
        "title": article["title"], "subTitle": article["subtitle"] or [],
        "section": article["section"], "publishedAt": article["published"],
        "updatedAt": article["modified"], "authors": article["authors"],
        "contentArrange": blocks,
        "relatedList": [{"title": o["title"], "url": c.href(article, o)}
                        for o in c.others(article, articles, "related", 3)]}
    data = {"props": {"pageProps": {"articleView": view}}, "page": "/news/[id]", "isFallback": False}
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
    return '<script id="__NEXT_DATA__" type="application/json">%s</script>' % text


def saebyeok_arc(article):
    elements = []
    for i, para in enumerate(article["body"]):
        if i == 1:
            elements += [{"type": "image", "caption": cap, "url": "/img/arc.jpg"}
                         for cap in article["captions"]]
        kind = "header" if c.is_subhead(para) else "text"
        elements.append({"_id": "E%02d" % i, "type": kind, "content": esc(para)})
    if c.notice_of(article):
        elements.append({"type": "raw_html", "content": "<p class='copy'>%s</p>"
                         % esc(c.notice_of(article))})
    content = {
        "type": "story", "headlines": {"basic": article["title"]},
        "subheadlines": {"basic": "\n".join(article["subtitle"] or [])},
        "credits": {"by": [{"type": "author", "name": a["name"], "email": a.get("email")}
                           for a in article["authors"]]},
        "display_date": article["published"], "last_updated_date": article["modified"],
        "taxonomy": {"primary_section": {"name": article["section"]}},
        "content_elements": elements, "canonical_url": article["path"]}
    text = json.dumps(content, ensure_ascii=False).replace("</", "<\\/")
    return ('<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};'
            'Fusion.arcSite="saebyeok";Fusion.globalContent=%s;Fusion.globalContentConfig='
            '{"source":"story","query":"{\\"id\\":1}"};</script>' % text)


def portal_clock(stamp):
    year, month, day, hour, minute = c.date_parts(stamp)
    if hour is None:
        return "%s.%s.%s." % (year, month, day)
    half = "오전" if int(hour) < 12 else "오후"
    return "%s.%s.%s. %s %d:%s" % (year, month, day, half, (int(hour) + 11) % 12 + 1, minute)


def nuri_portal(article, articles):
    press = article["press"]
    head = "\n".join(["<title>%s : 누리포털 뉴스</title>" % esc(article["title"]),
                      c.open_graph(article, "").replace('content="누리포털 뉴스"',
                                                        'content="%s | 누리포털 뉴스"' % press["name"], 1),
                      '<meta property="og:article:author" content="%s | 누리포털">' % press["name"]])
    stamps = ""
    if article["published"]:
        stamps += '<span class="date" data-date-time="%s">입력 %s</span> ' % (
            c.dotted(article["published"]), portal_clock(article["published"]))
    if article["modified"]:
        stamps += '<span class="date">수정 %s</span>' % portal_clock(article["modified"])
    origin = '<a href="%s" class="origin">기사원문</a>' % press["url"] if press.get("url") else ""
    lead = "".join('<strong class="media_end_summary">%s</strong><br><br>' % esc(s)
                   for s in article["subtitle"] or [])
    notice = c.notice_of(article)
    body = [
        c.navigation("nuri-portal"), '<div class="wrap" id="content">',
        '<div class="media_end_head"><a href="#"><img src="/logo/press.png" alt="%s"></a> '
        '<button>구독</button>' % esc(press["name"]),
        '<h2 id="title_area"><span>%s</span></h2>' % esc(article["title"]),
        '<div class="util">%s %s <em>%s 기자</em></div>' % (stamps, origin, esc(c.byline(article))),
        c.share_bar(), "</div>", '<article id="dic_area">', lead,
        broken_lines(article, "<br><br>"), "</article>",
        c.reporter_box(article),
        '<p class="copy">%s</p>' % esc(notice) if notice else "",
        '<p class="util">이 기사는 언론사에서 %s 섹션으로 분류했습니다.</p>' % esc(article["section"] or "IT"),
        '<p class="util">기사의 섹션 정보는 해당 언론사의 분류를 따르고 있습니다.</p>',
        '<div class="side">%s 구독하고 메인에서 바로 보세요!</div>' % esc(press["name"]),
        c.comments(article),
        c.headline_list(article, articles, "이 시각 주요뉴스", "ranking", 5, "press"),
        c.headline_list(article, articles, "함께 볼만한 뉴스", "related", 4, "with"),
        c.script_noise(article), "</div>", c.footer("nuri-portal")]
    return c.page(article, head, "\n".join(body))


def dasan_broadcast(article, articles):
    head = "\n".join([
        "<title>%s | 다산뉴스</title>" % esc(article["title"]),
        c.open_graph(article, " | 다산뉴스"), c.json_ld(article)])
    stamps = ""
    if article["published"]:
        stamps += "<em class='input-date'>입력 %s</em> " % c.dotted(article["published"], " (") + ")"
    if article["modified"]:
        stamps += "<em class='update-date'>수정 %s</em>" % c.dotted(article["modified"], " (") + ")"
    text = broken_lines(article, "<br /> <br />", 99)
    names = c.byline(article)
    crew = article.get("crew") or "영상취재:흥부/영상편집:놀부"
    notice = c.notice_of(article)
    body = [
        c.navigation("dasan-broadcast"), '<div class="wrap" id="content">',
        "<h4 class='headline-title'>%s</h4>" % esc(article["title"]),
        subtitles(article, "p", "subtit"), '<p class="util">%s</p>' % stamps, c.share_bar(),
        '<div class="view-player"><p>동영상 고정 취소</p><p>동영상 영역 시작</p>'
        '<p>자동재생 켜짐</p><p>동영상 영역 끝</p></div>',
        "".join('<p class="cap">%s</p>' % esc(cap) for cap in article["captions"]),
        '<div class="detail-body font-size" id="cont_newstext">', text,
        "<br /> <br />다산방송 뉴스 %s입니다.<br /> <br />%s" % (esc(names), esc(crew))
        if names else "", "</div>",
        '<div class="layer txt-popup"><h5>%s</h5><div class="inner_newstext" id="cont_newstext1">'
        % esc(article["title"]), text, "</div><button>닫기</button></div>",
        c.reporter_box(article),
        '<p class="copy">%s</p>' % esc(notice) if notice else "",
        '<div class="side">■ 제보하기<br>▷ 카카오톡 : \'다산제보\' 검색<br>▷ 전화 : 02-000-1234<br>'
        "▷ 이메일 : jebo@dasan-broadcast.example</div>",
        '<p class="util">이 기사가 좋으셨다면 <button>좋아요 0</button><button>응원해요 0</button>'
        "<button>후속 원해요 0</button></p>",
        c.headline_list(article, articles, "많이 본 뉴스", "ranking", 5, "rank"),
        c.headline_list(article, articles, "이 시각 헤드라인", "related", 3, "now"),
        c.script_noise(article), "</div>", c.footer("dasan-broadcast")]
    return c.page(article, head, "\n".join(body))


def byeolbit_times(article, articles):
    head = "\n".join([
        "<title>%s &lt; %s &lt; 별빛타임스</title>" % (esc(article["title"]),
                                                 esc(article["section"] or "테크")),
        '<link rel="canonical" href="%s">' % c.url_of(article), c.open_graph(article, ""),
        c.json_ld(article, c.lead_text(article, 90))])
    stamp = "승인 %s" % c.dotted(article["published"]) if article["published"] else ""
    change = " | 수정 %s" % c.dotted(article["modified"]) if article["modified"] else ""
    notice = c.notice_of(article)
    body = [
        c.navigation("byeolbit-times"), '<div class="wrap" id="content">',
        '<div class="article-head"><span>%s</span><h1>%s</h1>'
        % (esc(article["section"] or "테크"), esc(article["title"])),
        subtitles(article, "h2", "deck"),
        '<p class="util">%s 기자 | %s%s</p></div>' % (esc(c.byline(article)), stamp, change),
        c.share_bar(), '<div itemprop="articleBody">', paragraphs(article, "p", 1, True),
        '<div class="letter side"><strong>별이 뜨는 아침, 뉴스레터 \'별자리\'</strong>'
        "<p>매주 화요일 아침 7시, 한 주의 기술 소식을 메일함으로 보내드립니다.</p>"
        "<button>무료 구독하기</button></div>",
        '<p class="copy">%s</p>' % esc(notice) if notice else "", "</div>",
        c.reporter_box(article),
        '<div class="tag"><a href="#">#인공지능</a> <a href="#">#오픈소스</a></div>',
        c.headline_list(article, articles, "많이 본 기사", "ranking", 5, "most"),
        c.headline_list(article, articles, "관련기사", "related", 3, "rel"), c.comments(article),
        c.script_noise(article), "</div>", c.footer("byeolbit-times")]
    return c.page(article, head, "\n".join(body))


def sori_local(article, articles):
    head = "\n".join(["<title>%s - 소리지역신문</title>" % esc(article["title"]),
                      '<meta name="description" content="%s">' % esc(c.lead_text(article, 80)),
                      '<meta property="og:title" content="%s">' % esc(article["title"])])
    stamp = ""
    if article["published"]:
        year, month, day = c.date_parts(article["published"])[:3]
        stamp = "%s년 %d월 %d일" % (year, int(month), int(day))
    names = "".join("%s 기자 " % esc(a["name"]) for a in article["authors"])
    notice = c.notice_of(article)
    body = [
        c.navigation("sori-local"), '<div class="wrap" id="content">',
        '<p class="util">홈 &gt; %s</p>' % esc(article["section"] or "종합"),
        "<h2 class='tit'>%s</h2>" % esc(article["title"]), subtitles(article, "h3", "stit"),
        '<p class="util"><span class="name">%s</span> <span class="day">%s</span></p>'
        % (names, stamp), c.share_bar(), '<div class="view_con" id="articleBody">',
        paragraphs(article, "div", 2), "</div>",
        '<p class="copy">%s</p>' % esc(notice) if notice else "",
        '<div class="side">소리지역신문은 독자와 함께 만듭니다. 후원 계좌 : 소리은행 000-0000</div>',
        c.headline_list(article, articles, "우리 동네 다른 소식", "related", 4, "local"),
        '<p class="util">이전글 | 다음글 | 목록</p>', c.script_noise(article), "</div>",
        c.footer("sori-local")]
    return c.page(article, head, "\n".join(body))


PAGES = {
    "hanbit-wire": hanbit_wire, "mirae-economy": mirae_economy, "hangang-daily": hangang_daily,
    "saebyeok-it": saebyeok_it, "nuri-portal": nuri_portal, "dasan-broadcast": dasan_broadcast,
    "byeolbit-times": byeolbit_times, "sori-local": sori_local,
}
