#include "report/digest/digest.h"

#include "report/digest/digest_inside.h"
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

static void test_clip(void)
{
    static const struct {
        const char *name, *text;
        size_t chars;
        const char *want;
    } rows[] = {
        {"a short text stays", "짧은 글", 10, "짧은 글"},
        {"a long one is cut at a blank", "아주 긴 문장을 자른다", 9, "아주 긴 문장을…"},
        {"without a blank inside a word", "가나다라마바사", 4, "가나다…"},
        {"nothing stays nothing", "", 5, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_arena arena = {0};
        gisa_str out;
        OK(gisa_digest_clip(&arena, gisa_str_from(rows[i].text), rows[i].chars, &out) == GISA_OK,
           rows[i].name);
        SAME_C(out, rows[i].want, rows[i].name);
        gisa_arena_clear(&arena);
    }
}

int main(void)
{
    press p;
    if (!press_open(&p)) return 2;
    test_gather(p.store);
    test_clip();
    press_close(&p);
    return test_end();
}
