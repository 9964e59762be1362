/* Writes the recogniser's model in the form of nlp/names/name_model.h. */
#ifndef GISA_NLP_TRAIN_NAME_WRITER_H
#define GISA_NLP_TRAIN_NAME_WRITER_H

#include "base/buf.h"
#include "nlp/train/name_learn.h"
#include "nlp/train/name_lexicon.h"

typedef struct train_name_model {
    const train_name_set *set;
    const train_name_weights *weights;
    const train_name_lexicon *lexicon;
    size_t kept; /* weights: the largest by their absolute value */
    gisa_str notes;
} train_name_model;

/* Errors: GISA_ENOMEM, GISA_ELIMIT when there are too many weights for the form. */
gisa_status train_name_model_make(const train_name_model *job, gisa_buf *file, gisa_error *err);

#endif
