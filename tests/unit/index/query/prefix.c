#include "index/query/prefix.h"

#include "index/query/search.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static gisa_status show(void *ctx, gisa_str term, double articles, gisa_error *err)
{
    gisa_buf *out = ctx;
    if (out->n) gisa_buf_add_char(out, ' ');
    gisa_buf_addf(out, "%.*s %.0f", GISA_ARG(term), articles);
    return gisa_buf_check(out, "terms", err);
}

static void test_expand(gisa_store *s)
{
    static const struct {
        const char *name, *prefix, *want;
    } rows[] = {
        {"every word that begins so comes with its frequency", "딥", "딥 0 딥러닝 1 딥시크 2"},
        {"a word begins with itself", "딥시크", "딥시크 2"},
        {"a word that nothing begins with is looked for as it is", "없", "없 0"},
        {"capitals and hyphens are those of terms", "GPT-4", "gpt4 0 gpt4o 1"},
        {"so are other marks that join", "gpt_4", "gpt4 0 gpt4o 1"},
        {"letters in pieces are composed", "\u1103\u1175\u11B8", "딥 0 딥러닝 1 딥시크 2"},
        {"the end of a sentence is no word", ".", ". 1"},
    };
    gisa_buf got = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t room = 3;
        gisa_buf_reset(&got);
        WENT(gisa_prefix_expand(s, gisa_str_from(rows[i].prefix), &room,
                                (gisa_prefix_sink){show, &got}, &err),
             err, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    size_t room = 1;
    EQUAL(gisa_prefix_expand(s, GISA_STR("딥"), &room, (gisa_prefix_sink){show, &got}, &err),
          GISA_EINVAL, "more words than may come are refused");
    OK(strstr(err.text, "딥*") != NULL, "by the word that has them");
    gisa_buf_clear(&got);
}

static void test_search(gisa_store *s)
{
    static const struct {
        const char *query;
        size_t n;
    } rows[] = {{"딥*", 3},         {"딥* -딥러닝", 2},   {"-딥* 모델", 1},  {"딥* OR 사과", 4},
                {"title:딥*", 1},   {"딥* 모델", 1},      {"없* 딥시크", 0}, {"모델 시*", 0},
                {"-없* 딥시크", 2}, {"없* OR 딥시크", 2}, {"딥 시*", 0}};
    gisa_hits hits = {0};
    gisa_error err = {0};
    const gisa_search_opts all = {.join = GISA_JOIN_ALL};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_search(s, gisa_str_from(rows[i].query), &all, &hits, &err), err, rows[i].query);
        EQUAL(hits.n, rows[i].n, rows[i].query);
    }
    WENT(gisa_search(s, GISA_STR("딥*"), &all, &hits, &err), err, "words are marked");
    EQUAL(hits.items[0].n_marks, 1, "as they are in the text");
    gisa_hits_clear(&hits);
}

/* Words of two letters and two digits. */
static void test_many(gisa_store *s)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    for (int i = 0; i < 20; i++) {
        char id[8];
        gisa_buf body = {0};
        snprintf(id, sizeof id, "m%d", i);
        for (int k = 0; k < 60; k++) gisa_buf_addf(&body, "%s%02d%02d ", k % 2 ? "va" : "vb", i, k);
        gisa_buf_add_char(&body, '\0');
        tiny_add(s, tiny_record(id, NULL, NULL, "글", body.p));
        gisa_buf_clear(&body);
    }
    EQUAL(gisa_search(s, GISA_STR("v*"), NULL, &hits, &err), GISA_EINVAL,
          "1,200 words are too many");
    OK(gisa_search(s, GISA_STR("va*"), NULL, &hits, &err) == GISA_OK && hits.total == 20,
       "600 are not");
    EQUAL(gisa_search(s, GISA_STR("va* vb*"), NULL, &hits, &err), GISA_EINVAL,
          "but those of a query count together");
    gisa_hits_clear(&hits);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    tiny_add(s, tiny_record("1", NULL, NULL, "딥시크 글", "딥시크 GPT-4o. 그"));
    tiny_add(s, tiny_record("2", NULL, NULL, "글", "딥러닝 모델"));
    tiny_add(s, tiny_record("3", NULL, NULL, "글", "딥시크"));
    tiny_add(s, tiny_record("4", NULL, NULL, "모델", "사과"));
    test_expand(s);
    test_search(s);
    test_many(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
