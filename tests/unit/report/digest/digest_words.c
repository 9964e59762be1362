#include "report/digest/digest_words.h"

#include "tests/unit/test.h"

static void test_count(void)
{
    static const struct {
        const char *name;
        uint64_t n;
        const char *want;
    } rows[] = {
        {"a small number is as it is", 999, "999"},
        {"thousands are set apart", 1000, "1,000"},
        {"with their zeros", 12005, "12,005"},
        {"millions too", 1000000, "1,000,000"},
        {"and nothing is 0", 0, "0"},
    };
    gisa_page p = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        SAME_C(gisa_page_count(&p, rows[i].n), rows[i].want, rows[i].name);
}

int main(void)
{
    gisa_buf out = {0};
    gisa_page p = {.sheet = {.out = &out, .lang = GISA_LANG_EN}};
    test_count();
    gisa_str first = gisa_page_count(&p, 12);
    for (int i = 1; i < GISA_PAGE_TEXTS; i++) gisa_page_day(&p, i);
    SAME_C(first, "12", "a number lives until sixteen more were made");
    SAME_C(gisa_page_day(&p, 0), "1970-01-01", "a day is written as ISO 8601 has it");
    const gisa_str args[] = {GISA_STR("3"), GISA_STR("9")};
    gisa_str said = gisa_page_phrase(&p, GISA_SAY_MORE_STORIES, args, 2);
    OK(gisa_str_has(said, GISA_STR("3")) && gisa_str_has(said, GISA_STR("9")),
       "a phrase is filled");
    OK(strcmp(gisa_page_word(&p, GISA_SAY_NAMES),
              gisa_digest_phrase_text(GISA_LANG_EN, GISA_SAY_NAMES)) == 0,
       "a word is in the page's language");
    gisa_buf_clear(&p.scratch);
    return test_end();
}
