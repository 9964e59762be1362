#include "ingest/fetch/host.h"

#include "tests/unit/test.h"

static void test_robots(void)
{
    static const struct {
        const char *name;
        int status;
        gisa_host_state state;
        size_t rules;
    } rows[] = {
        {"a good answer is kept to", 200, GISA_HOST_POLICY, 1},
        {"no robots.txt opens everything", 404, GISA_HOST_POLICY, 0},
        {"so does a forbidden one", 403, GISA_HOST_POLICY, 0},
        {"so does a redirect to nowhere", 302, GISA_HOST_POLICY, 0},
        {"a server error closes everything", 503, GISA_HOST_CLOSED, 0},
        {"so does too many requests", 429, GISA_HOST_CLOSED, 0},
        {"so does no answer", 0, GISA_HOST_CLOSED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_host *h = NULL;
        gisa_error err = {0};
        const gisa_host_answer answer = {rows[i].status, GISA_STR("User-agent: *\nDisallow: /a\n"),
                                         "why"};
        WENT(gisa_host_open(GISA_STR("http://a.example"), &h, &err), err, "a host");
        WENT(gisa_host_take_robots(h, &answer, "gisa", &err), err, rows[i].name);
        EQUAL(h->state, rows[i].state, rows[i].name);
        EQUAL(h->robots.n_rules, rows[i].rules, rows[i].name);
        gisa_host_close(h);
    }
}

static void test_rest(void)
{
    gisa_host *h = NULL;
    gisa_error err = {0};
    WENT(gisa_host_open(GISA_STR("http://a.example"), &h, &err), err, "a host");
    gisa_host_rest(h, 7200, "HTTP status 429");
    EQUAL(h->state, GISA_HOST_CLOSED, "a host that asks for a rest is closed");
    EQUAL(h->rest_s, 7200, "for so long");
    OK(strstr(h->reason, "7200 s: HTTP status 429"), "and its reason says so");
    gisa_host_close(h);
}

static void test_delay(void)
{
    static const struct {
        const char *name;
        int64_t said, crawl, want; /* -1: not said */
    } rows[] = {
        {"nobody says anything", -1, -1, 700},
        {"the source says less than the default", 10, -1, 10},
        {"robots.txt says nothing must be waited for", -1, 0, 0},
        {"robots.txt asks for more", 10, 2000, 2000},
        {"the source is more polite", 5000, 2000, 5000},
        {"robots.txt asks for a day", -1, 86400000, GISA_DELAY_MAX_MS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_host h = {.said_ms = rows[i].said,
                       .robots = {.has_delay = rows[i].crawl >= 0, .delay_ms = rows[i].crawl}};
        EQUAL(gisa_host_delay(&h, 700), rows[i].want, rows[i].name);
    }
}

static void test_failures(void)
{
    gisa_host h = {.state = GISA_HOST_READY};
    gisa_host_note(&h, false, "x");
    gisa_host_note(&h, false, "x");
    gisa_host_note(&h, true, "");
    gisa_host_note(&h, false, "x");
    gisa_host_note(&h, false, "x");
    EQUAL(h.state, GISA_HOST_READY, "an answer starts the count anew");
    gisa_host_note(&h, false, "no route");
    EQUAL(h.state, GISA_HOST_CLOSED, "three failures in a row close the host");
    OK(strstr(h.reason, "no route"), "and the last reason is given");
}

static void test_policy(void)
{
    gisa_host *h = NULL;
    gisa_error err = {0};
    gisa_buf out = {0};
    const gisa_host_answer answer = {
        200,
        GISA_STR("[{\"location\": \"/news/\", \"tdm-reservation\": 1, \"tdm-policy\": \"/p\"}]"),
        ""};
    WENT(gisa_host_open(GISA_STR("http://a.example"), &h, &err), err, "a host");
    WENT(gisa_host_take_policy(h, &answer, &err), err, "its tdmrep.json");
    EQUAL(h->state, GISA_HOST_READY, "now it is ready");
    gisa_host_add_tdm(h, GISA_STR("http://a.example/news/1"), GISA_STR("HTTP/1.1 200 OK\r\n"),
                      &out);
    SAME_C(gisa_buf_view(&out), "X-Archive-TDM-Reservation: 1\r\nX-Archive-TDM-Policy: /p\r\n",
           "a page that it covers says so");
    gisa_buf_reset(&out);
    gisa_host_add_tdm(h, GISA_STR("http://a.example/"), GISA_STR("HTTP/1.1 200 OK\r\n"), &out);
    gisa_host_add_tdm(h, GISA_STR("http://a.example/news/1"),
                      GISA_STR("HTTP/1.1 200 OK\r\nTDM-Reservation: 0\r\n"), &out);
    EQUAL(out.n, 0, "a page that it does not cover, or that has its own, does not");
    gisa_buf_clear(&out);
    gisa_host_close(h);
}

static void test_reserves(void)
{
    static const struct {
        const char *name, *robots, *policy, *url, *want; /* want NULL: nothing reserves it */
    } rows[] = {
        {"a host that says nothing", "", "[]", "/1", NULL},
        {"a group of one that trains", "User-agent: GPTBot\nDisallow: /a/\n", "[]", "/a/1",
         "robots.txt"},
        {"elsewhere on it", "User-agent: GPTBot\nDisallow: /a/\n", "[]", "/b/1", NULL},
        {"one that searches", "User-agent: PerplexityBot\nDisallow: /\n", "[]", "/a/1", NULL},
        {"a signal", "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n", "[]", "/1",
         "robots.txt"},
        {"one that allows it", "User-agent: *\nContent-Signal: ai-train=yes\nAllow: /\n", "[]",
         "/1", NULL},
        {"a usage", "User-agent: *\nContent-Usage: train-ai=n\nAllow: /\n", "[]", "/1",
         "robots.txt"},
        {"a policy", "", "[{\"location\": \"/n/\", \"tdm-reservation\": 1}]", "/n/1",
         "tdmrep.json"},
        {"one that reserves nothing", "", "[{\"location\": \"/n/\", \"tdm-reservation\": 0}]",
         "/n/1", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_host *h = NULL;
        gisa_error err = {0};
        const char *by = "?";
        char url[64];
        const gisa_host_answer robots = {200, gisa_str_from(rows[i].robots), ""};
        const gisa_host_answer policy = {200, gisa_str_from(rows[i].policy), ""};
        snprintf(url, sizeof url, "http://a.example%s", rows[i].url);
        WENT(gisa_host_open(GISA_STR("http://a.example"), &h, &err), err, "a host");
        WENT(gisa_host_take_robots(h, &robots, "gisa", &err), err, "its robots.txt");
        WENT(gisa_host_take_policy(h, &policy, &err), err, "its tdmrep.json");
        WENT(gisa_host_reserves(h, gisa_str_from(url), &by, &err), err, rows[i].name);
        SAME(gisa_str_from(by), gisa_str_from(rows[i].want), rows[i].name);
        gisa_host_close(h);
    }
}

int main(void)
{
    test_robots();
    test_rest();
    test_delay();
    test_failures();
    test_policy();
    test_reserves();
    return test_end();
}
