#include "ingest/site/address_rule.h"

#include "tests/unit/test.h"

static void test_apply(void)
{
    gisa_str drop[] = {GISA_STR("ref*"), GISA_STR("page")}, keep[] = {GISA_STR("no")};
    const gisa_address_rules dropping = {.drop = drop, .n_drop = 2},
                             keeping = {.keep = keep, .n_keep = 1}, none = {0};
    const struct {
        const char *name;
        const gisa_address_rules *rules;
        const char *url, *left;
    } rows[] = {
        {"no rule", &none, "https://a.example/v?b=1&a=2", "https://a.example/v?b=1&a=2"},
        {"a parameter that does not matter", &dropping, "http://a.example/v?page=2&no=1",
         "http://a.example/v?no=1"},
        {"all that begin so", &dropping, "http://a.example/v?ref=1&no=1&referrer=x&page1=3",
         "http://a.example/v?no=1&page1=3"},
        {"none is left", &dropping, "http://a.example/v?page=2", "http://a.example/v"},
        {"a parameter that alone matters", &keeping, "http://a.example/v?a=1&no=7&b&none=3",
         "http://a.example/v?no=7"},
        {"no query", &keeping, "http://a.example/v", "http://a.example/v"},
    };
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WENT(gisa_address_rules_apply(rows[i].rules, gisa_str_from(rows[i].url), &out, &err), err,
             rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].left, rows[i].name);
    }
    gisa_buf_clear(&out);
}

static void test_hosts(void)
{
    static const char *const bad[] = {"m.a.example",
                                      "m.a.example ->",
                                      "-> a.example",
                                      "a.example/x -> b.example",
                                      "a.example -> b.example/",
                                      "a.example?b -> c.example"};
    gisa_arena arena = {0};
    gisa_address_rules r = {0};
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        EQUAL(gisa_address_rules_add_host(&r, gisa_str_from(bad[i]), &arena), GISA_SKIP, bad[i]);
    EQUAL(gisa_address_rules_add_host(&r, GISA_STR("M.a.example->www.a.example:8080"), &arena),
          GISA_OK, "a host for another");
    WENT(gisa_address_rules_apply(&r, GISA_STR("https://m.a.example/v?x=1"), &out, &err), err,
         "stands");
    SAME_C(gisa_buf_view(&out), "https://www.a.example:8080/v?x=1", "in its place");
    WENT(gisa_address_rules_apply(&r, GISA_STR("http://am.a.example/"), &out, &err), err, "no");
    SAME_C(gisa_buf_view(&out), "http://am.a.example/", "other one is changed");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&out);
}

int main(void)
{
    test_apply();
    test_hosts();
    return test_end();
}
