#include "ingest/fetch/contact.h"

#include "tests/unit/test.h"

static void test_loopback(void)
{
    static const struct {
        const char *host;
        bool ours;
    } rows[] = {
        {"127.0.0.1", true},
        {"127.9.8.7:80", true},
        {"localhost:8080", true},
        {"news.localhost", true},
        {"[::1]", true},
        {"[::1]:80", true},
        {"128.0.0.1", false},
        {"127.0.0.1.example", false},
        {"[::2]:80", false},
        {"localhost.example", false},
        {"notlocalhost", false},
        {"[127.0.0.1]", false},
        {"127.1", false},
        {"", false},
        {"[]", false},
        {"[::1", false},
        {"::1", false},
        {"127.0.0.1000000000000000000000000000000000000000000000000000000000000", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(gisa_host_is_loopback(gisa_str_from(rows[i].host)), rows[i].ours, rows[i].host);
}

static void test_wanted(void)
{
    gisa_seed seeds[] = {{.url = GISA_STR("http://127.0.0.1:80/rss")},
                         {.url = GISA_STR("http://a.example/rss")}};
    gisa_source s = {.seeds = seeds, .n_seeds = 1};
    OK(!gisa_contact_is_wanted(&s, NULL), "this machine needs nobody");
    s.n_seeds = 2;
    OK(gisa_contact_is_wanted(&s, NULL), "another one does");
    OK(!gisa_contact_is_wanted(&s, "127.0.0.1:8080"), "unless this one answers for it");
    s.n_seeds = 1;
    OK(gisa_contact_is_wanted(&s, "a.example:80"), "and a mirror elsewhere is elsewhere");
}

static void test_words(void)
{
    static const struct {
        const char *agent, *contact, *said;
    } rows[] = {
        {"gisa/0.1 (crawler)", "me@a.example", "gisa/0.1 (crawler; me@a.example)"},
        {"FooBot", "https://a.example/", "FooBot (https://a.example/)"},
        {"FooBot (+me@a.example)", "me@a.example", "FooBot (+me@a.example)"},
        {"FooBot", "", "FooBot"},
    };
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&out);
        gisa_contact_add_agent(gisa_str_from(rows[i].agent), gisa_str_from(rows[i].contact), &out);
        SAME_C(gisa_buf_view(&out), rows[i].said, rows[i].agent);
    }
    gisa_buf_reset(&out);
    gisa_contact_add_info(GISA_STR("A (b@c.example)"), GISA_STR("b@c.example"), &out);
    SAME_C(gisa_buf_view(&out),
           "software: gisa\r\noperator: b@c.example\r\n"
           "http-header-user-agent: A (b@c.example)\r\nrobots: RFC 9309\r\n",
           "what a warcinfo record says");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_loopback();
    test_wanted();
    test_words();
    return test_end();
}
