#include "ingest/page/script_state.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define ONE  "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이라고 한다."
#define TWO  "다른 회사도 같은 방법을 살펴본다. 결과는 다음 달 학회에서 나온다고 한다."
#define HTML "<p>" ONE "</p><p>" TWO "</p>"
#define BODY "<p>" ONE "</p>\n<p>" TWO "</p>\n"
/* The same as a string inside a string of a script. */
#define QUOTED      "{\\\"story\\\":{\\\"title\\\":\\\"여울\\\",\\\"body\\\":\\\"" HTML "\\\"}}"
#define FILL        "/* a script of some length, as pages have them: " ONE TWO " */"
#define STATE(text) "<script>" FILL text "</script>"
#define STORY       "{\"story\":{\"title\":\"여울\",\"body\":\"" HTML "\"}}"

static const struct {
    const char *name, *page, *body, *title; /* body NULL: none */
} rows[] = {
    {"an assignment, with code after it", STATE("window.__INITIAL_STATE__ = " STORY ";go();"), HTML,
     "여울"},
    {"to a variable", STATE("var data=" STORY), HTML, "여울"},
    {"an array is assigned", STATE("window.items = [" STORY "];"), HTML, "여울"},
    {"parsed from a string", STATE("window.s=JSON.parse(\"" QUOTED "\");"), HTML, "여울"},
    {"parsed from one in single quotes", STATE("window.s = JSON.parse('" STORY "')"), HTML, "여울"},
    {"with quotation marks as numbers",
     STATE("s=JSON.parse('{\\u0022title\\u0022:\\x22여울\\u0022,\\u0022body\\u0022:\\u0022" HTML
           "\\u0022}')"),
     HTML, "여울"},
    {"percent-encoded in a string",
     STATE("s = JSON.parse(decodeURIComponent(\"%7B%22title%22%3A%22여울%22%2C%22body%22:%22" HTML
           "%22%7D\"))"),
     HTML, "여울"},
    {"percent-encoding without an end", STATE("s=JSON.parse(decodeURIComponent(\"%7B%2"), NULL,
     NULL},
    {"a script of JSON", "<script type=\"application/json\">" STORY "</script>", HTML, "여울"},
    {"Apollo's cache",
     STATE("window.__APOLLO_STATE__={\"Article:1\":{\"title\":\"여울\",\"body\":\"" HTML
           "\"},\"ROOT_QUERY\":{\"x\":{\"__ref\":\"Article:1\"}}};"),
     HTML, "여울"},
    {"numbers that refer to places",
     "<script id=\"__NUXT_DATA__\" type=\"application/json\">[[\"Reactive\",1],{\"data\":2},"
     "{\"title\":3,\"content\":4},\"여울\",\"" HTML "\"]</script>",
     HTML, "여울"},
    {"numbers that refer to places, from an object on",
     "<script id=\"__NUXT_DATA__\" type=\"application/json\">[{\"data\":1},"
     "{\"title\":2,\"content\":3},\"여울\",\"" HTML "\"]</script>",
     HTML, "여울"},
    {"numbers that refer in a circle",
     "<script type=\"application/json\">[{\"a\":0},[1,1,1,1],[0,1,2,2],\"" HTML "\"]</script>",
     NULL, NULL},
    {"Nuxt's function is not run",
     STATE("window.__NUXT__=(function(a,b){return {data:[{title:a,content:b}]}}(\"여울\",\"" HTML
           "\"));"),
     NULL, NULL},
    {"elements in a flight, over two pushes",
     "<script>self.__next_f.push([1,\"2:[\\\"$\\\",\\\"article\\\",null,{\\\"children\\\":"
     "[[\\\"$\\\",\\\"p\\\",null,{\\\"children\\\":\\\"" ONE "\\\"}],[\\\"$\\\",\\\"p\"])</script>"
     "<script>self.__next_f.push([1,\"\\\",null,{\\\"children\\\":[\\\"" TWO
     "\\\"]}]]}]\\n\"])</script>",
     BODY, ""},
    {"a row of text before one of JSON",
     "<script>self.__next_f.push([1,\"a:T2,xx1:{\\\"title\\\":\\\"여울\\\",\\\"storyHtml\\\":"
     "\\\"" HTML "\\\"}\"])</script>",
     HTML, "여울"},
    {"code alone", STATE("if(a=={b:1}){c({\"d\":1})}"), NULL, NULL},
    {"a string that never ends", STATE("x=JSON.parse(\"{"), NULL, NULL},
    {"a value that never ends", STATE("x={\"a\":{\"b\":["), NULL, NULL},
};

static void test_rows(gisa_prescan *scan, gisa_script_data *d)
{
    gisa_arena arena = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_script_data_reset(d);
        WENT(gisa_prescan_run(scan, gisa_str_from(rows[i].page), &err), err, rows[i].name);
        WENT(gisa_script_state_read(scan, &arena, d, &err), err, rows[i].name);
        SAME_C(d->state_body.n ? gisa_buf_view(&d->state_body) : GISA_NONE, rows[i].body,
               rows[i].name);
        gisa_str title = d->state.headline;
        if (rows[i].body) SAME_C(title.p ? title : GISA_STR(""), rows[i].title, rows[i].name);
    }
    gisa_arena_clear(&arena);
}

/* A hundred thousand openings that lead nowhere take one walk. */
static void test_hostile(gisa_prescan *scan, gisa_script_data *d)
{
    gisa_arena arena = {0};
    gisa_error err = {0};
    gisa_buf page = gisa_buf_make(1 << 24);
    gisa_buf_add_c(&page, "<script>");
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&page, ":{\"a\":JSON.parse(");
    gisa_buf_add_c(&page, "</script>");
    gisa_script_data_reset(d);
    WENT(gisa_prescan_run(scan, gisa_buf_view(&page), &err), err, "a hostile script is scanned");
    WENT(gisa_script_state_read(scan, &arena, d, &err), err, "and read");
    OK(!d->state_body.n, "and holds nothing");
    gisa_buf_clear(&page);
    gisa_arena_clear(&arena);
}

int main(void)
{
    gisa_prescan *scan = gisa_calloc(1, sizeof *scan);
    gisa_script_data d = {0};
    test_rows(scan, &d);
    test_hostile(scan, &d);
    gisa_script_data_clear(&d);
    gisa_prescan_clear(scan);
    gisa_free(scan);
    return test_end();
}
