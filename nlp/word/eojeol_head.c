#include "nlp/word/eojeol_head.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "nlp/word/josa.h"
#include "nlp/word/typed_word.h"

enum { SYLLABLE = 3, STEM_MIN = 2 * SYLLABLE, HEAD_MAX = 10 * SYLLABLE }; /* bytes */

static bool is_noun(gisa_tag tag)
{
    return tag == GISA_TAG_NNG || tag == GISA_TAG_NNP || tag == GISA_TAG_XSN || tag == GISA_TAG_XR;
}

/* Whether the morphemes are nouns alone, as the text has them. */
static bool are_nouns(const gisa_morph *morphs, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!is_noun(morphs[i].tag)) return false;
    return n > 0;
}

/* Whether the last of them is a noun after a verb, an ending or an adverb. 들 and what a suffix
 * made a verb are read right. */
static bool are_mixed(const gisa_morph *morphs, uint32_t n)
{
    bool mixed = false;
    for (uint32_t i = 0; i < n; i++) {
        switch (morphs[i].tag) {
        case GISA_TAG_VV:
        case GISA_TAG_VA:
        case GISA_TAG_EC:
        case GISA_TAG_ETM:
        case GISA_TAG_MAG: mixed = true; break;
        case GISA_TAG_NNG:
        case GISA_TAG_NNP:
        case GISA_TAG_NNB: break;
        default: return false;
        }
    }
    if (!mixed || n < 2) return false;
    gisa_tag last = morphs[n - 1].tag, before = morphs[n - 2].tag;
    return last == GISA_TAG_NNG || last == GISA_TAG_NNP ||
           (last == GISA_TAG_NNB && (before == GISA_TAG_VV || before == GISA_TAG_VA));
}

static bool is_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        if (!gisa_is_hangul(cp)) return false;
    }
    return true;
}

/* The bytes of a word's stem, two syllables of its last noun or more, when the rest is josa: as
 * much of the noun as may be. 0: there is none. */
static size_t stem_of(gisa_str word, size_t noun_from, size_t noun_to)
{
    for (size_t at = noun_to - SYLLABLE; at >= noun_from + STEM_MIN; at -= SYLLABLE) {
        uint32_t last = gisa_utf8_last(gisa_str_cut(word, 0, at));
        if (gisa_is_josa(gisa_str_cut(word, at, word.n), last)) return at;
    }
    return 0;
}

bool gisa_eojeol_head_find(gisa_wordset words, gisa_str text, const gisa_annotation *a,
                           const gisa_token *token, gisa_eojeol_head *out)
{
    const gisa_morph *morphs = &a->morphs[token->first_morph];
    uint32_t n = token->n_morphs;
    while (n > 0 && gisa_tag_is_josa(morphs[n - 1].tag)) n--;
    if (n == 0) return false;
    const gisa_morph *last = &morphs[n - 1];
    *out = (gisa_eojeol_head){.span = {token->span.start, last->span.end}};
    gisa_str head = gisa_span_text(out->span, text);
    if (head.n < STEM_MIN || head.n > HEAD_MAX || !is_hangul(head)) return false;
    if (n < token->n_morphs && are_mixed(morphs, n)) return true;
    if (!are_nouns(morphs, n) || gisa_word_classes(words, last->form)) return false;
    uint32_t from = token->span.start;
    gisa_str word = gisa_span_text(token->span, text);
    size_t stem = is_hangul(word) ? stem_of(word, last->span.start - from, head.n) : 0;
    if (!stem) return false;
    const gisa_josa *josa = gisa_josa_find(gisa_str_cut(word, stem, head.n));
    out->span.end = from + (uint32_t)stem;
    out->loose = !josa || !(josa->uses & GISA_JOSA_NOUN) ||
                 josa->uses & (GISA_JOSA_UNCLEAR | GISA_JOSA_VERBAL);
    return true;
}
