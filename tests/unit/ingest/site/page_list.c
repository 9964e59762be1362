#include "ingest/site/page_list.h"

#include "tests/unit/test.h"

int main(void)
{
    static const struct {
        const char *url;
        uint64_t number; /* 0: it is none of its pages */
    } rows[] = {
        {"http://a.example/list/7?s=1", 7},   {"http://a.example/list/07?s=1", 7},
        {"http://a.example/list/?s=1", 0},    {"http://a.example/list/x?s=1", 0},
        {"http://a.example/list/7?s=2", 0},   {"http://b.example/list/7?s=1", 0},
        {"http://a.example/list/7/8?s=1", 0}, {"http://a.example/list?s=1", 0},
    };
    gisa_page_list list;
    gisa_buf out = {0};
    uint64_t number;
    OK(!gisa_page_list_find(GISA_STR("http://a.example/list"), &list), "most addresses are one");
    OK(!gisa_page_list_number(&list, GISA_STR("7"), &number), "of no list");
    OK(gisa_page_list_find(GISA_STR("http://a.example/list/%7Bpage%7D?s=1"), &list),
       "a place for a number");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        number = 0;
        bool of = gisa_page_list_number(&list, gisa_str_from(rows[i].url), &number);
        EQUAL(of, rows[i].number != 0, rows[i].url);
        if (of) EQUAL(number, rows[i].number, rows[i].url);
    }
    gisa_page_list_put(&list, 12, &out);
    SAME_C(gisa_buf_view(&out), "http://a.example/list/12?s=1", "is where it goes");
    gisa_buf_clear(&out);
    return test_end();
}
