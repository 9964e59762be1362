/* Key words in context: every place of the matching articles where a word of the query stands. */
#ifndef GISA_INDEX_QUERY_KWIC_H
#define GISA_INDEX_QUERY_KWIC_H

#include "index/query/search.h"

typedef struct gisa_kwic_line {
    gisa_str id, outlet, title;
    gisa_time published;
    gisa_str left, match, right; /* of one paragraph, at most `context` characters each side */
} gisa_kwic_line;

typedef struct gisa_kwic {
    gisa_arena arena;
    gisa_kwic_line *items; /* by article, newest first, then by place */
    size_t n;
    uint64_t articles; /* that match in all; lines come from the first of them */
    bool cut;          /* there are more lines than the limit */
} gisa_kwic;

typedef struct gisa_kwic_opts {
    uint64_t limit;   /* lines; 0: 50 */
    uint64_t context; /* characters; 0: 40 */
    bool exact;
    bool keep_copies;
} gisa_kwic_opts;

/* Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_kwic_run(gisa_store *s, gisa_str query, const gisa_kwic_opts *opts, gisa_kwic *out,
                          gisa_error *err);
void gisa_kwic_clear(gisa_kwic *k);

#endif
