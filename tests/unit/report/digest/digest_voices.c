#include "report/digest/digest.h"

#include "base/utf8.h"
#include "tests/unit/press.h"

/* An article with a quote of somebody, which CNBC carried. */
static gisa_record said_by(const char *who, gisa_speaker_kind kind, const char *id,
                           const char *body)
{
    gisa_record r = press_record(id, 8, 6, "ilbo", "값 이야기", body);
    gisa_str text = gisa_buf_view(&r.text);
    size_t at = gisa_str_find(text, gisa_str_from(who), 0);
    size_t medium = gisa_str_find(text, GISA_STR("CNBC"), 0);
    if (!OK(r.annotation.n_quotes == 1, "the press has its quote")) return r;
    gisa_quote *q = &r.annotation.quotes[0];
    q->speaker = (gisa_span){(uint32_t)at, (uint32_t)(at + strlen(who))};
    q->kind = kind;
    q->medium = (gisa_span){(uint32_t)medium, (uint32_t)(medium + strlen("CNBC"))};
    return r;
}

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
    tiny_add(p.store, said_by("임꺽정", GISA_SPEAKER_PERSON, "z3",
                              "관계자 옆에서 임꺽정은 CNBC에 “값이 내린다고 본다”고 했다."));
    tiny_add(p.store,
             said_by("주민들", GISA_SPEAKER_ROLE, "z4",
                     "길이 막혔다. 주민들은 관계자가 없다며 CNBC에 “더는 못 참는다”고 외쳤다."));
    gisa_record bounded = press_record("z5", 8, 6, "ilbo", "다리 예산", "다리는 300억원을 쓴다.");
    if (bounded.annotation.n_figures == 1) { /* as if 400억원 이상 */
        bounded.annotation.figures[0].value = 4e10;
        bounded.annotation.figures[0].bound = GISA_BOUND_AT_LEAST;
    }
    tiny_add(p.store, bounded);
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8), .tokenizer = press_tokenizer()};
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "the week of the ban");
    EQUAL(d.all_quotes, 9, "all quotes are counted");
    EQUAL(d.unnamed_quotes, 2, "a 관계자 is nobody, nor are 주민들");
    EQUAL(d.n_speakers, 2, "two speakers have a name");
    if (d.n_speakers == 2) {
        SAME_C(d.speakers[1].medium, "CNBC", "the medium is that of the quote");
        EQUAL(d.speakers[0].medium.n, 0, "which may have none");
        SAME_C(d.speakers[0].name, "성춘향", "hers");
        EQUAL(d.speakers[0].articles, 6, "in six articles");
        SAME_C(d.speakers[0].quote, "접속차단이 길어지면 연구가 멈춘다고 8번 말했다",
               "with her words");
        OK(gisa_utf8_chars(d.speakers[0].quote) <= 90, "not more than 90 characters");
        OK(d.speakers[0].from.url.n > 0, "and where they are from");
    }
    EQUAL(d.n_numbers, 3, "a figure that many state is shown once, and a range is another");
    if (d.n_numbers == 3) {
        EQUAL(d.numbers[0].bound, GISA_BOUND_NONE, "what is stated without a bound has none");
        EQUAL(d.numbers[2].bound, GISA_BOUND_AT_LEAST, "and a bound is kept");
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
