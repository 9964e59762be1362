/* How many articles match over time, straight from the posting lists. */
#ifndef GISA_INDEX_QUERY_COUNTS_H
#define GISA_INDEX_QUERY_COUNTS_H

#include "gisa/search.h"
#include "index/store/store.h"

#endif
