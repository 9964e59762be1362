#include "index/query/facet.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void add(gisa_store *s, const char *id, const char *published, const char *outlet,
                const char *section, const char *author, const char *body)
{
    gisa_record r = tiny_record(id, published, outlet, "글", body);
    gisa_annotation *n = &r.annotation;
    if (section) gisa_article_set(&r.article, &r.article.section, gisa_str_from(section));
    if (author) gisa_article_add_author(&r.article, gisa_str_from(author), GISA_NONE);
    size_t at = gisa_str_find(gisa_buf_view(&r.text), GISA_STR("딥시크"), 0);
    if (at != GISA_NPOS) {
        n->entities = gisa_arena_calloc(&n->arena, 1, sizeof *n->entities);
        n->entities[n->n_entities++] = (gisa_entity){.span = {(uint32_t)at, (uint32_t)at + 9},
                                                     .type = GISA_ENTITY_OG,
                                                     .id = GISA_STR("deepseek")};
    }
    tiny_add(s, r);
}

static void show(const gisa_facets *f, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < f->n; i++)
        gisa_buf_addf(out, "%.*s %d, ", GISA_ARG(f->items[i].key), (int)f->items[i].n);
    gisa_buf_addf(out, "others %d without %d of %d", (int)f->others, (int)f->without,
                  (int)f->matches);
}

static const struct {
    const char *name, *query, *want;
    gisa_facet_kind kind;
    uint64_t limit;
} rows[] = {
    {"outlets by count", "모델", "b 2, a 1, others 0 without 0 of 3", GISA_FACET_OUTLET, 0},
    {"of all articles", "", "b 3, a 1, others 0 without 0 of 4", GISA_FACET_OUTLET, 0},
    {"the limit counts what it leaves out", "", "b 3, others 1 without 0 of 4", GISA_FACET_OUTLET,
     1},
    {"sections, and how many have none", "모델", "IT 2, others 0 without 1 of 3",
     GISA_FACET_SECTION, 0},
    {"months in order of time", "모델", "2024-12 1, 2025-02 1, others 0 without 1 of 3",
     GISA_FACET_MONTH, 0},
    {"authors", "", "김하늘 2, others 0 without 2 of 4", GISA_FACET_AUTHOR, 0},
    {"entities", "모델", "deepseek 1, others 0 without 2 of 3", GISA_FACET_ENTITY, 0},
};

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_facets f = {0};
    gisa_buf out = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    add(s, "0001", "2024-12-31", "b", "IT", "김하늘", "모델 이야기");
    add(s, "0002", "2025-02-01", "b", "IT", NULL, "딥시크 모델");
    add(s, "0003", NULL, "a", NULL, "김하늘", "모델");
    add(s, "0004", "2024-11-01", "b", "경제", NULL, "딥시크");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_facet_opts opts = {.limit = rows[i].limit};
        WENT(gisa_facet_run(s, gisa_str_from(rows[i].query), rows[i].kind, &opts, &f, &err), err,
             rows[i].name);
        show(&f, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    EQUAL(gisa_facet_parse(GISA_STR("month")), GISA_FACET_MONTH, "a facet has a name");
    EQUAL(gisa_facet_parse(GISA_STR("colour")), GISA_FACET_COUNT, "and others are none");
    gisa_facets_clear(&f);
    gisa_buf_clear(&out);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
