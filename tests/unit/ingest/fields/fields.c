#include "ingest/fields/fields.h"

#include "tests/unit/page.h"

static const struct {
    const char *name, *host, *want;
} keys[] = {
    {"www and a public suffix of two labels", "www.hangang.co.kr", "hangang"},
    {"a suffix of one label", "byeolbit.com", "byeolbit"},
    {"a house whose name is a suffix", "www.co.kr", "www"},
    {"a part of the site", "m.news.hangang.co.kr", "hangang"},
    {"one label", "localhost", "localhost"},
    {"no host", "", ""},
};

#define ORIGINAL "<meta property=\"og:site_name\" content=\"누리포털\">"
#define LINKED                                                                                     \
    PAGE_TEXT "<a href=http://www.hangang.example/7>기사원문</a><p>ⓒ 한강일보, 무단 전재 금지</p>"

typedef struct row {
    const char *name, *url, *head, *body, *want; /* of the field under test */
} row;

static const row outlets[] = {
    {"og:site_name", "", "<meta property=\"og:site_name\" content=\"한강일보\">", PAGE_TEXT,
     "한강일보"},
    {"the name after the title in <title>", "", "<title>값은 반으로 - 한강일보</title>",
     "<h1>값은 반으로</h1>" PAGE_TEXT, "한강일보"},
    {"JSON-LD's publisher", "",
     "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"값은 반으로\","
     "\"publisher\":{\"name\":\"한강일보\"}}</script>",
     PAGE_TEXT, "한강일보"},
    {"the notice of rights, where nothing else does", "", "",
     PAGE_TEXT "<p>저작권자 © 한강일보 무단전재 및 재배포 금지</p>", "한강일보"},
    {"the site before the notice", "", "<meta property=\"og:site_name\" content=\"한강일보\">",
     PAGE_TEXT "<p>저작권자 © 누리일보 무단전재 및 재배포 금지</p>", "한강일보"},
    {"the notice on a page that links to its original", "", ORIGINAL, LINKED, "한강일보"},
    {"but not on one of the same site", "http://www.hangang.example/7", ORIGINAL, LINKED,
     "누리포털"},
    {"the head before the notice", "",
     ORIGINAL "<meta name=\"article:media_name\" content=\"별빛신문\">", LINKED, "별빛신문"},
    {"nobody says it", "", "", PAGE_TEXT, ""},
};

static const row sections[] = {
    {"article:section", "", "<meta property=\"article:section\" content=\"경제\">", PAGE_TEXT,
     "경제"},
    {"the last crumb", "", "",
     "<div>홈 &gt; 산업 &gt; 인공지능</div><h1>값은 반으로</h1><div>" PAGE_TEXT "</div>",
     "인공지능"},
    {"an arrow in the text is no crumb", "", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT "<p>홈 화면에서 설정 &gt; 언어를 누르면 된다고 회사는 "
     "설명했다.</p></div>",
     ""},
};

static const row canonicals[] = {
    {"a canonical address", "", "<link rel=\"canonical\" href=\"http://a.example/1\">", PAGE_TEXT,
     "http://a.example/1"},
    {"a front page is no article's address", "",
     "<link rel=\"canonical\" href=\"http://a.example/\"><meta property=\"og:url\" "
     "content=\"http://a.example/2\">",
     PAGE_TEXT, "http://a.example/2"},
    {"a path alone is none", "", "<link rel=\"canonical\" href=\"/1\">", PAGE_TEXT, ""},
    {"the host without a path is none", "", "<link rel=\"canonical\" href=\"http://a.example\">",
     PAGE_TEXT, ""},
};

static const row langs[] = {
    {"Korean by its letters, whatever the page states", "",
     "<meta name=\"language\" content=\"en\">", PAGE_TEXT, "ko"},
};

static const row keys_of_pages[] = {
    {"the host names the outlet", "http://www.nogaek.co.kr/1", "", PAGE_TEXT, "nogaek"},
    {"without an address the name is the key", "",
     "<meta property=\"og:site_name\" content=\"한강일보\">", PAGE_TEXT, "한강일보"},
    {"a portal's author field names the outlet", "http://portal.example/1",
     "<meta property=\"og:article:author\" content=\"한강일보 | 누리포털\">", PAGE_TEXT,
     "한강일보"},
};

static const row vias[] = {
    {"a page that links to its original elsewhere", "http://portal.example/1", ORIGINAL, LINKED,
     "누리포털"},
    {"a page that links to its own original", "http://www.hangang.example/7", ORIGINAL, LINKED, ""},
    {"a site that is the notice's outlet", "",
     "<meta property=\"og:site_name\" content=\"한강일보\">", LINKED, ""},
    {"a portal's author field names the portal", "http://portal.example/1",
     "<meta property=\"og:article:author\" content=\"한강일보 | 누리포털\">", PAGE_TEXT,
     "누리포털"},
    {"a page of its own has none", "http://a.example/1", "", PAGE_TEXT, ""},
};

static void run(page *p, const row *rows, size_t n, size_t field)
{
    for (size_t i = 0; i < n; i++) {
        gisa_extract_opts opts = {.url = gisa_str_from(rows[i].url)};
        if (!WENT(page_html(p, rows[i].head, rows[i].body, &opts), p->err, rows[i].name)) continue;
        gisa_str got;
        memcpy(&got, (const char *)&p->article + field, sizeof got);
        SAME_C(page_shown(got), rows[i].want, rows[i].name);
    }
}

#define RUN(rows, field)                                                                           \
    run(&p, rows, sizeof(rows) / sizeof((rows)[0]), offsetof(gisa_article, field))

static const struct {
    const char *name, *text;
    size_t ends;
} stops[] = {
    {"a sentence", "비가 왔다. 눈도 왔다.", 2},
    {"points of a date", "입력 2026. 11. 19. 18:20", 0},
    {"American clocks", "Nov 20, 2026 4:37 p.m. and 9 a.m.", 0},
    {"a point within a word", "a.example 1.5", 0},
    {"marks of other kinds", "정말? 그래!", 2},
    {"none", "", 0},
};

int main(void)
{
    page p = {0};
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        EQUAL(gisa_sentence_ends(gisa_str_from(stops[i].text)), stops[i].ends, stops[i].name);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        SAME_C(page_shown(gisa_outlet_key(gisa_str_from(keys[i].host))), keys[i].want,
               keys[i].name);
    if (!page_open(&p)) return test_end();
    RUN(outlets, outlet_name);
    RUN(sections, section);
    RUN(canonicals, canonical_url);
    RUN(langs, lang);
    RUN(keys_of_pages, outlet);
    RUN(vias, via);
    page_close(&p);
    return test_end();
}
