"""What surrounds an article on a Korean press page: the outlets, their names, and the noise."""

import hashlib
import html
import json

OUTLETS = {
    "hanbit-wire": {
        "name": "한빛통신", "charset": "utf-8", "feed": "rss.xml",
        "menu": ["최신기사", "정치", "경제", "산업", "IT·과학", "사회", "세계", "포토"],
        "company": "(주)한빛통신 | 서울특별시 중구 등대로 11 | 등록번호 가상-00011 | 발행인 홍판서",
    },
    "mirae-economy": {
        "name": "미래경제신문", "charset": "utf-8", "feed": "rss/allArticle.xml",
        "menu": ["전체기사", "경제", "금융", "산업", "IT", "부동산", "오피니언", "기획"],
        "company": "미래경제신문 | 서울특별시 영등포구 앞날길 20, 7층 | 제호 : 미래경제신문"
                   " | 청소년보호책임자 : 옹고집 | 등록번호 : 가상-20113",
    },
    "hangang-daily": {
        "name": "한강일보", "charset": "cp949", "feed": "rss/news.xml",
        "menu": ["뉴스홈", "정치", "사회", "경제", "문화", "지역", "사설·칼럼", "PDF보기"],
        "company": "한강일보사 서울 마포구 나루터로 5 대표전화 02-000-0000 편집국 02-000-0001",
    },
    "saebyeok-it": {
        "name": "새벽IT", "charset": "utf-8", "feed": "rss.xml",
        "menu": ["AI", "클라우드", "보안", "반도체", "스타트업", "개발자", "리뷰"],
        "company": "(주)새벽미디어 | 경기도 성남시 분당구 여명로 3 | 통신판매업 신고 가상-0003",
    },
    "nuri-portal": {
        "name": "누리포털 뉴스", "charset": "utf-8", "feed": None,
        "menu": ["언론사별", "정치", "경제", "사회", "생활/문화", "IT/과학", "세계", "랭킹"],
        "company": "누리포털 뉴스서비스 이용약관 · 개인정보처리방침 · 책임의 한계와 법적고지",
    },
    "dasan-broadcast": {
        "name": "다산방송", "charset": "utf-8", "feed": "atom.xml",
        "menu": ["뉴스홈", "다산뉴스9", "경제", "사회", "IT·과학", "국제", "제보하기", "편성표"],
        "company": "다산방송 | 경기도 남양주시 목민로 1836 | 시청자상담실 1588-0000",
    },
    "byeolbit-times": {
        "name": "별빛타임스", "charset": "utf-8", "feed": "feed/rss.xml",
        "menu": ["홈", "테크", "사이언스", "비즈", "피플", "오피니언", "뉴스레터"],
        "company": "(주)별빛타임스 | 대전광역시 유성구 은하로 7 | 인터넷신문 등록 가상-00777",
    },
    "sori-local": {
        "name": "소리지역신문", "charset": "utf-8", "feed": None,
        "menu": ["종합", "시정", "의회", "교육", "농업", "문화", "사람들", "독자투고"],
        "company": "소리지역신문 | 전북 남원시 광한길 55 | 구독·광고 063-000-0000",
    },
    "onse-economy": {
        "name": "온세상경제", "charset": "utf-8", "feed": None, "menu": [],
        "company": "온세상경제 | 서울특별시 종로구 온누리길 9",
    },
    "token-plaza": {
        "name": "토큰광장", "charset": "utf-8", "feed": None, "menu": [],
        "company": "토큰광장 | 서울특별시 강남구 너른마당길 2",
    },
}

FLAT_SITES = ("onse-economy", "token-plaza")
PORTAL = "nuri-portal"

STYLE = """body{font-family:'Nanum Gothic',sans-serif;margin:0;color:#222;line-height:1.7}
a{color:#24406b;text-decoration:none}.gnb{background:#16325c;padding:8px 20px}.gnb a{color:#fff;
margin-right:14px;font-size:14px}.wrap{max-width:900px;margin:0 auto;padding:16px}
h1,h2,h3.heading{line-height:1.35}.side{background:#f5f6f8;padding:10px 16px;margin:18px 0}
.util{color:#777;font-size:13px}.util li{display:inline-block;margin-right:8px}
.foot{border-top:1px solid #ddd;color:#888;font-size:12px;padding:14px 20px;margin-top:30px}
figure{margin:14px 0;background:#eceff4;padding:8px}figure .ph{height:180px;background:#cfd8e6}
figcaption,.cap{font-size:13px;color:#666}.layer{display:none}.cmt{border-top:2px solid #16325c}"""

SHARE = ["페이스북", "엑스(X)", "카카오톡", "밴드", "URL복사"]
FONT_SIZES = ["아주 작게", "작게", "보통", "크게", "아주 크게"]

DIALOGS = [
    "로그인 후 댓글작성이 가능합니다. 로그인 하시겠습니까?",
    "댓글을 삭제 하시겠습니까?",
    "이미 추천하신 댓글입니다.",
    "신고가 접수되었습니다. 운영자가 살펴본 뒤 처리합니다.",
    "이 이용자의 댓글을 더는 보지 않으시겠습니까?",
]


def esc(text):
    """Escapes text for an HTML element or a double-quoted attribute."""
    return html.escape(text, quote=True)


def pick_number(name, salt, limit):
    """Returns a number below limit that depends on the names alone."""
    digest = hashlib.sha256((salt + "/" + name).encode("utf-8")).digest()
    return int.from_bytes(digest[:4], "big") % limit


def domain(site):
    return site + ".example"


def url_of(article):
    return "http://" + domain(article["site"]) + article["path"]


def others(article, articles, salt, count):
    """Chooses other articles for a headline list, those of the same outlet first."""
    def order(other):
        foreign = other["site"] != article["site"] and salt != "ranking"
        return (foreign, hashlib.sha256((salt + article["name"] + other["name"]).encode()).hexdigest())
    rest = [a for a in articles if a["name"] != article["name"] and a["title"] != article["title"]
            and a["site"] not in FLAT_SITES and a["name"][-11:-5] <= article["name"][-11:-5]]
    return sorted(rest, key=order)[:count]


def href(article, other):
    """Links within the site by path and across sites by host."""
    return other["path"] if other["site"] == article["site"] else url_of(other)


def headline_list(article, articles, heading, salt, count, css):
    chosen = others(article, articles, salt, count)
    if not chosen:
        return ""
    rows = "\n".join('<li><a href="%s">%s</a></li>' % (esc(href(article, o)), esc(o["title"]))
                     for o in chosen)
    return '<div class="%s side"><strong>%s</strong>\n<ul>\n%s\n</ul></div>' % (css, heading, rows)


def navigation(site):
    outlet = OUTLETS[site]
    links = " ".join('<a href="/index.html#s%d">%s</a>' % (i, esc(m))
                     for i, m in enumerate(outlet["menu"]))
    return ('<div id="skip"><a href="#content">본문 바로가기</a></div>\n'
            '<div class="gnb"><a href="/index.html"><b>%s</b></a> %s\n'
            '<a href="#">로그인</a> <a href="#">회원가입</a></div>' % (esc(outlet["name"]), links))


def share_bar():
    rows = "".join('<li><button type="button" data-sns="%d">%s</button></li>' % (i, s)
                   for i, s in enumerate(SHARE))
    sizes = "".join('<li><button type="button">가 <span>%s</span></button></li>' % s
                    for s in FONT_SIZES)
    return ('<div class="util"><ul class="share"><li>공유하기</li>%s</ul>'
            '<ul class="fontsize"><li>글자크기 설정</li>%s</ul>'
            '<ul><li><button>스크랩</button></li><li><button>프린트</button></li>'
            '<li><button>기사 듣기</button></li></ul></div>' % (rows, sizes))


def comments(article):
    layers = "\n".join('<div class="layer dialog"><p>%s</p><button>확인</button>'
                       '<button>닫기</button></div>' % d for d in DIALOGS)
    likes = pick_number(article["name"], "likes", 40)
    return ('<section class="cmt" id="comment"><div class="like"><button>좋아요 <em>%d</em></button>'
            '<button>훈훈해요 <em>0</em></button><button>후속기사 원해요 <em>%d</em></button></div>\n'
            '<h4>댓글 <span>0</span>개의 댓글</h4>\n'
            '<textarea placeholder="댓글을 입력해 주세요."></textarea><span>0 / 300</span>\n'
            '<button>등록</button><ul><li>최신순</li><li>공감순</li></ul>\n'
            '<p class="none">첫 번째 댓글을 남겨 보세요.</p>\n%s</section>'
            % (likes, likes // 3, layers))


def reporter_box(article):
    rows = []
    for author in article["authors"]:
        mail = author.get("email")
        link = ' <a href="mailto:%s">%s</a>' % (mail, mail) if mail else ""
        rows.append('<div class="journalist"><b>%s 기자</b>%s <button>구독</button> '
                    '<a href="#">다른 기사 보기</a></div>' % (esc(author["name"]), link))
    return "\n".join(rows)


def footer(site):
    outlet = OUTLETS[site]
    return ('<div class="foot"><ul class="util"><li>회사소개</li><li>기사제보</li><li>광고문의</li>'
            '<li>개인정보처리방침</li><li>고충처리</li></ul>\n<p>%s</p>\n'
            '<p>Copyright ⓒ %s All rights reserved.</p></div>'
            % (esc(outlet["company"]), esc(outlet["name"])))


def script_noise(article):
    """An advertising and counting script, as pages carry them, which does nothing."""
    return ('<script>var _pv=_pv||[];_pv.push(["art","%s"]);(function(w,d){w.adSlots=w.adSlots||[];'
            'if(w.adSlots.length>9){d.title="<p>광고</p>";}})(window,document);</script>'
            % article["name"])


def notice_of(article):
    return (article.get("rights") or {}).get("notice")


def byline(article):
    return ", ".join(a["name"] for a in article["authors"])


def lead_text(article, limit=110):
    for para in article["body"]:
        if len(para) > 30:
            return para if len(para) <= limit else para[:limit] + "..."
    return article["title"]


def json_ld(article, body=None):
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url_of(article)},
        "headline": article["title"], "description": lead_text(article),
        "publisher": {"@type": "NewsMediaOrganization", "name": OUTLETS[article["site"]]["name"]},
    }
    if article["published"]:
        data["datePublished"] = article["published"]
    if article["modified"] or article["published"]:
        data["dateModified"] = article["modified"] or article["published"]
    if article["authors"]:
        data["author"] = [{"@type": "Person", "name": a["name"]} for a in article["authors"]]
    if body:
        data["articleBody"] = body
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return '<script type="application/ld+json">\n%s\n</script>' % text


def open_graph(article, suffix):
    tags = [("og:type", "article"), ("og:title", article["title"] + suffix),
            ("og:url", url_of(article)), ("og:site_name", OUTLETS[article["site"]]["name"]),
            ("og:description", lead_text(article)),
            ("og:image", "http://%s/img/share.png" % domain(article["site"]))]
    if article["published"]:
        tags.append(("article:published_time", article["published"]))
    if article["modified"]:
        tags.append(("article:modified_time", article["modified"]))
    if article.get("section"):
        tags.append(("article:section", article["section"]))
    return "\n".join('<meta property="%s" content="%s">' % (k, esc(v)) for k, v in tags)


def is_subhead(para):
    return para[:1] in "■◇◆□▲" and len(para) < 60


def figure(caption, twice=False):
    again = '<p class="cap">%s</p>' % esc(caption) if twice else ""
    return ('<figure><div class="ph" role="img" aria-label="%s"></div>'
            '<span class="zoom">이미지 확대보기</span><figcaption>%s</figcaption></figure>%s'
            % (esc(caption), esc(caption), again))


def date_parts(stamp):
    """Returns year, month, day, hour, minute as strings; the last two None for a bare date."""
    if len(stamp) == 10:
        return stamp[:4], stamp[5:7], stamp[8:10], None, None
    return stamp[:4], stamp[5:7], stamp[8:10], stamp[11:13], stamp[14:16]


def dotted(stamp, gap=" "):
    year, month, day, hour, minute = date_parts(stamp)
    text = "%s.%s.%s" % (year, month, day)
    return text if hour is None else "%s%s%s:%s" % (text, gap, hour, minute)


def page(article_or_site, head, body, lang="ko", charset="utf-8"):
    declared = "euc-kr" if charset == "cp949" else charset
    meta = ('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'
            if declared == "euc-kr" else '<meta charset="utf-8">')
    return ('<!DOCTYPE html>\n<html lang="%s">\n<head>\n%s\n%s\n<style>\n%s\n</style>\n</head>\n'
            '<body>\n%s\n</body>\n</html>\n' % (lang, meta, head, STYLE, body))
