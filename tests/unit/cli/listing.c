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
        SAME_C(listing_sentence(text, tests[i].at), tests[i].want, tests[i].name);
        free((char *)(uintptr_t)text.p);
    }
}

int main(void)
{
    listing p = {.limit = 2};
    test_sentences();
    EQUAL(listing_chars(GISA_STR("가나b다"), 7), 3, "code points are counted, not bytes");
    OK(listing_count(&p) && !p.more && listing_count(&p), "lines are counted up to the limit");
    OK(!p.more, "which alone says nothing of more");
    OK(!listing_count(&p) && p.more && p.n == 2, "and then there are more");
    return test_end();
}
