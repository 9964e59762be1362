/* The themes of a period: names and words that are more frequent in it than before and that stand
 * in the same articles.
 *
 * 1. Keys (report/topics/topic_key.h) of the period's articles, near-duplicates folded, and of the
 * background: the time before it, or with no such bounds nothing. A background of more than
 *    GISA_TOPICS_BACKGROUND articles is sampled, every k-th one.
 * 2. A key's weight is its share of the divergence between the two (n ln(p / p0), p0 the smoothed
 *    background share; without a background how far its articles huddle in time). Keys in fewer
 * than three articles (two in a period of under 60) or in more than two fifths of all have none.
 * The GISA_TOPICS_KEYS heaviest are kept; a word that nearly always stands within a longer one
 * gives way to it.
 * 3. Average-link clustering by Dice's coefficient of the keys' articles, the most alike first,
 *    earlier keys first among equals, down to GISA_TOPICS_ALIKE.
 * 4. A theme's articles are those with its first key or with two of its keys. Themes are ordered by
 *    their weight; the labels are their heaviest keys, names before words of equal weight. */
#ifndef GISA_REPORT_TOPICS_TOPICS_H
#define GISA_REPORT_TOPICS_TOPICS_H

#include "index/store/articles.h"
#include "report/topics/topic_key.h"

#define GISA_TOPICS_BACKGROUND 4000
#define GISA_TOPICS_KEYS       160
#define GISA_TOPICS_ALIKE      0.34
#define GISA_TOPIC_LABELS      4
#define GISA_TOPIC_HEADLINES   3

typedef struct gisa_headline {
    gisa_str id, title, outlet, url; /* outlet: as printed */
    int64_t day;                     /* KST day, or INT64_MIN */
} gisa_headline;

typedef struct gisa_topic {
    gisa_str labels[GISA_TOPIC_LABELS];
    size_t n_labels;
    uint64_t articles, outlets; /* of the period that are about it */
    double weight;
    uint64_t lead_n, lead_base; /* articles with the first label, in period and background */
    gisa_headline headlines[GISA_TOPIC_HEADLINES]; /* those that say most of it first */
    size_t n_headlines;
} gisa_topic;

/* How much an article's headline says of what the period is about. */
typedef struct gisa_topic_score {
    gisa_str id;
    double score;   /* the weights of the clusters its headline has keys of */
    uint32_t theme; /* the heaviest of these clusters; UINT32_MAX: none */
} gisa_topic_score;

typedef struct gisa_topics {
    gisa_arena arena;
    gisa_topic_score *scores; /* one an article looked at, in order of time */
    size_t n_scores;
    gisa_topic *items; /* heaviest first */
    size_t n;
    uint64_t others;                  /* themes left out by the limit */
    uint64_t articles, base_articles; /* looked at */
    uint64_t unsampled;               /* background articles passed over */
} gisa_topics;

typedef struct gisa_topics_opts {
    gisa_tokenizer tokenizer; /* {0}: themes of names alone */
    gisa_str query;           /* only articles that match; GISA_NONE: all */
    bool has_from, has_to;
    int64_t from_day, to_day; /* KST days since 1970-01-01, inclusive */
    int64_t base_days;        /* days before from_day to compare with; 0: all that are there */
    size_t limit;             /* themes; 0: 10 */
} gisa_topics_opts;

/* Finds the themes. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL, and the tokenizer's. */
gisa_status gisa_topics_run(gisa_store *s, const gisa_topics_opts *opts, gisa_topics *out,
                            gisa_error *err);
void gisa_topics_clear(gisa_topics *t);

#endif
