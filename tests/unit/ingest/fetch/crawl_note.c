#include "ingest/fetch/crawl_note.h"

#include "tests/unit/test.h"

static void test_listing(void)
{
    gisa_buf text = {0};
    gisa_time changed = {0};
    gisa_str url;
    gisa_crawl_note_listing(GISA_STR("hanbit"), &text);
    gisa_crawl_note_page(GISA_STR("http://a.example/1"), &changed, &text);
    gisa_time_parse_iso(GISA_STR("2025-02-03T04:37:00+09:00"), &changed);
    gisa_crawl_note_page(GISA_STR("http://a.example/2"), &changed, &text);
    SAME_C(gisa_buf_view(&text),
           "source: hanbit\r\npage: http://a.example/1\r\n"
           "page: http://a.example/2 2025-02-03T04:37:00+09:00\r\n",
           "a listing");
    gisa_str rest = gisa_buf_view(&text);
    SAME_C(gisa_crawl_note_source(rest), "hanbit", "names its source");
    OK(gisa_crawl_note_next(&rest, &url, &changed), "and its pages");
    SAME_C(url, "http://a.example/1", "the first one");
    EQUAL(changed.precision, GISA_PRECISION_UNKNOWN, "without a date");
    OK(gisa_crawl_note_next(&rest, &url, &changed), "and then");
    SAME_C(url, "http://a.example/2", "the second one");
    EQUAL(changed.utc_s, 1738525020, "with its date");
    OK(!gisa_crawl_note_next(&rest, &url, &changed), "and no more");
    OK(!gisa_crawl_note_source(GISA_STR("page: http://a.example/1\r\n")).p, "a source may lack");
    gisa_buf_clear(&text);
}

static void test_failure(void)
{
    gisa_buf text = {0};
    gisa_crawl_failure failure = {.source = GISA_STR("hanbit"),
                                  .reason = GISA_STR("no\r\nanswer: \x7F"),
                                  .status = 503,
                                  .rest_s = 7200};
    gisa_crawl_note_failure(&failure, &text);
    SAME_C(gisa_buf_view(&text),
           "source: hanbit\r\nreason: no  answer:  \r\nstatus: 503\r\nrest: 7200\r\n",
           "a reason stays on its line");
    gisa_crawl_failure read = gisa_crawl_note_read_failure(gisa_buf_view(&text));
    SAME_C(read.source, "hanbit", "a failure is read back: its source");
    SAME_C(read.reason, "no  answer:", "its reason");
    EQUAL(read.status, 503, "its status");
    EQUAL(read.rest_s, 7200, "the rest that the host wants");
    OK(!read.reserved, "and that it was none for a reservation");
    failure = (gisa_crawl_failure){.reason = GISA_STR("x"), .reserved = true};
    gisa_buf_reset(&text);
    gisa_crawl_note_failure(&failure, &text);
    SAME_C(gisa_buf_view(&text), "source: \r\nreason: x\r\nreserved: yes\r\n", "as others are");
    OK(gisa_crawl_note_read_failure(gisa_buf_view(&text)).reserved, "which is read back");
    read = gisa_crawl_note_read_failure(
        GISA_STR("reason: x\r\nstatus: 70000\r\nrest: 99999999999999\r\n"));
    EQUAL(read.status, 0, "a status that is none");
    EQUAL(read.rest_s, INT32_MAX, "a rest without end ends");
    OK(!read.source.p, "no source");
    gisa_buf_clear(&text);
}

int main(void)
{
    test_listing();
    test_failure();
    return test_end();
}
