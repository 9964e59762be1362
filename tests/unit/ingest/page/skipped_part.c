#include "ingest/page/skipped_part.h"

#include "tests/unit/page.h"

#define PROMO "<strong>듣기</strong><p>아침마다 듣는 가온 이야기. 출근길 10분이면 충분합니다.</p>"

static const struct {
    const char *name, *html;
    bool dropped;
} rows[] = {
    {"a part with an end of its own",
     "<section><a href=#end>듣기 건너뛰기</a>" PROMO "<p id=end>듣기 끝</p></section>", true},
    {"in English", "<div><a href=\"#x\">Skip promotion</a>" PROMO "</div><i id=x></i>", true},
    {"a link to a note", "<section><a href=#end>듣기</a>" PROMO "<p id=end>끝</p></section>",
     false},
    {"an end that is nowhere", "<section><a href=#no>듣기 건너뛰기</a>" PROMO "</section>", false},
    {"an end before it", "<p id=end></p><section><a href=#end>듣기 건너뛰기</a>" PROMO "</section>",
     false},
    {"a link to another page",
     "<section><a href=\"/a#end\">듣기 건너뛰기</a>" PROMO "<p id=end>끝</p></section>", false},
    {"most of the text",
     "<a href=#end>듣기 건너뛰기</a>" PROMO PAGE_TEXT PAGE_TEXT "<p id=end>듣기 끝</p>", false},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<div>%s%s%s</div>", PAGE_TEXT, rows[i].html, PAGE_TEXT);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "", html.p, NULL);
        bool there = gisa_str_has(p.article.body, GISA_STR("아침마다 듣는"));
        OK(p.article.body.n && there != rows[i].dropped, rows[i].name);
    }
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
