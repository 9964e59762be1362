#include "ingest/page/byline_end.h"

#include "ingest/page/tree.h"
#include "tests/unit/test.h"

#define TEXT "나루시는 시립도서관 다섯 곳에 열람 도우미를 들여놓았다고 12일 밝혔다."

static const struct {
    const char *name, *text, *byline;
    bool parted;
} rows[] = {
    {"a name with its role", TEXT, " 이라온 기자", true},
    {"and an address", TEXT, " 이라온 기자 raon@naru.example", true},
    {"after a place", TEXT, " 나루=이라온 기자 raon@naru.example", true},
    {"an address after a slash", TEXT, " /raon@naru.example", true},
    {"without white space", TEXT, "/raon@naru.example", true},
    {"an address alone", TEXT, " raon@naru.example", true},
    {"in brackets", TEXT, "(이라온 기자 raon@naru.example)", true},
    {"after speech", "나루시는 이렇게 물었다. “열람 도우미는 밤에도 일하나?”", " 이라온 기자",
     true},
    {"a short sentence before it stays", TEXT " 비가 왔다.", " /raon@naru.example", true},
    {"white space between", TEXT, "  이라온 기자", true},
    {"a caption is one line", "시민들이 열람 도우미를 살펴보고 있다.", " 이라온 기자", false},
    {"whom to ask is part of the text", TEXT, " 문의 raon@naru.example", false},
    {"no byline", TEXT, " 도우미는 밤에도 일한다.", false},
    {"no sentence before it", "나루시는 시립도서관에 열람 도우미를", " 이라온 기자", false},
    {"a byline alone", "", "이라온 기자", false},
};

static void test_ends(const gisa_line_rules *rules, gisa_line_match *match)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf line = {0};
        gisa_buf_addf(&line, "%s%s", rows[i].text, rows[i].byline);
        size_t spaces = strspn(rows[i].byline, " ");
        EQUAL(gisa_byline_end_find(rules, match, gisa_buf_view(&line)),
              rows[i].parted ? strlen(rows[i].text) + spaces : 0, rows[i].name);
        gisa_buf_clear(&line);
    }
}

static void test_parts(const gisa_line_rules *rules, gisa_line_match *match)
{
    static const char page[] = "<p>첫 줄</p><p>" TEXT " 이라온 기자</p><figcaption>" TEXT
                               " 이라온 기자</figcaption><h2>" TEXT " 이라온 기자</h2><p>" TEXT
                               " /raon@naru.example</p><p>끝 줄</p>";
    static const char *const want[] = {"첫 줄",
                                       TEXT,
                                       "이라온 기자",
                                       TEXT " 이라온 기자",
                                       TEXT " 이라온 기자",
                                       TEXT,
                                       "/raon@naru.example",
                                       "끝 줄"};
    gisa_tree t = {0};
    gisa_lines l = {0};
    gisa_error err = {0};
    gisa_tree_parse(&t, gisa_str_from(page), NULL);
    gisa_lines_collect(&l, &t, 0, NULL);
    WENT(gisa_bylines_part(&l, rules, match, &err), err, "lines are parted");
    EQUAL(l.n, sizeof want / sizeof *want, "captions and headings are not");
    for (size_t i = 0; i < l.n && i < sizeof want / sizeof *want; i++)
        SAME_C(gisa_line_text(&l, i), want[i], "in order");
    EQUAL(l.items[1].ends, 1, "the sentence is counted with its part");
    EQUAL(l.items[2].ends, 0, "and not with the byline");
    gisa_lines_clear(&l);
    gisa_tree_clear(&t);
}

int main(void)
{
    gisa_line_rules *rules = NULL;
    gisa_line_match *match = NULL;
    gisa_error err = {0};
    if (!WENT(gisa_line_rules_open(&rules, &err), err, "rules open")) return test_end();
    if (WENT(gisa_line_match_open(&match, &err), err, "a match opens")) {
        test_ends(rules, match);
        test_parts(rules, match);
    }
    gisa_line_match_close(match);
    gisa_line_rules_close(rules);
    return test_end();
}
