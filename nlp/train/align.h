/* Lays the morphemes of an eojeol on its syllables. */
#ifndef GISA_NLP_TRAIN_ALIGN_H
#define GISA_NLP_TRAIN_ALIGN_H

#include "nlp/tagger/label.h"

#define TRAIN_WORD_MAX 64 /* syllables of an eojeol, characters of its forms */

typedef struct train_form { /* the forms of an eojeol's morphemes, one after another */
    uint32_t cp[TRAIN_WORD_MAX * 2];
    uint8_t tag[TRAIN_WORD_MAX * 2];   /* of the morpheme each character belongs to */
    uint8_t begin[TRAIN_WORD_MAX * 2]; /* it is the first of its morpheme */
    uint32_t n;
} train_form;

/* Gives each of n syllables a label so that the labels together spell the forms, at the least cost
 * of changed jamo. Returns: false when that cannot be. */
bool train_align(const uint32_t *cp, uint32_t n, const train_form *f, gisa_label *out);

#endif
