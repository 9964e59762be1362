/* The analyser of the index: the tagger reads each word by itself, whatever is beside it,
 * and what it read is remembered. So a word has the same terms in a question and in every article,
 * and most of a text costs one look-up a word: words recur.
 *
 * A word is a run of letters, digits and what must stay whole (nlp/word/protected_span.h); marks
 * between words are symbols. Long nouns and names of Hangul that the tagger leaves whole are split
 * where the words of the model cover them (nlp/word/compound.h): 국가인공지능위원회 is 국가 + 인공
 * + 지능 + 위원회. */
#ifndef GISA_NLP_WORD_ISOLATED_WORD_H
#define GISA_NLP_WORD_ISOLATED_WORD_H

#include "nlp/tagger/tagger.h"

typedef struct gisa_isolated_words gisa_isolated_words; /* what one thread remembers */

/* The model must outlive it. Errors: GISA_ENOMEM. */
gisa_status gisa_isolated_words_open(const gisa_model *model, gisa_isolated_words **out,
                                     gisa_error *err);
void gisa_isolated_words_close(gisa_isolated_words *words);

/* Appends the morphemes of one eojeol to out, in order. They follow from the eojeol and its marks
 * alone, not from what was read before.
 *
 * tagger: of the same model, without what depends on other words.
 * presets: for each code point of the text what nlp/tagger/tagger.h says.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_isolated_words_run(gisa_isolated_words *words, gisa_tagger *tagger,
                                    const gisa_text *t, gisa_range eojeol, const uint16_t *presets,
                                    gisa_morph_list *out, gisa_error *err);

#endif
