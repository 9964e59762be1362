#include "nlp/word/dictionary_noun.h"

#include "base/hangul.h"
#include "nlp/word/compound.h"
#include "nlp/word/josa.h"
#include "nlp/word/noun_ending.h"

enum {
    WHOLE_MIN = 3,    /* syllables of a noun without a josa: shorter ones are too often verbs */
    STEM_MIN = 2,     /* of one before a josa */
    COMPOUND_MIN = 5, /* of known nouns in a row: two short ones may be so by chance */
    VERB_MAX = 20,    /* no verb is longer */
};

static unsigned classes_of(gisa_wordset words, const gisa_text *t, gisa_range r)
{
    return gisa_wordset_classes(words, t->cp + r.from, r.to - r.from);
}

static bool is_noun_only(unsigned classes)
{
    return classes && !(classes & ~(unsigned)(GISA_WORD_NOUN | GISA_WORD_NAME));
}

static bool is_one_of(uint32_t cp, const uint32_t *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == cp) return true;
    return false;
}

/* Whether nothing but nouns that are known make up the stem. */
static bool is_compound(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    uint8_t ends[GISA_COMPOUND_MAX];
    unsigned n = gisa_compound_split(words, t->cp + stem.from, stem.to - stem.from, false, ends);
    return n > 1 &&
           is_noun_only(classes_of(words, t, (gisa_range){stem.from, stem.from + ends[0]}));
}

/* Whether the end of a stem may be that of a verb, or of a word with a josa or ending of its own:
 * ㅁ and ㅆ, 으 로 만 과 라 려 냐 므 기 더, a josa of two syllables. */
static bool may_go_on(const gisa_text *t, gisa_range stem)
{
    static const uint32_t ends[] = {0xC73C, 0xB85C, 0xB9CC, 0xACFC, 0xB77C,
                                    0xB824, 0xB0D0, 0xBBC0, 0xAE30, 0xB354};
    uint32_t last = t->cp[stem.to - 1], final = gisa_hangul_final(last);
    if (final == GISA_FINAL_M || final == GISA_FINAL_SS) return true;
    return is_one_of(last, ends, sizeof ends / sizeof *ends) ||
           gisa_noun_ending_find(t, stem, 1).n > 1;
}

static bool ends_as_verb(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    uint32_t from = stem.to - stem.from > VERB_MAX ? stem.to - VERB_MAX : stem.from;
    for (; from < stem.to; from++)
        if (classes_of(words, t, (gisa_range){from, stem.to}) & GISA_WORD_VERB) return true;
    return false;
}

/* Whether a josa is one after a stem that nobody knows: 를 always is, 은 and 는 and what a verb
 * may end in (들어와, 나가, 없이, 살펴보다) where the stem is not like a verb's, 도 and 만 never.
 */
static bool is_clear(gisa_wordset words, const gisa_text *t, gisa_range stem, gisa_range word)
{
    uint32_t first = t->cp[stem.to], last = t->cp[word.to - 1];
    if (gisa_josa_is(last, GISA_JOSA_UNCLEAR) || may_go_on(t, stem)) return false;
    if (word.to - stem.to > 1 && first == 0xACFC) return false; /* 과의: 위키백과의 */
    if (is_compound(words, t, word)) return false;              /* 검사결과 */
    return !gisa_josa_is(last, GISA_JOSA_VERBAL) || !ends_as_verb(words, t, stem);
}

/* Whether a stem is a noun that is known, or a row of those. */
static bool is_known(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    return is_noun_only(classes_of(words, t, stem)) ||
           (stem.to - stem.from >= COMPOUND_MIN && is_compound(words, t, stem));
}

/* Whether the word is nouns up to where its josa begins, and nothing else. */
static bool is_certain(gisa_wordset words, const gisa_text *t, gisa_range stem, gisa_range word)
{
    if (stem.to == word.to) return stem.to - stem.from >= WHOLE_MIN && is_known(words, t, stem);
    if (classes_of(words, t, word)) return false;
    return is_known(words, t, stem) || is_clear(words, t, stem, word);
}

/* Whether the word is a verb as a dictionary has it, 열다: by itself the tagger may see ten and
 * all. What 하, 되, 럽 and 롭 make of a noun is left to the tagger, and so are 이다 and 아니다. */
static bool is_dictionary_form(gisa_wordset words, const gisa_text *t, gisa_range word)
{
    static const uint32_t derived[] = {0xD558, 0xB418, 0xB7FD, 0xB86D, 0xC774, 0xB2C8};
    if (word.to - word.from < 2 || t->cp[word.to - 1] != 0xB2E4) return false;
    if (is_one_of(t->cp[word.to - 2], derived, sizeof derived / sizeof *derived)) return false;
    return (classes_of(words, t, (gisa_range){word.from, word.to - 1}) & GISA_WORD_VERB) &&
           !(classes_of(words, t, word) & ~(unsigned)GISA_WORD_VERB);
}

static gisa_status put_two(const gisa_text *t, gisa_range word, gisa_range stem, gisa_tag first,
                           gisa_tag second, gisa_morph_list *out, gisa_error *err)
{
    gisa_range rest = {stem.to, word.to};
    gisa_status st = gisa_morph_list_put(out, first, stem, t->cp + stem.from, stem.to - stem.from,
                                         err);
    if (st < 0 || rest.from == rest.to) return st;
    return gisa_morph_list_put(out, second, rest, t->cp + rest.from, rest.to - rest.from, err);
}

#define PLURAL 0xB4E4u /* 들 */

/* Whether a stem ends as a noun in the plural does (가족들) and is not known with its 들. */
static bool is_plural(gisa_wordset words, const gisa_text *t, gisa_range stem)
{
    return stem.to - stem.from > STEM_MIN && t->cp[stem.to - 1] == PLURAL &&
           !is_noun_only(classes_of(words, t, stem));
}

/* Appends noun, 들 and josa when the noun is known, or is several that are. */
static int put_plural(gisa_wordset words, const gisa_text *t, gisa_range stem, gisa_range word,
                      gisa_tag josa, gisa_morph_list *out, gisa_error *err)
{
    gisa_range one = {stem.from, stem.to - 1}, plural = {one.to, stem.to};
    if (!is_known(words, t, one)) return 0;
    gisa_status st = gisa_morph_list_put(out, GISA_TAG_NNG, one, t->cp + one.from,
                                         one.to - one.from, err);
    if (st >= 0)
        st = put_two(t, (gisa_range){plural.from, word.to}, plural, GISA_TAG_XSN, josa, out, err);
    return st < 0 ? (int)st : 1;
}

int gisa_dictionary_noun_put(gisa_wordset words, const gisa_text *t, gisa_range word,
                             gisa_morph_list *out, gisa_error *err)
{
    for (uint32_t i = word.from; i < word.to; i++)
        if (!gisa_is_hangul(t->cp[i])) return 0;
    gisa_status st;
    if (is_dictionary_form(words, t, word)) {
        gisa_range verb = {word.from, word.to - 1};
        st = put_two(t, word, verb, GISA_TAG_VV, GISA_TAG_EF, out, err);
        return st < 0 ? st : 1;
    }
    gisa_noun_ending e = gisa_noun_ending_find(t, word, STEM_MIN);
    gisa_range stem = {word.from, word.to - e.n};
    if (e.light_verb || (e.n && (e.tag == GISA_TAG_VCP || e.tag == GISA_TAG_JKQ))) return 0;
    if (is_plural(words, t, stem)) return put_plural(words, t, stem, word, e.tag, out, err);
    if (!is_certain(words, t, stem, word)) return 0;
    st = put_two(t, word, stem, GISA_TAG_NNG, e.tag, out, err);
    return st < 0 ? st : 1;
}
