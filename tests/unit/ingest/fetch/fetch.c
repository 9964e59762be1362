#include "ingest/fetch/fetch.h"

#include <zlib.h>

#include "base/mem.h"
#include "base/time.h"
#include "tests/unit/server.h"
#include "tests/unit/test.h"

#define TEXT "Content-Type: text/html\r\n"

static char bomb[40000]; /* a gzip member of 20 MB of zeros after its head */
static size_t bomb_n;

static server_answer answers[] = {
    {"a.example/robots.txt", "HTTP/1.1 200 OK\r\n\r\nUser-agent: gisa\nDisallow: /no/\n", 0, 0},
    {"/page", "HTTP/1.1 200 OK\r\n" TEXT "Content-Length: 5\r\n\r\nhello", 0, 0},
    {"/old", "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\nhi", 0, SERVER_IF_NEW},
    {"/moved", "HTTP/1.1 301 Moved\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/to-no", "HTTP/1.1 301 Moved\r\nLocation: /no/1\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/to-tdm", "HTTP/1.1 301 M\r\nLocation: http://tdm.example/page\r\nContent-Length: 0\r\n\r\n",
     0, 0},
    {"/circle", "HTTP/1.1 302 Found\r\nLocation: /circle2\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/circle2", "HTTP/1.1 302 Found\r\nLocation: /circle\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/to-file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", 0, 0},
    {"/broken", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/busy", "HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"/image", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 3\r\n\r\nabc", 0, 0},
    {"/large", "HTTP/1.1 200 OK\r\n" TEXT "Content-Length: 99999999\r\n\r\n", 0, SERVER_HANG},
    {"/endless", "HTTP/1.1 200 OK\r\n" TEXT "\r\n", 0, SERVER_ENDLESS},
    {"/short", "HTTP/1.1 200 OK\r\n" TEXT "Content-Length: 500\r\n\r\nhello", 0, 0},
    {"/nonsense", "\x16\x03\x01 this is no HTTP\r\n\r\n", 0, 0},
    {"/heads", "HTTP/1.1 200 OK\r\nX: ", 0, SERVER_ENDLESS},
    {"/chunks",
     "HTTP/1.1 200 OK\r\n" TEXT "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 0, 0},
    {"/bomb", bomb, 1, 0},
    {"hang.example/robots.txt", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"hang.example/1", "HTTP/1.1 200 OK\r\n" TEXT "Content-Length: 9\r\n\r\nhel", 0, SERVER_HANG},
    {"hang.example/2", "", 0, SERVER_HANG},
    {"closed.example/robots.txt", "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"tdm.example/.well-known/tdmrep.json",
     "HTTP/1.1 200 OK\r\n\r\n[{\"location\": \"/\", \"tdm-reservation\": 1}]", 0, 0},
};

enum { N_ANSWERS = sizeof answers / sizeof answers[0] };

static void make_bomb(void)
{
    static const char head[] = "HTTP/1.1 200 OK\r\n" TEXT "Content-Encoding: gzip\r\n\r\n";
    static char zeros[65536];
    z_stream z = {0};
    memcpy(bomb, head, sizeof head - 1);
    deflateInit2(&z, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    z.next_out = (Bytef *)bomb + sizeof head - 1;
    z.avail_out = (uInt)(sizeof bomb - sizeof head);
    for (int i = 0; i <= 320; i++) {
        z.next_in = (Bytef *)zeros;
        z.avail_in = i < 320 ? sizeof zeros : 0;
        deflate(&z, i < 320 ? Z_NO_FLUSH : Z_FINISH);
    }
    bomb_n = sizeof head - 1 + z.total_out;
    deflateEnd(&z);
    for (size_t i = 0; i < N_ANSWERS; i++)
        if (answers[i].bytes == bomb) answers[i].n = bomb_n;
}

/* Fetches one address and gives the results, robots.txt and the like left out, as a line:
 * outcome, status, and the body's length or the reason, joined by " | ". */
static void fetch(const server *s, const char *url, const char *etag, gisa_buf *line)
{
    static const char *const names[] = {"done",     "unchanged", "moved", "refused",
                                        "reserved", "rested",    "failed"};
    gisa_fetch_opts opts = {.connect_to = s->address,
                            .delay_ms = 1,
                            .retry_ms = 1,
                            .timeout_ms = 400,
                            .max_bytes = 1 << 20};
    gisa_fetcher *f = NULL;
    gisa_fetch_result r;
    gisa_error err = {0};
    gisa_fetch_request request = {.url = gisa_str_from(url), .etag = gisa_str_from(etag)};
    gisa_buf_reset(line);
    WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
    WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
    while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
        if (r.role != GISA_ROLE_PAGE) continue;
        if (line->n) gisa_buf_add_c(line, " | ");
        gisa_buf_addf(line, "%s %d ", names[r.outcome], r.status);
        if (r.reason[0])
            gisa_buf_add_c(line, r.reason);
        else
            gisa_buf_addf(line, "%zu", r.body.n);
        if (r.for_good) gisa_buf_add_c(line, " for good");
    }
    gisa_fetcher_close(f);
}

static const struct {
    const char *name, *url, *etag, *want; /* a want that ends in "*" is a beginning */
} rows[] = {
    {"a page", "http://a.example/page", NULL, "done 200 5"},
    {"a page that has not changed", "http://a.example/old", "\"1\"", "unchanged 304 0"},
    {"a page that has", "http://a.example/old", "\"0\"", "done 200 2"},
    {"what robots.txt closes is not asked for", "http://a.example/no/2", NULL,
     "refused 0 robots.txt says no"},
    {"a redirect is a result of its own", "http://a.example/moved", NULL,
     "moved 301 HTTP status 301 | done 200 5"},
    {"robots.txt is asked again after a redirect", "http://a.example/to-no", NULL,
     "moved 301 HTTP status 301 | refused 0 robots.txt says no"},
    {"a circle ends", "http://a.example/circle", NULL,
     "moved 302 HTTP status 302 | failed 302 redirects in a circle for good"},
    {"only the web is followed", "http://a.example/to-file", NULL,
     "failed 302 redirects to no web address for good"},
    {"what is not there", "http://a.example/none", NULL, "failed 404 HTTP status 404 for good"},
    {"a server error", "http://a.example/broken", NULL, "failed 500 HTTP status 500"},
    {"a server that asks for an hour", "http://a.example/busy", NULL, "failed 429 HTTP status 429"},
    {"an image", "http://a.example/image", NULL, "failed 200 no page but image/jpeg for good"},
    {"a length over the limit", "http://a.example/large", NULL,
     "failed 200 larger than 1048576 bytes for good"},
    {"a body without end", "http://a.example/endless", NULL,
     "failed 200 larger than 1048576 bytes for good"},
    {"a body that is cut off", "http://a.example/short", NULL, "failed 200 *"},
    {"no HTTP", "http://a.example/nonsense", NULL, "failed 0 *"},
    {"a head without end", "http://a.example/heads", NULL, "failed *"},
    {"chunks", "http://a.example/chunks", NULL, "done 200 5"},
    {"a bomb", "http://a.example/bomb", NULL, "failed 200 larger than 1048576 bytes for good"},
    {"a server that falls silent", "http://hang.example/1", NULL, "failed 200 *"},
    {"a server that says nothing", "http://hang.example/2", NULL, "failed 0 *"},
    {"without robots.txt nothing is asked for", "http://closed.example/page", NULL,
     "rested 0 robots.txt cannot be had: HTTP status 503"},
};

static void test_rows(server *s)
{
    gisa_buf line = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str want = gisa_str_from(rows[i].want);
        fetch(s, rows[i].url, rows[i].etag, &line);
        gisa_str got = gisa_buf_view(&line);
        if (gisa_str_ends(want, GISA_STR("*"))) {
            want.n--;
            got = gisa_str_cut(got, 0, want.n);
        }
        SAME(got, want, rows[i].name);
    }
    EQUAL(server_hits(s, "/broken"), 3, "a server error is tried three times");
    EQUAL(server_hits(s, "/busy"), 1, "a server that wants to be left alone is");
    EQUAL(server_hits(s, "/image"), 1, "what will not change is tried once");
    EQUAL(server_hits(s, "closed.example/robots.txt"), 3, "robots.txt is worth three tries");
    gisa_buf_clear(&line);
}

static void test_host_given_up(server *s)
{
    gisa_fetch_opts opts = {
        .connect_to = s->address, .delay_ms = 1, .retry_ms = 1, .timeout_ms = 100};
    gisa_fetcher *f = NULL;
    gisa_fetch_result r;
    gisa_error err = {0};
    size_t failed = 0, rested = 0, given_up = 0;
    unsigned before = server_hits(s, "hang.example/2");
    WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
    for (int i = 0; i < 200; i++) {
        gisa_fetch_request request = {.url = GISA_STR("http://hang.example/2")};
        WENT(gisa_fetcher_add(f, &request, &err), err, "one of many requests");
    }
    int64_t started = gisa_clock_ms();
    while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
        failed += r.outcome == GISA_FETCH_FAILED && r.role == GISA_ROLE_PAGE;
        rested += r.outcome == GISA_FETCH_RESTED;
        given_up += strstr(r.reason, "given up") != NULL;
    }
    OK(gisa_clock_ms() - started < 10000, "a dead host costs a bounded time");
    EQUAL(failed + rested, 200, "every request gets its result");
    EQUAL(rested, 199, "those that were not sent are told apart");
    EQUAL(server_hits(s, "hang.example/2") - before, 3, "though only three were sent");
    OK(given_up >= 197, "and the rest say why");
    gisa_fetcher_close(f);
}

static gisa_status recall(void *ctx, gisa_str origin, gisa_capture_role role, int *status,
                          gisa_buf *body, gisa_error *err)
{
    (void)ctx;
    (void)err;
    if (!gisa_str_is(origin, "http://a.example")) return GISA_SKIP;
    *status = role == GISA_ROLE_ROBOTS ? 200 : 404;
    gisa_buf_add_c(body, "User-agent: *\nDisallow: /page\n");
    return GISA_OK;
}

static bool wants(void *ctx, gisa_str url)
{
    (void)url;
    return ctx != NULL;
}

static void test_recall(server *s)
{
    static const char *const urls[] = {"http://a.example/page", "http://a.example/old",
                                       "http://b.example/page"};
    gisa_fetch_opts opts = {.connect_to = s->address, .delay_ms = 1, .recall = recall};
    gisa_fetcher *f = NULL;
    gisa_fetch_result r;
    gisa_error err = {0};
    unsigned robots = server_hits(s, "a.example/robots.txt"), refused = 0, done = 0;
    WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
    for (size_t i = 0; i < 3; i++) {
        gisa_fetch_request request = {.url = gisa_str_from(urls[i])};
        WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
    }
    while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
        refused += r.outcome == GISA_FETCH_REFUSED;
        done += r.outcome == GISA_FETCH_DONE && r.role == GISA_ROLE_PAGE;
    }
    EQUAL(refused, 1, "a robots.txt that is known is kept to");
    EQUAL(done, 2, "and opens what it does not close; that of another host is asked for");
    EQUAL(server_hits(s, "a.example/robots.txt"), robots, "and not asked for");
    gisa_fetcher_close(f);
}

static void test_wants(server *s)
{
    for (int some = 0; some < 2; some++) {
        gisa_fetch_opts opts = {
            .connect_to = s->address, .delay_ms = 1, .wants = wants, .ctx = some ? &opts : NULL};
        gisa_fetch_request request = {.url = GISA_STR("http://a.example/moved")};
        gisa_fetcher *f = NULL;
        gisa_fetch_result r;
        gisa_error err = {0};
        bool last = false;
        unsigned done = 0;
        WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
        WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
        while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
            last = last || (r.outcome == GISA_FETCH_MOVED && r.last);
            done += r.outcome == GISA_FETCH_DONE && r.role == GISA_ROLE_PAGE;
        }
        EQUAL(done, some, "a redirect is followed to what somebody wants");
        EQUAL(last, !some, "and says that it is the last result elsewhere");
        gisa_fetcher_close(f);
    }
}

static void test_delay(server *s)
{
    gisa_fetch_opts opts = {.connect_to = s->address};
    gisa_fetcher *f = NULL;
    gisa_fetch_result r;
    gisa_error err = {0};
    int64_t last = 0, shortest = INT64_MAX;
    WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
    for (int i = 0; i < 3; i++) {
        gisa_fetch_request request = {.url = GISA_STR("http://b.example/page"), .delay_ms = 60};
        WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
    }
    while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
        int64_t now = gisa_clock_ms();
        if (last && now - last < shortest) shortest = now - last;
        last = now;
    }
    OK(shortest >= 55, "the delay lies between any two requests to a host, robots.txt included");
    gisa_fetcher_close(f);
}

static void test_policy(server *s)
{
    gisa_fetch_opts opts = {.connect_to = s->address, .delay_ms = 1};
    gisa_fetcher *f = NULL;
    gisa_fetch_result r;
    gisa_error err = {0};
    gisa_fetch_request request = {.url = GISA_STR("http://tdm.example/page")};
    bool said = false, archived = false;
    WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
    WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
    while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
        if (r.role == GISA_ROLE_PAGE)
            said = gisa_str_has(r.head, GISA_STR("X-Archive-TDM-Reservation: 1"));
        if (r.role == GISA_ROLE_POLICY) archived = r.outcome == GISA_FETCH_DONE;
    }
    OK(said, "a page bears the reservation of its site");
    OK(archived, "and the file that says so is a result, too");
    gisa_fetcher_close(f);
}

/* What a request wants skipped is not asked for, wherever a redirect comes from. */
static void test_reserved(server *s)
{
    static const struct {
        const char *name, *url;
        gisa_capture_role role;
        bool skip;
        const char *want;
    } asked[] = {
        {"a page that its site reserves", "http://tdm.example/page", GISA_ROLE_PAGE, true,
         "reserved by tdmrep.json"},
        {"the same at the end of a redirect", "http://a.example/to-tdm", GISA_ROLE_PAGE, true,
         "reserved by tdmrep.json"},
        {"a page of another site", "http://a.example/page", GISA_ROLE_PAGE, true, ""},
        {"where nobody minds", "http://tdm.example/page", GISA_ROLE_PAGE, false, ""},
        {"a feed is no text", "http://tdm.example/page", GISA_ROLE_FEED, true, ""},
    };
    gisa_fetch_opts opts = {.connect_to = s->address, .delay_ms = 1};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        gisa_fetcher *f = NULL;
        gisa_fetch_result r;
        gisa_error err = {0};
        gisa_fetch_request request = {.url = gisa_str_from(asked[i].url),
                                      .role = asked[i].role,
                                      .skip_reserved = asked[i].skip};
        const unsigned before = server_hits(s, "/page");
        WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
        WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
        while (gisa_fetcher_next(f, &r, &err) == GISA_OK) {
            if (r.role != asked[i].role || r.outcome == GISA_FETCH_MOVED) continue;
            SAME_C(gisa_str_from(r.reason), asked[i].want, asked[i].name);
            EQUAL(r.outcome, asked[i].want[0] ? GISA_FETCH_RESERVED : GISA_FETCH_DONE,
                  asked[i].name);
        }
        EQUAL(server_hits(s, "/page") - before, !asked[i].want[0], "it is asked for, or not");
        gisa_fetcher_close(f);
    }
}

/* Without connect_to the address of the test server itself is asked. */
static void test_local(server *s)
{
    gisa_fetch_opts opts = {.delay_ms = 1, .tries = 1};
    for (int named = 0; named < 2; named++) {
        char url[64];
        gisa_fetcher *f = NULL;
        gisa_fetch_result r = {0};
        gisa_error err = {0};
        bool done = false;
        snprintf(url, sizeof url, "http://127.0.0.1:%u/page", s->port);
        gisa_fetch_request request = {.url = gisa_str_from(url), .named = named};
        WENT(gisa_fetcher_open(&opts, &f, &err), err, "a fetcher");
        WENT(gisa_fetcher_add(f, &request, &err), err, "a request");
        while (gisa_fetcher_next(f, &r, &err) == GISA_OK)
            if (r.role == GISA_ROLE_PAGE) done = r.outcome == GISA_FETCH_DONE;
        EQUAL(done, named, "a local address is asked only when the user named it");
        gisa_fetcher_close(f);
    }
}

static void test_memory(server *s)
{
    gisa_buf line = {0};
    size_t bad = 0;
    for (uint64_t allowed = 0; allowed < 40; allowed++) {
        gisa_fetch_opts opts = {.connect_to = s->address, .delay_ms = 1, .tries = 1};
        gisa_fetch_request request = {.url = GISA_STR("http://a.example/moved")};
        gisa_fetcher *f = NULL;
        gisa_fetch_result r;
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_fetcher_open(&opts, &f, &err);
        if (st >= 0) st = gisa_fetcher_add(f, &request, &err);
        while (st == GISA_OK) st = gisa_fetcher_next(f, &r, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        bad += st != GISA_ENOMEM && st != GISA_END;
        gisa_fetcher_close(f);
    }
    EQUAL(bad, 0, "every allocation may fail, cleanly");
    gisa_buf_clear(&line);
}

int main(void)
{
    make_bomb();
    server *s = server_start(answers, N_ANSWERS);
    test_rows(s);
    test_host_given_up(s);
    test_recall(s);
    test_wants(s);
    test_delay(s);
    test_policy(s);
    test_reserved(s);
    test_local(s);
    test_memory(s);
    server_stop(s);
    return test_end();
}
