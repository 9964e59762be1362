#include "nlp/tagger/feature.h"
#include "tests/unit/test.h"

static gisa_tagger_line line;

static void set(const char *text, gisa_wordset words)
{
    uint32_t cp[64], n = 0;
    uint8_t begins[64];
    bool space = true;
    gisa_str s = gisa_str_from(text);
    for (size_t at = 0; at < s.n;) {
        uint32_t c;
        at += gisa_utf8_next(s, at, &c);
        if (c != ' ') {
            cp[n] = c;
            begins[n++] = space;
        }
        space = c == ' ';
    }
    gisa_tagger_line_set(&line, cp, begins, n, words, 0);
}

static bool shares(const uint64_t *a, unsigned n_a, const uint64_t *b, unsigned n_b, unsigned min)
{
    unsigned same = 0;
    for (unsigned i = 0; i < n_a; i++)
        for (unsigned k = 0; k < n_b; k++) same += a[i] == b[k];
    return same >= min;
}

/* s: a noun is open. */
static void check_what_follows(const gisa_state *s)
{
    gisa_label on = {1, {{.tag = GISA_TAG_NNG}}}, other = {1, {{.tag = GISA_TAG_NNB}}};
    gisa_label josa = {1, {{.tag = GISA_TAG_JX, .begin = 1}}};
    gisa_label hidden = {2,
                         {{.tag = GISA_TAG_EC, .begin = 1, .kind = GISA_EDIT_LITERAL},
                          {.tag = GISA_TAG_VX, .begin = 1, .kind = GISA_EDIT_RHYME}}};
    gisa_label contracted = {2,
                             {{.tag = GISA_TAG_VV, .begin = 1, .kind = GISA_EDIT_RHYME},
                              {.tag = GISA_TAG_EP, .begin = 1, .kind = GISA_EDIT_LITERAL}}};
    OK(gisa_state_takes(s, &on, false), "a noun goes on as a noun");
    OK(!gisa_state_takes(s, &other, false), "but as nothing else");
    OK(!gisa_state_takes(s, &on, true), "and not over a space");
    OK(gisa_state_takes(s, &josa, false) && gisa_state_takes(s, &josa, true),
       "a morpheme begins inside an eojeol or at its start");
    OK(gisa_state_takes(s, &hidden, false), "a syllable may hide an ending and show a verb");
    OK(!gisa_state_takes(s, &hidden, true), "but no eojeol begins so");
    OK(gisa_state_takes(s, &contracted, true), "a verb may begin one and hide an ending");
}

int main(void)
{
    gisa_wordset none = {0};
    uint64_t a[GISA_LOCAL_MAX], b[GISA_LOCAL_MAX];
    set("모델을 공개했다", none);
    EQUAL(line.n, 7, "spaces are no syllables");
    EQUAL(line.word_from[4], 3, "an eojeol knows where it begins");
    EQUAL(line.word_to[4], 7, "and ends");
    unsigned n = gisa_feature_local(&line, 2, true, a);
    OK(n <= GISA_LOCAL_MAX, "the features fit");
    set("모델을 팔았다", none);
    unsigned m = gisa_feature_local(&line, 2, true, b);
    OK(shares(a, n, b, m, n / 2), "the same eojeol before other neighbours looks mostly the same");
    OK(!shares(a, n, b, m, n), "but not quite");
    m = gisa_feature_local(&line, 2, false, b);
    OK(m < n, "without long strings there are fewer");
    uint32_t slots[64] = {0};
    uint64_t hash = gisa_word_roll(gisa_word_roll(GISA_WORD_SEED, 0xBAA8), 0xB378);
    gisa_wordset_put(slots, 63, gisa_word_roll(GISA_WORD_SEED, 0xBAA8), GISA_WORD_LONGER);
    gisa_wordset_put(slots, 63, hash, GISA_WORD_NOUN);
    set("모델을", (gisa_wordset){slots, 63});
    EQUAL(line.starts[0][0], 2, "a noun of two syllables begins here");
    EQUAL(line.ends[1][0], 2, "and ends there");
    gisa_state s = {0};
    gisa_label_part p = {.tag = GISA_TAG_NNG, .begin = 1, .kind = GISA_EDIT_KEEP};
    gisa_state_part(&s, &p, 0xBAA8);
    EQUAL(s.tag, GISA_TAG_NNG + 1, "a state knows the open morpheme");
    check_what_follows(&s);
    unsigned n_next, closing = gisa_feature_close(&s, none, a, &n_next);
    OK(n_next <= closing && closing <= GISA_CLOSE_MAX, "the features of its end fit");
    return test_end();
}
