#include "index/query/family.h"

#include "index/query/facet.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* An article with names of one family. */
static void add(gisa_store *s, const char *id, const char *const *ids, size_t n)
{
    gisa_record r = tiny_record(id, "2025-02-01", "a", id, "큐원 이야기");
    gisa_annotation *a = &r.annotation;
    a->entities = gisa_arena_calloc(&a->arena, n, sizeof *a->entities);
    for (; a->n_entities < n; a->n_entities++) {
        gisa_str own = gisa_str_from(ids[a->n_entities]);
        gisa_str family = gisa_str_is(own, "qwen") || gisa_str_is(own, "qwencorp")
                              ? GISA_NONE
                              : GISA_STR("qwen");
        uint32_t at = (uint32_t)(5 + a->n_entities);
        a->entities[a->n_entities] = (gisa_entity){
            .span = {at, at + 1}, .type = GISA_ENTITY_MODEL, .id = own, .family = family};
    }
    tiny_add(s, r);
}

static uint64_t articles(gisa_store *s, const char *id)
{
    gisa_names names = {0};
    gisa_error err;
    uint64_t n = 0;
    gisa_names_run(s, NULL, &names, &err);
    for (size_t i = 0; i < names.n; i++)
        if (gisa_str_is(names.items[i].id, id)) n = names.items[i].articles;
    gisa_names_clear(&names);
    return n;
}

static uint64_t found(gisa_store *s, const char *query)
{
    gisa_counts counts = {0};
    gisa_error err;
    uint64_t n = 99;
    if (gisa_counts_run(s, gisa_str_from(query), NULL, &counts, &err) >= 0) n = counts.matches;
    gisa_counts_clear(&counts);
    return n;
}

int main(void)
{
    static const char *const first[] = {"qwen", "qwen-2.5", "qwen-2.5-max"},
                             *const second[] = {"qwen-2.5-max"}, *const third[] = {"qwen-3"},
                             *const fourth[] = {"qwencorp"};
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    add(s, "0001", first, 3);
    add(s, "0002", second, 1);
    add(s, "0003", third, 1);
    add(s, "0004", fourth, 1);
    EQUAL(articles(s, "qwen"), 3, "a family counts its members, once an article");
    EQUAL(articles(s, "qwen-2.5"), 1, "a member counts no other");
    EQUAL(articles(s, "qwen-3"), 1, "and each for itself");
    EQUAL(articles(s, "qwencorp"), 1, "what begins alike is no member");
    EQUAL(found(s, "entity:qwen"), 3, "so does the filter");
    EQUAL(found(s, "entity:Qwen-2.5"), 2, "which has the variants of a member too, in any case");
    EQUAL(found(s, "entity:qwen-2"), 0, "no part of a version is one");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
