/* Learns the recogniser's weights: a conditional random field by AdaGrad (Duchi, Hazan and Singer
 * 2011), the weights averaged over the last half of the steps, four in ten features dropped at
 * random in each sentence. Every feature has a copy for press and one for reviews (Daumé III 2007);
 * the weights for the press are what counts afterwards. */
#ifndef GISA_NLP_TRAIN_NAME_LEARN_H
#define GISA_NLP_TRAIN_NAME_LEARN_H

#include "nlp/train/name_text.h"

typedef struct train_name_weights {
    float *features; /* [number in the vocabulary][GISA_NAME_LABELS] */
    float transitions[GISA_NAME_LABELS + 1][GISA_NAME_LABELS]; /* the last row: from the start */
} train_name_weights;

/* fold: press sentences and articles whose number is that of FOLDS are left out; FOLDS: none.
 * Errors: GISA_ENOMEM. */
#define TRAIN_NAME_FOLDS 5u
gisa_status train_name_learn(const train_name_set *s, const train_marked_text *t, unsigned fold,
                             unsigned epochs, train_name_weights *out, gisa_error *err);

static inline bool train_name_fold_has(const train_marked *m, unsigned fold)
{
    bool counts = m->collection == TRAIN_PRESS || m->collection == TRAIN_ARTICLE;
    return counts && m->number % TRAIN_NAME_FOLDS == fold;
}

#endif
