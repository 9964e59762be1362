#include "tests/unit/page.h"

#define STAMP(t) "<meta property=\"article:published_time\" content=\"" t "\">"
#define LATER(t) "<meta property=\"article:modified_time\" content=\"" t "\">"

static const struct {
    const char *name, *url, *head, *above, *published, *modified;
} rows[] = {
    {"the head's stamp", "", STAMP("2025-02-03T04:37:00+09:00"), "", "2025-02-03T04:37:00+09:00",
     ""},
    {"printed with a label", "", "", "<div>입력 2025.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"printed without a label", "", "", "<div>2025.02.03 04:37</div>", "2025-02-03T04:37:00+09:00",
     ""},
    {"a label in the line above", "", "", "<div>등록</div><div>2025.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"both printed", "", "", "<div>입력 2025.02.03 04:37 수정 2025.02.03 05:10</div>",
     "2025-02-03T04:37:00+09:00", "2025-02-03T05:10:00+09:00"},
    {"changed, as printed first", "", "", "<div>수정 2025.02.03 05:10 입력 2025.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", "2025-02-03T05:10:00+09:00"},
    {"Seoul's clock that is stamped as UTC", "", STAMP("2025-02-03T04:37:12Z"),
     "<div>입력 2025.02.03 04:37</div>", "2025-02-03T04:37:12+09:00", ""},
    {"a stamp that really is UTC", "", STAMP("2025-02-02T19:37:12Z"),
     "<div>입력 2025.02.03 04:37</div>", "2025-02-03T04:37:12+09:00", ""},
    {"a stamp of the day gets its minute from print", "", STAMP("2025-02-03"),
     "<div>입력 2025.02.03 04:37</div>", "2025-02-03T04:37:00+09:00", ""},
    {"the print of another day does not touch it", "", STAMP("2025-02-03"),
     "<div>입력 2025.02.05 04:37</div>", "2025-02-03", ""},
    {"the date follows who wrote and where", "", "",
     "<div>Ada Quillfeather | Senior Writer | July 2, 2025</div>", "2025-07-02", ""},
    {"a date far into the line is another's", "", "",
     "<div>The river club keeps its boats in the old hall and meets there, last on July 2, "
     "2025</div>",
     "", ""},
    {"a name of the head that few use", "", "<meta name=published-date content=2025-02-03>", "",
     "2025-02-03", ""},
    {"a later change", "", STAMP("2025-02-03T04:37:00+09:00") LATER("2025-02-03T05:10:00+09:00"),
     "", "2025-02-03T04:37:00+09:00", "2025-02-03T05:10:00+09:00"},
    {"a change at the same time is none", "",
     STAMP("2025-02-03T04:37:00+09:00") LATER("2025-02-03T04:37:00+09:00"), "",
     "2025-02-03T04:37:00+09:00", ""},
    {"a change before it is none", "",
     STAMP("2025-02-03T04:37:00+09:00") LATER("2025-02-01T00:00:00+09:00"), "",
     "2025-02-03T04:37:00+09:00", ""},
    {"the day of the address, when nobody else knows", "http://a.example/2025/02/03/1.html", "", "",
     "2025-02-03", ""},
    {"the stamp goes before the address", "http://a.example/2025/02/03/1.html",
     STAMP("2025-02-04T04:37:00+09:00"), "", "2025-02-04T04:37:00+09:00", ""},
    {"slashes and square brackets", "", "", "<div>기사입력 : 2025/02/03 [04:37]</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"labels glued to their dates", "", "",
     "<div>입력2025.02.03. 오후 4:37수정2025.02.03. 오후 5:10가가</div>",
     "2025-02-03T16:37:00+09:00", "2025-02-03T17:10:00+09:00"},
    {"a word of boards", "", "", "<div>게시일 2025년 2월 3일 16:37</div>",
     "2025-02-03T16:37:00+09:00", ""},
    {"a year of two digits after a label", "", "", "<div>등록 25.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"after a label of its own line", "", "", "<div>등록일</div><div>25.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"with a time it needs no label", "", "", "<div>25.02.03 04:37</div>",
     "2025-02-03T04:37:00+09:00", ""},
    {"before another with a label", "", "",
     "<div>25.02.03 04:37 ㅣ 최종 업데이트 25.02.03 05:10</div>", "2025-02-03T04:37:00+09:00",
     "2025-02-03T05:10:00+09:00"},
    {"without one it is a number", "", "", "<div>25.02.03</div>", "", ""},
    {"and among other words", "", "", "<div>25.02.03 04:37 버스</div>", "", ""},
    {"a label after a word that begins like it", "", "",
     "<div>작성자 나루 조회 7 작성일 25.02.03 04:37</div>", "2025-02-03T04:37:00+09:00", ""},
    {"the day of the paper, below the title", "", "",
     "<div>[제4321호] 2025-02-03 월요일 12면</div>", "2025-02-03", ""},
    {"a date that is a link to its day", "", "", "<p><a href=/2025/02/03>2월 3, 2025</a></p>",
     "2025-02-03", ""},
    {"a link with a date is another story", "", "",
     "<p><a href=/n/7>새 다리 놓는다 2025.02.03</a></p>", "", ""},
    {"a line of labels that ends like a sentence", "", "",
     "<p>Published : Feb 3, 2025 4:37 p.m. Updated : Feb 4, 2025 9:00 a.m. by the desk of our "
     "newsroom in Seoul</p>",
     "2025-02-03T16:37:00+09:00", "2025-02-04T09:00:00+09:00"},
    {"how long ago, with the date in its title", "", "",
     "<p><span title='2025-02-03 04:37:00'>9일 전</span></p>", "2025-02-03T04:37:00+09:00", ""},
    {"a title of anything else", "", "", "<p><span title='2025-02-03 04:37'>나루 소식</span></p>",
     "", ""},
    {"an English label may be followed by the month", "", "", "<div>Posted 03/02/25</div>", "", ""},
    {"the end of the day is the next one", "", "", "<div>송고 2025-02-03 24:00</div>",
     "2025-02-04T00:00:00+09:00", ""},
    {"labels that follow", "", "", "<div>2025.02.03 04:37 입력 2025.02.03 05:10 수정</div>",
     "2025-02-03T04:37:00+09:00", "2025-02-03T05:10:00+09:00"},
    {"a change that is glued to the first date", "", "",
     "<div>2025-02-03Updated on: 2025-02-05</div>", "2025-02-03", "2025-02-05"},
    {"only when it was changed", "", LATER("2025-02-05T10:00:00+09:00"), "", "",
     "2025-02-05T10:00:00+09:00"},
    {"printed so", "", "", "<div>최종수정 2025.02.05 10:00</div>", "", "2025-02-05T10:00:00+09:00"},
    {"a stamp of another day in a surer place", "",
     STAMP("2025-02-03") "<meta name=\"pubdate\" content=\"2025-02-05T10:00\">", "", "2025-02-03",
     ""},
    {"a stamp that is none", "", STAMP("yesterday"), "", "", ""},
    {"nobody knows", "", "", "", "", ""},
};

#define TITLE "<h1>미르AI, 새 모델 값은 반으로</h1>"
#define TEXT  "<div class=\"x\">" PAGE_TEXT "</div>"

static const struct {
    const char *name, *body, *published, *modified;
} places[] = {
    {"the day of the page above the title, the article's below it",
     "<div>2025.11.29 (토)</div>" TITLE "<div>2025-07-03 14:30</div>" TEXT,
     "2025-07-03T14:30:00+09:00", ""},
    {"the day of the page alone", "<div>2025.11.29 (토)</div>" TITLE TEXT, "", ""},
    {"with the weekday in full", "<div>2025년 11월 29일 토요일</div>" TITLE TEXT, "", ""},
    {"a date just above the title, and none below", "<div>2025.07.03 14:30</div>" TITLE TEXT,
     "2025-07-03T14:30:00+09:00", ""},
    {"a date in the head of the site", "<div class=\"topbar\">2025.11.29 10:00</div>" TITLE TEXT,
     "", ""},
    {"when the site was changed",
     "<div>최종편집 2025-11-29 18:25</div>" TITLE "<div>입력 2025.07.03 14:30</div>" TEXT,
     "2025-07-03T14:30:00+09:00", ""},
    {"the title is printed again between date and text",
     TITLE
     "<div>입력 2025.07.03 14:30</div><p>크게</p><p>작게</p><p>인쇄</p><p>공유</p><p>닫기</p><p>"
     "복사</p><p>확인</p><p>취소</p><p>이전</p><p>다음</p><p>목록</p><p>추천</p><p>번역</p><p>"
     "신고</p><p>댓글</p><p>광고</p>" TITLE TEXT,
     "2025-07-03T14:30:00+09:00", ""},
    {"a comment", TITLE TEXT "<div class=\"cmt\">독자1 2025.07.09 10:00 좋은 기사네요.</div>", "",
     ""},
    {"a comment with a label", TITLE TEXT "<h3>댓글 1</h3><div>독자1 작성일 2025.07.09 10:00</div>",
     "", ""},
    {"a card of another story",
     TITLE TEXT "<div><a href=\"/9\">새벽시 의회 예산안 통과하다</a><div>입력 2025.07.01 "
                "10:00</div></div>",
     "", ""},
    {"a card, and the article's own date without a label",
     TITLE "<div>2025-07-03 14:30</div>" TEXT "<div>입력 2025.07.01 10:00</div>",
     "2025-07-03T14:30:00+09:00", ""},
    {"a labelled date right after the text", TITLE TEXT "<div>기사입력 2025.07.03 14:30</div>",
     "2025-07-03T14:30:00+09:00", ""},
    {"the founding of the outlet, in a line of facts",
     TITLE TEXT "<div>등록번호 서울 아00000 등록일 2010.01.01 발행인 최참판</div>", "", ""},
    {"time elements of a ticker, the article and another story",
     "<ul><li><time datetime=\"2025-11-28T08:00+09:00\">11.28</time> <a href=\"/1\">남원시 "
     "예산안이 "
     "통과되었다</a></li></ul>" TITLE
     "<p><time datetime=\"2025-07-03T14:30+09:00\">7.3</time></p>" TEXT
     "<h3>더 읽기</h3><p><time datetime=\"2025-07-01T10:00+09:00\">7.1</time></p>",
     "2025-07-03T14:30:00+09:00", ""},
    {"only another story's",
     TITLE TEXT "<h3>더 읽기</h3><p><time "
                "datetime=\"2025-07-01T10:00+09:00\">7.1</time></p>",
     "", ""},
    {"a labelled one far below",
     TITLE TEXT "<h3>글 정보</h3><p>발행</p><p><time "
                "datetime=\"2025-07-01T10:00+09:00\">7.1</time></p>",
     "2025-07-01T10:00:00+09:00", ""},
    {"the founding of the outlet",
     TITLE TEXT "<div id=\"footer\">등록번호 서울 아00000 등록일 2010.01.01</div>", "", ""},
};

static void test_places(page *p)
{
    char text[GISA_TIME_CHARS];
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (!WENT(page_html(p, "", places[i].body, NULL), p->err, places[i].name)) continue;
        SAME_C(page_time(&p->article.published, text), places[i].published, places[i].name);
        SAME_C(page_time(&p->article.modified, text), places[i].modified, places[i].name);
    }
}

#define ENGLISH                                                                                    \
    "<p>The library bought five old computers and taught them to translate letters. The "          \
    "villagers "                                                                                   \
    "send them to grandchildren in four countries.</p><p>The keeper says that they laugh "         \
    "together "                                                                                    \
    "at every mistake, and mend it together too, before the letter is sent.</p>"

static const struct {
    const char *name, *stamp, *above, *published;
} abroad[] = {
    {"an English page keeps the zone it states", "2025-02-02T22:37:00-05:00", "",
     "2025-02-02T22:37:00-05:00"},
    {"and UTC", "2025-02-02T22:37:00.000Z", "", "2025-02-02T22:37:00+00:00"},
    {"what it prints by its own clock does not move it", "2025-02-02T22:37:00-05:00",
     "<div>Published February 2, 2025 10:37 PM</div>", "2025-02-02T22:37:00-05:00"},
    {"without a zone it has Korea's clock and its own day", "2025-02-02T22:37:00", "",
     "2025-02-02T22:37:00+09:00"},
};

static void test_abroad(page *p)
{
    gisa_buf head = {0}, body = {0};
    char text[GISA_TIME_CHARS];
    for (size_t i = 0; i < sizeof abroad / sizeof abroad[0]; i++) {
        gisa_buf_reset(&head);
        gisa_buf_reset(&body);
        gisa_buf_addf(&head, STAMP("%s"), abroad[i].stamp);
        gisa_buf_addf(&body, "<h1>A library that translates</h1>%s<div>%s</div>", abroad[i].above,
                      ENGLISH);
        if (!WENT(page_html(p, head.p, body.p, NULL), p->err, abroad[i].name)) continue;
        SAME_C(page_time(&p->article.published, text), abroad[i].published, abroad[i].name);
    }
    gisa_buf_clear(&head);
    gisa_buf_clear(&body);
}

int main(void)
{
    page p = {0};
    gisa_buf body = {0};
    char text[GISA_TIME_CHARS];
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_extract_opts opts = {.url = gisa_str_from(rows[i].url)};
        gisa_buf_reset(&body);
        gisa_buf_addf(&body,
                      "<h1>미르AI, 새 모델 값은 반으로</h1>%s<div>%s<p>회사는 2025년 1월 "
                      "1일 문을 열었다고 소개했다.</p></div>",
                      rows[i].above, PAGE_TEXT);
        if (!WENT(page_html(&p, rows[i].head, body.p, &opts), p.err, rows[i].name)) continue;
        SAME_C(page_time(&p.article.published, text), rows[i].published, rows[i].name);
        SAME_C(page_time(&p.article.modified, text), rows[i].modified, rows[i].name);
    }
    test_places(&p);
    test_abroad(&p);
    gisa_buf_clear(&body);
    page_close(&p);
    return test_end();
}
