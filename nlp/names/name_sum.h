/* What each label weighs at each character of a line: the sums of the weights of its features. */
#ifndef GISA_NLP_NAMES_NAME_SUM_H
#define GISA_NLP_NAMES_NAME_SUM_H

#include "nlp/names/name_line.h"
#include "nlp/names/name_model.h"

typedef struct gisa_name_sums gisa_name_sums; /* the workspace of one thread */

/* The model's rows must be laid out (gisa_name_model_spread), and it must outlive the sums.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_name_sums_open(const gisa_name_model *model, gisa_name_sums **out,
                                gisa_error *err);
void gisa_name_sums_close(gisa_name_sums *s);

typedef struct gisa_name_sum { /* labels of even and of odd numbers apart, as rows are added so */
    _Alignas(16) int16_t even[8];
    int16_t odd[8]; /* the last one of each is rubbish */
} gisa_name_sum;

static inline int16_t gisa_name_sum_of(const gisa_name_sum *s, unsigned label)
{
    return label % 2 ? s->odd[label / 2] : s->even[label / 2];
}

/* Adds up what is known at the characters of a line, whose words have been looked up. Dead after
 * the next call. */
const gisa_name_sum *gisa_name_sums_put(gisa_name_sums *s, const gisa_name_line *l);

#endif
