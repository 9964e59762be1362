#include "base/file.h"
#include "tests/unit/ingest/fetch/frontier_bench.h"

typedef struct bench {
    frontier_bench b;
    gisa_archive *archive;
} bench;

/* Appends what a crawl would; with take the frontier hears of it, too. */
static void put(bench *t, gisa_capture c, bool take)
{
    uint64_t offset = 0;
    c.fetched_utc = t->b.now;
    WENT(gisa_archive_put(t->archive, &c, &offset, &t->b.err), t->b.err, "a capture");
    c.offset = offset;
    if (take) WENT(gisa_frontier_take(t->b.f, &c, &t->b.err), t->b.err, "is taken in");
}

static void put_listing(bench *t, const char *text, bool take)
{
    put(t,
        (gisa_capture){.type = GISA_CAPTURE_METADATA,
                       .role = GISA_ROLE_LISTING,
                       .uri = GISA_STR("http://a.example/rss"),
                       .content_type = GISA_STR("application/warc-fields"),
                       .payload = gisa_str_from(text)},
        take);
}

static void put_page(bench *t, const char *url, bool take)
{
    put(t,
        (gisa_capture){.type = GISA_CAPTURE_RESPONSE,
                       .uri = gisa_str_from(url),
                       .http_status = 200,
                       .http_head = GISA_STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"),
                       .payload = GISA_STR("<p>x")},
        take);
}

static bool reopen(bench *t, const char *id)
{
    bool rebuilt = false;
    gisa_frontier_close(t->b.f);
    t->b.f = NULL;
    WENT(gisa_frontier_open(t->b.file, t->b.archive, id, &t->b.f, &rebuilt, &t->b.err), t->b.err,
         "the frontier opens");
    return rebuilt;
}

static void commit(bench *t)
{
    WENT(gisa_archive_sync(t->archive, &t->b.err), t->b.err, "the archive is durable");
    WENT(gisa_frontier_commit(t->b.f, gisa_archive_end(t->archive), &t->b.err), t->b.err,
         "and then the frontier");
}

static gisa_frontier_state state_of(bench *t, const char *url)
{
    return bench_page(&t->b, url).state;
}

static void test_catch_up(bench *t)
{
    put_listing(t, "source: hanbit\r\npage: http://a.example/1\r\npage: http://a.example/2\r\n",
                true);
    put_page(t, "http://a.example/1", true);
    commit(t);
    put_page(t, "http://a.example/2", true); /* and the process dies */
    put_listing(t, "source: hanbit\r\npage: http://a.example/3\r\n", false);
    OK(!reopen(t, BENCH_ID), "a frontier that is behind its archive is not made anew");
    EQUAL(state_of(t, "http://a.example/1"), GISA_FRONTIER_HELD, "what was committed is there");
    EQUAL(state_of(t, "http://a.example/2"), GISA_FRONTIER_HELD, "what was not comes back");
    EQUAL(bench_page(&t->b, "http://a.example/3").due_utc, t->b.now, "and what is only archived");
    OK(!reopen(t, BENCH_ID), "once more");
    EQUAL(state_of(t, "http://a.example/3"), GISA_FRONTIER_WAITING, "and all is as it was");
}

/* The same rows, however often the file is lost. */
static void test_anew(bench *t)
{
    gisa_buf junk = {0};
    gisa_frontier_close(t->b.f);
    t->b.f = NULL;
    unlink(t->b.file);
    OK(!reopen(t, BENCH_ID), "a frontier that is lost is not called damaged");
    EQUAL(state_of(t, "http://a.example/2"), GISA_FRONTIER_HELD, "it is read from the archive");
    EQUAL(bench_page(&t->b, "http://a.example/3").due_utc, t->b.now, "notes included");
    gisa_frontier_close(t->b.f);
    t->b.f = NULL;
    gisa_buf_add_c(&junk, "no database at all, but long enough to be looked at as one: "
                          "no database at all, but long enough to be looked at as one");
    WENT(gisa_file_write(t->b.file, gisa_buf_view(&junk), &t->b.err), t->b.err, "damage");
    gisa_buf_clear(&junk);
    OK(reopen(t, BENCH_ID), "a damaged one is made anew");
    EQUAL(state_of(t, "http://a.example/2"), GISA_FRONTIER_HELD, "from the archive");
    OK(reopen(t, "urn:uuid:1f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"), "so is that of another archive");
    commit(t);
    gisa_archive_close(t->archive);
    t->archive = NULL;
    OK(truncate(t->b.archive, 0) == 0, "an archive that is shorter than its frontier knows");
    OK(reopen(t, "urn:uuid:1f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"), "makes it anew");
    EQUAL(bench_page(&t->b, "http://a.example/1").row, -1, "as it knows nothing");
}

/* What salvage leaves of an archive has its name, and its records are elsewhere. */
static void test_moved(bench *t)
{
    WENT(gisa_archive_open_as(t->b.archive, BENCH_ID, 0, &t->archive, NULL, &t->b.err), t->b.err,
         "an archive");
    put_page(t, "http://a.example/1", false);
    put_page(t, "http://a.example/2", false);
    OK(reopen(t, BENCH_ID), "known to its frontier");
    OK(!reopen(t, BENCH_ID), "and known again");
    gisa_archive_close(t->archive);
    unlink(t->b.archive);
    WENT(gisa_archive_open_as(t->b.archive, BENCH_ID, 0, &t->archive, NULL, &t->b.err), t->b.err,
         "another one of its name");
    put_listing(t, "source: hanbit\r\npage: http://a.example/5\r\n", false);
    for (int i = 0; i < 4; i++) put_page(t, "http://a.example/6", false);
    OK(reopen(t, BENCH_ID), "is not taken for it, though it is longer");
    EQUAL(state_of(t, "http://a.example/6"), GISA_FRONTIER_HELD, "what it has is known");
    EQUAL(bench_page(&t->b, "http://a.example/2").row, -1, "and nothing else");
}

static void test_crawler(void)
{
    frontier_bench b = {0};
    bool news;
    gisa_str one = GISA_STR("operator: a@b.example\r\n");
    bench_open(&b);
    WENT(gisa_frontier_note_crawler(b.f, one, &news, &b.err), b.err, "who crawls");
    OK(news, "is news");
    WENT(gisa_frontier_commit(b.f, 0, &b.err), b.err, "and kept");
    WENT(gisa_frontier_note_crawler(b.f, one, &news, &b.err), b.err, "who crawls");
    OK(!news, "is known then");
    WENT(gisa_frontier_note_crawler(b.f, GISA_STR("operator: c@d.example\r\n"), &news, &b.err),
         b.err, "somebody else");
    OK(news, "is news again");
    bench_close(&b);
}

static void test_refusals(void)
{
    gisa_frontier *f = NULL;
    gisa_error err = {0};
    EQUAL(gisa_frontier_open("/nonexistent/a.frontier", "/nonexistent/a.warc.gz", BENCH_ID, &f,
                             NULL, &err),
          GISA_EIO, "a folder that is not there is an error");
    OK(strstr(err.text, "/nonexistent/a.frontier"), "which names the file");
}

static void test_told(void)
{
    frontier_bench b = {0};
    unsigned told = 9;
    bench_open(&b);
    WENT(gisa_frontier_told(b.f, GISA_STR("naru"), &told, &b.err), b.err, "of a new source");
    EQUAL(told, 0, "nobody was told anything");
    gisa_frontier_note_told(b.f, GISA_STR("naru"), 3, &b.err);
    WENT(gisa_frontier_commit(b.f, 0, &b.err), b.err, "what is told is kept");
    gisa_frontier_told(b.f, GISA_STR("naru"), &told, &b.err);
    EQUAL(told, 3, "as it is");
    gisa_frontier_told(b.f, GISA_STR("dasan"), &told, &b.err);
    EQUAL(told, 0, "of this source alone");
    gisa_frontier_note_told(b.f, GISA_STR("naru"), 16, &b.err);
    gisa_frontier_told(b.f, GISA_STR("naru"), &told, &b.err);
    EQUAL(told, 16, "and the last word holds");
    bench_close(&b);
}

int main(void)
{
    test_told();
    bench t = {0};
    bench_open(&t.b);
    WENT(gisa_archive_open_as(t.b.archive, BENCH_ID, 0, &t.archive, NULL, &t.b.err), t.b.err,
         "an archive");
    test_catch_up(&t);
    test_anew(&t);
    test_moved(&t);
    test_crawler();
    test_refusals();
    gisa_archive_close(t.archive);
    bench_close(&t.b);
    return test_end();
}
