#include "nlp/names/versioned_name.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *typed, *want; /* divided by "|"; empty: no such name */
} rows[] = {
    {"glued to its name", "제미나이3", "제미나이 3|제미니 3|Gemini 3"},
    {"after a space", "제미나이 3", "제미나이 3|제미니 3|Gemini 3"},
    {"in Latin with a hyphen", "gemini-3", "제미나이 3|제미니 3|Gemini 3"},
    {"with a josa", "제미나이3를", "제미나이 3|제미니 3|Gemini 3"},
    {"a word of a version in both scripts", "제미나이 2.5 프로",
     "제미나이 2.5 프로|제미나이 2.5 pro|제미니 2.5 프로|제미니 2.5 pro|Gemini 2.5 프로|Gemini 2.5 "
     "pro"},
    {"a name alone", "제미나이", ""},
    {"a name with a count", "제미나이 3만 건", ""},
    {"more words", "제미나이 3 공개", ""},
    {"other words before it", "구글 제미나이 3", ""},
    {"no name", "가나다 3", ""},
    {"nothing", "", ""},
};

int main(void)
{
    gisa_gazetteer *g = NULL;
    gisa_error err = {0};
    gisa_buf got = {0};
    WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "open");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_spellings s = {0};
        WENT(gisa_versioned_name_spellings(g, gisa_str_from(rows[i].typed), &s, &err), err,
             rows[i].name);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < s.n; k++) {
            if (k) gisa_buf_add_char(&got, '|');
            gisa_buf_add(&got, s.items[k].text);
            SAME_C(s.items[k].id, i == 4 ? "gemini-2.5-pro" : "gemini-3", "with the member's id");
            OK(s.items[k].made, "of no lexicon");
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        gisa_spellings_clear(&s);
    }
    gisa_buf_clear(&got);
    gisa_gazetteer_close(g);
    return test_end();
}
