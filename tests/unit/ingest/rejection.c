#include "ingest/rejection.h"

#include "tests/unit/page.h"

#define SHORT                                                                                      \
    "<p>이 글은 짧지만 한 문단은 된다. 그래서 기사로 친다. 마흔 글자를 넘기면 충분하다.</p>"

static const struct {
    const char *name;
    gisa_str bytes;
    const char *why; /* NULL: read on */
} bytes[] = {
    {"nothing", GISA_STR(""), "an empty file"},
    {"white space", GISA_STR(" \r\n\t "), "an empty file"},
    {"a JPEG", GISA_STR("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0"), "an image (JPEG), not a page"},
    {"a PNG", GISA_STR("\x89PNG\r\n\x1A\n\0\0"), "an image (PNG), not a page"},
    {"a PDF", GISA_STR("%PDF-1.7\n"), "a PDF, not a page"},
    {"a ZIP", GISA_STR("PK\x03\x04\x14"), "a ZIP archive, not a page: unpack it first"},
    {"gzip", GISA_STR("\x1F\x8B\x08\0\0\0\0\0"), "compressed (gzip), not a page: unpack it first"},
    {"text that begins like a bitmap", GISA_STR("BMW가 새 차를 내놓았다."), NULL},
    {"text that begins like a song", GISA_STR("ID3 태그를 읽는 법"), NULL},
    {"a page", GISA_STR("<html>"), NULL},
    {"UTF-16", GISA_STR("\xFF\xFE<\0h\0"), NULL},
};

#define LINK "<li><a href=\"/a/1\">강가의 등대 셋을 다시 칠하고 불을 밝힌다</a></li>"
#define LINKS                                                                                      \
    "<ul>" LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK LINK    \
        LINK LINK LINK LINK LINK "</ul>"

static const struct {
    const char *name, *head, *body, *why; /* NULL: an article */
} pages[] = {
    {"an error page served as a page", "<title>404 Not Found</title>", "<h1>404</h1>" SHORT,
     "an error page: the article is not there"},
    {"a deleted article", "<title>한강일보</title>",
     "<p>삭제된 기사이거나 주소가 바뀌었습니다.</p><p>이용에 불편을 드려 죄송합니다. 첫 화면에서 "
     "다시 "
     "찾아 주시기 바랍니다.</p>",
     "an error page: the article is not there"},
    {"a long article about errors is one", "<title>404 Not Found의 역사</title>",
     PAGE_TEXT PAGE_TEXT "<p>찾을 수 없다는 뜻의 이 숫자는 서버가 페이지를 내주지 못할 때 "
                         "나타난다. 처음에는 방 번호라는 소문이 돌았으나 사실이 아니었다. 지금은 "
                         "누구나 아는 말이 되었고, 이 숫자를 새긴 옷도 팔린다. 통신 규약을 만든 "
                         "이들은 네 자리가 아니라 세 자리면 충분하다고 여겼다.</p><p>숫자의 첫 "
                         "자리는 누구의 잘못인지를 말한다. 넷이면 손님의 잘못이고 다섯이면 주인의 "
                         "잘못이다. 둘째 자리와 셋째 자리는 그 안에서 차례를 매긴 것일 뿐 별다른 "
                         "뜻이 없다.</p>",
     NULL},
    {"a login wall", "", SHORT "<div>로그인이 필요한 서비스입니다.</div>",
     "a login wall: the text is for members"},
    {"a heading that shuts the page, before its offers", "",
     "<h1>회원 전용 콘텐츠입니다</h1>" PAGE_TEXT PAGE_TEXT PAGE_TEXT,
     "a login wall: the text is for members"},
    {"a headline on what members get", "<title>누리AI, 회원 전용 비서를 열다</title>",
     "<h1>누리AI, 회원 전용 비서를 열다</h1>" PAGE_TEXT PAGE_TEXT PAGE_TEXT, NULL},
    {"a wall, by a link to it in a menu", "",
     "<ul><li><a href=\"/m\">유료회원 전용관</a></li></ul>" SHORT, NULL},
    {"a comment box that asks to log in", "",
     SHORT "<div>댓글은 로그인 후 작성할 수 있습니다.</div>", NULL},
    {"a wall far below, after the comments", "",
     SHORT "<h3>댓글 3</h3><div>로그인이 필요한 서비스입니다.</div>", NULL},
    {"a text that its data lock",
     "<script "
     "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}"
     "</script>",
     SHORT, "a login wall: the text is for members"},
    {"a text that its data leave open",
     "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}"
     "</script>",
     SHORT, NULL},
    {"a headline with the words of errors", "<title>찾을 수 없는 서버를 찾아서</title>",
     "<h1>찾을 수 없는 서버를 찾아서</h1>" SHORT, NULL},
    {"a headline that counts 404", "<title>공개 모델에 404억 원</title>",
     "<h1>공개 모델에 404억 원</h1>" SHORT, NULL},
    {"a dated story about them", "<title>404 Not Found</title>",
     "<h1>404 Not Found</h1><div>입력 2025.07.03 14:30</div>" SHORT, NULL},
    {"a brief among links, its hour stated",
     "<title>다리가 열렸다</title>"
     "<meta property=\"article:published_time\" content=\"2025-07-03T14:30:00+09:00\">",
     "<h1>다리가 열렸다</h1><div>" SHORT "</div>" LINKS, NULL},
    {"among links, its hour not stated", "<title>다리가 열렸다</title>",
     "<h1>다리가 열렸다</h1><div>" SHORT "</div>" LINKS, "an index page: mostly links"},
    {"an error page with other stories", "<title>페이지를 찾을 수 없습니다</title>",
     PAGE_TEXT PAGE_TEXT PAGE_TEXT, "an error page: the article is not there"},
    {"one sentence in a box that the page names, with title and day", "<title>값은 반이다</title>",
     "<h1>값은 반이다</h1><div>입력 2025.07.03</div><div id=\"articleBody\"><p>미르AI가 값을 "
     "내렸다.</p></div>",
     NULL},
    {"the same without a day", "<title>값은 반이다</title>",
     "<h1>값은 반이다</h1><div id=\"articleBody\"><p>미르AI가 값을 내렸다.</p></div>",
     "no article text on the page (13 characters)"},
    {"the same in a box without a name", "<title>값은 반이다</title>",
     "<h1>값은 반이다</h1><div>입력 2025.07.03</div><div><p>미르AI가 값을 내렸다.</p></div>",
     "no article text on the page (13 characters)"},
    {"a short article", "", SHORT, NULL},
    {"too little", "", "<p>짧다.</p>", "no article text on the page (3 characters)"},
    {"no text at all", "", "", "no article text on the page (0 characters)"},
};

static void test_pages(page *p)
{
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        gisa_status st = page_html(p, pages[i].head, pages[i].body, NULL);
        EQUAL(st, pages[i].why ? GISA_SKIP : GISA_OK, pages[i].name);
        if (pages[i].why && st == GISA_SKIP)
            SAME_C(gisa_str_from(p->err.text), pages[i].why, pages[i].name);
        if (pages[i].why)
            OK(!p->article.body.p && !p->article.id.p, "a page that is refused has no text, no id");
    }
}

static void test_index(page *p)
{
    gisa_buf body = {0};
    for (int i = 0; i < 30; i++)
        gisa_buf_addf(
            &body, "<li><a href=\"/%d\">미르AI의 새 모델, %d번째 이야기를 들려주다</a></li>", i, i);
    gisa_buf_addf(&body, "<p>%s</p>",
                  "오늘의 소식을 모았다. 아래에서 고르면 된다. 날마다 고쳐 쓴다.");
    gisa_status st = page_html(p, "", body.p, NULL);
    EQUAL(st, GISA_SKIP, "a list of links is no article");
    static const char front[] =
        "<div class=\"list\"><a href=\"/1\">미르AI의 새 모델이 나오다</a></div>"
        "<div class=\"list\"><a href=\"/2\">노래하는 로봇, 남원에 오다</a></div>"
        "<div class=\"list\"><a href=\"/3\">물레방아로 돌리는 서버실</a></div>"
        "<div class=\"foot\"><p>새벽IT 경기도 성남시 분당구 여명로 3 통신판매업 신고 가상-0003 "
        "발행인 임꺽정 편집인 홍판서</p></div>";
    EQUAL(page_html(p, "<title>새벽IT</title>", front, NULL), GISA_SKIP, "nor is a front page");
    SAME_C(gisa_str_from(p->err.text), "an index page: no sentence and no date", "for this reason");
    gisa_extract_opts opts = {.min_body_chars = 500};
    EQUAL(page_html(p, "", PAGE_TEXT, &opts), GISA_SKIP, "the caller's least length is heeded");
    opts.min_body_chars = 5;
    EQUAL(page_html(p, "", "<p>값은 반이다.</p>", &opts), GISA_OK, "and may be small");
    gisa_buf_clear(&body);
}

/* What a refused page states is told all the same. */
static void test_fields(page *p)
{
    EQUAL(page_html(p, "<meta property=\"article:published_time\" content=\"2025-07-03\">",
                    "<h1>미르AI, 값은 반으로</h1><p>홍길동 기자</p>" SHORT
                    "<div>이 기사는 유료 회원만 볼 수 있습니다.</div>",
                    NULL),
          GISA_SKIP, "a wall");
    SAME_C(p->article.title, "미르AI, 값은 반으로", "has a title");
    EQUAL(p->article.published.precision, GISA_PRECISION_DAY, "a day");
    EQUAL(p->article.n_authors, 1, "and an author");
}

int main(void)
{
    page p = {0};
    for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++) {
        gisa_error err = {0};
        gisa_status st = gisa_rejection_check_bytes(bytes[i].bytes, &err);
        EQUAL(st, bytes[i].why ? GISA_SKIP : GISA_OK, bytes[i].name);
        if (bytes[i].why) SAME_C(gisa_str_from(err.text), bytes[i].why, bytes[i].name);
    }
    if (!page_open(&p)) return test_end();
    test_pages(&p);
    test_index(&p);
    test_fields(&p);
    page_close(&p);
    return test_end();
}
