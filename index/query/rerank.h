/* Ranks the best articles of a sentence again, by the pairs of letters they share with it.
 *
 * Analysis makes the words, and it does not always segment question and text alike (노벨평화상 and
 * 노벨 평화상, a name that the analyser does not know). Pairs of neighbouring letters do not depend
 * on it. An index of pairs would cost more than that of words, but only the best few articles
 * matter, so the pairs are counted in their texts. */
#ifndef GISA_INDEX_QUERY_RERANK_H
#define GISA_INDEX_QUERY_RERANK_H

#include "index/query/match.h"

/* Adds to the scores of the matches best[0, n) what their letters have in common with the plan's
 * wanted words. Scores only rise, so articles that were not read again stay after those that were.
 *
 * best:   indices into the matches, n up to GISA_RERANK_ARTICLES (index/index_tuning.h).
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_rerank_run(gisa_store *s, const gisa_plan *p, gisa_matches *m,
                            const uint32_t *best, size_t n, gisa_error *err);

#endif
