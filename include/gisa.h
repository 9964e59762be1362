/* gisa: Korean press pages to a searchable, analysable corpus. This header includes all the others.
 *
 *     extract.h    a page to an article            analyze.h   a text to morphemes, names, quotes
 *     pipeline.h   files and captures to a corpus  store.h     stored articles, checks
 *     search.h     hits, counts, facets            report.h    trends, digests, exports
 *     archive.h    WARC captures                   article.h, annotation.h, record.h: what is
 * stored text.h, status.h, stopword.h, tokenizer.h, version.h: what all of them speak in
 *
 * The headers of version 0.x show plain structs whose zero is a valid default; they may change with
 * every minor version. Spans are bytes. Every handle says which threads may use it. */
#ifndef GISA_H
#define GISA_H

#include "gisa/analyze.h"
#include "gisa/archive.h"
#include "gisa/article.h"
#include "gisa/extract.h"
#include "gisa/pipeline.h"
#include "gisa/report.h"
#include "gisa/search.h"
#include "gisa/stopword.h"
#include "gisa/store.h"
#include "gisa/version.h"

#endif
