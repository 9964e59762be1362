#include "report/digest/digest.h"

#include <libxml/HTMLparser.h>

#include "tests/unit/press.h"

static void test_forms(const gisa_digest *d)
{
    gisa_buf en = {0}, ko = {0}, md = {0}, again = {0};
    gisa_error err;
    WENT(gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_EN, "gisa 0", &en, &err), err, "English");
    WENT(gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_KO, "gisa 0", &ko, &err), err, "Korean");
    WENT(gisa_digest_write(d, GISA_DIGEST_MARKDOWN, GISA_LANG_EN, NULL, &md, &err), err,
         "Markdown");
    WENT(gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_EN, "gisa 0", &again, &err), err,
         "again");
    SAME(gisa_buf_view(&again), gisa_buf_view(&en), "the same digest gives the same bytes");
    OK(press_has(&en, "<h1>Weekly digest, 2025-W10</h1>"), "the title names the week");
    OK(press_has(&ko, "<h1>주간 다이제스트 2025-W10</h1>"), "in Korean too");
    OK(press_has(&md, "# Weekly digest, 2025-W10\n"), "and in Markdown");
    OK(!press_has(&en, "<script") && !press_has(&en, "<img") && !press_has(&en, "<link"),
       "nothing is loaded or run");
    OK(press_has(&en, "&lt;img src"), "a headline cannot bring markup in");
    OK(press_has(&en, "gisa 0"), "the program names itself");
    htmlDocPtr doc = htmlReadMemory(en.p, (int)en.n, "x.html", "UTF-8",
                                    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    OK(doc != NULL, "a browser can read it");
    xmlFreeDoc(doc);
    gisa_buf_clear(&en);
    gisa_buf_clear(&ko);
    gisa_buf_clear(&md);
    gisa_buf_clear(&again);
}

/* What a page says of the first figure with a bound, and of a quote with a medium. */
static void test_bounds(gisa_digest *d)
{
    static const struct {
        gisa_bound bound;
        const char *text, *en, *ko;
    } rows[] = {
        {GISA_BOUND_NONE, "300억원", ">300억원<", ">300억원<"},
        {GISA_BOUND_ABOUT, "300억원", "about 300억원", "약 300억원"},
        {GISA_BOUND_ABOUT, "300여억원", ">300여억원<", ">300여억원<"},
        {GISA_BOUND_AT_LEAST, "300억원", "at least 300억원", "300억원 이상"},
        {GISA_BOUND_AT_MOST, "300억원", "at most 300억원", "300억원 이하"},
        {GISA_BOUND_MORE_THAN, "300억원", "more than 300억원", "300억원 초과"},
        {GISA_BOUND_LESS_THAN, "300억원", "less than 300억원", "300억원 미만"},
    };
    gisa_error err;
    if (!OK(d->n_numbers > 0 && d->n_speakers > 0, "there is a figure, and a speaker")) return;
    gisa_number first = d->numbers[0];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf en = {0}, ko = {0};
        d->numbers[0].bound = rows[i].bound;
        d->numbers[0].text = gisa_str_from(rows[i].text);
        d->speakers[0].medium = i == 0 ? GISA_NONE : GISA_STR("CNBC");
        gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_EN, NULL, &en, &err);
        gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_KO, NULL, &ko, &err);
        OK(press_has(&en, rows[i].en), rows[i].en);
        OK(press_has(&ko, rows[i].ko), rows[i].ko);
        EQUAL(press_has(&en, "carried by CNBC"), i > 0, "the medium, where there is one");
        gisa_buf_clear(&en);
        gisa_buf_clear(&ko);
    }
    d->numbers[0] = first;
}

static void test_memory(const gisa_digest *d)
{
    gisa_error err;
    gisa_buf out = {0};
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_EN, NULL, &out, &err);
    uint64_t n = gisa_mem_count();
    gisa_buf_clear(&out);
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        EQUAL(gisa_digest_write(d, GISA_DIGEST_HTML, GISA_LANG_EN, NULL, &out, &err), GISA_ENOMEM,
              "every allocation may fail, cleanly");
        gisa_buf_clear(&out);
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

int main(void)
{
    press p;
    gisa_digest d = {0};
    gisa_error err;
    if (!press_open(&p)) return 2;
    tiny_add(p.store,
             press_record("z1", 8, 6, "ilbo", "딥시크 <img src=x onerror=1> 성춘향 접속차단",
                          "딥시크 접속차단을 본다."));
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8), .tokenizer = press_tokenizer()};
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "the week of the ban");
    test_forms(&d);
    test_bounds(&d);
    test_memory(&d);
    gisa_digest_clear(&d);
    press_close(&p);
    return test_end();
}
