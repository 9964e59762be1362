#include "nlp/word/dotted_word.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/tokenizer.h"
#include "nlp/word/noun_ending.h"
#include "nlp/word/term.h"

#define DOT 0xB7u /* as nlp/text.h has them all */

enum { PART_MAX = 2, LAST_MAX = 6 }; /* syllables */

static bool is_dot(const gisa_morph *m)
{
    return m->tag == GISA_TAG_SP && gisa_str_is(m->form, "·");
}

/* The syllables of the part that begins at the i-th morpheme, whose end is *end; 0: it is none. */
static size_t take_part(const gisa_annotation *a, const gisa_token *token, uint32_t i, char *out,
                        size_t *n, uint32_t *end)
{
    size_t chars = 0;
    for (; i < token->n_morphs; i++) {
        const gisa_morph *m = &a->morphs[token->first_morph + i];
        if (!gisa_term_is_nominal(m->tag) || m->tag == GISA_TAG_SN) break;
        if (*n + m->form.n > GISA_TERM_MAX) return 0;
        *n += gisa_term_lower(m->form, out + *n, GISA_TERM_MAX - *n);
        chars += gisa_utf8_chars(m->form);
    }
    *end = i;
    return chars;
}

size_t gisa_dotted_word_join(const gisa_annotation *a, const gisa_token *token, uint32_t i,
                             char *out, uint32_t *n_morphs, gisa_span *span)
{
    size_t n = 0;
    uint32_t from = i, end = i, dots = 0;
    for (;; i = end + 1, dots++) {
        size_t chars = take_part(a, token, i, out, &n, &end);
        bool goes_on = end < token->n_morphs && is_dot(&a->morphs[token->first_morph + end]);
        if (chars == 0 || chars > (goes_on ? PART_MAX : LAST_MAX)) return 0;
        if (!goes_on) break;
    }
    if (dots == 0) return 0;
    const gisa_morph *first = &a->morphs[token->first_morph + from];
    *n_morphs = end - from;
    *span = (gisa_span){first->span.start, first[*n_morphs - 1].span.end};
    return n;
}

static bool is_dot_at(const gisa_text *t, gisa_range eojeol, uint32_t i)
{
    return i >= eojeol.from && i < eojeol.to && t->cp[i] == DOT;
}

/* Whether a dot is before i, and one syllable of Hangul alone before that. */
static bool follows_syllable(const gisa_text *t, gisa_range eojeol, uint32_t i)
{
    if (i < eojeol.from + 2 || t->cp[i - 1] != DOT || !gisa_is_hangul(t->cp[i - 2])) return false;
    return i == eojeol.from + 2 || !gisa_is_letter(t->cp[i - 3]);
}

uint32_t gisa_dotted_part_find(const gisa_text *t, gisa_range eojeol, gisa_range word,
                               gisa_tag *josa)
{
    uint32_t n = word.to - word.from;
    *josa = GISA_TAG_COUNT;
    if (!gisa_is_hangul(t->cp[word.from])) return 0;
    bool before = is_dot_at(t, eojeol, word.to), after = follows_syllable(t, eojeol, word.from);
    if (n == 1) return before || after;
    if (!after || before) return 0;
    gisa_noun_ending e = gisa_noun_ending_find(t, word, 1);
    if (e.light_verb || e.n != n - 1) return 0;
    *josa = e.tag;
    return 1;
}
