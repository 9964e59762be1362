#include "ingest/fields/writer_box.h"

#include "tests/unit/page.h"

static const struct {
    const char *name, *body, *want; /* the authors of the page */
} rows[] = {
    {"a card of a person",
     "<p><span class=\"author vcard\"><a class=\"url fn\" href=/a/1>소만리</a></span><a "
     "href=#r>댓글 남기기</a></p>",
     "소만리"},
    {"a link to the author", "<ul><li><a rel=author href=/a/1><span>오소리</span></a></li></ul>",
     "오소리"},
    {"microdata", "<p><span itemprop=author><b itemprop=name>길마루</b></span> 닷새 전</p>",
     "길마루"},
    {"a box named for its writer", "<div class=article-writer>모시란(시인)</div>", "모시란"},
    {"an English byline without by",
     "<p><span class=byline>María Núñez-Ruiz</span> • <time>20 November</time></p>",
     "María Núñez-Ruiz"},
    {"two in a box", "<p class=reporter><b>문소담</b><b>길마루</b></p>", "문소담|길마루"},
    {"links to pages of who writes",
     "<div><a href=/staff/1>Gil Da-on</a>, <a href=/staff/2>Noor Haddad</a></div>",
     "Gil Da-on|Noor Haddad"},
    {"a link that only ends so", "<div><a href=/staff>Gil Da-on</a></div>", ""},
    {"other words in the box", "<p class=author><span>구독</span><span>시인</span></p>", ""},
    {"a desk in the box", "<p class=byline>편집국</p>", ""},
    {"the outlet in the box", "<p class=byline>느린걸음</p>", ""},
    {"a word that only begins so", "<p class=authority>소만리</p>", ""},
    {"a box of another name", "<p class=place>소만리</p>", ""},
};

int main(void)
{
    page p = {0};
    gisa_buf body = {0}, got = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&body);
        gisa_buf_addf(&body, "<h1>값은 이제 반으로</h1>%s<div>%s</div>", rows[i].body, PAGE_TEXT);
        WENT(page_html(&p,
                       "<title>값은 이제 반으로</title><meta property=og:site_name "
                       "content=느린걸음>",
                       gisa_buf_view(&body).p, NULL),
             p.err, rows[i].name);
        SAME_C(page_authors(&p.article, &got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&body);
    gisa_buf_clear(&got);
    page_close(&p);
    return test_end();
}
