/* BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), in two steps: what
 * the length of an article does to every word's occurrences, and what one word adds. */
#ifndef GISA_INDEX_POSTINGS_BM25_H
#define GISA_INDEX_POSTINGS_BM25_H

#include "index/index_tuning.h"

/* length: of an article, relative to the average. */
static inline double gisa_bm25_norm(double length)
{
    return GISA_BM25_K1 * (1 - GISA_BM25_B + GISA_BM25_B * length);
}

/* tf: occurrences, more than 0; norm: of the article's length. */
static inline double gisa_bm25_score(double idf, double tf, double norm)
{
    return idf * tf * (GISA_BM25_K1 + 1) / (tf + norm);
}

/* What no number of occurrences reaches. */
static inline double gisa_bm25_ceiling(double idf)
{
    return idf * (GISA_BM25_K1 + 1);
}

#endif
