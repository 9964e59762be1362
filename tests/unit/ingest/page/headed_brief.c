#include "ingest/page/headed_brief.h"

#include "tests/unit/page.h"

#define ROW   "<li><a href=/1>나루에서 들려온 소식을 전해 드려요</a></li>"
#define ROWS  ROW ROW ROW ROW ROW ROW ROW ROW
#define LIST  "<ul>" ROWS ROWS ROWS "</ul>"
#define TITLE "<h1>나루 다리 밤부터 다시 열려</h1>"
#define DATE  "<p>2026.11.20 18:02</p>"
#define TEXT  "나루시는 20일 밤 9시부터 나루 다리를 다시 연다고 밝혔다."

static const struct {
    const char *name, *html;
    bool found;
} rows[] = {
    {"below its title and date", TITLE DATE "<p>" TEXT "</p>" LIST, true},
    {"below a title in bold",
     "<p><b>나루 다리 밤부터 다시 열려</b></p>" DATE "<p>" TEXT "</p>" LIST, true},
    {"without a date", TITLE "<p>" TEXT "</p>" LIST, false},
    {"below another heading", TITLE DATE "<h2>나루 소식</h2><p>" TEXT "</p>" LIST, false},
    {"below a title that is a link",
     "<h1><a href=/2>나루 다리 밤부터 다시 열려</a></h1>" DATE "<p>" TEXT "</p>" LIST, false},
    {"a date alone", TITLE DATE LIST, false},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        page_html(&p, "<title>나루 다리 밤부터 다시 열려 - 나루일보</title>", rows[i].html, NULL);
        SAME_C(page_shown(p.article.body), rows[i].found ? TEXT : "", rows[i].name);
    }
    page_close(&p);
    return test_end();
}
