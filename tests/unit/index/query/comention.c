#include "index/query/comention.h"

#include "tests/unit/press.h"

static uint64_t together(const gisa_comentions *c, const char *x, const char *y)
{
    for (size_t i = 0; i < c->n; i++) {
        gisa_str a = c->names.items[c->pairs[i].a].text, b = c->names.items[c->pairs[i].b].text;
        if ((gisa_str_is(a, x) && gisa_str_is(b, y)) || (gisa_str_is(a, y) && gisa_str_is(b, x)))
            return c->pairs[i].articles;
    }
    return 0;
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    gisa_comentions c = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, press_record("0001", 0, 1, "a", "가", "딥시크 성춘향 나라"));
    tiny_add(s, press_record("0002", 1, 1, "a", "나", "딥시크 성춘향 다람"));
    tiny_add(s, press_record("0003", 2, 1, "a", "다", "딥시크 누리챗 마루"));
    WENT(gisa_comentions_run(s, &(gisa_names_opts){0}, &c, &err), err, "names together");
    EQUAL(together(&c, "딥시크", "성춘향"), 2, "articles with both");
    EQUAL(together(&c, "누리챗", "딥시크"), 1, "in either order");
    EQUAL(together(&c, "누리챗", "성춘향"), 0, "no article, no pair");
    EQUAL(c.n, 2, "and none is listed");
    WENT(gisa_comentions_run(s, &(gisa_names_opts){.query = GISA_STR("다람")}, &c, &err), err,
         "of a query");
    EQUAL(together(&c, "딥시크", "성춘향"), 1, "its articles alone count");
    WENT(gisa_comentions_run(s, &(gisa_names_opts){.limit = 1}, &c, &err), err, "of one name");
    EQUAL(c.n, 0, "there are no pairs");
    gisa_comentions_clear(&c);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
