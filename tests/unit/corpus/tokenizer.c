#include "corpus/tokenizer.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

static void test_lower(void)
{
    char form[16];
    gisa_str got = {form, gisa_term_lower(GISA_STR("GPT-4_\xC3\x89"), form, sizeof form)};
    SAME_C(got, "gpt4\xC3\xA9", "a term is in small letters, without the marks that join");
    got.n = gisa_term_lower(GISA_STR("가나다"), form, 8);
    SAME_C(got, "가나", "and has whole characters");
}

int main(void)
{
    test_lower();
    gisa_terms t = {0};
    for (size_t i = 0; i < 50; i++) gisa_terms_put(&t, GISA_STR("기사"), i, i + 6, i % 2);
    EQUAL(t.n, 50, "terms are appended");
    OK(t.items[49].start == 49 && t.items[49].colocated && !t.items[48].colocated,
       "with their place");
    char text[600];
    for (size_t i = 0; i < sizeof text; i += 3) memcpy(text + i, "가", 3);
    gisa_terms_put(&t, (gisa_str){text, sizeof text}, 0, sizeof text, false);
    EQUAL(t.items[50].form.n, 255, "a long term is clipped");
    EQUAL(gisa_utf8_bad(t.items[50].form), GISA_NPOS, "at a character");
    gisa_terms packed = {0};
    EQUAL(gisa_terms_pack(&t, &packed), GISA_OK, "a list is packed");
    EQUAL(packed.n, 51, "with all its terms");
    gisa_terms_reset(&t);
    EQUAL(t.n, 0, "a reset list is empty");
    gisa_terms_put(&t, GISA_STR("x"), 0, 1, false);
    SAME_C(t.items[0].form, "x", "and usable");
    OK(gisa_str_starts(packed.items[50].form, GISA_STR("가가")) && packed.items[49].start == 49,
       "a packed list does not need the one it was made of");
    EQUAL(gisa_terms_pack(&t, &packed), GISA_OK, "a packed list is packed over");
    EQUAL(packed.n, 1, "and holds what the other held");
    gisa_terms_clear(&packed);
    gisa_terms_clear(&t);
    return test_end();
}
