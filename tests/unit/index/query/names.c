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

static void test_names(gisa_store *s)
{
    gisa_names names = {0};
    gisa_error err = {0};
    gisa_names_opts opts = {0};
    WENT(gisa_names_run(s, &opts, &names, &err), err, "names of everything");
    EQUAL(names.n, 1, "one name");
    SAME_C(names.items[0].text, "딥시크", "in the gazetteer's first spelling");
    EQUAL(names.items[0].articles, 2, "in two articles");
    EQUAL(names.items[0].last_day, gisa_days_from_civil(2025, 2, 1), "last seen");
    opts = (gisa_names_opts){.days = {.has_to = true, .to = gisa_days_from_civil(2025, 1, 1)}};
    gisa_names_run(s, &opts, &names, &err);
    EQUAL(names.items[0].articles, 1, "a time narrows them");
    opts = (gisa_names_opts){.typed = true, .type = GISA_ENTITY_PS};
    gisa_names_run(s, &opts, &names, &err);
    EQUAL(names.n, 0, "a type narrows them");
    gisa_names_clear(&names);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    add(s, "0001", "2024-12-31", "b", "IT", "김하늘", "모델 이야기");
    add(s, "0002", "2025-02-01", "b", "IT", NULL, "딥시크 모델");
    add(s, "0004", "2024-11-01", "b", "경제", NULL, "딥시크");
    test_names(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
