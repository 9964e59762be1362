/* Reads stored articles whole, one after another in row order (undated ones first, then the oldest
 * first). */
#ifndef GISA_INDEX_QUERY_ARTICLES_H
#define GISA_INDEX_QUERY_ARTICLES_H

#include "corpus/record.h"
#include "gisa/store.h"
#include "index/store/store.h"

#endif
