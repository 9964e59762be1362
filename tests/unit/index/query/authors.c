#include "index/query/authors.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void add(gisa_store *s, const char *id, const char *published, const char *outlet,
                const char *first, const char *second)
{
    gisa_record r = tiny_record(id, published, outlet, "글", id);
    if (first) gisa_article_add_author(&r.article, gisa_str_from(first), GISA_NONE);
    if (second) gisa_article_add_author(&r.article, gisa_str_from(second), GISA_NONE);
    tiny_add(s, r);
}

static void show(const gisa_authors *a, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < a->n; i++) {
        const gisa_author_articles *one = &a->items[i];
        gisa_buf_addf(out, "%.*s %d (", GISA_ARG(one->name), (int)one->articles);
        for (size_t k = 0; k < one->n_outlets; k++)
            gisa_buf_addf(out, "%s%.*s %d", k ? " " : "", GISA_ARG(one->outlets[k].key),
                          (int)one->outlets[k].n);
        gisa_buf_add_c(out, ") ");
    }
    gisa_buf_addf(out, "and %d, %d without of %d", (int)a->others, (int)a->without,
                  (int)a->matches);
}

static const struct {
    const char *name, *query, *want;
    uint64_t limit;
} rows[] = {
    {"by articles, then by name, with their outlets", "",
     "배윤경 3 (naru 2 sori 1) 가실 1 (naru 1) 한바다 1 (naru 1) and 0, 1 without of 5", 0},
    {"of a query", "outlet:sori", "배윤경 1 (sori 1) and 0, 1 without of 2", 0},
    {"the limit counts what it leaves out", "", "배윤경 3 (naru 2 sori 1) and 2, 1 without of 5",
     1},
    {"of nothing", "없는말", "and 0, 0 without of 0", 0},
};

static void test_list(gisa_store *s)
{
    gisa_authors a = {0};
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_authors_opts opts = {.query = gisa_str_from(rows[i].query), .limit = rows[i].limit};
        WENT(gisa_authors_run(s, &opts, &a, &err), err, rows[i].name);
        show(&a, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    WENT(gisa_authors_run(s, NULL, &a, &err), err, "without options");
    EQUAL(a.items[0].first_day, gisa_days_from_civil(2025, 1, 1), "from the first dated article");
    EQUAL(a.items[0].last_day, gisa_days_from_civil(2025, 3, 1), "to the last");
    OK(a.items[1].last_day < a.items[1].first_day, "or without days");
    gisa_authors_opts days = {.days = {.has_from = true, .from = a.items[0].last_day}};
    gisa_authors_run(s, &days, &a, &err);
    show(&a, &out);
    SAME_C(gisa_buf_view(&out), "배윤경 1 (sori 1) and 0, 0 without of 1", "of some days");
    gisa_authors_clear(&a);
    gisa_buf_clear(&out);
}

static const struct {
    const char *name, *query, *author, *want; /* want NULL: nobody is named */
    bool role;
} named[] = {
    {"a name and a role", "배윤경 기자", "배윤경", "author:\"배윤경\"", true},
    {"in one word", "등대 배윤경기자 그림", "배윤경", "등대 author:\"배윤경\" 그림", true},
    {"in quotation marks", "\"배윤경 기자\" 등대", "배윤경", "author:\"배윤경\" 등대", true},
    {"without the last one", "등대 \"배윤경 기자", "배윤경", "등대 author:\"배윤경\"", true},
    {"a name alone", "배윤경 등대", "배윤경", "author:\"배윤경\" 등대", false},
    {"a short name with a role", "가실 특파원", "가실", "author:\"가실\"", true},
    {"not one without", "가실 등대", NULL, NULL, false},
    {"nor a part of a name", "배윤 기자", NULL, NULL, false},
    {"nor who is left out", "-배윤경 기자", NULL, NULL, false},
    {"nor what OR joins", "배윤경 OR 기자", NULL, NULL, false},
    {"nor a role after a filter", "author:배윤경 기자", NULL, NULL, false},
    {"nor nobody", "등대 기자", NULL, NULL, false},
};

static void test_named(gisa_store *s)
{
    gisa_named_author a = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        gisa_status st = gisa_named_author_find(s, gisa_str_from(named[i].query), &a, &err);
        EQUAL(st, named[i].want ? GISA_OK : GISA_END, named[i].name);
        if (st != GISA_OK || !named[i].want) continue;
        SAME_C(gisa_buf_view(&a.name), named[i].author, named[i].name);
        SAME_C(gisa_buf_view(&a.query), named[i].want, named[i].name);
        EQUAL(a.role, named[i].role, named[i].name);
    }
    gisa_named_author_find(s, GISA_STR("배윤경"), &a, &err);
    EQUAL(a.articles, 3, "the articles are counted");
    EQUAL(gisa_named_author_find(s, GISA_STR("from:x"), &a, &err), GISA_EINVAL, "a bad query");
    gisa_named_author_clear(&a);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    SAME_C(gisa_author_name(GISA_STR(" 배윤경  선임기자 ")), "배윤경", "a role is no name");
    SAME_C(gisa_author_name(GISA_STR("기자")), "기자", "a role alone stays");
    SAME_C(gisa_author_name(GISA_STR("김 기자")), "김 기자", "as does a surname with one");
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store opens");
    add(s, "0001", "2025-01-01", "naru", "배윤경", NULL);
    add(s, "0002", "2025-02-01", "naru", "배윤경", NULL);
    add(s, "0003", "2025-03-01", "sori", "배윤경", NULL);
    add(s, "0004", NULL, "naru", "한바다", "가실");
    add(s, "0005", NULL, "sori", NULL, NULL);
    test_list(s);
    test_named(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
