/* Where a text has words of the lexicon, which are whole morphemes for the tagger.
 *
 * A noun of the user's gives way to a verb that shares its letters: 골리 in 골리다 is no noun when
 * the tagger, left alone, reads a verb that the model knows. Before a josa, or alone, it is the
 * noun. */
#ifndef GISA_NLP_WORD_OWN_WORD_H
#define GISA_NLP_WORD_OWN_WORD_H

#include "nlp/tagger/tagger.h"
#include "nlp/word/lexicon.h"

typedef struct gisa_own_words { /* what marking asks */
    const gisa_lexicon *lexicon;
    gisa_wordset words;       /* of the model */
    gisa_tagger *tagger;      /* reads what may be a verb; NULL: nothing gives way */
    gisa_morph_list *scratch; /* for that */
    bool isolated; /* as the index reads: an eojeol by itself, a word with blanks as its parts */
} gisa_own_words;

/* Marks the words in presets (nlp/tagger/tagger.h), over what is marked already. Unless words are
 * isolated, blanks inside one become GISA_TEXT_GLUE in the text, so that it is one eojeol.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_own_words_mark(const gisa_own_words *o, gisa_text *t, uint16_t *presets,
                                gisa_error *err);

/* Whether a letter that is a verb's ending, or begins one, may follow the code points: the run of
 * Hangul from `to` on begins with one. */
bool gisa_own_word_is_contested(const gisa_text *t, gisa_range word, gisa_wordset words);

/* Puts the analyses that the user gave in the place of their words, among the morphemes from number
 * `first` on. Errors: GISA_ENOMEM. */
gisa_status gisa_own_words_expand(const gisa_lexicon *lexicon, const gisa_text *t,
                                  const uint16_t *presets, uint32_t first, gisa_morph_list *scratch,
                                  gisa_morph_list *out, gisa_error *err);

#endif
