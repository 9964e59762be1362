#include "index/query/suggest.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *name, *query, *meant; /* NULL: nothing */
} rows[] = {
    {"a letter of one syllable is wrong", "딥시키", "딥시크"},
    {"a final consonant is missing", "인공지느", "인공지능"},
    {"two syllables are swapped", "엔디비아", "엔비디아"},
    {"a Latin word lacks a letter", "Depseek", "deepseek"},
    {"the more frequent of two that are equally close", "학굑", "학교"},
    {"a word that is there needs none", "딥시크", NULL},
    {"nothing is close", "가나다라마", NULL},
    {"one syllable is too short to tell", "닙", NULL},
    {"a word that is not wanted is none's business", "학교 -딥시키", NULL},
    {"typed with the keys of Latin letters", "dpsqlqldk", NULL},
    {"its Hangul is what was meant", "dpsqleldk", "엔비디아"},
    {"with capitals, too", "DPSQLELDK", "엔비디아"},
    {"typed with the keys of Hangul", "ㅇㄷㄷㅔㄴㄷㄷㅏ", "deepseek"},
    {"as syllables where those keys make some", "메ㅔㅣㄷ", "apple"},
    {"initial consonants are those of a name", "ㄷㅅㅋ", "딥시크"},
    {"or of a term, the more frequent one", "ㅎㄱ", "학교"},
    {"of no word", "ㅎㄱㄱ", NULL},
    {"words that are written together", "학급딥시크", "학급 딥시크"},
    {"the fewest, of several ways", "인공지능학교학급", "인공지능 학교 학급"},
    {"a part that is none ends it", "인공지능도레미", NULL},
    {"a pair that is written apart is found as it is", "인공 지능", NULL},
    {"words that are written apart, in more than two pieces", "인 공 지 능", "인공지능"},
    {"beside others", "학교 인 공 지능 딥시크", "인공지능"},
    {"not across an OR", "인공 OR 지능", NULL},
    {"the first syllable may be wrong in a name only", "칩시크", NULL},
};

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_put_result r;
    gisa_suggestions got = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    WENT(gisa_suggest(s, GISA_STR("딥시키"), &got, &err), err, "an empty store has no suggestion");
    EQUAL(got.n, 0, "and gives none");
    gisa_store_begin(s, &err);
    gisa_record a = tiny_record("1", NULL, NULL, "딥시크",
                                "엔비디아 deepseek 인공지능 학교 학급 apple 한국 한국");
    gisa_record b = tiny_record("2", NULL, NULL, "글", "학교");
    gisa_store_put(s, &a, &r, &err);
    gisa_store_put(s, &b, &r, &err);
    gisa_store_commit(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WENT(gisa_suggest(s, gisa_str_from(rows[i].query), &got, &err), err, rows[i].name);
        EQUAL(got.n, rows[i].meant ? 1 : 0, rows[i].name);
        if (rows[i].meant && got.n) SAME_C(got.items[0].meant, rows[i].meant, rows[i].name);
    }
    gisa_suggest(s, GISA_STR("딥시키 인공지느"), &got, &err);
    EQUAL(got.n, 2, "each word has its own");
    gisa_suggest(s, GISA_STR("딥시키 인공지느 엔디비아 Depseek 학굑"), &got, &err);
    EQUAL(got.n, 4, "and no more than four are looked at");
    EQUAL(gisa_suggest(s, GISA_STR("from:gestern"), &got, &err), GISA_EINVAL,
          "a query that cannot be read is an error");
    gisa_suggestions_clear(&got);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
