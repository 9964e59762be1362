#include "index/query/suggest_typing.h"

#include "index/store/snapshot.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void test_layer(gisa_store *s)
{
    static const struct {
        const char *name, *word, *want;
    } rows[] = {
        {"Hangul from Latin keys", "wlrks", "지간"},
        {"a compound of both", "wlrks-qkek", "지간-바다"},
        {"Latin from Hangul keys", "헷", "gpt"},
        {"with what was typed as it is", "헷-4o", "gpt-4o"},
        {"of no article", "rnrmf", ""},
        {"no syllables", "gpt", ""},
        {"a single letter", "ㄴ", ""},
        {"what is no query", "ㄹ개ㅡ:", ""},
    };
    gisa_buf got = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_suggest_layer(s, gisa_str_from(rows[i].word), &got, &err), err, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void test_apart(gisa_store *s)
{
    static const struct {
        const char *name, *word, *want;
    } rows[] = {
        {"two terms", "바다지간", "바다 지간"},
        {"three", "바다가나지간", "바다 가나 지간"},
        {"the fewest", "나라사랑바다", "나라사랑 바다"},
        {"the way whose rarest part is the most frequent", "가나다라마바", "가나다 라마바"},
        {"a term by itself is not apart", "바다", ""},
        {"a part of one letter is none", "바다물", ""},
        {"what has a blank is apart", "바다 지간", ""},
        {"a word that is too long", "바다바다바다바다바다바다바다바다바다바다바다바다바다", ""},
        {"nearly", "바다바다바다바다바다바다바다바다바다바다바다바다",
         "바다 바다 바다 바다 바다 바다 바다 바다 바다 바다 바다 바다"},
    };
    gisa_buf got = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_suggest_apart(s, gisa_str_from(rows[i].word), &got, &err), err, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void test_together(gisa_store *s)
{
    static const struct {
        const char *name, *query;
        size_t item;
        const char *want;
        size_t first, n;
    } rows[] = {
        {"with the word after it", "바 다", 0, "바다", 0, 2},
        {"with the one before it", "물 바 다", 2, "바다", 1, 2},
        {"as many as can be", "나라 사 랑 바다", 1, "나라사랑", 0, 3},
        {"none without it", "바 다 물", 2, "", 0, 0},
        {"across no quotation marks", "\"바\" 다", 1, "", 0, 0},
        {"no field", "title:바 다", 1, "", 0, 0},
        {"nothing that is left out", "바 -다", 0, "", 0, 0},
        {"no parenthesis", "(바) 다", 1, "", 0, 0},
        {"no OR", "바 OR 다", 0, "", 0, 0},
    };
    gisa_buf got = {0};
    gisa_query q = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t first, n;
        gisa_query_parse(gisa_str_from(rows[i].query), &q, &err);
        WENT(gisa_suggest_together(s, &q, rows[i].item, &first, &n, &got, &err), err, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        if (got.n) OK(first == rows[i].first && n == rows[i].n, rows[i].name);
    }
    gisa_query_clear(&q);
    gisa_buf_clear(&got);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    tiny_add(
        s, tiny_record("1", NULL, NULL, "글", "지간 바다 지간-바다 gpt gpt-4o 나라 나라사랑 사랑"));
    tiny_add(s, tiny_record("2", NULL, NULL, "글", "바다 가나 다라마바 가나다 라마바"));
    tiny_add(s, tiny_record("3", NULL, NULL, "글", "가나 가나다 라마바"));
    gisa_store_need_roll(s, &err);
    test_layer(s);
    test_apart(s);
    test_together(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
