#include "ingest/fields/fields.h"
#include "tests/unit/page.h"

static const struct {
    const char *name, *head, *body, *want;
} rows[] = {
    {"the heading that <title> begins with", "<title>미르AI, 값은 반으로 - 한강일보</title>",
     "<h1>미르AI, 값은 반으로</h1>", "미르AI, 값은 반으로"},
    {"the site's name before it", "<title>한강일보 :: 미르AI, 값은 반으로</title>",
     "<h2>미르AI, 값은 반으로</h2>", "미르AI, 값은 반으로"},
    {"the heading is the section, og:title the title",
     "<title>미르AI, 값은 반으로 | 한강일보</title><meta property=\"og:title\" content=\"미르AI, "
     "값은 반으로\">",
     "<h1>경제</h1>", "미르AI, 값은 반으로"},
    {"a separator that belongs to the title",
     "<title>가온-1 : 작은 모델의 반격</title><meta property=\"og:title\" content=\"가온-1 : 작은 "
     "모델의 반격\">",
     "<h1>가온-1 : 작은 모델의 반격</h1>", "가온-1 : 작은 모델의 반격"},
    {"escaped twice", "<meta property=\"og:title\" content=\"&amp;quot;값은 반&amp;quot; 선언\">",
     "<h1>\"값은 반\" 선언</h1>", "\"값은 반\" 선언"},
    {"as it is printed, not as the head has it",
     "<meta property=\"og:title\" content=\"'값은 반' 선언\">", "<h1>‘값은 반’ 선언</h1>",
     "‘값은 반’ 선언"},
    {"the site's name alone is no title",
     "<title>한강일보</title><meta property=\"og:site_name\" content=\"한강일보\">",
     "<h1>한강일보</h1><h2>미르AI, 값은 반으로</h2>", "미르AI, 값은 반으로"},
    {"<title> alone, without the site",
     "<title>미르AI, 값은 반으로 - 한강일보</title><meta property=\"og:site_name\" "
     "content=\"한강일보\">",
     "", "미르AI, 값은 반으로"},
    {"the head is written for search engines, the only h1 for readers",
     "<title>값이 반이 된 미르AI 모델</title><meta property=\"og:title\" content=\"값이 반이 된 "
     "미르AI "
     "모델\">",
     "<h1>미르AI 모델 값은 이제 반으로</h1>", "미르AI 모델 값은 이제 반으로"},
    {"an h1 that shares no words with the head is another thing",
     "<title>미르AI, 값은 반으로</title><meta property=\"og:title\" content=\"미르AI, 값은 "
     "반으로\">",
     "<h1>오늘 하루만 열리는 특별 할인</h1>", "미르AI, 값은 반으로"},
    {"of several h1 the one that the head knows best",
     "<title>Old computers learn to translate letters | Naru</title>",
     "<h1>Naru Daily News</h1><h1>How old computers learn to translate letters</h1><h1>Letters to "
     "the editor</h1>",
     "How old computers learn to translate letters"},
    {"a short last part after a bar, where no site is named",
     "<title>Old computers learn to translate | Naru Daily</title><meta property=\"og:title\" "
     "content=\"Old computers learn to translate | Naru Daily\">",
     "", "Old computers learn to translate"},
    {"a long last part belongs to it",
     "<title>Old computers translate | Five of them and a keeper</title>", "",
     "Old computers translate | Five of them and a keeper"},
    {"a logo in an h1, a contact in a heading, the title in <title>",
     "<title>미르AI, 값은 반으로-경제ㅣ한강일보</title>",
     "<h1><a href=\"/\">한강일보</a></h1><h2>광고문의 02-000-0000</h2><h3>홈 &gt; 경제</h3>",
     "미르AI, 값은 반으로"},
    {"an address in a heading", "<title>한강일보</title>",
     "<h3>독자투고 desk@a.example</h3><div><b>미르AI, 값은 반으로</b></div><div>입력 "
     "2025.07.03</div>",
     "미르AI, 값은 반으로"},
    {"a line above the date, when the head has only the site",
     "<title>한강일보</title><meta property=\"og:title\" content=\"한강일보\">",
     "<div>홈 &gt; 경제</div><div><b>미르AI, 값은 반으로</b></div><div>홍길동 기자 "
     "2025.07.03</div>",
     "미르AI, 값은 반으로"},
    {"no title rather than the site's name", "<title>한강일보</title>", "", ""},
    {"no title anywhere", "", "", ""},
};

static const struct {
    const char *name, *text, *want;
} escapes[] = {
    {"a named character", "&quot;값&quot;", "\"값\""},
    {"numbers", "&#8216;값&#8217;", "‘값’"},
    {"a hexadecimal number", "&#x2018;값&#X2019;", "‘값’"},
    {"the apostrophe", "&apos;&#39;&#x27;", "'''"},
    {"names differ by case", "&Auml;&auml;&Prime;&prime;", "Ää″′"},
    {"the first name and the last", "&AElig;&zwnj;", "Æ\u200C"},
    {"a name in a longer one", "&thetasym;&theta;&thet;", "ϑθ&thet;"},
    {"an ellipsis", "값은&hellip;", "값은…"},
    {"resolved once", "&amp;quot;", "&quot;"},
    {"an ampersand alone", "R&D 예산", "R&D 예산"},
    {"a name that nobody knows", "&gisa;", "&gisa;"},
    {"no end", "&quot", "&quot"},
    {"a number that is no character", "&#0;&#55296;&#1114112;", "&#0;&#55296;&#1114112;"},
    {"nothing", "", ""},
};

static const struct {
    const char *name, *a, *b;
    bool want;
} same[] = {
    {"marks do not count", "‘값은 반’ 선언", "\"값은 반\" 선언", true},
    {"spaces do not count", "값은 반", "값은반", true},
    {"case does not count", "GPU", "gpu", true},
    {"letters count", "값은 반", "값은 번", false},
    {"a beginning is not the same", "값은 반", "값은 반으로", false},
    {"nothing is the same as marks", "", "…", true},
};

int main(void)
{
    page p = {0};
    gisa_arena arena = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf body = {0};
        gisa_buf_addf(&body, "%s<div>%s</div>", rows[i].body, PAGE_TEXT);
        if (WENT(page_html(&p, rows[i].head, body.p, NULL), p.err, rows[i].name))
            SAME_C(page_shown(p.article.title), rows[i].want, rows[i].name);
        gisa_buf_clear(&body);
    }
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        gisa_str got;
        OK(gisa_html_unescape(gisa_str_from(escapes[i].text), &arena, &got) >= 0, escapes[i].name);
        SAME_C(page_shown(got), escapes[i].want, escapes[i].name);
    }
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        EQUAL(gisa_same_letters(gisa_str_from(same[i].a), gisa_str_from(same[i].b)), same[i].want,
              same[i].name);
    gisa_arena_clear(&arena);
    page_close(&p);
    return test_end();
}
