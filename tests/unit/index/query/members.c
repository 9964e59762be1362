#include "index/query/members.h"

#include "index/query/match.h"
#include "index/query/places.h"
#include "index/query/plan.h"
#include "index/query/snippet.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* An article with up to two names of the family deepseek, the first at its beginning. */
static void add(gisa_store *s, const char *id, const char *body, const char *first,
                const char *second)
{
    const char *const ids[] = {first, second};
    gisa_record r = tiny_record(id, "2025-02-01", "a", id, body);
    gisa_annotation *a = &r.annotation;
    a->entities = gisa_arena_calloc(&a->arena, 2, sizeof *a->entities);
    for (size_t i = 0; i < 2 && ids[i]; i++) {
        gisa_str own = gisa_str_from(ids[i]);
        uint32_t at = (uint32_t)(5 + 3 * i);
        a->entities[a->n_entities++] = (gisa_entity){
            .span = {at, at + 2},
            .type = GISA_ENTITY_MODEL,
            .id = own,
            .family = gisa_str_is(own, "deepseek") ? GISA_NONE : GISA_STR("deepseek")};
    }
    tiny_add(s, r);
}

static const struct {
    const char *name, *query, *want;
    bool exact;
} rows[] = {
    {"a family is found by a member alone", "딥시크", "0 1 2 3", false},
    {"exactly, by its own name", "딥시크", "0 1", true},
    {"a member by itself", "R1", "1 2", false},
    {"with another word", "딥시크 모델", "2 3", false},
    {"or with it", "나라 OR 딥시크", "0 1 2 3 4", false},
    {"in groups", "(딥시크 모델) OR 먼", "2 3 4", false},
    {"unwanted, it is wherever it is found", "-딥시크", "4", false},
    {"titles hold names only as they are", "title:딥시크", "", false},
};

static void test_rows(gisa_store *s)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_plan plan = {0};
        gisa_matches m = {0};
        gisa_error err = {0};
        gisa_plan_opts how = {.exact = rows[i].exact};
        gisa_buf_reset(&got);
        if (gisa_plan_make(s, gisa_str_from(rows[i].query), &how, &plan, &err) < 0 ||
            gisa_match_all(s, &plan, &m, &err) < 0)
            gisa_buf_add_c(&got, err.text);
        for (size_t k = 0; k < m.n; k++) gisa_buf_addf(&got, k ? " %u" : "%u", m.at[k]);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        gisa_matches_clear(&m);
        gisa_plan_clear(&plan);
    }
    gisa_buf_clear(&got);
}

/* What has its family's name in it is found by that. */
static void test_apart(void)
{
    gisa_spelling names[] = {{.text = GISA_STR("딥시크")}, {.text = GISA_STR("DeepSeek")}},
                  others[] = {{.text = GISA_STR("deepseek-r1")}, {.text = GISA_STR("R1")}};
    const gisa_spellings family = {.items = names, .n = 2}, none = {0},
                         one = {.items = others, .n = 1}, both = {.items = others, .n = 2};
    OK(gisa_member_is_apart(&family, GISA_STR("R1"), &none), "another name is apart");
    OK(!gisa_member_is_apart(&family, GISA_STR("딥시크-R1"), &none), "a longer one is not");
    OK(!gisa_member_is_apart(&family, GISA_STR("딥시크-R1"), &one), "in no case of its letters");
    OK(gisa_member_is_apart(&family, GISA_STR("딥시크-R1"), &both), "unless it has another, too");
}

/* Where a member is shows why its article was found. */
static void test_shown(gisa_store *s)
{
    gisa_plan plan = {0};
    gisa_snippets *w = NULL;
    gisa_places *places = NULL;
    gisa_arena arena = {0};
    gisa_span *spans;
    gisa_hit_match *found = NULL;
    gisa_error err = {0};
    size_t n = 0, n_found = 0, cap = 0;
    gisa_str text = GISA_STR("새 R1 모델");
    gisa_plan_make(s, GISA_STR("딥시크"), &(gisa_plan_opts){0}, &plan, &err);
    WENT(gisa_snippets_open(s, &plan, &w, &err), err, "snippets");
    gisa_snippets_marks(w, text, false, &arena, &spans, &n, &err);
    EQUAL(n, 1, "a member is marked");
    WENT(gisa_places_open(s, &plan, &places, &err), err, "places");
    gisa_places_find(places, text, false, &arena, &found, &n_found, &cap, &err);
    EQUAL(n_found, 1, "and is a match");
    EQUAL(plan.n_widened, 1, "that it was looked for is noted");
    if (plan.n_widened)
        SAME_C(plan.widened[0].spellings[3], "R1", "by the name that its articles have");
    gisa_places_close(places);
    gisa_snippets_close(w);
    gisa_arena_clear(&arena);
    gisa_plan_clear(&plan);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_members m = {0};
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    add(s, "0000", "딥시크 나라", "deepseek", NULL);
    add(s, "0001", "딥시크 R1 나라", "deepseek", "deepseek-r1");
    add(s, "0002", "새 R1 모델", "deepseek-r1", NULL);
    add(s, "0003", "새 V3 모델", "deepseek-v3", "deepseek-r1");
    add(s, "0004", "먼 나라", NULL, NULL);
    gisa_store_need_roll(s, &err);
    gisa_sql_run(&s->sql,
                 "UPDATE name SET text = CASE id WHEN 'deepseek-r1' THEN 'R1' WHEN 'deepseek-v3'"
                 " THEN 'V3' ELSE text END",
                 &err);
    WENT(gisa_members_put(s, GISA_STR("deepseek"), &m, &err), err, "members");
    EQUAL(m.n_rows, 2, "articles that name members and not the family, each once");
    OK(m.n_rows == 2 && m.rows[0] == s->roll.items[2].row && m.rows[1] == s->roll.items[3].row,
       "in order");
    OK(m.n_names == 2 && gisa_str_is(m.names[0], "R1") && gisa_str_is(m.names[1], "V3"),
       "with the members they name, of most articles first");
    gisa_members_clear(&m);
    WENT(gisa_members_put(s, GISA_STR("deepseek-r1"), &m, &err), err, "no family");
    EQUAL(m.n_rows + m.n_names, 0, "has none");
    gisa_members_clear(&m);
    test_rows(s);
    test_apart();
    test_shown(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
