/* Ranked search: BM25 over title and body, or newest first, with snippets. */
#ifndef GISA_INDEX_QUERY_SEARCH_H
#define GISA_INDEX_QUERY_SEARCH_H

#include "corpus/annotation.h"
#include "index/store/store.h"

typedef enum gisa_sort { GISA_SORT_RELEVANCE, GISA_SORT_DATE } gisa_sort;

/* How many words of a query an article must have. */
typedef enum gisa_join {
    GISA_JOIN_AUTO, /* up to GISA_QUERY_FEW_WORDS: all, and any where that finds too little; more:
                     * any */
    GISA_JOIN_ALL,
    GISA_JOIN_ANY,
} gisa_join;

typedef struct gisa_search_opts {
    gisa_sort sort;
    gisa_join join;
    uint64_t limit;       /* hits to return; 0: 20 */
    bool exact;           /* no other spellings of known names */
    bool exact_ranking;   /* no bound on a long query's work */
    bool keep_copies;     /* near-duplicates stay hits of their own */
    bool no_snippets;     /* hit.snippet stays GISA_NONE: faster */
    size_t snippet_chars; /* 0: 160 */
} gisa_search_opts;

typedef struct gisa_hit {
    int64_t row;
    double score; /* higher is better; 0 with GISA_SORT_DATE, unless any word counts */
    gisa_str id, title, outlet, outlet_name, section, url;
    gisa_time published;
    gisa_str snippet; /* the best sentence or two; "…" where text was left out */
    gisa_span *marks; /* bytes of the snippet that match */
    size_t n_marks;
    gisa_span *title_marks; /* bytes of the title that match */
    size_t n_title_marks;
    uint64_t copies; /* near-duplicates folded under this hit */
} gisa_hit;

/* A name that was widened to all its spellings. */
typedef struct gisa_widening {
    gisa_str typed; /* 딥시크 */
    gisa_str *spellings;
    size_t n;
} gisa_widening;

typedef struct gisa_hits {
    gisa_arena arena;
    gisa_hit *items; /* best first */
    size_t n;
    uint64_t total;     /* articles that match; a lower bound when `bounded` */
    bool any_word;      /* an article needs only one of the words */
    bool fell_back;     /* any_word because all words together found too little */
    uint64_t all_words; /* when fell_back: how many have them all; by relevance they are first */
    bool bounded;       /* the bound on frequent words was used: see --exact-ranking */
    gisa_widening *widened;
    size_t n_widened;
    uint32_t ignored; /* parts of the query that were left out (gisa_query.ignored) */
} gisa_hits;

/* Runs a query (gisa-query(7)) and fills *out (cleared first).
 *
 * opts:    NULL: all defaults.
 * Returns: GISA_OK, also with nothing found.
 * Errors:  GISA_EIO, GISA_ENOMEM, GISA_EINVAL (the store has no tokenizer), and the tokenizer's. */
gisa_status gisa_search(gisa_store *s, gisa_str query, const gisa_search_opts *opts, gisa_hits *out,
                        gisa_error *err);
void gisa_hits_clear(gisa_hits *h);

#endif
