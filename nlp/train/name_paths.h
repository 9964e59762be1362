/* All paths of labels through a line, weighed: a conditional random field's forward and backward
 * sums, kept as numbers scaled at every character, not as logarithms. */
#ifndef GISA_NLP_TRAIN_NAME_PATHS_H
#define GISA_NLP_TRAIN_NAME_PATHS_H

#include "nlp/names/name_line.h"
#include "nlp/names/name_model.h"

typedef struct train_name_paths {
    double factor[GISA_NAME_LABELS + 1]
                 [GISA_NAME_LABELS]; /* exp of the transitions, the last row from the beginning; 0
                                        where a label may not follow */
    float sums[GISA_NAME_LINE_MAX][GISA_NAME_LABELS]; /* of the weights at each character */
    double emit[GISA_NAME_LINE_MAX][GISA_NAME_LABELS];
    double forward[GISA_NAME_LINE_MAX][GISA_NAME_LABELS];
    double backward[GISA_NAME_LINE_MAX][GISA_NAME_LABELS];
} train_name_paths;

/* Below any sum of weights, but its exp is no error. */
#define TRAIN_NAME_NEVER (-1e4f)

/* Whether a label may follow another; the beginning is like no name. */
static inline bool train_name_may_follow(unsigned from, unsigned to)
{
    bool goes_on = to > 0 && to % 2 == 0;
    return !goes_on || from == to || from == to - 1;
}

/* Fills emit, forward and backward from factor and the sums of n characters. */
void train_name_paths_weigh(train_name_paths *p, uint32_t n);

/* How likely each label is at a character. */
void train_name_paths_chances(const train_name_paths *p, uint32_t i, double out[GISA_NAME_LABELS]);

#endif
