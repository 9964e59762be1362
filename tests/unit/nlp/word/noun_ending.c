#include "nlp/word/noun_ending.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *word;
    uint32_t n;
    bool light_verb;
} ends[] = {
    {"the longest josa", "정부에서는", 3, false},
    {"a form of 하다 before any josa", "공개했다고", 3, true},
    {"a josa that does not agree, where there is no other", "정부를을", 1, false},
    {"too little would be left", "회의", 0, false},
    {"nothing stands behind", "정부", 0, false},
};

int main(void)
{
    gisa_text t = {0};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        OK(gisa_text_put(&t, gisa_str_from(ends[i].word), NULL) == GISA_OK, ends[i].name);
        gisa_noun_ending e = gisa_noun_ending_find(&t, (gisa_range){0, t.n}, 2);
        EQUAL(e.n, ends[i].n, ends[i].name);
        EQUAL(e.light_verb, ends[i].light_verb, ends[i].name);
    }
    gisa_text_clear(&t);
    return test_end();
}
