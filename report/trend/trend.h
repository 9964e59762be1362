/* How much of the coverage speaks of something, over time: the share of all articles a day, week
 * or month (Monday first, KST), with its uncertainty, and where it is out of the ordinary.
 *
 * Near-duplicates are folded unless kept: a wire story that ten outlets reprint counts once, above
 * and below the fraction. Articles that a query's outlet: filter excludes are in neither. */
#ifndef GISA_REPORT_TREND_TREND_H
#define GISA_REPORT_TREND_TREND_H

#include "index/query/counts.h"
#include "report/draw/chart.h"
#include "report/lang.h"
#include "report/trend/burst.h"
#include "report/trend/stats.h"

/* A period with fewer articles than this is said to have few. */
#define GISA_TREND_FEW 10

typedef struct gisa_trend_point {
    int64_t day; /* first of the period */
    uint64_t n, total;
    gisa_interval interval; /* of the share, 95%, Wilson */
    double p;               /* Fisher's exact test against all other periods together */
    double q;               /* the same, adjusted over the periods (Benjamini and Hochberg) */
    double g2;              /* signed log-likelihood ratio against the rest */
} gisa_trend_point;

typedef struct gisa_trend_line {
    gisa_str query;      /* as asked */
    gisa_str *spellings; /* every spelling a known name was widened to */
    size_t n_spellings;
    gisa_trend_point *points; /* one a period, the same periods in every line */
    uint64_t matches, total, undated;
    gisa_burst *bursts;
    size_t n_bursts;
    size_t peak;                 /* the greatest share among periods that have enough articles,
                                    or among all if none has; n_points: nothing matched */
    int64_t first_day, last_day; /* of dated articles that match, within the bounds */
    gisa_str first_id, first_title, first_outlet; /* the article it was first seen in */
} gisa_trend_line;

typedef struct gisa_trend {
    gisa_arena arena;
    gisa_period period;
    size_t n_points;
    int64_t *days; /* first day of each period */
    size_t n_few;  /* periods with fewer than GISA_TREND_FEW articles, empty ones among them */
    gisa_trend_line *lines;
    size_t n_lines;
} gisa_trend;

typedef struct gisa_trend_opts {
    gisa_period period;
    bool has_from, has_to;
    int64_t from_day, to_day; /* KST days since 1970-01-01, inclusive */
    bool exact;               /* no other spellings of known names */
    bool keep_copies;
} gisa_trend_opts;

#define GISA_TREND_PERIODS 20000

/* Counts each query over time.
 *
 * queries: gisa-query(7); at most GISA_CHART_LINES.
 * opts:    NULL: by day, everything.
 * Returns: GISA_OK, also when nothing matches.
 * Errors:  GISA_EINVAL (too many queries, no tokenizer), GISA_ELIMIT (over GISA_TREND_PERIODS
 *          periods), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_trend_run(gisa_store *s, const gisa_str *queries, size_t n,
                           const gisa_trend_opts *opts, gisa_trend *out, gisa_error *err);
void gisa_trend_clear(gisa_trend *t);

/* The share of a point, NAN for a period without articles. */
double gisa_trend_share(const gisa_trend_point *p);

/* Whether the share is out of the ordinary after adjustment: 1 above, -1 below, 0 not. */
int gisa_trend_sign(const gisa_trend_point *p);

#endif
