#include "cli/listing.h"

#include "tests/unit/test.h"

static void test_sentences(void)
{
    static const struct {
        const char *name, *text;
        size_t at;
        const char *want;
    } tests[] = {
        {"the first sentence", "One came. Two went.", 0, "One came."},
        {"its last letter is still of it", "One came. Two went.", 8, "One came."},
        {"the blank behind it is of the next", "One came. Two went.", 9, "Two went."},
        {"the last one", "One came. Two went.", 18, "Two went."},
        {"a line is a sentence", "Title\nOne came.", 6, "One came."},
        {"blanks around sentences are of none", "  One.  Two.  ", 8, "Two."},
        {"behind all of them there is none", "One. ", 5, ""},
        {"nor in nothing", "", 0, ""},
    };
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        gisa_str text = test_exact(tests[i].text);
        listing p = {0};
        SAME_C(listing_sentence(&p, text, tests[i].at), tests[i].want, tests[i].name);
        SAME_C(listing_sentence(&p, text, tests[i].at), tests[i].want, "and once more");
        free((char *)(uintptr_t)text.p);
    }
}

/* Places of one text, forward and back, are what each alone is. */
static void test_many(void)
{
    static const size_t places[] = {0, 12, 16, 29, 4, 31, 17, 17, 0, 30};
    gisa_str text = GISA_STR("하나. 둘이다. 셋이다.");
    listing all = {0};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        listing alone = {0};
        size_t at = places[i] < text.n ? places[i] : text.n;
        EQUAL(listing_chars(&all, text, at), listing_chars(&alone, text, at), "code points");
        OK(gisa_str_eq(listing_sentence(&all, text, at), listing_sentence(&alone, text, at)),
           "the sentence");
    }
}

int main(void)
{
    listing p = {.limit = 2};
    test_sentences();
    test_many();
    EQUAL(listing_chars(&p, GISA_STR("가나b다"), 7), 3, "code points are counted, not bytes");
    OK(listing_count(&p) && !p.more && listing_count(&p), "lines are counted up to the limit");
    OK(!p.more, "which alone says nothing of more");
    OK(!listing_count(&p) && p.more && p.n == 2, "and then there are more");
    return test_end();
}
