/* The themes of a period: names and words that are more frequent in it than before and that occur
 * in the same articles.
 *
 * 1. Keys (report/topics/topic_key.h) are read from the period's articles, near-duplicates folded,
 *    and from the background: the time before it; without bounds there is none. A background of
 *    more than GISA_TOPICS_BACKGROUND articles is sampled, every k-th one.
 * 2. A key's weight is its share of the divergence between the two, n ln(p / p0), where p0 is the
 *    smoothed background share; without a background it is how far its articles cluster in time.
 *    Keys in too few articles or in too many have none. The GISA_TOPICS_KEYS heaviest are kept; a
 *    word that is nearly always part of a longer one gives way to it.
 * 3. Average-link clustering by Dice's coefficient of the keys' articles, the most alike first,
 *    earlier keys first among equals, down to GISA_TOPICS_ALIKE.
 * 4. A theme's articles are those with its first key or with two of its keys. Themes are ordered by
 *    their weight; the labels are their heaviest keys, names before words of equal weight.
 *
 * report/report_tuning.h has the numbers. */
#ifndef GISA_REPORT_TOPICS_TOPICS_H
#define GISA_REPORT_TOPICS_TOPICS_H

#include "gisa/report.h"
#include "index/query/articles.h"
#include "report/topics/topic_key.h"

#endif
