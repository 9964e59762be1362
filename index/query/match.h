/* Which articles match a plan, and how well. */
#ifndef GISA_INDEX_QUERY_MATCH_H
#define GISA_INDEX_QUERY_MATCH_H

#include "index/query/plan.h"

typedef struct gisa_matches {
    uint32_t *at;    /* indices into the roll, ascending */
    float *scores;   /* filled only by gisa_match_ranked */
    uint8_t *levels; /* those of a higher level rank before others; NULL: all are equal */
    size_t n, cap;
    uint32_t
        *titled; /* indices into the roll: their titles begin with the first word and have all */
    size_t n_titled, cap_titled;
    double ceiling; /* that no score reaches */
} gisa_matches;

/* What matches all clauses of the plan. The roll must be loaded and a read begun.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_match_all(gisa_store *s, const gisa_plan *p, gisa_matches *out, gisa_error *err);

typedef struct gisa_match_opts {
    bool any_word;         /* any word counts; typed phrases and title: are still wanted, unless: */
    bool optional_phrases; /* the phrases only count */
    bool optional_titles;  /* so does what is of titles */
    size_t best;           /* of any word: enough are the best so many, where bounds are known; 0:
                              all */
    bool folds;            /* and near-duplicates will be one hit each */
    const uint32_t *also;  /* and these indices into the roll, if they match */
    size_t n_also;
} gisa_match_opts;

/* The same with scores: BM25 over title and body.
 *
 * cut:    set to whether others match that are not among the best (opts.best).
 * Errors:  GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_match_ranked(gisa_store *s, const gisa_plan *p, const gisa_match_opts *opts,
                              gisa_matches *out, bool *cut, gisa_error *err);

/* What a unit of this weight adds to a score. tf: occurrences, those in the title counted as
 * several; length: of the article, relative to the average. */
double gisa_match_score(double idf, double tf, double length);

/* Appends a match. Errors: GISA_ENOMEM. */
gisa_status gisa_matches_put(gisa_matches *m, size_t at, float score, gisa_error *err);

/* Adds the matches of another that are not there. Errors: GISA_ENOMEM. */
gisa_status gisa_matches_merge(gisa_matches *m, const gisa_matches *other, gisa_error *err);
void gisa_matches_clear(gisa_matches *m);

#endif
