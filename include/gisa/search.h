/* Questions to a store: ranked hits, key words in context, counts over time, facets and names.
 *
 * Queries are words, "phrases", word*, -not, AND, OR, NOT, parentheses and filters (title:,
 * outlet:, author:, entity:, from:, to:); gisa-query(7) is their manual. Calls belong to the thread
 * that opened the store. */
#ifndef GISA_SEARCH_H
#define GISA_SEARCH_H

#include "gisa/store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Ranked search --- */

typedef enum gisa_sort { GISA_SORT_RELEVANCE, GISA_SORT_DATE } gisa_sort;

/* How many words of a query an article must have. */
typedef enum gisa_join {
    GISA_JOIN_AUTO, /* up to four: all, and any where that finds too little; more: any */
    GISA_JOIN_ALL,
    GISA_JOIN_ANY,
} gisa_join;

typedef struct gisa_search_opts {
    gisa_sort sort;
    gisa_join join;
    uint64_t limit;       /* hits to return; 0: 20 */
    bool exact;           /* no other spellings of known names */
    bool exact_ranking;   /* without effect: every ranking is exact */
    bool keep_copies;     /* near-duplicates are hits of their own */
    bool no_snippets;     /* hit.snippet stays GISA_NONE: faster */
    bool matches;         /* hit.matches are filled: slower, as the whole texts are analysed */
    size_t snippet_chars; /* 0: 160 */
    gisa_days days;       /* besides from: and to: of the query */
} gisa_search_opts;

/* A place of an article that matches, in code points of its title or its body. */
typedef struct gisa_hit_match {
    bool title;
    uint32_t start, end;
} gisa_hit_match;

typedef struct gisa_hit {
    int64_t row;
    double score; /* 0 to 1; 0 with GISA_SORT_DATE, unless any word counts */
    gisa_str id, title, outlet, outlet_name, section, url;
    gisa_str *authors; /* names, in the order of the byline */
    size_t n_authors;
    gisa_time published;
    gisa_str snippet; /* the best sentence or two; "…" where text was left out */
    gisa_span *marks; /* bytes of the snippet that match */
    size_t n_marks;
    gisa_span *title_marks; /* bytes of the title that match */
    size_t n_title_marks;
    uint64_t copies;         /* near-duplicates folded under this hit */
    gisa_hit_match *matches; /* with opts.matches: the title's, then the body's */
    size_t n_matches;
} gisa_hit;

/* A name that was expanded to all its spellings. */
typedef struct gisa_widening {
    gisa_str typed; /* 딥시크 */
    gisa_str *spellings;
    size_t n;
} gisa_widening;

typedef struct gisa_hits {
    gisa_arena arena;
    /* The article whose title is the query is first, then those that have all the words, where
     * `fell_back`; then by score, then the newest. */
    gisa_hit *items;
    size_t n;
    uint64_t total;     /* articles that match; a lower bound when `bounded` */
    bool any_word;      /* an article needs only one of the words */
    bool fell_back;     /* any_word because all words together found too little */
    uint64_t all_words; /* when fell_back: how many have them all; by relevance they are first */
    uint64_t loose;     /* of total: have a word only within another, or by a wider name; these are
                           last by relevance, and nothing counts them */
    bool bounded;       /* the best were found without counting all that match */
    gisa_widening *widened;
    size_t n_widened;
    uint32_t ignored;   /* parts of the query that were left out */
    gisa_str no_filter; /* a name before a colon that is no filter, and was looked for as text */
} gisa_hits;

/* Runs a query (gisa-query(7)) and fills *out (cleared first).
 *
 * opts:    NULL: all defaults.
 * Returns: GISA_OK, also with nothing found.
 * Errors:  GISA_EIO, GISA_ENOMEM, GISA_EINVAL (the store has no tokenizer), and the tokenizer's. */
GISA_API gisa_status gisa_search(gisa_store *s, gisa_str query, const gisa_search_opts *opts,
                                 gisa_hits *out, gisa_error *err);
GISA_API void gisa_hits_clear(gisa_hits *h);

/* --- Days and periods, in Korea --- */

/* Reads days as people write them into the first and last KST day they cover: 2025, 2025-02,
 * 2025-02-03, 2025.2.3, 2025년 2월 3일, 2025-W06 (ISO 8601); and by today's date, which GISA_NOW in
 * the environment may set: 7d, 2w, 3m, 1y and 7일 전 (the day that long ago), today, yesterday,
 * 어제, this-week, 지난주, last-month, 올해. False for anything else. */
GISA_API bool gisa_day_range_parse(gisa_str s, int64_t *first, int64_t *last);

typedef enum gisa_period {
    GISA_PERIOD_DAY,
    GISA_PERIOD_WEEK, /* from Monday */
    GISA_PERIOD_MONTH,
    GISA_PERIOD_YEAR,
} gisa_period;

/* The first day of the period that holds a day, and of the period after it (KST days since
 * 1970-01-01). */
GISA_API int64_t gisa_period_start(gisa_period p, int64_t day);
GISA_API int64_t gisa_period_next(gisa_period p, int64_t day);

#define GISA_PERIOD_CHARS 16

/* "2025-02-03" (day, week), "2025-02" or "2025". Returns the length. */
GISA_API size_t gisa_period_format(gisa_period p, int64_t day, char out[GISA_PERIOD_CHARS]);

/* --- Counts over time --- */

typedef struct gisa_counts_opts {
    gisa_period period;
    bool exact;       /* no other spellings of known names */
    bool keep_copies; /* near-duplicates count too */
    gisa_days days;   /* besides from: and to: of the query */
} gisa_counts_opts;

typedef struct gisa_count {
    int64_t day;    /* first day of the period */
    uint64_t n;     /* articles that match */
    uint64_t total; /* all articles of the period that pass outlet: and -outlet: */
} gisa_count;

/* Periods without a gap, zeros included, from from: to to: or from the corpus's first day to its
 * last. */
typedef struct gisa_counts {
    gisa_count *items;
    size_t n;
    uint64_t matches, total;         /* sums of the items */
    uint64_t undated, undated_total; /* articles without a date, or with a coarser one than asked */
} gisa_counts;

/* Counts what matches all words of a query (gisa-query(7)); an empty query matches everything.
 *
 * opts:   NULL: by day.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (words, but no tokenizer). */
GISA_API gisa_status gisa_counts_run(gisa_store *s, gisa_str query, const gisa_counts_opts *opts,
                                     gisa_counts *out, gisa_error *err);
GISA_API void gisa_counts_clear(gisa_counts *c);

/* --- What the articles of a query are made of --- */

typedef enum gisa_facet_kind {
    GISA_FACET_OUTLET,
    GISA_FACET_SECTION,
    GISA_FACET_MONTH, /* in order of time; all others by count, then by key */
    GISA_FACET_AUTHOR,
    GISA_FACET_ENTITY,
    GISA_FACET_COUNT
} gisa_facet_kind;

GISA_API const char *gisa_facet_name(gisa_facet_kind kind);
GISA_API gisa_facet_kind gisa_facet_parse(gisa_str name); /* GISA_FACET_COUNT: no such facet */

typedef struct gisa_facet {
    gisa_str key;   /* outlet key, section, 2025-02, author, entity id or text */
    gisa_str label; /* outlet name, the entity's usual spelling; else the key */
    uint64_t n;     /* articles */
} gisa_facet;

typedef struct gisa_facets {
    gisa_arena arena;
    gisa_facet *items;
    size_t n;
    uint64_t others;  /* values left out by the limit */
    uint64_t matches; /* articles of the query */
    uint64_t without; /* of these, articles without such a value */
} gisa_facets;

typedef struct gisa_facet_opts {
    uint64_t limit; /* values; 0: 20 */
    bool exact;
    bool keep_copies;
    gisa_days days;
} gisa_facet_opts;

/* Counts the values of one facet over what matches all words of a query; an empty query matches
 * everything. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
GISA_API gisa_status gisa_facet_run(gisa_store *s, gisa_str query, gisa_facet_kind kind,
                                    const gisa_facet_opts *opts, gisa_facets *out, gisa_error *err);
GISA_API void gisa_facets_clear(gisa_facets *f);

typedef struct gisa_names_opts {
    gisa_str query; /* only articles that match; GISA_NONE: all */
    bool typed;     /* only names of `type` */
    gisa_entity_type type;
    gisa_days days;
    uint64_t limit; /* 0: 20 */
    bool exact;     /* no other spellings of known names */
    bool keep_copies;
} gisa_names_opts;

typedef struct gisa_name {
    int64_t number;  /* in the table name of the database */
    gisa_str id;     /* gazetteer id, or GISA_NONE */
    gisa_str family; /* id of the family it is a member of, or GISA_NONE */
    gisa_str text;   /* the most frequent spelling in the store */
    gisa_entity_type type;
    uint64_t articles, mentions;
    int64_t first_day, last_day; /* of dated articles; 0, -1: none */
} gisa_name;

typedef struct gisa_names {
    gisa_arena arena;
    gisa_name *items; /* by articles, then mentions, then text */
    size_t n;
    uint64_t others;  /* names left out by the limit */
    uint64_t matches; /* articles looked at */
} gisa_names;

/* The names (entities) of a query and a time. What is said of a member (딥시크-R1) counts for its
 * family, too, once an article. Dates, times and quantities (DT, TI, QT) are left out
 * unless asked for by type. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
GISA_API gisa_status gisa_names_run(gisa_store *s, const gisa_names_opts *opts, gisa_names *out,
                                    gisa_error *err);
GISA_API void gisa_names_clear(gisa_names *n);

typedef struct gisa_authors_opts {
    gisa_str query; /* only articles that match; GISA_NONE: all */
    gisa_days days;
    uint64_t limit; /* 0: 20 */
    bool exact;
    bool keep_copies;
} gisa_authors_opts;

typedef struct gisa_author_articles {
    gisa_str name;
    uint64_t articles;
    gisa_facet *outlets; /* by articles, then by key */
    size_t n_outlets;
    int64_t first_day, last_day; /* of dated articles; 0, -1: none */
} gisa_author_articles;

typedef struct gisa_authors {
    gisa_arena arena;
    gisa_author_articles *items; /* by articles, then by name */
    size_t n;
    uint64_t others;  /* authors left out by the limit */
    uint64_t matches; /* articles looked at */
    uint64_t without; /* of these, articles that name no author */
} gisa_authors;

/* Who wrote the articles of a query and a time. Two people of one name are one. Errors: GISA_EIO,
 * GISA_ENOMEM, GISA_EINVAL. */
GISA_API gisa_status gisa_authors_run(gisa_store *s, const gisa_authors_opts *opts,
                                      gisa_authors *out, gisa_error *err);
GISA_API void gisa_authors_clear(gisa_authors *a);

/* --- Key words in context --- */

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
    gisa_days days;
} gisa_kwic_opts;

/* Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
GISA_API gisa_status gisa_kwic_run(gisa_store *s, gisa_str query, const gisa_kwic_opts *opts,
                                   gisa_kwic *out, gisa_error *err);
GISA_API void gisa_kwic_clear(gisa_kwic *k);

#ifdef __cplusplus
}
#endif

#endif
