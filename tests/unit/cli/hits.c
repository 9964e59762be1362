#include "cli/hits.h"

#include "cli/screen.h"
#include "tests/unit/test.h"

#define T(text)                                                                                    \
    {                                                                                              \
        text, sizeof text - 1                                                                      \
    }

enum { MARCH_4 = 1741046400 }; /* 2025-03-04, 9 in the morning in Korea */

static gisa_span mark = {0, 6};
static gisa_str four[] = {T("가람"), T("나루"), T("다솜"), T("라온")};
static gisa_hit both[] = {
    {.id = T("0001"),
     .score = 1.23456,
     .title = T("등대가 켜졌다"),
     .title_marks = &mark,
     .n_title_marks = 1,
     .outlet = T("naru"),
     .outlet_name = T("나루일보"),
     .section = T("섬"),
     .url = T("http://naru.example/1"),
     .published = {MARCH_4, GISA_PRECISION_MINUTE, 0},
     .snippet = T("등대 불빛이 보인다."),
     .marks = &mark,
     .n_marks = 1,
     .authors = four,
     .n_authors = 4,
     .copies = 2},
    {.id = T("0002"), .outlet = T("dari"), .authors = four, .n_authors = 3, .copies = 1},
};
static const gisa_hits hits = {.items = both, .n = 2};

static void test_layout(void)
{
    hits_layout usual = {0}, some = {0}, all = {0};
    gisa_str bad = GISA_NONE;
    OK(hits_layout_parse(NULL, &usual, &bad) && !usual.chosen, "no list is the usual fields");
    EQUAL(usual.n_fields, 10, "which end");
    EQUAL(usual.fields[9], HITS_AUTHORS, "with the authors");
    OK(hits_layout_parse(" title ,copies", &some, &bad) && some.chosen, "a list is read");
    EQUAL(some.n_fields, 2, "of two fields");
    OK(some.fields[0] == HITS_TITLE && some.fields[1] == HITS_COPIES, "in its order");
    OK(!hits_layout_parse("id,colour,title", &(hits_layout){0}, &bad), "an unknown name is bad");
    SAME_C(bad, "colour", "and told");
    OK(hits_layout_parse("id,id,id,id,id,id,id,id,id,id,id,id,id,id,id,id", &all, &bad),
       "a list may have as many fields as there are");
    OK(!hits_layout_parse("id,id,id,id,id,id,id,id,id,id,id,id,id,id,id,id,title",
                          &(hits_layout){0}, &bad),
       "and no more");
}

static const struct {
    const char *name, *fields, *want;
    cli_format format;
    bool line_only, color;
} rows_of[] = {
    {"readers get a headline, where and when, and the sentence", NULL,
     " 1. 등대가 켜졌다\n"
     "    나루일보  가람, 나루, 다솜 and 1 more  2025-03-04 09:00  0001  and 2 copies\n"
     "    등대 불빛이 보인다.\n"
     " 2. (no title)\n"
     "    dari  가람, 나루, 다솜  no date  0002  and 1 copy\n",
     CLI_TABLE, false, false},
    {"after the query when there are several", NULL,
     "7: 등대\n"
     " 1. 등대가 켜졌다\n"
     "    나루일보  가람, 나루, 다솜 and 1 more  2025-03-04 09:00  0001  and 2 copies\n"
     "    등대 불빛이 보인다.\n"
     " 2. (no title)\n"
     "    dari  가람, 나루, 다솜  no date  0002  and 1 copy\n",
     CLI_TABLE, true, false},
    {"in colour the words of the query are marked", NULL,
     " 1. \033[1m\033[1;33m등대\033[0m\033[1m가 켜졌다\033[0m\n"
     "    \033[2m나루일보  가람, 나루, 다솜 and 1 more  2025-03-04 09:00  0001  and 2 "
     "copies\033[0m\n"
     "    \033[1;33m등대\033[0m 불빛이 보인다.\033[0m\n"
     " 2. \033[1m(no title)\033[0m\n"
     "    \033[2mdari  가람, 나루, 다솜  no date  0002  and 1 copy\033[0m\n",
     CLI_TABLE, false, true},
    {"chosen fields are a table", "rank,score,title,section",
     "rank   score  title          section\n"
     "   1  1.2346  등대가 켜졌다  섬\n"
     "   2       0                 \n",
     CLI_TABLE, false, false},
    {"programs get all that is asked for",
     "query,rank,id,score,title,outlet,published,url,snippet,outlet_name,section,copies,authors",
     "{\"query\":\"등대\",\"rank\":1,\"id\":\"0001\",\"score\":1.2346,\"title\":\"등대가 켜졌다\","
     "\"outlet\":\"naru\",\"published\":\"2025-03-04T09:00:00+09:00\","
     "\"url\":\"http://naru.example/1\",\"snippet\":\"등대 불빛이 보인다.\","
     "\"outlet_name\":\"나루일보\",\"section\":\"섬\",\"copies\":2,"
     "\"authors\":[\"가람\",\"나루\",\"다솜\",\"라온\"]}\n"
     "{\"query\":\"등대\",\"rank\":2,\"id\":\"0002\",\"score\":0,\"title\":null,"
     "\"outlet\":\"dari\",\"published\":null,\"url\":null,\"snippet\":null,"
     "\"outlet_name\":null,\"section\":null,\"copies\":1,\"authors\":[\"가람\",\"나루\",\"다솜\"]}"
     "\n",
     CLI_JSON, false, false},
    {"and the line of a query when there are several", "query,id",
     "{\"query\":7,\"id\":\"0001\"}\n{\"query\":7,\"id\":\"0002\"}\n", CLI_JSON, true, false},
    {"CSV has a head, and authors in one cell", "query,copies,author",
     "query,copies,authors\r\n등대,2,가람 | 나루 | 다솜 | 라온\r\n"
     "등대,1,가람 | 나루 | 다솜\r\n",
     CLI_CSV, false, false},
};

static void test_print(void)
{
    for (size_t i = 0; i < sizeof rows_of / sizeof *rows_of; i++) {
        cli c = {.columns = 80, .color = rows_of[i].color};
        hits_layout layout = {.format = rows_of[i].format, .line_only = rows_of[i].line_only};
        gisa_buf out = {0}, shown = {0};
        gisa_str bad;
        screen_begin(&c);
        OK(hits_layout_parse(rows_of[i].fields, &layout, &bad), "the fields are known");
        hits_print_head(&layout, &out);
        hits_print(&c, &layout, GISA_STR("등대"), 7, &hits, &out);
        screen_add(&c, layout.format, gisa_buf_view(&out), &shown);
        SAME_C(gisa_buf_view(&shown), rows_of[i].want, rows_of[i].name);
        gisa_buf_clear(&out);
        gisa_buf_clear(&shown);
    }
}

static void test_entry(void)
{
    const cli c = {.columns = 80};
    gisa_buf out = {0};
    hits_add_entry(
        &c, &(hits_entry){.rank = 12, .hit = &both[0], .address = true, .note = "changed"}, &out);
    SAME_C(
        gisa_buf_view(&out),
        "12. 등대가 켜졌다\n"
        "    나루일보  가람, 나루, 다솜 and 1 more  2025-03-04 09:00  0001  and 2 copies  changed\n"
        "    http://naru.example/1\n"
        "    등대 불빛이 보인다.\n",
        "an entry may have an address and a note");
    gisa_buf_reset(&out);
    hits_add_entry(&c, &(hits_entry){.rank = 1, .hit = &both[1], .address = true}, &out);
    SAME_C(gisa_buf_view(&out),
           " 1. (no title)\n    dari  가람, 나루, 다솜  no date  0002  and 1 copy\n",
           "without an address there is no line for it");
    gisa_buf_reset(&out);
    const gisa_hit wide = {
        .id = T("0003"), .title = T("가나다라 마바사아 자차카타"), .outlet = T("x")};
    hits_add_entry(&c, &(hits_entry){.rank = 1, .hit = &wide, .columns = 28}, &out);
    SAME_C(gisa_buf_view(&out), " 1. 가나다라 마바사아\n    자차카타\n    x  no date  0003\n",
           "what is wider than the terminal goes on below");
    gisa_buf_reset(&out);
    hits_add_time(&(gisa_time){MARCH_4, GISA_PRECISION_DAY, 0}, &out);
    SAME_C(gisa_buf_view(&out), "2025-03-04", "a day is a day");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_layout();
    test_print();
    test_entry();
    return test_end();
}
