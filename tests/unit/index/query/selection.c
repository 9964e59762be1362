#include "index/query/selection.h"

#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_matches m = {0};
    int64_t n;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "글", "모델 하나"));
    tiny_add(s, tiny_record("0002", "2025-02-01", "a", "글", "모델 둘"));
    tiny_add(s, tiny_record("0003", NULL, "a", "글", "모델 셋"));
    gisa_selection_opts all = {0};
    WENT(gisa_selection_find(s, GISA_STR("모델"), &all, &m, &err), err, "a query selects");
    EQUAL(m.n, 3, "what matches");
    gisa_selection_opts later = {
        .days = {.has_from = true, .from = gisa_days_from_civil(2025, 1, 2)}};
    gisa_selection_find(s, GISA_STR("모델 from:2024"), &later, &m, &err);
    EQUAL(m.n, 1, "the narrower of two bounds holds");
    WENT(gisa_selection_table(s, &m, &err), err, "the rows are a table");
    gisa_sql_number(&s->sql, "SELECT count(*) FROM temp.selection", 0, 0, &n, &err);
    EQUAL(n, 1, "with the selected ones");
    gisa_selection_find(s, GISA_NONE, &all, &m, &err);
    gisa_selection_table(s, &m, &err);
    gisa_sql_number(&s->sql, "SELECT count(*) FROM temp.selection", 0, 0, &n, &err);
    EQUAL(n, 3, "and nothing of the selection before");
    gisa_matches_clear(&m);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
