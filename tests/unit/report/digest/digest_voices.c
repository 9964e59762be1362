#include "report/digest/digest.h"

#include "base/utf8.h"
#include "tests/unit/press.h"

int main(void)
{
    press p;
    gisa_digest d = {0};
    gisa_error err;
    char longest[2000] = "관계자는 “";
    if (!press_open(&p)) return 2;
    for (int i = 0; i < 40; i++) strcat(longest, "길고 긴 말 ");
    strcat(longest, "”이라고 했다.");
    tiny_add(p.store, press_record("z1", 8, 6, "ilbo", "긴 말", longest));
    gisa_record range = press_record("z2", 8, 6, "ilbo", "도서관 예산", "도서관은 300억원을 쓴다.");
    if (range.annotation.n_figures == 1) { /* as if 300억~500억원 */
        range.annotation.figures[0].bound = GISA_BOUND_RANGE;
        range.annotation.figures[0].low = 3e10;
        range.annotation.figures[0].high = 5e10;
    }
    tiny_add(p.store, range);
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8), .tokenizer = press_tokenizer()};
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "the week of the ban");
    EQUAL(d.all_quotes, 7, "all quotes are counted");
    EQUAL(d.unnamed_quotes, 1, "a 관계자 is nobody");
    EQUAL(d.n_speakers, 1, "one speaker has a name");
    if (d.n_speakers == 1) {
        SAME_C(d.speakers[0].name, "성춘향", "hers");
        EQUAL(d.speakers[0].articles, 6, "in six articles");
        SAME_C(d.speakers[0].quote, "접속차단이 길어지면 연구가 멈춘다고 8번 말했다",
               "with her words");
        OK(gisa_utf8_chars(d.speakers[0].quote) <= 90, "not more than 90 characters");
        OK(d.speakers[0].from.url.n > 0, "and where they are from");
    }
    EQUAL(d.n_numbers, 2, "a figure that many state is shown once, and a range is another");
    if (d.n_numbers == 2) {
        EQUAL(d.numbers[1].stories, 1, "of one article");
        SAME_C(d.numbers[0].text, "300억원", "as it is written");
        EQUAL(d.numbers[0].stories, 6, "with the number of articles");
        OK(gisa_utf8_chars(d.numbers[0].context) <= 90, "in a line of context");
        OK(gisa_str_has(d.numbers[0].context, GISA_STR("300억원")), "that holds it");
    }
    gisa_digest_clear(&d);
    press_close(&p);
    return test_end();
}
