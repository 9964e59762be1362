#include "index/query/title.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *query, *title;
    bool is;
} rows[] = {
    {"the words of a title", "딥시크 충격", "딥시크 충격", true},
    {"marks and blanks do not matter", "딥시크 R1 공개", "[속보] “딥시크-R1” 공개…", false},
    {"of the title and of the query", "\"딥시크\" R-1, 공개", "딥 시크R1 공개!", true},
    {"nor do capitals and width", "deepseek ｒ1", "DeepSeek R１", true},
    {"a word more is another title", "딥시크 충격", "딥시크 충격 계속", false},
    {"a word less too", "딥시크 충격", "딥시크", false},
    {"and another order", "충격 딥시크", "딥시크 충격", false},
    {"filters and what is left out are no words", "outlet:가 딥시크 -충격 from:2025", "딥시크",
     true},
    {"title: gives words", "title:\"딥시크 충격\"", "딥시크 충격", true},
    {"one of two words is no title", "딥시크 OR 충격", "딥시크 충격", false},
    {"nor is a word with a star", "딥시*", "딥시", false},
    {"nor a group that matters", "(딥시크 충격) OR 가", "딥시크 충격 가", false},
    {"one that does not, is", "(딥시크 충격)", "딥시크 충격", true},
    {"no words are no title", "outlet:가", "", false},
    {"nor are marks", "?!", "…", false},
};

int main(void)
{
    gisa_query q = {0};
    gisa_buf key = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf_reset(&key);
        WENT(gisa_query_parse(gisa_str_from(rows[i].query), &q, &err), err, rows[i].name);
        WENT(gisa_title_key(&q, &key, &err), err, rows[i].name);
        OK(gisa_title_is(gisa_buf_view(&key), gisa_str_from(rows[i].title)) == rows[i].is,
           rows[i].name);
    }
    gisa_query_clear(&q);
    gisa_buf_clear(&key);
    return test_end();
}
