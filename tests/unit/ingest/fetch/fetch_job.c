#include "ingest/fetch/fetch_job.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static gisa_fetch_job *job_at(const char *url)
{
    gisa_fetch_job *job = NULL;
    gisa_error err = {0};
    gisa_fetch_request request = {.url = gisa_str_from(url)};
    WENT(gisa_fetch_job_open(&request, &job, &err), err, "a job");
    job->exchange = gisa_calloc(1, sizeof *job->exchange);
    return job;
}

static void answer(gisa_fetch_job *job, const char *head, gisa_exchange_fault fault)
{
    gisa_exchange *x = job->exchange;
    gisa_buf_reset(&x->head);
    gisa_buf_add_c(&x->head, head);
    x->fault = fault;
    char reason[10];
    if (fault == GISA_FAULT_NONE) gisa_exchange_finish(x, CURLE_OK, reason, sizeof reason);
}

static void test_redirects(void)
{
    static const struct {
        const char *name, *head, *to;
        gisa_status want;
    } rows[] = {
        {"no redirect", "HTTP/1.1 200 OK\r\n", NULL, GISA_END},
        {"not modified is no redirect", "HTTP/1.1 304 Not Modified\r\nLocation: /b\r\n", NULL,
         GISA_END},
        {"a relative one", "HTTP/1.1 302 Found\r\nLocation: b\r\n", "http://a.example/b", GISA_OK},
        {"to another scheme", "HTTP/1.1 301 Moved\r\nLocation: https://a.example/\r\n",
         "https://a.example/", GISA_OK},
        {"without a Location", "HTTP/1.1 301 Moved\r\n", NULL, GISA_SKIP},
        {"to a file", "HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\n", NULL, GISA_SKIP},
        {"to itself", "HTTP/1.1 301 Moved\r\nLocation: /a#x\r\n", NULL, GISA_SKIP},
    };
    gisa_buf to = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_fetch_job *job = job_at("http://a.example/a");
        gisa_error err = {0};
        answer(job, rows[i].head, GISA_FAULT_NONE);
        EQUAL(gisa_fetch_job_redirect(job, &to, &err), rows[i].want, rows[i].name);
        if (rows[i].to) SAME_C(gisa_buf_view(&to), rows[i].to, rows[i].name);
        if (rows[i].want == GISA_SKIP) OK(job->reason[0], "a reason is given");
        gisa_fetch_job_close(job);
    }
    gisa_buf_clear(&to);
}

static void test_chain(void)
{
    gisa_fetch_job *job = job_at("http://a.example/0"), *next = NULL;
    gisa_buf to = {0};
    gisa_error err = {0};
    gisa_status st = GISA_OK;
    int steps = 0;
    while (steps < 20) {
        char head[80];
        snprintf(head, sizeof head, "HTTP/1.1 302 Found\r\nLocation: /%d\r\n", steps + 1);
        answer(job, head, GISA_FAULT_NONE);
        if ((st = gisa_fetch_job_redirect(job, &to, &err)) != GISA_OK) break;
        WENT(gisa_fetch_job_follow(job, gisa_buf_view(&to), &next, &err), err, "a step");
        gisa_fetch_job_close(job);
        job = next;
        job->exchange = gisa_calloc(1, sizeof *job->exchange);
        steps++;
    }
    EQUAL(steps, GISA_REDIRECTS_MAX, "so many redirects are followed");
    EQUAL(st, GISA_SKIP, "and no more");
    SAME_C(gisa_buf_view(&job->asked), "http://a.example/0", "the first address is remembered");
    job->redirects = 1;
    answer(job, "HTTP/1.1 302 Found\r\nLocation: /2\r\n", GISA_FAULT_NONE);
    EQUAL(gisa_fetch_job_redirect(job, &to, &err), GISA_SKIP, "a circle of several steps is one");
    OK(strstr(job->reason, "circle"), "and is called one");
    gisa_fetch_job_close(job);
    gisa_buf_clear(&to);
}

static void test_retries(void)
{
    static const struct {
        const char *name, *head;
        gisa_exchange_fault fault;
        unsigned tries;
        int64_t want, rest_s;
    } rows[] = {
        {"a good answer", "HTTP/1.1 200 OK\r\n", GISA_FAULT_NONE, 1, -1, 0},
        {"what is not there will not be there", "HTTP/1.1 404 No\r\n", GISA_FAULT_NONE, 1, -1, 0},
        {"a server error", "HTTP/1.1 500 No\r\n", GISA_FAULT_NONE, 1, 100, 0},
        {"the second time longer", "HTTP/1.1 500 No\r\n", GISA_FAULT_NONE, 2, 200, 0},
        {"and then no more", "HTTP/1.1 500 No\r\n", GISA_FAULT_NONE, 3, -1, 0},
        {"the network", "", GISA_FAULT_NETWORK, 1, 100, 0},
        {"a body that cannot be decoded", "HTTP/1.1 200 OK\r\n", GISA_FAULT_CODING, 1, 100, 0},
        {"too large stays too large", "HTTP/1.1 200 OK\r\n", GISA_FAULT_LARGE, 1, -1, 0},
        {"the server says when", "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\n", GISA_FAULT_NONE, 1,
         7000, 0},
        {"the server gives a date",
         "HTTP/1.1 503 No\r\nRetry-After: Thu, 01 Jan 1970 00:16:45 GMT\r\n", GISA_FAULT_NONE, 1,
         5000, 0},
        {"a date that has passed",
         "HTTP/1.1 503 No\r\nRetry-After: Thu, 01 Jan 1970 00:00:00 GMT\r\n", GISA_FAULT_NONE, 1,
         100, 0},
        {"the server asks for too much", "HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\n",
         GISA_FAULT_NONE, 1, -1, 3600},
        {"a number out of this world", "HTTP/1.1 429 Slow\r\nRetry-After: 99999999999999\r\n",
         GISA_FAULT_NONE, 1, -1, 30 * 86400},
        {"the last try of a server that is asked too much", "HTTP/1.1 429 Slow\r\n",
         GISA_FAULT_NONE, 3, -1, 600},
        {"and of one that says when, soon", "HTTP/1.1 503 No\r\nRetry-After: 7\r\n",
         GISA_FAULT_NONE, 3, -1, 0},
        {"a word", "HTTP/1.1 429 Slow\r\nRetry-After: soon\r\n", GISA_FAULT_NONE, 1, 100, 0},
    };
    const gisa_fetch_opts opts = {.tries = 3, .retry_ms = 100, .wait_max_ms = 60000};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_fetch_job *job = job_at("http://a.example/a");
        answer(job, rows[i].head, rows[i].fault);
        if (rows[i].fault != GISA_FAULT_NONE) job->exchange->fault = rows[i].fault;
        job->tries = rows[i].tries;
        EQUAL(gisa_fetch_job_retry_after(job, &opts, 1000), rows[i].want, rows[i].name);
        EQUAL(job->rest_s, rows[i].rest_s, rows[i].name);
        gisa_fetch_job_close(job);
    }
}

int main(void)
{
    test_redirects();
    test_chain();
    test_retries();
    return test_end();
}
