#include "ingest/fetch/rights_signal.h"

#include "tests/unit/test.h"

static void test_heads(void)
{
    static const struct {
        const char *name, *field, *training; /* NULL: unknown */
        bool noindex;
        const char *by;
    } rows[] = {
        {"nothing said", "Date: now", NULL, false, NULL},
        {"a reservation", "tdm-reservation: 1", "prohibited", false, "TDM-Reservation"},
        {"no reservation", "TDM-Reservation: 0", "allowed", false, NULL},
        {"neither 0 nor 1", "TDM-Reservation: yes", NULL, false, NULL},
        {"noai", "X-Robots-Tag: noai, noimageai", "prohibited", false, "X-Robots-Tag"},
        {"noindex says nothing of training", "X-Robots-Tag: noindex", NULL, true, NULL},
        {"a directive for somebody else", "X-Robots-Tag: otherbot: noindex, noai", NULL, false,
         NULL},
        {"a directive for us", "X-Robots-Tag: gisa: noai", "prohibited", false, "X-Robots-Tag"},
        {"a directive with a value", "X-Robots-Tag: max-snippet: 20", NULL, false, NULL},
        {"what forbids goes before", "TDM-Reservation: 1\r\nTDM-Reservation: 0", "prohibited",
         false, "TDM-Reservation"},
        {"in any order", "TDM-Reservation: 0\r\nX-Robots-Tag: noai", "prohibited", false,
         "X-Robots-Tag"},
        {"what the fetcher added", "X-Archive-TDM-Reservation: 1", "prohibited", false,
         "tdmrep.json"},
        {"a page closed to one that trains", "X-Archive-Closed-To: PerplexityBot GPTBot",
         "prohibited", false, "robots.txt"},
        {"a page closed to one that searches", "X-Archive-Closed-To: PerplexityBot", NULL, false,
         NULL},
        {"a signal of robots.txt", "X-Archive-Content-Signal: ai-train=no", "prohibited", false,
         "robots.txt"},
        {"one that allows", "X-Archive-Content-Signal: ai-train=yes", "allowed", false, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char head[256];
        snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\n%s\r\n", rows[i].field);
        gisa_rights_signals s = gisa_rights_signals_find(gisa_str_from(head));
        SAME(s.ai_training, gisa_str_from(rows[i].training), rows[i].name);
        EQUAL(s.noindex, rows[i].noindex, rows[i].name);
        SAME(gisa_str_from(s.by), gisa_str_from(rows[i].by), "what forbids it is named");
    }
    gisa_rights_signals s = gisa_rights_signals_find(
        GISA_STR("HTTP/1.1 200 OK\r\nTDM-Policy: http://a/p\r\n"));
    SAME_C(s.policy, "http://a/p", "the policy is found");
}

static void test_tdmrep(void)
{
    gisa_tdmrep t = {0};
    gisa_error err = {0};
    WENT(gisa_tdmrep_parse(GISA_STR("[{\"location\": \"/news/open/\", \"tdm-reservation\": 0},"
                                    "{\"location\": \"/news/\", \"tdm-reservation\": 1,"
                                    " \"tdm-policy\": \"http://a/p.json\"},"
                                    "{\"location\": \"/*.pdf$\", \"tdm-reservation\": 1},"
                                    "{\"location\": 3}, \"x\", {\"tdm-reservation\": 1}]"),
                           &t, &err),
         err, "a file of rules");
    EQUAL(t.n, 3, "what is no rule is passed over");
    const gisa_tdm_rule *rule = gisa_tdmrep_find(&t, GISA_STR("/news/1"));
    OK(rule && rule->reserved, "a location is a prefix");
    SAME_C(rule->policy, "http://a/p.json", "with its policy");
    rule = gisa_tdmrep_find(&t, GISA_STR("/news/open/1"));
    OK(rule && !rule->reserved, "the first that fits decides");
    OK(gisa_tdmrep_find(&t, GISA_STR("/x/y.pdf")), "patterns are those of robots.txt");
    OK(!gisa_tdmrep_find(&t, GISA_STR("/x/y.pdf?a")), "with their end");
    OK(!gisa_tdmrep_find(&t, GISA_STR("/")), "and elsewhere nothing is said");
    EQUAL(gisa_tdmrep_parse(GISA_STR("<html>"), &t, &err), GISA_EINVAL,
          "a page is no file of rules");
    EQUAL(gisa_tdmrep_parse(GISA_STR("{}"), &t, &err), GISA_EINVAL, "nor is an object");
    EQUAL(t.n, 0, "and leaves no rule");
    gisa_tdmrep_parse(GISA_STR("[{\"location\": \"/\", \"tdm-reservation\": 1,"
                               "\"tdm-policy\": \"a\\r\\nX: y\"}]"),
                      &t, &err);
    SAME(t.rules[0].policy, GISA_NONE, "a policy cannot smuggle a header field");
    gisa_tdmrep_clear(&t);
}

int main(void)
{
    test_heads();
    test_tdmrep();
    return test_end();
}
