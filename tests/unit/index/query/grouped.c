#include "index/query/grouped.h"

#include "base/buf.h"
#include "index/query/match.h"
#include "index/query/search.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *id, *published, *outlet, *title, *body;
} articles[] = {
    {"1", "2025-01-01", "a", "큰 배", "사과 배 감"},
    {"2", "2025-02-01", "b", "작은 배", "사과 귤"},
    {"3", "2025-03-01", "a", "감", "귤 감 딥시크"},
    {"4", NULL, "c", "글", "포도 포장"},
    {"5", "2025-05-01", "b", "귤", "배 포도. 사과 감"},
};

enum { N = sizeof articles / sizeof *articles };

/* The rows are in order of date; undated ones come first. */
static const struct {
    const char *query, *want;
} rows[] = {
    {"(사과 감) OR 포도", "415"},
    {"(사과 배) OR (귤 딥시크)", "1235"},
    {"사과 -(배 감)", "2"},
    {"-(사과 감)", "423"},
    {"-(사과 감) -(귤 딥시크)", "42"},
    {"(-사과) OR 배", "41235"},
    {"(outlet:a 사과) OR (outlet:b 포도)", "15"},
    {"-(outlet:a 사과) -(outlet:b 포도)", "423"},
    {"outlet:b ((사과 귤) OR 감)", "25"},
    {"-outlet:b ((사과 귤) OR 감)", "13"},
    {"((사과 귤) OR 감) from:2025-02", "235"},
    {"-(사과 감) to:2025-02", "2"},
    {"title:((작은 배) OR 감)", "23"},
    {"title:(큰 OR 귤) -(사과 포도)", "1"},
    {"(사과 감 -배) OR (포* -포도)", ""},
    {"(포* 사과) OR 딥시크", "35"},
    {"(\"사과 감\" 귤) OR \"배 포도\"", "5"},
    {"(\"포도 사과\" 귤) OR \"감 딥시크\"", "3"},
    {"(없는 사과) OR (없는 배)", ""},
    {"(, 사과) OR (딥시크 ,)", "1235"},
    {"(사과 ((배 감) OR (귤 -감))) OR 딥시크", "1235"},
    {"entity:없는 OR (사과 감)", "15"},
};

static void test_rows(gisa_store *s)
{
    gisa_plan plan = {0};
    gisa_matches m = {0};
    gisa_error err = {0};
    gisa_store_need_roll(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static const char in_order[] = "41235";
        char got[N + 1] = "";
        WENT(gisa_plan_make(s, gisa_str_from(rows[i].query), &(gisa_plan_opts){0}, &plan, &err),
             err, rows[i].query);
        OK(plan.query.grouped || rows[i].query[0] == 't' || rows[i].query[0] == '(',
           "groups matter");
        WENT(gisa_match_all(s, &plan, &m, &err), err, rows[i].query);
        for (size_t k = 0; k < m.n; k++) got[k] = in_order[m.at[k]];
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].query);
    }
    gisa_plan_clear(&plan);
    gisa_matches_clear(&m);
}

static void test_search(gisa_store *s)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    WENT(gisa_search(s, GISA_STR("(사과 감) OR 딥시크"), NULL, &hits, &err), err, "it is ranked");
    EQUAL(hits.n, 3, "all that it wants");
    OK(hits.items[0].score > hits.items[2].score && hits.items[2].score > 0, "by their words");
    OK(!hits.any_word && !hits.fell_back, "and nothing else");
    WENT(gisa_search(s, GISA_STR("(사과 없는 감 귤 포도) OR (없는 것)"), NULL, &hits, &err), err,
         "many words");
    EQUAL(hits.n, 0, "in groups are no sentence");
    const gisa_search_opts any = {.join = GISA_JOIN_ANY};
    WENT(gisa_search(s, GISA_STR("(사과 귤) OR (딥시크 포도)"), &any, &hits, &err), err, "where");
    EQUAL(hits.n, 2, "any word would do, they say which");
    gisa_hits_clear(&hits);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    for (size_t i = 0; i < N; i++)
        tiny_add(s, tiny_record(articles[i].id, articles[i].published, articles[i].outlet,
                                articles[i].title, articles[i].body));
    test_rows(s);
    test_search(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
