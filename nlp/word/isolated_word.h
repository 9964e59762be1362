/* The analyser behind the index: the tagger reads each word by itself, whatever stands beside it,
 * and what it read is remembered. So a word has the same terms in a question and in every article,
 * and most of a text costs one look-up a word: words recur.
 *
 * A word is a run of letters, digits and what must stay whole (nlp/word/protected_span.h); marks
 * between words are symbols. Long nouns and names of Hangul that the tagger leaves whole are put
 * apart where the words of the model cover them (nlp/word/compound.h): 국가인공지능위원회 is 국가 +
 * 인공 + 지능 + 위원회. */
#ifndef GISA_NLP_WORD_ISOLATED_WORD_H
#define GISA_NLP_WORD_ISOLATED_WORD_H

#include "nlp/tagger/tagger.h"

typedef struct gisa_alone gisa_alone; /* what one thread remembers */

/* The model must outlive it. Errors: GISA_ENOMEM. */
gisa_status gisa_alone_open(const gisa_model *model, gisa_alone **out, gisa_error *err);
void gisa_alone_close(gisa_alone *alone);

/* Appends the morphemes of one eojeol to out, in order. They follow from the eojeol and its marks
 * alone, not from what was read before.
 *
 * tagger: of the same model, without what depends on other words.
 * known:  for each code point of the text what nlp/tagger/tagger.h says.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_alone_run(gisa_alone *alone, gisa_tagger *tagger, const gisa_text *t,
                           gisa_range eojeol, const uint16_t *known, gisa_pieces *out,
                           gisa_error *err);

#endif
