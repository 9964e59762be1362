#include "index/query/plan.h"

#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void add(gisa_store *s, const char *id, const char *outlet, const char *author)
{
    gisa_record r = tiny_record(id, "2025-01-01", outlet, "글", id);
    gisa_article_set(&r.article, &r.article.outlet_name, GISA_STR("한빛일보"));
    gisa_article_add_author(&r.article, gisa_str_from(author), GISA_STR("x@a.example"));
    tiny_add(s, r);
}

static void test_authors(gisa_store *s)
{
    static const struct {
        const char *name, *query;
        size_t n;
    } authors[] = {
        {"a name with its role is the name", "author:\"김하늘 기자\"", 2},
        {"in one word too", "author:김하늘기자", 2},
        {"the beginning of a name is every such name", "author:김하", 2},
        {"unless it is somebody's whole name", "author:강", 1},
        {"a name that has a role in itself", "author:\"새벽 기자\"", 1},
        {"the beginning of an address", "author:x@a", 6},
        {"in any letters", "author:X@A", 6},
        {"a name's end is none", "author:하늘", 0},
        {"a role alone is no name", "author:기자", 0},
    };
    gisa_plan p = {0};
    gisa_plan_opts none = {0};
    gisa_error err = {0};
    add(s, "0004", "dasan", "강");
    add(s, "0005", "dasan", "강아지");
    add(s, "0007", "dasan", "새벽별");
    gisa_record r = tiny_record("0006", "2025-01-01", "dasan", "글", "0006");
    gisa_article_add_author(&r.article, GISA_STR("새벽 기자"), GISA_NONE);
    tiny_add(s, r);
    gisa_store_need_roll(s, &err);
    for (size_t i = 0; i < sizeof authors / sizeof *authors; i++) {
        gisa_plan_make(s, gisa_str_from(authors[i].query), &none, &p, &err);
        EQUAL(p.sets[0].n, authors[i].n, authors[i].name);
    }
    gisa_plan_clear(&p);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_plan p = {0};
    gisa_error err = {0};
    gisa_plan_opts none = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    add(s, "0001", "hanbit", "김하늘");
    add(s, "0002", "hanbit-it", "이바다");
    add(s, "0003", "dasan", "김하늘");
    gisa_store_need_roll(s, &err);
    gisa_plan_make(s, GISA_STR("outlet:HANBIT"), &none, &p, &err);
    OK(p.outlets[1] && !p.outlets[2], "a whole key is that outlet alone, whatever its case");
    gisa_plan_make(s, GISA_STR("outlet:anbi"), &none, &p, &err);
    OK(p.outlets[1] && p.outlets[2], "a part is every outlet that has it");
    gisa_plan_make(s, GISA_STR("-outlet:dasan"), &none, &p, &err);
    OK(p.outlets[1] && p.outlets[2] && !p.outlets[3], "what is left out leaves the others");
    OK(p.outlets[0], "and articles without an outlet");
    gisa_plan_make(s, GISA_STR("outlet:none"), &none, &p, &err);
    OK(p.outlets && !p.outlets[0] && !p.outlets[1], "an unknown outlet has nothing");
    gisa_plan_make(s, GISA_STR("author:김하늘"), &none, &p, &err);
    EQUAL(p.sets[0].n, 2, "an author is the set of the articles");
    OK(p.sets[0].rows[0] < p.sets[0].rows[1], "in order");
    gisa_plan_make(s, GISA_STR("author:김하늘 OR author:이바다"), &none, &p, &err);
    EQUAL(p.n_sets, 1, "OR makes one set of two");
    EQUAL(p.sets[0].n, 3, "with the articles of both");
    gisa_plan_make(s, GISA_STR("author:x@a.example -author:이바다"), &none, &p, &err);
    EQUAL(p.n_sets, 2, "otherwise each is a set");
    OK(p.sets[1].not_, "that may be unwanted");
    test_authors(s);
    gisa_plan_opts march = {
        .days = {true, true, gisa_days_from_civil(2025, 3, 1), gisa_days_from_civil(2025, 3, 31)}};
    gisa_plan_make(s, GISA_STR("from:2025-03-10"), &march, &p, &err);
    EQUAL(gisa_row_day(&s->rows, p.first_row), gisa_days_from_civil(2025, 3, 10),
          "days that are asked for besides narrow those of the query");
    EQUAL(gisa_row_day(&s->rows, p.last_row), gisa_days_from_civil(2025, 3, 31), "on both sides");
    gisa_plan_make(s, GISA_STR("to:2025-01-01"), &none, &p, &err);
    EQUAL(p.first_row, GISA_ROW_DATED, "a bound leaves undated articles out");
    EQUAL(gisa_row_day(&s->rows, p.last_row), gisa_days_from_civil(2025, 1, 1),
          "and ends with its day");
    gisa_plan_clear(&p);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
