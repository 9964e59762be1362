/* The plan: a parsed query turned into terms, spellings and row filters of one store.
 *
 * Units (index/postings/unit.h) that OR joins make a clause; clauses are joined by AND, or all by
 * OR in any-word mode. */
#ifndef GISA_INDEX_QUERY_PLAN_H
#define GISA_INDEX_QUERY_PLAN_H

#include "index/postings/unit.h"
#include "index/query/query.h"
#include "index/query/search.h"

/* A set of rows that articles must be in (or not). */
typedef struct gisa_plan_rows {
    int64_t *rows; /* sorted */
    size_t n, cap;
    bool not_;
} gisa_plan_rows;

/* What a filter within a group lets pass. */
typedef struct gisa_plan_filter_item {
    gisa_plan_rows set;
    bool *outlets; /* by number, for outlet: */
    size_t n_outlets;
} gisa_plan_filter_item;

#define GISA_PLAN_NO_UNIT SIZE_MAX

typedef struct gisa_plan {
    gisa_arena arena;
    gisa_query query;
    gisa_unit *units;
    size_t n_units, cap_units;
    size_t n_wanted; /* units without not_ */
    bool no_terms;   /* words were typed, but none has a term */
    bool may_loosen; /* of a plan that is not loose: a loose one has more terms */
    int64_t first_row, last_row;
    bool *outlets; /* by number: wanted; NULL: all */
    size_t n_outlets;
    gisa_plan_rows *sets;
    size_t n_sets;
    size_t *unit_of;                /* by item of the query: its unit, or GISA_PLAN_NO_UNIT */
    gisa_plan_filter_item *filters; /* by item, of those within groups */
    gisa_widening *widened;
    size_t n_widened, cap_widened;
} gisa_plan;

typedef struct gisa_plan_opts {
    bool exact;     /* names are not widened */
    bool any_word;  /* any word counts: compounds are split into their parts as well */
    bool loose;     /* what is only near a word matches too; nothing that counts wants it */
    gisa_days days; /* besides those of the query; nothing matches where they do not meet */
} gisa_plan_opts;

/* Makes the plan (cleared first). The store's roll must be loaded and a read begun
 * (index/store/snapshot.h).
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (words, but no tokenizer), the tokenizer's. */
gisa_status gisa_plan_make(gisa_store *s, gisa_str query, const gisa_plan_opts *opts,
                           gisa_plan *out, gisa_error *err);
void gisa_plan_clear(gisa_plan *p);

/* Fills the row filters of a plan from its query (filter.c). */
gisa_status gisa_plan_filter(gisa_store *s, gisa_plan *p, gisa_error *err);

#endif
