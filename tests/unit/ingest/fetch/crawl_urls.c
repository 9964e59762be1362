#include "base/file.h"
#include "tests/unit/ingest/fetch/crawl_bench.h"

#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

static server_answer answers[] = {
    {"a.example/1", HTML "<p>one</p>", 0, 0},
    {"a.example/2", HTML "<p>two</p>", 0, 0},
    {"a.example/3", HTML "<p>three</p>", 0, 0},
};

static char list[60];

static void write_list(const char *text)
{
    gisa_error err = {0};
    WENT(gisa_file_write(list, gisa_str_from(text), &err), err, "a list");
}

static crawl_bench begin(const char *text)
{
    char sources[300];
    crawl_bench b;
    snprintf(list, sizeof list, "/tmp/gisa-urls-%ld.txt", (long)getpid());
    snprintf(sources, sizeof sources, "[a]\nurls = %s\nskip = */2\ndelay_ms = 0\n", list);
    write_list(text);
    bench_begin(&b, sources, answers, sizeof answers / sizeof answers[0]);
    return b;
}

static void end(crawl_bench *b)
{
    bench_end(b);
    unlink(list);
}

static void test_list(void)
{
    crawl_bench b = begin("http://a.example/1\nhttp://a.example/2\nsome words\nmore\n");
    OK(bench_is_due(&b, "a"), "a list that nobody has read is due");
    gisa_crawl_report r = bench_crawl(&b, "a", 0);
    EQUAL(r.fetched, 1, "what it lists is fetched, but for what a skip line says");
    EQUAL(r.found, 1, "and counted");
    OK(r.n_reasons == 1 && strstr(r.reasons[0], "line 3: no http or https address: some words, "
                                                "and 1 more lines"),
       "what is no address is told with its line");
    OK(!bench_is_due(&b, "a"), "then it is not due");
    unsigned before = bench_requests(&b);
    r = bench_crawl(&b, "a", 0);
    EQUAL(r.found, 1, "and is as long as before");
    EQUAL(bench_requests(&b), before, "without a request");
    write_list("http://a.example/1\nhttp://a.example/3\n");
    OK(bench_is_due(&b, "a"), "until it changes");
    EQUAL(bench_crawl(&b, "a", 0).fetched, 1, "which brings what is new");
    EQUAL(server_hits(b.server, "a.example/1"), 1, "and nothing twice");
    unlink(b.frontier);
    bench_crawl(&b, "a", 0);
    EQUAL(server_hits(b.server, "a.example/1"), 1, "nor after a loss of the frontier");
    end(&b);
}

/* More than a note holds, and more than the crawl asks for. */
static void test_limit(void)
{
    gisa_buf text = {0};
    for (size_t i = 1; i <= 2500; i++) gisa_buf_addf(&text, "http://a.example/%zu\n", i);
    crawl_bench b = begin(text.p);
    gisa_crawl_report r = bench_crawl(&b, "a", 1);
    EQUAL(r.found, 2499, "a long list");
    EQUAL(r.left_out, 2498, "of which a limit leaves the rest");
    unlink(list);
    r = bench_crawl(&b, "a", 2);
    EQUAL(r.left_out, 2496, "which is remembered without the list");
    gisa_buf_clear(&text);
    end(&b);
}

static void test_missing(void)
{
    crawl_bench b = begin("http://a.example/1\n");
    gisa_crawl_report r = bench_crawl(&b, "a", 0);
    unlink(list);
    b.now += 3600;
    OK(bench_is_due(&b, "a"), "a list that went away is looked for");
    r = bench_crawl(&b, "a", 0);
    EQUAL(r.feeds_failed, 1, "a list that is not there fails");
    OK(r.n_reasons == 1 && strstr(r.reasons[0], ".txt: No such file"), "with its reason");
    OK(!bench_is_due(&b, "a"), "and rests");
    write_list("http://a.example/3\n");
    OK(bench_is_due(&b, "a"), "until it is there");
    EQUAL(bench_crawl(&b, "a", 0).fetched, 1, "and is read");
    end(&b);
}

int main(void)
{
    test_list();
    test_limit();
    test_missing();
    return test_end();
}
