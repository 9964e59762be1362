/* The plan: a parsed query turned into terms, spellings and row filters of one store.
 *
 * A unit is one wanted (or unwanted) word or phrase with everything that counts as the same: the
 * other spellings of a known name, a compound's parts side by side, two words written as one. Units
 * that OR joins make a clause; clauses are joined by AND, or all by OR in any-word mode. */
#ifndef GISA_INDEX_QUERY_PLAN_H
#define GISA_INDEX_QUERY_PLAN_H

#include "index/postings/phrase.h"
#include "index/query/query.h"
#include "index/query/search.h"

typedef struct gisa_plan_phrase {
    gisa_phrase phrase;
    double weight; /* 1: as good as typed */
    double rarest; /* frequency of its rarest term */
} gisa_plan_phrase;

typedef struct gisa_plan_unit {
    gisa_str typed;
    gisa_plan_phrase *phrases;
    size_t n, cap;
    bool title; /* only in titles */
    bool not_;
    bool or_;        /* joined to the unit before it */
    bool required;   /* typed as a phrase or with title: also wanted in any-word mode */
    double articles; /* its document frequency, approximate */
    double idf;
} gisa_plan_unit;

/* A set of rows that articles must be in (or not). */
typedef struct gisa_plan_rows {
    int64_t *rows; /* sorted */
    size_t n, cap;
    bool not_;
} gisa_plan_rows;

typedef struct gisa_plan {
    gisa_arena arena;
    gisa_query query;
    gisa_plan_unit *units;
    size_t n_units, cap_units;
    size_t n_wanted; /* units without not_ */
    bool no_terms;   /* words were typed, but none has a term */
    int64_t first_row, last_row;
    bool *outlets; /* by number: wanted; NULL: all */
    size_t n_outlets;
    gisa_plan_rows *sets;
    size_t n_sets;
    gisa_widening *widened;
    size_t n_widened, cap_widened;
} gisa_plan;

typedef struct gisa_plan_opts {
    bool exact;    /* names are not widened */
    bool any_word; /* any word counts: compounds are split into their parts as well */
} gisa_plan_opts;

/* Makes the plan (cleared first). The store's roll must be loaded and a read begun
 * (index/store/snapshot.h).
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (words, but no tokenizer), the tokenizer's. */
gisa_status gisa_plan_make(gisa_store *s, gisa_str query, const gisa_plan_opts *opts,
                           gisa_plan *out, gisa_error *err);
void gisa_plan_clear(gisa_plan *p);

/* The form of a phrase that is one term; GISA_NONE: it has several. */
gisa_str gisa_plan_one_term(const gisa_plan_phrase *phrase);

/* Fills the row filters of a plan from its query (filter.c). */
gisa_status gisa_plan_filter(gisa_store *s, gisa_plan *p, gisa_error *err);

#endif
