/* Finds the eojeols that the tagger reads the same way wherever they are
 * (nlp/tagger/frozen_eojeol.h). */
#ifndef GISA_NLP_TRAIN_FROZEN_EOJEOLS_H
#define GISA_NLP_TRAIN_FROZEN_EOJEOLS_H

#include "nlp/train/corpus.h"

/* Tags the training text with a model's bytes and appends the section for eojeols that stood there
 * TRAIN_FROZEN_MIN times or more and were read alike, one time in a hundred aside.
 *
 * Errors: GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status train_frozen_eojeols_make(gisa_str model, const train_corpus *text, gisa_buf *out,
                                      gisa_error *err);

#define TRAIN_FROZEN_MIN 4

#endif
