#include "ingest/page/script.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* Prose of over 200 bytes, the least that a flight chunk's body has. */
#define PROSE                                                                                                                       \
    "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다. 다른 회사도 같은 방법을 " \
    "살펴본다. 결과는 다음 달 학회에서 나온다. 자료는 연구소 누리집에 있다."
#define LD(json)     "<script type=application/ld+json>" json "</script>"
#define NEXT(json)   "<script id=__NEXT_DATA__>" json "</script>"
#define FLIGHT(text) "<script>self.__next_f.push([1,\"" text "\"])</script>"

static const struct {
    const char *name, *page;
    const char *ld_title, *ld_body, *state_title, *state_body; /* NULL: empty */
} rows[] = {
    {"an article in JSON-LD", LD("{\"@type\":\"NewsArticle\",\"headline\":\"여울\"}"), "여울", NULL,
     NULL, NULL},
    {"one of several types", LD("{\"@type\":[\"Thing\",\"Article\"],\"headline\":\"여울\"}"),
     "여울", NULL, NULL, NULL},
    {"in an array", LD("[{\"@type\":\"WebSite\"},{\"@type\":\"Article\",\"headline\":\"여울\"}]"),
     "여울", NULL, NULL, NULL},
    {"in a graph", LD("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"여울\"}]}"), "여울", NULL,
     NULL, NULL},
    {"as the main entity",
     LD("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"여울\"}}"),
     "여울", NULL, NULL, NULL},
    {"an organisation is no article", LD("{\"@type\":\"Organization\",\"headline\":\"여울\"}"),
     NULL, NULL, NULL, NULL},
    {"the first title, the longest body",
     LD("{\"@type\":\"Article\",\"headline\":\"여울\",\"articleBody\":\"짧다\"}")
         LD("{\"@type\":\"Article\",\"headline\":\"나루\",\"articleBody\":\"더 길다\"}"),
     "여울", "더 길다", NULL, NULL},
    {"the page's own dates are no title", LD("{\"@type\":\"WebPage\",\"headline\":\"여울\"}"), NULL,
     NULL, NULL, NULL},
    {"an article after the page",
     LD("{\"@type\":\"WebPage\",\"datePublished\":\"2025-02-03\"}")
         LD("{\"@type\":\"Article\",\"headline\":\"여울\"}"),
     "여울", NULL, NULL, NULL},
    {"rubbish after the value is passed over",
     LD("{\"@type\":\"Article\",\"headline\":\"여울\"};</p>"), "여울", NULL, NULL, NULL},
    {"JSON-LD that does not parse is passed over, the next one counts",
     LD("{\"@type\":\"Article\",\"headline\":") LD("{\"@type\":\"Article\",\"headline\":\"여울\"}"),
     "여울", NULL, NULL, NULL},
    {"a line end inside a string, and a comma too many, are mended",
     LD("{\"@type\":\"Article\",\"headline\":\"여\n울\",}"), "여\n울", NULL, NULL, NULL},
    {"JSON-LD of other kinds", LD("5") LD("\"a\"") LD("[[[[[[[[[[]]]]]]]]]]") LD(""), NULL, NULL,
     NULL, NULL},
    {"the state of Next.js", NEXT("{\"props\":{\"title\":\"여울\",\"content\":\"" PROSE "\"}}"),
     NULL, NULL, "여울", "<p>" PROSE "</p>\n"},
    {"the state of Arc, with code after it",
     "<script>Fusion.globalContent={\"headlines\":{\"basic\":\"여울\"},\"content_elements\":"
     "[{\"type\":\"text\",\"content\":\"" PROSE "\"}]};Fusion.a={}</script>",
     NULL, NULL, "여울", "<p>" PROSE "</p>\n"},
    {"a body in a flight chunk", FLIGHT("1:{\\\"body\\\":\\\"" PROSE "\\\"}"), NULL, NULL, NULL,
     "<p>" PROSE "</p>\n"},
    {"a body over two chunks", FLIGHT("1:{\\\"body\\\":\\\"여울과 ") FLIGHT(PROSE "\\\"}"), NULL,
     NULL, NULL, "<p>여울과 " PROSE "</p>\n"},
    {"a body in a row of its own",
     FLIGHT("a:T400,<p>" PROSE "</p>") FLIGHT("\\n2:{\\\"contentHtml\\\":\\\"$a\\\"}"), NULL, NULL,
     NULL, NULL},
    {"a row that is not there", FLIGHT("2:{\\\"contentHtml\\\":\\\"$a\\\"}"), NULL, NULL, NULL,
     NULL},
    {"a row of a length that is none", FLIGHT("a:Txyz,2\\n2:{\\\"contentHtml\\\":\\\"$a\\\"}"),
     NULL, NULL, NULL, NULL},
    {"a short text in a chunk is no body", FLIGHT("1:{\\\"body\\\":\\\"여울\\\"}"), NULL, NULL,
     NULL, NULL},
    {"calls that push nothing", "<script>self.__next_f.push([0]);self.__next_f.push(</script>",
     NULL, NULL, NULL, NULL},
};

static gisa_str some(const gisa_buf *b)
{
    return b->n ? gisa_buf_view(b) : GISA_NONE;
}

static void test_rows(gisa_prescan *scan, gisa_script_data *d)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_arena arena = {0};
        gisa_error err = {0};
        bool row = strstr(rows[i].name, "row of its own") != NULL;
        gisa_prescan_run(scan, gisa_str_from(rows[i].page), NULL);
        WENT(gisa_script_read(scan, NULL, &arena, d, &err), err, rows[i].name);
        SAME_C(d->ld.headline, rows[i].ld_title, rows[i].name);
        SAME_C(some(&d->ld_body), rows[i].ld_body, rows[i].name);
        SAME_C(d->state.headline, rows[i].state_title, rows[i].name);
        if (row)
            OK(gisa_str_starts(some(&d->state_body), GISA_STR("<p>" PROSE "</p>")), rows[i].name);
        else
            SAME_C(some(&d->state_body), rows[i].state_body, rows[i].name);
        gisa_arena_clear(&arena);
    }
}

/* A row's length counts bytes; the row after it follows without a line end. */
static void test_flight_rows(gisa_prescan *scan, gisa_script_data *d)
{
    gisa_buf page = {0};
    gisa_arena arena = {0};
    gisa_buf_add_c(&page, "<script>self.__next_f.push([1,\"");
    gisa_buf_addf(&page, "15:T%zx,%s5:T%zx,%s", strlen(PROSE " 열다섯."), PROSE " 열다섯.",
                  strlen(PROSE " 다섯."), PROSE " 다섯.");
    gisa_buf_add_c(&page, "6:{\\\"contentHtml\\\":\\\"$5\\\"}\"])</script>");
    gisa_prescan_run(scan, gisa_buf_view(&page), NULL);
    gisa_script_read(scan, NULL, &arena, d, NULL);
    SAME_C(some(&d->state_body), "<p>" PROSE " 다섯.</p>\n",
           "row 5 is not row 15, and it ends where its length says");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&page);
}

/* Were every reference a walk over all chunks, the test would take hours. */
static void test_hostile(gisa_prescan *scan, gisa_script_data *d)
{
    gisa_buf page = {0};
    gisa_arena arena = {0};
    gisa_error err = {0};
    gisa_buf_add_c(&page, "<script>self.__next_f.push([1,\"");
    for (int i = 0; i < 200000; i++) gisa_buf_add_c(&page, "\\\"body\\\":\\\"$a\\\",");
    gisa_buf_add_c(&page, "\"])</script>" LD("{\"a\":"));
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&page, "<script type=application/ld+json>[");
    gisa_prescan_run(scan, gisa_buf_view(&page), NULL);
    WENT(gisa_script_read(scan, NULL, &arena, d, &err), err,
         "references without end are passed over");
    OK(!d->state_body.n && !d->ld_body.n, "and nothing is found");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&page);
}

static void test_memory(gisa_prescan *scan)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    gisa_prescan_run(
        scan,
        GISA_STR(LD("{\"@type\":\"Article\",\"headline\":\"여울\",\"articleBody\":\"소식\"}")
                     NEXT("{\"title\":\"여울\",\"content\":\"" PROSE "\"}")
                         FLIGHT("1:{\\\"body\\\":\\\"" PROSE PROSE PROSE "\\\"}")),
        NULL);
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_script_data d = {0};
        gisa_arena arena = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_script_read(scan, NULL, &arena, &d, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st >= 0)
            OK(d.ld.headline.n && d.ld_body.n && d.state_body.n > 3 * strlen(PROSE),
               "no part is lost without a word");
        gisa_script_data_clear(&d);
        gisa_arena_clear(&arena);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    gisa_prescan scan = {0};
    gisa_script_data d = {0};
    test_rows(&scan, &d);
    test_flight_rows(&scan, &d);
    test_hostile(&scan, &d);
    test_memory(&scan);
    gisa_script_data_clear(&d);
    gisa_prescan_clear(&scan);
    return test_end();
}
