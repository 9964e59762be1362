#include "ingest/fetch/robots.h"

#include "base/buf.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *robots, *agent, *url;
    bool allow;
} rows[] = {
    {"no rules", "", "gisa", "/a", true},
    {"everything is closed", "User-agent: *\nDisallow: /\n", "gisa", "/a", false},
    {"but robots.txt itself", "User-agent: *\nDisallow: /\n", "gisa", "/robots.txt", true},
    {"an empty Disallow closes nothing", "User-agent: *\nDisallow:\n", "gisa", "/a", true},
    {"the own group goes before the star",
     "User-agent: *\nDisallow: /\n\nUser-agent: gisa\nAllow: /\n", "gisa", "/a", true},
    {"an own group without rules opens everything",
     "User-agent: *\nDisallow: /\nUser-agent: gisa\n", "gisa", "/a", true},
    {"groups of one agent are joined",
     "User-agent: gisa\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: gisa\n"
     "Disallow: /b\n",
     "gisa", "/b", false},
    {"several agents share a group", "User-agent: x\nUser-agent: gisa\nDisallow: /a\n", "gisa",
     "/a", false},
    {"an unknown line does not part agents and rules",
     "User-agent: gisa\nFoo: bar\nUser-agent: x\nDisallow: /a\n", "gisa", "/a", false},
    {"names in any case", "uSeR-aGeNt: GISA\ndIsAlLoW: /a\n", "Gisa", "/a", false},
    {"a version after the name", "User-agent: gisa/2.0\nDisallow: /a\n", "gisa", "/a", false},
    {"a whole User-Agent", "User-agent: gisa\nDisallow: /a\n", "gisa/0.1 (+https://x)", "/a",
     false},
    {"a digit in the name", "User-agent: MJ12bot\nDisallow: /a\n", "mj12bot", "/a", false},
    {"a name that is only a prefix", "User-agent: gisabot\nDisallow: /a\n", "gisa", "/a", true},
    {"a rule before any agent", "Disallow: /a\nUser-agent: *\n", "gisa", "/a", true},
    {"the longest rule decides", "User-agent: *\nAllow: /a/b\nDisallow: /a\n", "gisa", "/a/b/c",
     true},
    {"in any order", "User-agent: *\nDisallow: /a/b\nAllow: /a\n", "gisa", "/a/b/c", false},
    {"Allow wins at equal length", "User-agent: *\nDisallow: /a\nAllow: /a\n", "gisa", "/a", true},
    {"a longer rule after two of one length",
     "User-agent: *\nAllow: /a\nDisallow: /a\nDisallow: /a/b\n", "gisa", "/a/b", false},
    {"Allow after two that close", "User-agent: *\nDisallow: /a\nDisallow: /a\nAllow: /a\n", "gisa",
     "/a", true},
    {"tabs for colons", "User-agent\tgisa\nDisallow\t/a\n", "gisa", "/a", false},
    {"a rule is a prefix", "User-agent: *\nDisallow: /fish\n", "gisa", "/fishheads/x.html", false},
    {"paths have case", "User-agent: *\nDisallow: /fish\n", "gisa", "/Fish", true},
    {"a star", "User-agent: *\nDisallow: /*.php\n", "gisa", "/x/y.php?z", false},
    {"a dollar sign", "User-agent: *\nDisallow: /*.php$\n", "gisa", "/y.php?z", true},
    {"a dollar sign at the end", "User-agent: *\nDisallow: /*.php$\n", "gisa", "/y.php", false},
    {"a dollar sign elsewhere is itself", "User-agent: *\nDisallow: /a$b\n", "gisa", "/a$bc",
     false},
    {"the front page alone", "User-agent: *\nAllow: /$\nDisallow: /\n", "gisa", "/", true},
    {"and nothing else", "User-agent: *\nAllow: /$\nDisallow: /\n", "gisa", "/page", false},
    {"an encoded star is itself", "User-agent: *\nDisallow: /a%2Ab\n", "gisa", "/a*b", false},
    {"and no wildcard", "User-agent: *\nDisallow: /a%2Ab\n", "gisa", "/axb", true},
    {"an encoded letter in the rule", "User-agent: *\nDisallow: /%62%61%7A\n", "gisa", "/baz",
     false},
    {"an encoded letter in the URL", "User-agent: *\nDisallow: /baz\n", "gisa", "/%62az", false},
    {"Hangul in the rule", "User-agent: *\nDisallow: /기사\n", "gisa", "/%ea%b8%b0%ec%82%ac/1",
     false},
    {"Hangul in the URL", "User-agent: *\nDisallow: /%EA%B8%B0\n", "gisa", "/기사", false},
    {"an encoded slash is no slash", "User-agent: *\nDisallow: /a/b\n", "gisa", "/a%2Fb", true},
    {"but in a query", "User-agent: *\nDisallow: /?u=http://x\n", "gisa", "/?u=http%3A%2F%2Fx",
     false},
    {"comments", "User-agent: * # all\nDisallow: /a # here\n", "gisa", "/a", false},
    {"CR line ends", "User-agent: *\rDisallow: /a\r", "gisa", "/a", false},
    {"a byte order mark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a\n", "gisa", "/a", false},
    {"spaces everywhere", "  User-agent :  *  \n  Disallow :  /a  \n", "gisa", "/a", false},
    {"a whole URL", "User-agent: *\nDisallow: /a\n", "gisa", "https://x.example:8080/a?b", false},
    {"a host alone", "User-agent: *\nDisallow: /$\n", "gisa", "http://x.example", false},
    {"a query after the host", "User-agent: *\nDisallow: /?\n", "gisa", "http://x.example?a",
     false},
    {"a fragment does not count", "User-agent: *\nDisallow: /a$\n", "gisa", "/a#b", false},
    {"a page instead of rules", "<html><p>Disallow: /a</p></html>", "gisa", "/a", true},
};

static void test_rows(void)
{
    gisa_robots r = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        WENT(gisa_robots_parse(gisa_str_from(rows[i].robots), gisa_str_from(rows[i].agent), &r,
                               &err),
             err, rows[i].name);
        EQUAL(gisa_robots_allows(&r, gisa_str_from(rows[i].url)), rows[i].allow, rows[i].name);
    }
    gisa_robots_clear(&r);
}

static void test_extras(void)
{
    gisa_robots r = {0};
    gisa_error err = {0};
    gisa_robots_parse(GISA_STR("Sitemap: http://a.example/s.xml\nUser-agent: *\nCrawl-delay: 1.5\n"
                               "User-agent: gisa\nDisallow: /x\nsitemap:/t.xml\n"),
                      GISA_STR("gisa"), &r, &err);
    EQUAL(r.n_sitemaps, 2, "sitemaps are outside of groups");
    SAME_C(r.sitemaps[1], "/t.xml", "and are kept as written");
    OK(!r.has_delay || r.delay_ms == 1500, "a delay belongs to its group");
    gisa_robots_parse(GISA_STR("User-agent: *\nCrawl-delay: 1.5\nDisallow:"), GISA_STR("gisa"), &r,
                      &err);
    OK(r.has_delay, "a delay is read");
    EQUAL(r.delay_ms, 1500, "with its fraction");
    gisa_robots_parse(GISA_STR("User-agent: *\nCrawl-delay: -1\nDisallow:"), GISA_STR("gisa"), &r,
                      &err);
    OK(!r.has_delay, "a negative delay is none");
    gisa_robots_clear(&r);
}

static void test_limit(void)
{
    gisa_buf file = {0};
    gisa_robots r = {0};
    gisa_error err = {0};
    gisa_buf_add_c(&file, "User-agent: *\nDisallow: /early\n");
    while (file.n < GISA_ROBOTS_MAX - 10) gisa_buf_add_char(&file, '#');
    gisa_buf_add_c(&file, "\nDisallow: /late\n");
    WENT(gisa_robots_parse(gisa_buf_view(&file), GISA_STR("gisa"), &r, &err), err, "a large file");
    EQUAL(r.n_rules, 1, "is read up to the limit, and no rule is cut in half");
    gisa_buf_clear(&file);
    gisa_robots_clear(&r);
}

static void test_memory(void)
{
    gisa_robots r = {0};
    gisa_error err;
    gisa_str file = GISA_STR("User-agent: *\nDisallow: /a\nSitemap: /b\n");
    size_t wrong = 0, failures = 0;
    for (uint64_t allowed = 0; allowed < 8; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_robots_parse(file, GISA_STR("gisa"), &r, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st != GISA_OK && st != GISA_ENOMEM) wrong++;
        failures += st == GISA_ENOMEM;
        gisa_robots_clear(&r);
    }
    OK(failures > 0, "allocations fail");
    EQUAL(wrong, 0, "cleanly");
}

/* Saved by an editor as UTF-16 or UTF-32, in both orders and with a mark or without. */
static void test_wide(void)
{
    static const char text[] = "User-agent: *\nDisallow: /x\n";
    for (size_t width = 2; width <= 4; width += 2) {
        for (int big = 0; big < 2; big++) {
            for (size_t from = 0; from < 2; from++) {
                gisa_buf wide = {0};
                gisa_robots r = {0};
                gisa_error err = {0};
                gisa_str rest = gisa_str_from(text);
                char unit[4] = {0};
                unit[big ? width - 2 : 1] = (char)0xFE;
                unit[big ? width - 1 : 0] = (char)0xFF;
                if (from == 0) gisa_buf_add(&wide, (gisa_str){unit, width});
                for (size_t i = 0; i < rest.n; i++) {
                    memset(unit, 0, sizeof unit);
                    unit[big ? width - 1 : 0] = rest.p[i];
                    gisa_buf_add(&wide, (gisa_str){unit, width});
                }
                WENT(gisa_robots_parse(gisa_buf_view(&wide), GISA_STR("gisa"), &r, &err), err,
                     "wide characters are read");
                OK(!gisa_robots_allows(&r, GISA_STR("/x")), "and their rules are kept to");
                OK(gisa_robots_allows(&r, GISA_STR("/y")), "and no others");
                gisa_robots_clear(&r);
                gisa_buf_clear(&wide);
            }
        }
    }
}

/* Who a rule is for when other lines stand between the names and it. */
static void test_heads(void)
{
    static const struct {
        const char *name, *text;
        bool allowed;
    } heads[] = {
        {"a delay ends the names of a group",
         "User-agent: *\nCrawl-delay: 1\nUser-agent: bad\nDisallow: /\n", true},
        {"so does a signal about content",
         "User-agent: *\nContent-Signal: ai-train=no\nUser-agent: bad\nDisallow: /\n", true},
        {"and one about its usage",
         "User-agent: *\nContent-Usage: train-ai=n\nUser-agent: bad\nDisallow: /\n", true},
        {"a sitemap does not",
         "User-agent: *\nSitemap: http://a.example/s\nUser-agent: bad\nDisallow: /\n", false},
        {"nor does a host", "User-agent: *\nHost: a.example\nUser-agent: bad\nDisallow: /\n",
         false},
        {"nor what nobody knows", "User-agent: *\nFoo: 1\nUser-agent: bad\nDisallow: /\n", false},
        {"a name without its colon is one", "user-agent gisa\nDisallow: /\n", false},
        {"as is a rule", "User-agent: *\nDisallow /\n", false},
        {"a colon in an address is none of a name", "User-agent: *\nDisallow /x:y\n", true},
    };
    gisa_robots r = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        gisa_robots_parse(gisa_str_from(heads[i].text), GISA_STR("gisa"), &r, &err);
        EQUAL(gisa_robots_allows(&r, GISA_STR("/news/1")), heads[i].allowed, heads[i].name);
    }
    const gisa_robots_rule *rule = NULL;
    gisa_robots_parse(GISA_STR("# x\r\nUser-agent: *\r\n\r\nDisallow: /n\r\n"), GISA_STR("gisa"),
                      &r, &err);
    OK(!gisa_robots_decide(&r, GISA_STR("/news/1"), &rule), "a rule decides");
    EQUAL(rule ? rule->line : 0, 4, "its line is known");
    EQUAL(rule ? rule->agent_line : 0, 2, "and that of its group");
    OK(gisa_robots_decide(&r, GISA_STR("/x"), &rule) && !rule, "or none does");
    gisa_robots_clear(&r);
}

int main(void)
{
    test_heads();
    test_rows();
    test_extras();
    test_limit();
    test_memory();
    test_wide();
    return test_end();
}
