/* What a hit shows of its article. */
#ifndef GISA_INDEX_QUERY_HIT_H
#define GISA_INDEX_QUERY_HIT_H

#include "index/query/search.h"
#include "index/query/snippet.h"

#define GISA_MARKED_TITLE 4096 /* bytes of a title in which matches are looked for */

/* Fills a hit from its row, texts copied into *arena.
 *
 * hit:      its row is set; score and copies stay as they are.
 * snippets: of the plan that found it; NULL: no snippet and no marks.
 * chars:    of the snippet; 0: 160.
 * Errors:   GISA_ECORRUPT (no such row), GISA_EIO, GISA_ENOMEM, the tokenizer's. */
gisa_status gisa_hit_fill(gisa_store *s, gisa_snippets *snippets, size_t chars, gisa_arena *arena,
                          gisa_hit *hit, gisa_error *err);

#endif
