/* Key words in context: every place of the matching articles where a word of the query stands. */
#ifndef GISA_INDEX_QUERY_KWIC_H
#define GISA_INDEX_QUERY_KWIC_H

#include "gisa/search.h"
#include "index/query/search.h"

#endif
