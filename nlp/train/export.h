/* Packs a trained table into the file that the tagger maps (nlp/model.h has the format). */
#ifndef GISA_TRAIN_EXPORT_H
#define GISA_TRAIN_EXPORT_H

#include "nlp/train/learn.h"

typedef struct train_export {
    const train_corpus *text;
    const train_labels *labels;
    const train_candidates *candidates;
    gisa_wordset words;
    train_learner *learner; /* averaged */
    size_t weights;         /* how many to keep: the largest */
    gisa_str notes;         /* sources and licences */
    unsigned room_bits;     /* 2^n weights are gathered at most; 0: 25 */
} train_export;

/* Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status train_export_write(const train_export *job, const char *path, gisa_error *err);

#endif
