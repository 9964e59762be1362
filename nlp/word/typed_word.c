#include "nlp/word/typed_word.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "nlp/word/josa.h"

/* After a final consonant, after a vowel. */
static const char *const frames[GISA_TYPED_WORD_FRAMES][2] = {
    {"이", "가"}, {"을", "를"}, {"은", "는"}, {"의", "의"}, {"에서", "에서"}, {"도", "도"},
};

bool gisa_is_typed_word(gisa_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; n++) {
        uint32_t cp;
        i += gisa_utf8_next(text, i, &cp);
        if (!gisa_is_hangul(cp)) return false;
    }
    return n > 0 && n <= GISA_TYPED_WORD_MAX;
}

void gisa_typed_word_put(gisa_str word, gisa_buf *out)
{
    bool vowel = !gisa_has_final(gisa_utf8_last(word));
    for (size_t i = 0; i < GISA_TYPED_WORD_FRAMES; i++) {
        gisa_buf_add(out, word);
        gisa_buf_add_c(out, frames[i][vowel]);
        gisa_buf_add_char(out, '\n');
    }
}

static bool is_nominal(gisa_tag tag)
{
    return tag == GISA_TAG_NNG || tag == GISA_TAG_NNP || tag == GISA_TAG_XPN ||
           tag == GISA_TAG_XSN || tag == GISA_TAG_XR || tag == GISA_TAG_NR;
}

/* Whether the first morphemes of a token are nouns that end where the word does. */
static bool covers(const gisa_annotation *a, const gisa_token *t, uint32_t end)
{
    for (uint32_t i = 0; i < t->n_morphs; i++) {
        const gisa_morph *m = &a->morphs[t->first_morph + i];
        if (!is_nominal(m->tag) || m->form.n != m->span.end - m->span.start) return false;
        if (m->span.end >= end) return m->span.end == end;
    }
    return false;
}

bool gisa_typed_word_noun(gisa_str word, const gisa_annotation *a, gisa_span *frame)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n_sentences; i++) {
        const gisa_sentence *s = &a->sentences[i];
        if (s->n_tokens != 1) continue;
        const gisa_token *t = &a->tokens[s->first_token];
        if (!covers(a, t, t->span.start + (uint32_t)word.n)) continue;
        if (n++ == 0) *frame = s->span;
    }
    return n >= GISA_TYPED_WORD_LEAST;
}

unsigned gisa_word_classes(gisa_wordset words, gisa_str word)
{
    uint64_t hash = GISA_WORD_SEED;
    for (size_t i = 0; i < word.n;) {
        uint32_t cp;
        i += gisa_utf8_next(word, i, &cp);
        hash = gisa_word_roll(hash, cp);
    }
    return gisa_wordset_find(words, hash) & GISA_WORD_ALL;
}

bool gisa_is_known_noun(gisa_wordset words, gisa_str word)
{
    return gisa_word_classes(words, word) & (GISA_WORD_NOUN | GISA_WORD_NAME);
}

bool gisa_typed_word_is_misread(gisa_str word, const gisa_annotation *a)
{
    if (a->n_morphs < 2) return false;
    const gisa_morph *m = &a->morphs[a->n_morphs - 1];
    if (m->span.end != word.n || m->span.start == 0) return false;
    const gisa_josa *josa = gisa_josa_find(m->form);
    return gisa_tag_is_josa(m->tag) && josa &&
           !gisa_josa_agrees(josa, gisa_utf8_last(gisa_str_cut(word, 0, m->span.start)));
}
