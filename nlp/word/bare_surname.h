/* A surname by itself before a title: 이 대표는, 안 의원이. The press names people so from the
 * second time on, and 이 would else be taken for "this", 안 for "not". */
#ifndef GISA_NLP_WORD_BARE_SURNAME_H
#define GISA_NLP_WORD_BARE_SURNAME_H

#include "nlp/text.h"

/* Marks such surnames in presets[0..t->n) as proper nouns for the tagger (nlp/tagger/tagger.h).
 * Only titles count before which the syllable is hardly ever anything else, and not 한, 전 or 구,
 * which are words there (한 의원: a lawmaker). Linear in the text. */
void gisa_bare_surnames_mark(const gisa_text *t, uint16_t *presets);

#endif
