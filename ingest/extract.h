/* From a page to an article: the whole of extraction in one call.
 *
 *     decode → prescan → tree → lines → body → fields → article     (HTML)
 *     decode → lines → head, body, tail → article                   (flattened text, Markdown)
 *
 * An extractor holds what is the same for all pages (site profiles, patterns):
 * threads share one. Each thread has its own workspace. */
#ifndef GISA_INGEST_EXTRACT_H
#define GISA_INGEST_EXTRACT_H

#include "corpus/article.h"
#include "gisa/extract.h"

#endif
