#include "ingest/site/profile.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const char bogi[] = "# a comment\n"
                           "name: bogi\r\n"
                           "outlet: 보기일보\n"
                           "hosts: bogi.example  press.example\n"
                           "hosts: m.bogi.example\n"
                           "confirmed: yes\n"
                           "\n"
                           "feed: https://bogi.example/rss.xml\n"
                           "feed:https://bogi.example/economy.xml\n"
                           "sitemap: https://bogi.example/sitemap.xml\n"
                           "delay: 0.5\n"
                           "body: #article\n"
                           "body: .view\n"
                           "title: h1.title, meta[property='og:title']@content\n";

static void test_keys(gisa_profiles *p)
{
    gisa_error err = {0};
    WENT(gisa_profiles_add(p, "bogi.profile", gisa_str_from(bogi), &err), err, "a profile is read");
    const gisa_profile *one = gisa_profiles_named(p, GISA_STR("bogi"));
    if (!OK(one != NULL, "a profile is found by its name")) return;
    SAME_C(one->outlet_name, "보기일보", "the name as printed");
    EQUAL(one->n_hosts, 3, "hosts of two lines add up");
    SAME_C(one->hosts[2], "m.bogi.example", "in order");
    EQUAL(one->n_feeds, 2, "feeds add up");
    SAME_C(one->feeds[1], "https://bogi.example/economy.xml",
           "a value may follow the colon at once");
    EQUAL(one->n_sitemaps, 1, "sitemaps too");
    EQUAL(one->delay_ms, 500, "the delay is in seconds");
    OK(one->confirmed && !one->portal, "flags");
    OK(one->parts[GISA_PART_BODY] && one->parts[GISA_PART_TITLE], "selectors are compiled");
    OK(!one->parts[GISA_PART_NOISE], "what is not stated is NULL");
    OK(!gisa_profiles_named(p, GISA_STR("bog")), "a name's beginning is no name");
}

static const struct {
    const char *name, *host, *want; /* want NULL: none */
} hosts[] = {
    {"the host itself", "bogi.example", "bogi"},
    {"in upper case", "BOGI.Example", "bogi"},
    {"a host below it", "www.news.bogi.example", "bogi"},
    {"a host that only ends alike", "xbogi.example", NULL},
    {"the parent of a host", "example", NULL},
    {"the longest host wins", "local.press.example", "local"},
    {"below the longest, too", "a.local.press.example", "local"},
    {"of equal hosts the profile added last wins", "m.bogi.example", "local"},
    {"no host", "", NULL},
};

static void test_hosts(gisa_profiles *p)
{
    gisa_profiles_add(p, "local.profile",
                      GISA_STR("name: local\nhosts: local.press.example m.bogi.example\n"), NULL);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        const gisa_profile *found = gisa_profiles_find(p, gisa_str_from(hosts[i].host));
        SAME_C(found ? found->name : GISA_NONE, hosts[i].want, hosts[i].name);
    }
}

static const struct {
    const char *name, *text, *says;
} wrong[] = {
    {"an unknown key", "name: a\nhosts: a.example\ncolour: red\n", "x.profile:3:"},
    {"a line without a colon", "name a\n", "x.profile:1:"},
    {"a key without a value", "name:\n", "x.profile:1:"},
    {"a flag that is neither yes nor no", "name: a\nportal: maybe\n", "x.profile:2:"},
    {"a delay that is no number", "delay: soon\n", "x.profile:1:"},
    {"a negative delay", "delay: -1\n", "x.profile:1:"},
    {"a delay of more than a day", "delay: 86401\n", "x.profile:1:"},
    {"a selector that does not parse", "\n# c\nbody: div > p\n", "x.profile:3:"},
    {"no name", "hosts: a.example\n", "needs name and hosts"},
    {"no hosts", "name: a\n", "needs name and hosts"},
    {"nothing", "", "needs name and hosts"},
};

static void test_wrong(gisa_profiles *p)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gisa_error err = {0};
        EQUAL(gisa_profiles_add(p, "x.profile", gisa_str_from(wrong[i].text), &err), GISA_EINVAL,
              wrong[i].name);
        OK(strstr(err.text, wrong[i].says), wrong[i].name);
        OK(!gisa_profiles_named(p, GISA_STR("a")), "a wrong profile is not added");
    }
}

/* Profiles that ship are in order of name, and each is found by its own name and hosts. */
static void test_shipped(const gisa_profiles *p)
{
    const gisa_profile *one, *before = NULL;
    size_t n = 0, unlike = 0;
    for (; (one = gisa_profiles_at(p, n)); n++) {
        unlike += gisa_profiles_named(p, one->name) != one;
        for (size_t i = 0; i < one->n_hosts; i++)
            unlike += gisa_profiles_find(p, one->hosts[i]) != one;
        unlike += before && gisa_str_cmp(before->name, one->name) >= 0;
        before = one;
    }
    EQUAL(unlike, 0, "shipped profiles are in order, and no two claim one host");
    OK(!gisa_profiles_at(p, n) && !gisa_profiles_at(p, n + 9), "after the last there is none");
}

static const struct {
    const char *name, *url, *want;
} urls[] = {
    {"host and path", "https://www.bogi.example/news/1", "www.bogi.example"},
    {"a port", "http://bogi.example:8080/", "bogi.example"},
    {"a user", "http://me:secret@bogi.example/", "bogi.example"},
    {"an at sign after the host", "http://bogi.example/a@b", "bogi.example"},
    {"a query without a path", "http://bogi.example?u=http://a.example/", "bogi.example"},
    {"a fragment without a path", "http://bogi.example#a", "bogi.example"},
    {"nothing after the slashes", "http://", ""},
    {"no scheme", "bogi.example/news", NULL},
    {"nothing", "", NULL},
};

static void test_urls(void)
{
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        SAME_C(gisa_url_host(gisa_str_from(urls[i].url)), urls[i].want, urls[i].name);
    OK(!gisa_url_host(GISA_NONE).p, "an unknown address has no host");
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 10000; allowed++) {
        gisa_profiles *p = NULL;
        gisa_mem_fail_after(allowed);
        st = gisa_profiles_open(&p, &err);
        if (st >= 0) st = gisa_profiles_add(p, "bogi.profile", gisa_str_from(bogi), &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_profiles_close(p);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    gisa_profiles *p = NULL;
    gisa_error err = {0};
    if (WENT(gisa_profiles_open(&p, &err), err, "the shipped profiles are read")) {
        test_shipped(p);
        test_keys(p);
        test_hosts(p);
        test_wrong(p);
    }
    gisa_profiles_close(p);
    test_urls();
    test_memory();
    return test_end();
}
