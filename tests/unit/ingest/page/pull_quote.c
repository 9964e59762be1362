#include "ingest/page/pull_quote.h"

#include "tests/unit/page.h"

#define SAID    "<p>“손이 시려야 종이가 살아나는 거지요.” 나루 장인은 언 손을 녹이며 웃었다.</p>"
#define SAID_IN "\n“손이 시려야 종이가 살아나는 거지요.” 나루 장인은 언 손을 녹이며 웃었다."

static const struct {
    const char *name, *html, *kept;
} rows[] = {
    {"a box of its own, with a name below",
     "<div><p>“손이 시려야 종이가 살아나는 거지요”</p><p>나루 장인</p></div>", ""},
    {"a blockquote without marks",
     "<blockquote><p>손이 시려야 종이가 살아나는 거지요</p></blockquote>", ""},
    {"and a name in its line",
     "<blockquote>\"손이 시려야 종이가 살아나는 거지요\"<cite>나루 장인</cite></blockquote>", ""},
    {"with a name below it",
     "<blockquote><p>손이 시려야 종이가 살아나는 거지요</p><cite>나루 장인</cite></blockquote>",
     ""},
    {"a paragraph named so", "<p class=pull-quote>“손이 시려야 종이가 살아나는 거지요”</p>", ""},
    {"cut into lines", "<div class=pq><q>손이 시려야<br>종이가 살아나는<br>거지요</q></div>", ""},
    {"in a box named so, without marks",
     "<div class=v-quote><p>손이 시려야 종이가 살아나는 거지요</p></div>", ""},
    {"a paragraph of speech that is set in another way",
     "<p class=big>“손이 시려야 종이가 살아나는 거지요.”</p>", ""},
    {"one that is set as the text stays", "<p>“손이 시려야 종이가 살아나는 거지요.”</p>",
     "\n“손이 시려야 종이가 살아나는 거지요.”"},
    {"one that ends no sentence is a subhead",
     "<p class=big>“손이 시려야 종이가 살아나는 거지요”</p>",
     "\n“손이 시려야 종이가 살아나는 거지요”"},
    {"in other words, where its box is named so",
     "<div class=pull>“손이 시려야만 종이는 살아나는 거지요” 나루 장인은 웃으며 말했다</div>", ""},
    {"other words in a box without a name stay",
     "<div><p>“손이 시려야만 종이는 살아나는 거지요” 나루 장인은 웃으며 말했다</p></div>",
     "\n“손이 시려야만 종이는 살아나는 거지요” 나루 장인은 웃으며 말했다"},
    {"a box to the right stays", "<div class=pull-right><p>손이 시려야 종이가 살아나는</p></div>",
     "\n손이 시려야 종이가 살아나는"},
    {"other words stay", "<div><p>“발이 시려야 종이가 살아나는 거지요”</p></div>",
     "\n“발이 시려야 종이가 살아나는 거지요”"},
    {"a subhead stays", "<h3>“손이 시려야 종이가 살아나는 거지요”</h3>",
     "\n“손이 시려야 종이가 살아나는 거지요”"},
    {"so does one that is no heading",
     "<div class=subhead>“손이 시려야 종이가 살아나는 거지요”</div>",
     "\n“손이 시려야 종이가 살아나는 거지요”"},
    {"words that are no speech stay", "<div><p>손이 시려야 종이가 살아나는</p></div>",
     "\n손이 시려야 종이가 살아나는"},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf want = {0};
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<h1>미르AI, 새 모델 공개</h1><div>%s%s%s</div>", PAGE_TEXT,
                      rows[i].html, SAID);
        gisa_buf_addf(&want, "%s%s%s", PAGE_BODY, rows[i].kept, SAID_IN);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>미르AI, 새 모델 공개</title>", html.p, NULL);
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
        gisa_buf_clear(&want);
    }
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
