/* What a unit that means several things means where it is: 20대 are people, buses or a level of an
 * index, 9회 is an inning or how often, 36m is a length or a speed. */
#ifndef GISA_NLP_FACTS_FIGURE_SENSE_H
#define GISA_NLP_FACTS_FIGURE_SENSE_H

#include "nlp/facts/measure.h"

/* The kind of the quantity from byte `start` to `end`, which has the unit. */
gisa_quantity_kind gisa_figure_kind(gisa_str text, size_t start, size_t end, const gisa_measure *m,
                                    double value);

/* Whether it is the level of an index (코스피 2250대, 1710대 초반): a number without a unit. */
bool gisa_figure_is_level(gisa_str text, size_t start, size_t end, const gisa_measure *m,
                          double value);

/* Whether a number of 조 that ends at byte `end` without a unit is a sum of won: 6조 정도의 적자.
 */
bool gisa_figure_is_sum(gisa_str text, size_t end, double value);

/* The unit of a speed of which the text has the length (시속 100㎞ is km/h), or NULL. */
const char *gisa_figure_speed(gisa_str text, size_t start, gisa_str length);

/* Where a unit that ends at byte `end` ends with what it is for each of: mg/L, GB/월, 원/㎡. */
size_t gisa_figure_rate_end(gisa_str text, size_t end);

#endif
