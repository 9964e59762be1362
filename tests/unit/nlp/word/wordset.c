#include "nlp/word/wordset.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

static uint64_t hash(const char *word)
{
    uint64_t h = GISA_WORD_SEED;
    gisa_str s = gisa_str_from(word);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp;
        at += gisa_utf8_next(s, at, &cp);
        h = gisa_word_roll(h, cp);
    }
    return h;
}

int main(void)
{
    uint32_t slots[16] = {0};
    gisa_wordset none = {0}, set = {slots, 15};
    EQUAL(gisa_wordset_find(none, hash("모델")), 0, "an empty set knows nothing");
    gisa_wordset_put(slots, 15, hash("모"), GISA_WORD_LONGER);
    gisa_wordset_put(slots, 15, hash("모델"), GISA_WORD_NOUN);
    gisa_wordset_put(slots, 15, hash("모델"), GISA_WORD_NAME);
    EQUAL(gisa_wordset_find(set, hash("모")), GISA_WORD_LONGER, "a prefix says that more may come");
    EQUAL(gisa_wordset_find(set, hash("모델")), GISA_WORD_NOUN | GISA_WORD_NAME,
          "classes of one word add up");
    EQUAL(gisa_wordset_find(set, hash("모형")), 0, "another word is not found");
    EQUAL(gisa_word_class_of(GISA_TAG_JKS), GISA_WORD_JOSA, "a subject particle is a josa");
    EQUAL(gisa_word_class_of(GISA_TAG_SF), 0, "a full stop is no word");
    return test_end();
}
