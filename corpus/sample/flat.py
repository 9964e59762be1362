"""Pages as users paste them: one line an element, with every widget between the words."""

import chrome as c


def rankings(article, articles, count):
    return [o["title"] for o in c.others(article, articles, "flat", count)]


def onse_economy(article, articles):
    """Byline block above, captions glued and then bracketed, dialogs of the comments below."""
    lines = ["닫기", "", "온세상경제", "", article["title"], ""]
    lines += article["subtitle"] or []
    lines += ["", "기자정보, 기사등록일"]
    lines += ["%s 기자" % a["name"] for a in article["authors"]]
    if article["published"]:
        lines.append("입력 " + article["published"][:16].replace("T", " "))
    lines += ["    도구모음", "  • 글자크기 설정", "  • 공유", "  • 인쇄"]
    for caption in article["captions"]:
        lines += [caption + "이미지 확대보기", caption]
    lines += ["", ""]
    for para in article["body"]:
        lines += [para, " "]
    if article["authors"] and article["authors"][0].get("email"):
        first = article["authors"][0]
        lines += ["", "%s 온세상경제 기자 %s" % (first["name"], first["email"])]
    if c.notice_of(article):
        lines += ["", c.notice_of(article)]
    lines += ["", "좋아요0", "화나요0", "슬퍼요0", "추가취재 원해요0", "", "0개의 댓글", "0 / 300", "",
              "로그인 후 댓글작성이 가능합니다.", "로그인 하시겠습니까?", "", "닫기", ""]
    for dialog in c.DIALOGS[1:]:
        lines += [dialog, "", "닫기", ""]
    lines += ["신고사유", "0 / 100", "닫기", "", "실시간 인기"]
    lines += rankings(article, articles, 4)
    return lines + ["기사 이미지 확대 보기", "닫기"]


def token_plaza(article, articles):
    """Tool bar above, a summary, the headline twice as alternative text, counters below."""
    lines = ["토픽", "", "맨위로 가기"]
    lines += ["  • %s %s" % (w, w) for w in ("공유", "댓글", "추천", "스크랩", "인쇄", "글자크기")]
    lines += ["링크 복사 완료 링크가 복사되었습니다.", "", article["title"], "", "프로필"]
    lines += ["%s 기자" % a["name"] for a in article["authors"]]
    if article["published"]:
        lines.append(c.dotted(article["published"]))
    lines += ["댓글 0", "좋아요 %d" % c.pick_number(article["name"], "likes", 9), ""]
    lines += (article["subtitle"] or []) + [""]
    alt = " %s / TokenPlaza" % article["title"]
    lines += [alt, "", alt.strip(), ""]
    for caption in article["captions"]:
        lines += [caption, caption, ""]
    for para in article["body"]:
        lines += [para, ""]
    if c.notice_of(article):
        lines += [c.notice_of(article), ""]
    lines += ["광고문의 기사제보 보도자료", "", "많이 본 기사"]
    lines += rankings(article, articles, 3)
    lines += ["", "관련된 다른 기사", "", "댓글", "", "0", "", "추천", "",
              str(c.pick_number(article["name"], "up", 5)), "", "스크랩", "", "데일리 도장", "",
              "오늘의 도장을 찍어 보세요!", "", "댓글 문구 추천", "",
              "좋은기사 감사해요 후속기사 원해요 쉽게 설명해 줘서 좋아요", "", "0/1000", "등록"]
    return lines


FLAT = {"onse-economy": onse_economy, "token-plaza": token_plaza}
