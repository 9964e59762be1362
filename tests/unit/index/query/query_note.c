#include "index/query/query_note.h"

#include "base/buf.h"
#include "tests/unit/test.h"

static const struct {
    const char *query, *want; /* what the first note says of it; NULL: there is none */
} rows[] = {
    {"모델 NEAR 공개", "NEAR is no operator"},
    {"모델 NEAR/3 공개", "NEAR is no operator"},
    {"모델 w/5 공개", "w/ is no operator"},
    {"NEAR(모델 공개)", "NEAR is no operator"},
    {"near 모델", NULL},
    {"NEARBY 모델", NULL},
    {"모델 ADJ 공개", "\"two words\""},
    {"가 ANDNOT 나", "-word leaves a word out"},
    {"가 && 나", "&& is no operator"},
    {"가 || 나", "this OR that"},
    {"가 | 나", "this OR that"},
    {"+딥시크 모델", "+ is no operator"},
    {"+82 카카오+", NULL},
    {"가 + 나 ~ 다", NULL},
    {"딥시크~2", "~ is no operator"},
    {"2025~2026 1~2월", NULL},
    {"딥시크^2.5", "^ is no operator"},
    {"x^2", "^ is no operator"},
    {"\"NEAR +가 *\"", NULL},
    {"author:*", NULL},
    {"*", "* in * is no operator"},
    {"딥*크", "* in 딥*크 is no operator"},
    {"*시크", "* in *시크"},
    {"딥**", "* in 딥**"},
    {"딥*", NULL},
    {"\"공개 모델\"*", "* after \"공개 모델\" is no operator"},
    {"(나 \"공개 모델\"*)", "* after \"공개 모델\""},
    {"\"공개 모델\"*크", "* in *크 is"},
    {"가 AND 나 OR 다", "OR binds closer than AND"},
    {"가 OR 나 AND 다", "OR binds closer than AND"},
    {"(가 AND 나) OR 다", NULL},
    {"가 OR 나 다", NULL},
};

int main(void)
{
    gisa_query q = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_query_parse(gisa_str_from(rows[i].query), &q, &err), err, rows[i].query);
        EQUAL(q.n_notes, rows[i].want ? 1 : 0, rows[i].query);
        if (rows[i].want && q.n_notes)
            OK(gisa_str_find(q.notes[0], gisa_str_from(rows[i].want), 0) != GISA_NPOS,
               rows[i].query);
    }
    gisa_query_parse(GISA_STR("가 NEAR 나 NEAR 다 +라"), &q, &err);
    EQUAL(q.n_notes, 2, "each note is made once");
    gisa_query_parse(GISA_STR("a*b a*c a*d a*e a*f a*g a*h a*i a*j"), &q, &err);
    EQUAL(q.n_notes, GISA_QUERY_NOTES, "and there are no more than some");
    OK(gisa_query_is_prefix(GISA_STR("딥*")) && gisa_query_is_prefix(GISA_STR("(딥*")),
       "a star at the end of a word makes it the beginning of others");
    OK(!gisa_query_is_prefix(GISA_STR("*")) && !gisa_query_is_prefix(GISA_STR("-*")) &&
           !gisa_query_is_prefix(GISA_STR("딥*크*")) && !gisa_query_is_prefix(GISA_STR("딥")),
       "it needs letters, and to be alone");
    gisa_query_clear(&q);
    return test_end();
}
