#include "report/export/export_inside.h"
#include "tests/unit/press.h"

int main(void)
{
    gisa_export_opts opts = {.version = "gisa 9", .query = GISA_STR("딥시크")};
    gisa_export_result r = {
        .articles = 12, .withheld = 3, .withheld_unstated = 1, .outlets = 2, .digest = "abcdef"};
    gisa_map outlets = {0};
    gisa_buf out = {0};
    gisa_error err;
    strcpy(r.first, "2025-01-06T09:00:00+09:00");
    strcpy(r.last, "2025-02-01");
    r.rights[GISA_RIGHT_PROHIBITED][GISA_RIGHT_UNKNOWN] = 5;
    gisa_map_count(&outlets, GISA_STR("작은신문"), 4);
    gisa_map_count(&outlets, GISA_STR("큰신문"), 8);
    WENT(gisa_export_readme(&opts, &r, &outlets, &out, &err), err, "a datasheet");
    OK(press_has(&out, "Corpus of 12 Korean press articles of 2 outlets, published 2025-01-06 to "
                       "2025-02-01"),
       "says how to cite");
    OK(press_has(&out, "query          딥시크"), "names the query");
    OK(press_has(&out, "holds no bodies"), "says what is not in it");
    OK(press_has(&out, "prohibited      not stated             5"), "has the table of rights");
    OK(gisa_str_find(gisa_buf_view(&out), GISA_STR("큰신문"), 0) <
           gisa_str_find(gisa_buf_view(&out), GISA_STR("작은신문"), 0),
       "lists the larger outlet first");
    gisa_buf_reset(&out);
    opts.full_text = true;
    WENT(gisa_export_readme(&opts, &r, &outlets, &out, &err), err, "of a full text");
    OK(press_has(&out, "of articles alone whose\npages allow"), "says what it takes");
    OK(press_has(&out, "2 more articles whose pages prohibit redistribution,\n1 whose"),
       "says how many articles were left out");
    gisa_buf_reset(&out);
    opts.include_unstated = true;
    WENT(gisa_export_readme(&opts, &r, &outlets, &out, &err), err, "of what is not stated");
    OK(press_has(&out, "is no permission"), "says so");
    gisa_buf_reset(&out);
    opts.include_restricted = true;
    WENT(gisa_export_readme(&opts, &r, &outlets, &out, &err), err, "of restricted texts");
    OK(press_has(&out, "do not pass it on"), "warns");
    gisa_buf_clear(&out);
    gisa_map_clear(&outlets);
    return test_end();
}
