#include "report/digest/digest.h"

#include "tests/unit/press.h"

int main(void)
{
    press p;
    gisa_digest d = {0};
    gisa_error err;
    if (!press_open(&p)) return 2;
    tiny_add(p.store,
             press_record("z1", 8, 6, "ilbo", "딥시크 접속차단 확산 조짐", "딥시크 소식."));
    tiny_add(p.store,
             press_record("z2", 8, 6, "ilbo", "별난 제목",
                          "(한빛시=한빛통신) 성춘향 기자 = 한빛시는 새 도서관을 연다고 오늘 아침 "
                          "시청에서 널리 알렸다고 밝혔다. 둘째 문장은 없어도 된다."));
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8), .tokenizer = press_tokenizer()};
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "the week of the ban");
    EQUAL(d.n_stories, 8, "eight stories are shown");
    OK(d.all_stories < d.articles, "articles with nearly the same headline are one story");
    OK(d.n_stories && gisa_str_has(d.stories[0].lead.title, GISA_STR("딥시크")),
       "the week's matter leads");
    size_t joined = 0;
    for (size_t i = 0; i < d.n_stories; i++) {
        const gisa_story *s = &d.stories[i];
        OK(s->outlets <= s->articles && s->articles >= 1, "counts make sense");
        OK(i == 0 || s->lead.day >= press_day(8), "and days lie in the week");
        if (!gisa_str_is(s->lead.title, "딥시크 접속차단 확산")) continue;
        joined++;
        EQUAL(s->articles, 2, "the later headline joined the earlier one");
        OK(s->first_known, "which broke the story");
        OK(s->n_carriers == 1 && gisa_str_is(s->carriers[0], "ilbo"), "the other outlet is named");
    }
    EQUAL(joined, 1, "the story is reported once");
    gisa_digest_clear(&d);
    opts.query = GISA_STR("outlet:ilbo 별난");
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "a digest of a query");
    OK(d.n_stories == 1 && gisa_str_starts(d.stories[0].snippet, GISA_STR("한빛시는 새 도서관을")),
       "a wire's opening line is no part of the story");
    OK(d.n_stories == 1 && !gisa_str_has(d.stories[0].snippet, GISA_STR("둘째")),
       "one sentence is enough");
    gisa_digest_clear(&d);
    press_close(&p);
    return test_end();
}
