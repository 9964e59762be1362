/* What the articles of a query are made of: outlets, sections, months, authors, names. */
#ifndef GISA_INDEX_QUERY_FACET_H
#define GISA_INDEX_QUERY_FACET_H

#include "corpus/annotation.h"
#include "gisa/search.h"
#include "index/store/store.h"

#endif
