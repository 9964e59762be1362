#include "nlp/sure.h"

#include "nlp/compound.h"
#include "nlp/rules.h"

enum { FINAL_SS = 20, STEM_LEAST = 2 };

static unsigned classes_of(gisa_wordset words, const gisa_text *t, uint32_t from, uint32_t to)
{
    uint64_t hash = GISA_WORD_SEED;
    for (uint32_t i = from; i < to; i++) hash = gisa_word_roll(hash, t->cp[i]);
    return gisa_wordset_find(words, hash);
}

static bool is_noun(unsigned classes)
{
    return (classes & (GISA_WORD_NOUN | GISA_WORD_NAME)) != 0;
}

/* Whether the end of a stem may be that of a verb's. */
static bool may_be_verb(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    uint32_t last = t->cp[stem.to - 1];
    if ((last - 0xAC00) % 28 == FINAL_SS) return true;
    for (uint32_t from = stem.from; from < stem.to; from++)
        if (classes_of(words, t, from, stem.to) & GISA_WORD_VERB) return true;
    return false;
}

/* Whether nothing but nouns that are known make up the stem. */
static bool is_compound(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    uint8_t ends[GISA_COMPOUND_MOST];
    unsigned n = gisa_compound_split(words, t->cp + stem.from, stem.to - stem.from, ends);
    return n > 1 && is_noun(classes_of(words, t, stem.from, stem.from + ends[0]));
}

/* Whether a josa is never the end of a verb, as 를 is not: 은, 는, 을 may be, and what a verb may
 * end in (들어와, 나가, 해도, 하지만, 없이, 살펴보다). */
static bool is_nominal(const gisa_text *t, gisa_range josa)
{
    static const uint32_t either[] = {0xC740, 0xB294, 0xC744, 0xC640, 0xAC00,
                                      0xB3C4, 0xB9CC, 0xC774, 0xB2E4};
    for (size_t i = 0; i < sizeof either / sizeof *either; i++)
        if (t->cp[josa.to - 1] == either[i]) return false;
    return true;
}

/* Whether an ending is one even behind a stem that nobody knows. */
static bool is_clear(const gisa_ending *e, gisa_wordset words, const gisa_text *t, gisa_range word)
{
    gisa_range stem = {word.from, word.to - e->n};
    if (e->light || e->tag == GISA_TAG_VCP) return false;
    return is_nominal(t, (gisa_range){stem.to, word.to}) || !may_be_verb(words, t, stem);
}

int gisa_sure_run(gisa_wordset words, const gisa_text *t, gisa_range word, gisa_pieces *out,
                  gisa_error *err)
{
    gisa_status st;
    for (uint32_t i = word.from; i < word.to; i++)
        if (!gisa_is_hangul(t->cp[i])) return 0;
    unsigned whole = classes_of(words, t, word.from, word.to) & GISA_WORD_ALL;
    gisa_ending e = gisa_rules_ending(t, word, STEM_LEAST);
    gisa_range stem = {word.from, word.to - e.n};
    if (e.n == 0) {
        bool known = whole == GISA_WORD_NOUN || whole == GISA_WORD_NAME ||
                     whole == (GISA_WORD_NOUN | GISA_WORD_NAME);
        if (stem.to - stem.from < STEM_LEAST || !(known || is_compound(words, t, stem))) return 0;
    } else {
        unsigned classes = classes_of(words, t, stem.from, stem.to) & GISA_WORD_ALL;
        bool known = is_noun(classes) && !(classes & ~(unsigned)(GISA_WORD_NOUN | GISA_WORD_NAME));
        if (whole) return 0;
        if (!known && !is_compound(words, t, stem) && !is_clear(&e, words, t, word)) return 0;
    }
    st = gisa_pieces_put(out, GISA_TAG_NNG, stem, t->cp + stem.from, stem.to - stem.from, err);
    if (st >= 0 && e.n)
        st = gisa_pieces_put(out, e.tag, (gisa_range){stem.to, word.to}, t->cp + stem.to, e.n, err);
    return st < 0 ? st : 1;
}
