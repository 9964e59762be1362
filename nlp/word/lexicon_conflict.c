#include "nlp/word/lexicon_conflict.h"

#include "base/hangul.h"
#include "nlp/word/josa.h"

static gisa_str put_form(const uint32_t *cp, uint32_t n, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (uint32_t i = 0; i < n; i++) gisa_buf_add_cp(out, cp[i]);
    return gisa_buf_view(out);
}

/* The characters of a known noun that the word begins with and only a josa follows; 0: none. */
static uint32_t before_josa(const uint32_t *cp, uint32_t n, gisa_wordset words, gisa_buf *scratch)
{
    for (uint32_t k = n - 1; k > 0; k--) {
        const gisa_josa *josa = gisa_josa_find(put_form(cp + k, n - k, scratch));
        if (josa && josa->uses & (GISA_JOSA_NAME | GISA_JOSA_NOUN) &&
            gisa_josa_agrees(josa, cp[k - 1]) &&
            gisa_wordset_classes(words, cp, k) & (GISA_WORD_NOUN | GISA_WORD_NAME))
            return k;
    }
    return 0;
}

void gisa_lexicon_conflicts_put(const gisa_lexicon *l, uint32_t file, gisa_wordset words,
                                gisa_buf *notes)
{
    gisa_buf form = {0}, josa = {0};
    for (size_t i = 0; i < l->n; i++) {
        const gisa_lexicon_word *word = &l->items[i];
        const uint32_t *cp = l->cps + word->form;
        bool noun = !word->n_morphs && (word->tag == GISA_TAG_NNG || word->tag == GISA_TAG_NNP);
        if (word->file != file || !noun) continue;
        uint32_t k = before_josa(cp, word->n_form, words, &josa);
        gisa_str text = put_form(cp, word->n_form, &form);
        if (word->n_form == 1 && gisa_is_hangul(cp[0]))
            gisa_buf_addf(notes,
                          "line %llu: %.*s is one syllable; every eojeol that begins with it and "
                          "with no longer noun has your word\n",
                          (unsigned long long)word->line, GISA_ARG(text));
        else if (gisa_wordset_classes(words, cp, word->n_form) & GISA_WORD_VERB)
            gisa_buf_addf(notes,
                          "line %llu: %.*s is also the stem of a verb, %.*s다; where the verb fits "
                          "better it is that\n",
                          (unsigned long long)word->line, GISA_ARG(text), GISA_ARG(text));
        else if (k)
            gisa_buf_addf(notes,
                          "line %llu: %.*s is also a noun with the josa %.*s; it is read as your "
                          "word wherever it is written so\n",
                          (unsigned long long)word->line, GISA_ARG(text),
                          GISA_ARG(put_form(cp + k, word->n_form - k, &josa)));
    }
    gisa_buf_take_status(notes, &form);
    gisa_buf_take_status(notes, &josa);
    gisa_buf_clear(&form);
    gisa_buf_clear(&josa);
}
