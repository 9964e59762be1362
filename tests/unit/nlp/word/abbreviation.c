#include "nlp/word/abbreviation.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    uint32_t end; /* of the abbreviation at the start; 0: there is none */
} rows[] = {
    {"a title", "Dr. Kim", 3},
    {"in any case", "INC.는", 4},
    {"with points inside", "Ph.D. 과정", 5},
    {"two initials", "U.S. 상무부", 4},
    {"small ones", "e.g. 이것", 4},
    {"many of them", "U.S.S.R.", 8},
    {"initials before a josa", "A.I.가", 4},
    {"one initial is none", "J. 김", 0},
    {"a number behind it", "No. 1", 3},
    {"without a space", "No.1", 3},
    {"none behind what wants one", "No. 아니다", 0},
    {"nor at the end", "No.", 0},
    {"a word that is none", "Kim. 그는", 0},
    {"no point", "Dr Kim", 0},
    {"more letters behind the point", "co.kr", 0},
    {"an address", "st.example.com", 0},
    {"initials that run into a name", "C.H.Firth", 0},
    {"initials that run into a number", "A.I.2", 0},
    {"a word too long for any", "Abcdefghijklm. 그는", 0},
    {"Hangul", "가.나.", 0},
};

static const struct {
    const char *name, *text;
    uint32_t from, at;
    bool want;
} points[] = {
    {"the point behind a title", "김 Dr. 이", 0, 4, true},
    {"behind the last initial", "미국 U.S. 법", 0, 6, true},
    {"not the one inside", "미국 U.S. 법", 0, 4, false},
    {"in brackets", "(Inc. 법)", 0, 4, true},
    {"at the start of a sentence", "끝. Dr. 이", 3, 5, true},
    {"a digit before it", "3No. 1", 0, 3, false},
    {"a word that is none", "그는 Kim. 이", 0, 6, false},
    {"behind Hangul", "그는 갔다. 이", 0, 5, false},
};

int main(void)
{
    gisa_text t = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_text_put(&t, gisa_str_from(rows[i].text), &err), err, rows[i].name);
        EQUAL(gisa_abbreviation_end(&t, 0), rows[i].end, rows[i].name);
    }
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        WENT(gisa_text_put(&t, gisa_str_from(points[i].text), &err), err, points[i].name);
        EQUAL(gisa_is_abbreviation_point(&t, points[i].from, points[i].at), points[i].want,
              points[i].name);
    }
    gisa_text_clear(&t);
    return test_end();
}
