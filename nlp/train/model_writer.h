/* Packs a trained table into the file that the tagger maps (nlp/tagger/model.h has the format). */
#ifndef GISA_NLP_TRAIN_MODEL_WRITER_H
#define GISA_NLP_TRAIN_MODEL_WRITER_H

#include "nlp/train/prune.h"

typedef struct train_model {
    const train_corpus *text;
    const train_labels *labels;
    const train_candidates *candidates;
    gisa_wordset words;
    train_pruned weights;
    gisa_str notes; /* sources and licences */
} train_model;

/* Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status train_model_write(const train_model *job, const char *path, gisa_error *err);

#endif
