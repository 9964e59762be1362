/* Finds the weights worth keeping, by tagging the training text once more: every feature that fires
 * is asked for the outcomes it was weighed with, and of the weights the largest are kept. */
#ifndef GISA_NLP_TRAIN_PRUNE_H
#define GISA_NLP_TRAIN_PRUNE_H

#include "nlp/train/learn.h"

typedef struct train_entry {
    uint64_t feature;
    float w;
    uint16_t outcome;
} train_entry;

typedef struct train_pruned {
    train_entry *items; /* in order of feature and outcome */
    size_t n;
    float min; /* the smallest weight among them */
} train_pruned;

/* learner:   averaged.
 * shares:    how much the domains' copies count (train_learner_twin).
 * wanted:    how many to keep.
 * room_bits: 2^n weights are gathered on each of two threads at most; 0: 24.
 *
 * Free out->items. Errors: GISA_ENOMEM, GISA_EINVAL when no weight is left. */
gisa_status train_prune(const train_learner *learner, const train_corpus *text,
                        const float shares[TRAIN_DOMAINS], size_t wanted, unsigned room_bits,
                        train_pruned *out, gisa_error *err);

#endif
