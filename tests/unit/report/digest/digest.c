#include "report/digest/digest.h"

#include "tests/unit/press.h"

static void test_gather(gisa_store *s)
{
    gisa_digest d = {0};
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8) + 2, .tokenizer = press_tokenizer()};
    gisa_error err;
    EQUAL(gisa_digest_run(s, &opts, &d, &err), GISA_OK, "the week of the ban");
    EQUAL(d.from_day, press_day(8), "from its Monday");
    EQUAL(d.to_day, press_day(8) + 6, "to its Sunday");
    EQUAL(d.articles, 12, "its articles");
    EQUAL(d.n_outlets, 3, "its outlets");
    uint64_t sum = 0;
    for (size_t i = 0; i < d.n_outlets; i++) sum += d.outlets[i].articles;
    EQUAL(sum, d.articles, "which wrote all of them");
    OK(d.topics.n > 0 && d.rising.n_up > 0, "themes and names are there");
    OK(d.topics.base_articles == d.rising.base_total, "against the same past");
    opts.day = press_day(30);
    EQUAL(gisa_digest_run(s, &opts, &d, &err), GISA_END, "a week without articles has no digest");
    gisa_digest_clear(&d);
}

int main(void)
{
    press p;
    if (!press_open(&p)) return 2;
    test_gather(p.store);
    press_close(&p);
    return test_end();
}
