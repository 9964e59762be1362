#include "ingest/fields/printed_title.h"

#include "tests/unit/page.h"

#define SITE  "<title>한강문화원</title>"
#define NAMED "<title>미르AI, 값은 반으로 | 한강일보</title>"
#define SLOGAN                                                                                                  \
    "<title>밝은 세상 여는 바른 눈</title><meta property=\"og:title\" content=\"밝은 세상 여는 " \
    "바른 눈\">"
#define MENU "<ul><li><a href=/1>재단 소식</a></li><li><a href=/2>자료</a></li></ul>"

static const struct {
    const char *name, *head, *body, *want;
} rows[] = {
    {"a heading above the date, where the head names the site", SITE,
     "<h2>재단 소식</h2><h4>미르AI, 값은 반으로</h4><p>2026.11.20</p>", "미르AI, 값은 반으로"},
    {"a heading that a menu has too is a section", SITE,
     MENU "<h2>재단 소식</h2><h4>미르AI, 값은</h4><p>2026.11.20</p>", "미르AI, 값은"},
    {"what a table says of itself is none", SITE,
     "<table><caption>재단 소식 상세보기</caption><tr><th colspan=4>미르AI, 값은 "
     "반으로</th></tr><tr><th>작성일</th><td>2026.11.20</td><th>조회</th><td>12</td></tr></table>",
     "미르AI, 값은 반으로"},
    {"a section after a mark that a menu has",
     "<title>미르AI, 값은 반으로 내려 &gt; 재단 소식</title>",
     MENU "<h2>미르AI, 값은 반으로 내려 &gt; 재단 소식</h2><p>2026.11.20</p>",
     "미르AI, 값은 반으로 내려"},
    {"words after a mark that no menu has", "<title>미르AI, 값은 반으로 &gt; 모두 놀라</title>",
     MENU "<h2>미르AI, 값은 반으로 &gt; 모두 놀라</h2><p>2026.11.20</p>",
     "미르AI, 값은 반으로 > 모두 놀라"},
    {"a greeting of the site", "<title>한강일보에 오신 것을 환영합니다</title>",
     "<div><b>미르AI, 값은 반으로</b></div><p>2026.11.20</p>", "미르AI, 값은 반으로"},
    {"a heading that links to itself", "<title>소식지 - 한강 주민자치회</title>",
     "<h2><a href=/7>미르AI, 값은 반으로</a></h2><p>2026.11.20</p>", "미르AI, 값은 반으로"},
    {"but not one among other stories", "<title>한강일보</title>",
     "<h3><a href=/7>다른 소식 하나가 있다</a></h3><h3>미르AI, 값은 반으로</h3><p>2026.11.20</p>",
     "미르AI, 값은 반으로"},
    {"a heading in the sidebar is none", SITE,
     "<aside><h2>가장 먼저 읽을 소식</h2></aside><div><b>미르AI, 값은 반으로</b></div>"
     "<p>2026.11.20</p>",
     "미르AI, 값은 반으로"},
    {"bold above the date before plain", "<title>소식</title>",
     "<p>새 모델 이야기 모음</p><p><b>미르AI, 값은 반으로</b></p><p>2026.11.20</p>",
     "미르AI, 값은 반으로"},
    {"a caption of a table is none", SITE,
     "<table><caption>소식 글보기 화면</caption><tr><td class=subject>미르AI, 값은 "
     "반으로</td></tr><tr><td>2026.11.20</td></tr></table>",
     "미르AI, 값은 반으로"},
    {"the name of the site is where links lead to the front page",
     "<title>한강가든 - 사람과 물을 잇다</title>",
     "<a href=/>한강가든</a><p class=tit>미르AI, 값은 반으로</p><p>2026.11.20</p>",
     "미르AI, 값은 반으로"},
    {"of two h1 that the head has, the one before its site",
     "<title>Old computers learn letters – The Naru Herald</title><meta name=\"twitter:title\" "
     "content=\"Old computers learn letters\">",
     "<h1>The Naru Herald</h1><h1>Old computers learn letters</h1>", "Old computers learn letters"},
    {"a slogan that the page does not print", SLOGAN,
     "<h2>미르AI, 값은 반으로</h2><p>2026.11.20</p>", "미르AI, 값은 반으로"},
    {"another title that the page prints is one", SLOGAN,
     "<p>밝은 세상 여는 바른 눈</p><h2>미르AI, 값은 반으로</h2><p>2026.11.20</p>",
     "밝은 세상 여는 바른 눈"},
    {"without a date a heading is not sure enough", SLOGAN, "<h2>미르AI, 값은 반으로</h2>",
     "밝은 세상 여는 바른 눈"},
    {"a short title that is the heading", "<title>값은 반으로</title>",
     "<h1>값은 반으로</h1><h2>미르AI의 새 모델 나오다</h2><p>2026.11.20</p>", "값은 반으로"},
    {"what a line prints of a title in the head", "<title>값은 반으로-모델ㅣ한강 소식</title>",
     "<div>값은 이제 반으로</div>", "값은 반으로-모델ㅣ한강 소식"},
    {"a line that is a part of it", "<title>미르AI 값은 반으로_한강 모음</title>",
     "<div>미르AI 값은 반으로</div>", "미르AI 값은 반으로"},
    {"in brackets before it", "<title>[한강모음] 미르AI ‘값은 반으로’</title>",
     "<div>미르AI ‘값은 반으로’</div>", "미르AI ‘값은 반으로’"},
    {"a part that ends inside a sentence is none",
     "<title>미르AI 값은 반으로, 속도는 두 배</title>", "<div>미르AI 값은 반으로</div>",
     "미르AI 값은 반으로, 속도는 두 배"},
    {"the number of the page after it", "<title>미르AI 값은 반으로 (1/2) - 한강</title>",
     "<div>제목 | 미르AI 값은 반으로</div>", "미르AI 값은 반으로"},
    {"cut by an ellipsis", "<meta property=\"og:title\" content=\"미르AI, 값은 반…\">",
     "<h2>미르AI, 값은 반으로</h2>", "미르AI, 값은 반으로"},
    {"cut by points", "<meta property=\"og:title\" content=\"미르AI, 값은 반...\">",
     "<p>미르AI, 값은 반으로</p>", "미르AI, 값은 반으로"},
    {"an ellipsis of its own", "<meta property=\"og:title\" content=\"미르AI, 값은 반…\">",
     "<h2>미르AI, 값은 반…</h2><p>미르AI, 값은 반으로</p>", "미르AI, 값은 반…"},
    {"cut without a mark",
     "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"미르AI, 값은 "
     "반\"}</script>",
     "<h2>미르AI, 값은 반으로</h2>", "미르AI, 값은 반으로"},
    {"a kind before the title in its heading", NAMED,
     "<h1><span>연구성과</span> 미르AI, 값은 반으로</h1>", "미르AI, 값은 반으로"},
    {"a deck in its heading", NAMED,
     "<h1>미르AI, 값은 반으로<small>속도는 두 배로 빨라졌다</small></h1>", "미르AI, 값은 반으로"},
    {"a kind in brackets that the head has too",
     "<meta property=\"og:title\" content=\"[단독] 미르AI, 값은 반으로\">",
     "<h1><i>단독</i> 미르AI, 값은 반으로 <a>댓글 3</a></h1>", "[단독] 미르AI, 값은 반으로"},
    {"a heading of parts that the head knows whole",
     "<title>미르AI 값은 반으로 속도는 두 배</title>",
     "<h1>미르AI 값은 반으로<br>속도는 두 배</h1>", "미르AI 값은 반으로 속도는 두 배"},
};

int main(void)
{
    page p = {0};
    gisa_buf body = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&body);
        gisa_buf_add_c(&body, rows[i].body);
        gisa_buf_add_c(&body, PAGE_TEXT);
        WENT(page_html(&p, rows[i].head, gisa_buf_view(&body).p, NULL), p.err, rows[i].name);
        SAME_C(page_shown(p.article.title), rows[i].want, rows[i].name);
    }
    EQUAL(gisa_title_words(GISA_STR("값은 ‘반’ … - 3으로")), 3, "marks are no words");
    gisa_buf_clear(&body);
    page_close(&p);
    return test_end();
}
