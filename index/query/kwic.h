/* Key words in context: every place in the matching articles where a word of the query occurs. */
#ifndef GISA_INDEX_QUERY_KWIC_H
#define GISA_INDEX_QUERY_KWIC_H

#include "gisa/search.h"
#include "index/query/search.h"

#endif
