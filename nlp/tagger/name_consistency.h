/* One name, one reading in a text: where most mentions of a name were read as one word, the others
 * are marked to be read so too. */
#ifndef GISA_NLP_TAGGER_NAME_CONSISTENCY_H
#define GISA_NLP_TAGGER_NAME_CONSISTENCY_H

#include "nlp/tagger/morph_list.h"
#include "nlp/word/wordset.h"

typedef struct gisa_name_consistency gisa_name_consistency; /* the workspace of one thread */

/* Errors: GISA_ENOMEM. */
gisa_status gisa_name_consistency_open(gisa_name_consistency **out, gisa_error *err);
void gisa_name_consistency_close(gisa_name_consistency *c);

/* Looks at the morphemes of a whole text. A name (NNP of two to eight syllables at the start of an
 * eojeol) that was read whole twice or more, and more often than not, is marked in `presets` (see
 * nlp/tagger/tagger.h) at the eojeols that consist of it and perhaps a josa but were read
 * otherwise.
 *
 * Returns: how many were marked; their sentences (GISA_PRESET_DEFERRED) are to be tagged again. */
unsigned gisa_name_consistency_mark(gisa_name_consistency *c, const gisa_text *t,
                                    const gisa_morph_list *p, gisa_wordset words,
                                    uint16_t *presets);

#endif
