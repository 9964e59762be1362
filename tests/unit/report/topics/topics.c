#include "report/topics/topics.h"

#include "tests/unit/press.h"

static gisa_topics_opts week(int w)
{
    return (gisa_topics_opts){.tokenizer = press_tokenizer(),
                              .days = {true, true, press_day(w), press_day(w) + 6}};
}

static void test_against_before(gisa_store *s)
{
    gisa_topics t = {0};
    gisa_topics_opts opts = week(8);
    gisa_error err;
    WENT(gisa_topics_run(s, &opts, &t, &err), err, "the week of the ban");
    EQUAL(t.articles, 12, "all its articles are looked at");
    EQUAL(t.base_articles, 48, "and all before it");
    OK(t.n > 0, "there is a theme");
    if (t.n) {
        OK(gisa_str_is(t.items[0].labels[0], "접속차단") ||
               gisa_str_is(t.items[0].labels[0], "성춘향"),
           "what nobody wrote of before leads");
        OK(t.items[0].articles >= 4, "its articles are counted");
        EQUAL(t.items[0].outlets, 3, "and its outlets");
        EQUAL(t.items[0].lead_base, 0, "it was not there before");
        OK(gisa_str_has(t.items[0].headlines[0].title, GISA_STR("딥시크")), "a headline says it");
    }
    for (size_t i = 0; i < t.n; i++)
        for (size_t k = 0; k < t.items[i].n_labels; k++)
            OK(!gisa_str_is(t.items[i].labels[k], "소식"), "what is in every week is no theme");
    gisa_topics_clear(&t);
}

static void test_base_days(gisa_store *s)
{
    gisa_topics t = {0};
    gisa_topics_opts opts = week(9);
    gisa_error err;
    opts.base_days = 7;
    WENT(gisa_topics_run(s, &opts, &t, &err), err, "the week after, against the week before");
    EQUAL(t.base_articles, 12, "only the week before is the background");
    for (size_t i = 0; i < t.n; i++)
        OK(!gisa_str_is(t.items[i].labels[0], "접속차단"),
           "what was as frequent before is no news");
    gisa_topics_clear(&t);
}

static void test_empty(gisa_store *s)
{
    gisa_topics t = {0};
    gisa_topics_opts opts = week(40);
    gisa_error err;
    WENT(gisa_topics_run(s, &opts, &t, &err), err, "a week without articles");
    EQUAL(t.n, 0, "has no theme");
    gisa_topics_clear(&t);
    opts = week(8);
    opts.limit = 1;
    WENT(gisa_topics_run(s, &opts, &t, &err), err, "a limit");
    OK(t.n == 1, "holds");
    gisa_topics_clear(&t);
}

int main(void)
{
    press p;
    if (!press_open(&p)) return 2;
    test_against_before(p.store);
    test_base_days(p.store);
    test_empty(p.store);
    press_close(&p);
    return test_end();
}
