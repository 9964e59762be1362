#include "index/store/store_handle.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static int64_t number(gisa_store *s, const char *sql)
{
    int64_t n = -1;
    gisa_error err;
    if (gisa_sql_number(&s->sql, sql, 0, -1, &n, &err) < 0) printf("# %s\n", err.text);
    return n;
}

static gisa_record named(const char *id, const char *body)
{
    static const gisa_entity found[] = {
        {{4, 13}, GISA_ENTITY_OG, {"deepseek", 8}, {NULL, 0}},
        {{14, 23}, GISA_ENTITY_OG, {"deepseek", 8}, {NULL, 0}},
        {{24, 30}, GISA_ENTITY_PS, {NULL, 0}, {NULL, 0}},
        {{31, 37}, GISA_ENTITY_DT, {NULL, 0}, {NULL, 0}},
        {{38, 44}, GISA_ENTITY_DT, {NULL, 0}, {NULL, 0}},
    };
    gisa_record r = tiny_record(id, "2025-01-01", "a", "글", body);
    r.annotation.entities = gisa_arena_calloc(&r.annotation.arena, 5, sizeof *found);
    memcpy(r.annotation.entities, found, sizeof found);
    r.annotation.n_entities = 5;
    return r;
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, named("0001", "딥시크 딥시크 하늘 어제 오늘 끝"));
    tiny_add(s, named("0002", "딥시크 딥시크 바다 어제 오늘 끝"));
    EQUAL(number(s, "SELECT count(*) FROM mention"), 10, "every mention is a row");
    EQUAL(number(s, "SELECT count(*) FROM name WHERE id = 'deepseek'"), 1,
          "a known name is one, in whatever article");
    EQUAL(number(s, "SELECT count(*) FROM name WHERE type = 'PS'"), 2,
          "others are reported by text");
    EQUAL(number(s, "SELECT count(*) FROM name WHERE type = 'DT'"), 1,
          "dates share a name without text");
    EQUAL(number(s, "SELECT max(mentions) FROM name_article"), 2, "mentions are added up");
    EQUAL(number(s, "SELECT count(*) FROM name_article"), 4, "without the dates");
    tiny_add(s, named("0001", "딥시크 딥시크 구름 어제 오늘 끝"));
    EQUAL(number(s, "SELECT count(*) FROM mention"), 15, "an old version keeps its mentions");
    EQUAL(number(s, "SELECT count(*) FROM name_article"), 4, "and no longer counts");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
