#include "nlp/facts/fact.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_error err;
    gisa_gazetteer *g = NULL;
    gisa_annotation a = {0};
    gisa_fact_opts opts = {.body = 7};
    gisa_str text = GISA_STR(
        "제목\n조웅 한울증권 연구원은 지난 3일 “딥시크 값이 2배 오른다”고 말했다.");
    gisa_time_parse_iso(GISA_STR("2025-03-12"), &opts.reference);
    if (!WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "the names load")) return test_end();
    OK(gisa_facts_find(g, text, &opts, &a, &err) == GISA_OK, "a text has facts");
    EQUAL(a.n_dates, 1, "a date");
    SAME_C(a.dates[0].value, "2025-03-03", "counted from the publication");
    EQUAL(a.n_figures, 1, "a figure");
    EQUAL(a.n_quotes, 1, "a quotation");
    EQUAL(a.quotes[0].speaker.end, 0, "whose speaker it takes morphemes to find");
    for (size_t i = 1; i < a.n_entities; i++)
        OK(a.entities[i - 1].span.end <= a.entities[i].span.start, "entities do not overlap");
    opts.body = 1000;
    gisa_annotation_reset(&a);
    OK(gisa_facts_find(g, text, &opts, &a, &err) == GISA_OK && a.n_quotes == 0,
       "a body behind the end has no quotations");
    gisa_annotation_clear(&a);
    gisa_gazetteer_close(g);
    return test_end();
}
