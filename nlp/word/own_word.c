#include "nlp/word/own_word.h"

#include "nlp/word/josa.h"

enum {
    WORD_MAX = 12,      /* characters of a known word that is looked for around one of the user's */
    CONTEXT_BEFORE = 3, /* eojeols that the tagger gets to read a verb by */
    CONTEXT_AFTER = 2,
};

static bool is_space(const gisa_text *t, uint32_t i)
{
    return i < t->n && gisa_char_class_of(t->cp[i]) == GISA_CHAR_SPACE;
}

/* Whether letters or digits run on across `at`: 가온-1 is no part of 가온-10. */
static bool runs_on(const gisa_text *t, uint32_t at)
{
    return at > 0 && ((gisa_text_is_digit(t, at - 1) && gisa_text_is_digit(t, at)) ||
                      (gisa_text_is_letter(t, at - 1) && gisa_text_is_letter(t, at)));
}

/* Whether a word of the user may be at [i, to): at the start of a run of Hangul or, when it is
 * long, inside one; never where a longer known word begins. */
static bool word_fits(const gisa_text *t, uint32_t i, uint32_t to, gisa_wordset words)
{
    if (runs_on(t, i) || runs_on(t, to)) return false;
    if (!gisa_text_is_hangul(t, to - 1) || !gisa_text_is_hangul(t, to))
        return i == 0 || !gisa_text_is_hangul(t, i - 1) || to - i > 2;
    if (i > 0 && gisa_text_is_hangul(t, i - 1) && to - i < 3) return false;
    uint64_t hash = GISA_WORD_SEED;
    for (uint32_t k = i; k < t->n && gisa_text_is_hangul(t, k) && k - i < WORD_MAX; k++) {
        hash = gisa_word_roll(hash, t->cp[k]);
        unsigned found = gisa_wordset_find(words, hash);
        if (k >= to && found & (GISA_WORD_NOUN | GISA_WORD_NAME)) return false;
        if (!(found & GISA_WORD_LONGER)) break;
    }
    return true;
}

/* The classes of the model's word at [from, to). */
static unsigned classes_of(const gisa_text *t, uint32_t from, uint32_t to, gisa_wordset words)
{
    return gisa_wordset_classes(words, t->cp + from, to - from);
}

static bool is_only_josa(const gisa_text *t, uint32_t from, uint32_t to)
{
    const gisa_span span = gisa_text_span(t, from, to);
    return gisa_is_josa(gisa_span_text(span, t->bytes), t->cp[from - 1]);
}

bool gisa_own_word_is_contested(const gisa_text *t, gisa_range word, gisa_wordset words)
{
    uint32_t end = word.to;
    bool ending = false;
    if (!gisa_text_is_hangul(t, word.to - 1) ||
        (word.from > 0 && gisa_text_is_hangul(t, word.from - 1)))
        return false;
    while (gisa_text_is_hangul(t, end)) end++;
    for (uint32_t to = word.to + 1; to <= end && to - word.to <= WORD_MAX && !ending; to++)
        ending = classes_of(t, word.to, to, words) & GISA_WORD_ENDING;
    if (!ending) return false;
    return classes_of(t, word.from, word.to, words) & GISA_WORD_VERB ||
           !is_only_josa(t, word.to, end);
}

/* The eojeol at `at` with some on either side, on its line. */
static gisa_range context(const gisa_text *t, uint32_t at)
{
    gisa_range r = {at, at};
    for (unsigned n = 0; r.from > 0 && t->cp[r.from - 1] != '\n'; r.from--)
        if (is_space(t, r.from - 1) && !is_space(t, r.from) && n++ == CONTEXT_BEFORE) break;
    for (unsigned n = 0; r.to < t->n && t->cp[r.to] != '\n'; r.to++)
        if (is_space(t, r.to) && !is_space(t, r.to - 1) && n++ == CONTEXT_AFTER) break;
    return r;
}

static gisa_range eojeol(const gisa_text *t, uint32_t at)
{
    gisa_range r = {at, at};
    while (r.from > 0 && !is_space(t, r.from - 1)) r.from--;
    while (r.to < t->n && !is_space(t, r.to)) r.to++;
    return r;
}

static bool is_predicate(gisa_tag tag)
{
    return tag == GISA_TAG_VV || tag == GISA_TAG_VA || tag == GISA_TAG_VX;
}

/* Whether the text has all but the last syllable of a stem: only that one ever changes. */
static bool is_stem_of(const gisa_text *t, const gisa_morph_item *m, const uint32_t *form)
{
    uint32_t n = m->at.to - m->at.from;
    if (m->n_form != n) return false;
    for (uint32_t k = 0; k + 1 < n; k++)
        if (form[k] != t->cp[m->at.from + k]) return false;
    return true;
}

/* Whether a verb that the model knows begins with the word, as the tagger reads it when left alone.
 * *stem: its tag, where the word as it is written is its stem; else GISA_TAG_COUNT. */
static gisa_status find_verb(const gisa_own_words *o, const gisa_text *t, gisa_range word,
                             const uint16_t *presets, bool *verb, gisa_tag *stem, gisa_error *err)
{
    gisa_range around = o->isolated ? eojeol(t, word.from) : context(t, word.from);
    bool known = classes_of(t, word.from, word.to, o->words) & GISA_WORD_VERB;
    *verb = false;
    *stem = GISA_TAG_COUNT;
    gisa_morph_list_reset(o->scratch);
    gisa_status st = gisa_tagger_run(o->tagger, t, around, presets, o->scratch, err);
    for (uint32_t i = 0; i < o->scratch->n && st >= 0 && !*verb; i++) {
        const gisa_morph_item *m = &o->scratch->items[i];
        const uint32_t *form = o->scratch->forms + m->form;
        if (m->at.from != word.from || !is_predicate(m->tag)) continue;
        bool same = m->at.to == word.to;
        *verb = same ? known : classes_of(t, m->at.from, m->at.to, o->words) & GISA_WORD_VERB;
        if (*verb && same && !is_stem_of(t, m, form)) *stem = m->tag;
    }
    return st;
}

static void mark(uint16_t *presets, uint32_t from, uint32_t to, gisa_tag tag)
{
    for (uint32_t i = from; i < to; i++)
        presets[i] = (uint16_t)((i == from ? GISA_PRESET_BEGIN : GISA_PRESET_INSIDE) |
                                ((unsigned)tag + 1));
}

static bool is_noun(const gisa_lexicon_word *word)
{
    return !word->n_morphs && (word->tag == GISA_TAG_NNG || word->tag == GISA_TAG_NNP);
}

/* Marks a word that may have blanks: in one, or as its parts. */
static void mark_word(const gisa_own_words *o, gisa_text *t, gisa_range at,
                      const gisa_lexicon_word *word, uint16_t *presets)
{
    uint32_t from = at.from, n = 0;
    bool parts = o->isolated && is_noun(word);
    for (uint32_t i = at.from; i < at.to; i++) {
        bool blank = is_space(t, i);
        if (blank && !parts) t->cp[i] = GISA_TEXT_GLUE;
        if (!blank && parts && i > from && word->blanks >> (n - 1) & 1) {
            mark(presets, from, is_space(t, i - 1) ? i - 1 : i, word->tag);
            from = i;
        }
        n += !blank;
    }
    mark(presets, from, at.to, word->tag);
    for (uint32_t k = at.to; k < t->n && presets[k] & GISA_PRESET_INSIDE; k++) presets[k] = 0;
}

gisa_status gisa_own_words_mark(const gisa_own_words *o, gisa_text *t, uint16_t *presets,
                                gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (uint32_t i = 0; i < t->n && o->lexicon->n && st >= 0;) {
        const gisa_lexicon_word *word;
        uint32_t n = gisa_lexicon_match(o->lexicon, t, i, t->n, &word);
        gisa_range at = {i, i + n};
        bool verb = false;
        gisa_tag stem = GISA_TAG_COUNT;
        if (n == 0 || !word_fits(t, i, i + n, o->words)) {
            i++;
            continue;
        }
        if (o->tagger && word->file && is_noun(word) && gisa_own_word_is_contested(t, at, o->words))
            st = find_verb(o, t, at, presets, &verb, &stem, err);
        if (!verb)
            mark_word(o, t, at, word, presets);
        else if (stem != GISA_TAG_COUNT)
            mark(presets, at.from, at.to, stem);
        i += n;
    }
    return st;
}

/* The morphemes of a word as the user gave them: each at its letters where the text has them all,
 * all at the whole word where they are contracted. */
static gisa_status put_given(const gisa_lexicon *l, const gisa_lexicon_word *word, gisa_range at,
                             gisa_morph_list *out, gisa_error *err)
{
    uint32_t n = 0, from = at.from;
    gisa_status st = GISA_OK;
    bool apart = at.to - at.from == word->n_form;
    for (uint32_t i = 0; i < word->n_morphs; i++) {
        const gisa_lexicon_morph *m = &l->morphs[word->morph + i];
        for (uint32_t k = 0; k < m->n_form && apart; k++, n++)
            apart = n < word->n_form && l->cps[m->form + k] == l->cps[word->form + n];
    }
    apart = apart && n == word->n_form;
    for (uint32_t i = 0; i < word->n_morphs && st >= 0; i++) {
        const gisa_lexicon_morph *m = &l->morphs[word->morph + i];
        gisa_range span = apart ? (gisa_range){from, from + m->n_form} : at;
        st = gisa_morph_list_put(out, m->tag, span, l->cps + m->form, m->n_form, err);
        from += m->n_form;
    }
    return st;
}

gisa_status gisa_own_words_expand(const gisa_lexicon *lexicon, const gisa_text *t,
                                  const uint16_t *presets, uint32_t first, gisa_morph_list *scratch,
                                  gisa_morph_list *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    bool any = false;
    if (!lexicon->n_morphs) return GISA_OK;
    gisa_morph_list_reset(scratch);
    for (uint32_t i = first; i < out->n && st >= 0; i++) {
        const gisa_morph_item *m = &out->items[i];
        const gisa_lexicon_word *word = NULL;
        uint32_t n = presets[m->at.from] & GISA_PRESET_BEGIN
                         ? gisa_lexicon_match(lexicon, t, m->at.from, m->at.to, &word)
                         : 0;
        bool given = n && m->at.from + n == m->at.to && word->n_morphs;
        any = any || given;
        st = given ? put_given(lexicon, word, m->at, scratch, err)
                   : gisa_morph_list_put(scratch, m->tag, m->at, out->forms + m->form, m->n_form,
                                         err);
    }
    if (st < 0 || !any) return st;
    out->n = first;
    for (uint32_t i = 0; i < scratch->n && st >= 0; i++) {
        const gisa_morph_item *m = &scratch->items[i];
        st = gisa_morph_list_put(out, m->tag, m->at, scratch->forms + m->form, m->n_form, err);
    }
    return st;
}
