/* Ranked search: BM25 over title and body, or newest first, with snippets. */
#ifndef GISA_INDEX_QUERY_SEARCH_H
#define GISA_INDEX_QUERY_SEARCH_H

#include "corpus/annotation.h"
#include "gisa/search.h"
#include "index/store/store.h"

#endif
