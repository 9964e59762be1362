/* What people take away: trends with their significance, themes, digests, and the corpus as files.
 *
 * Reports only ask the store. Calls belong to the thread that opened it; an export may use more
 * threads of its own. */
#ifndef GISA_REPORT_H
#define GISA_REPORT_H

#include "gisa/search.h"
#include "gisa/stopword.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gisa_lang { GISA_LANG_EN, GISA_LANG_KO } gisa_lang;

/* --- Trends: the share of the coverage over time --- */

typedef struct gisa_burst {
    size_t first, last; /* batches, both inside */
    double weight;      /* how much cheaper the raised state is over the burst, in nats */
    double within_p;    /* of its share within outlets, as gisa_trend_point has it */
} gisa_burst;

typedef struct gisa_interval {
    double low, high;
} gisa_interval;

/* A series' slope and the evidence for it: Mann and Kendall's test, Theil and Sen's slope. */
typedef struct gisa_slope {
    size_t n;               /* points; under GISA_SLOPE_POINTS there is nothing more */
    int64_t s;              /* pairs that rise less pairs that fall */
    double variance;        /* of s, corrected for ties */
    double tau;             /* s by the number of pairs: -1 to 1 */
    double z, p;            /* two-sided */
    double q;               /* p adjusted over the lines that were tested together */
    double slope;           /* a period */
    gisa_interval interval; /* 95% */
} gisa_slope;

#define GISA_SLOPE_POINTS 4

/* A period with fewer articles than this is reported as having few. */
#define GISA_TREND_FEW 10

/* What is counted, and of what it is a share. */
typedef enum gisa_trend_of {
    GISA_TREND_ARTICLES, /* articles that match, of all */
    GISA_TREND_MENTIONS, /* places that match, of all index terms */
    GISA_TREND_OUTLETS,  /* outlets with an article that matches, of all that have any */
} gisa_trend_of;

typedef struct gisa_trend_point {
    int64_t day; /* first of the period */
    uint64_t n, total;
    uint64_t hits, articles; /* articles that match, and all; few of them: GISA_TREND_FEW */
    double factor;           /* of the share: 1, or what makes it one within outlets */
    gisa_interval interval;  /* of the share, 95%: Wilson; of mentions a ratio's, by articles */
    double p;  /* against all other periods together, Fisher's exact test; of mentions by a normal
                  deviate */
    double q;  /* the same, adjusted over the periods (Benjamini and Hochberg) */
    double g2; /* signed log-likelihood ratio against the rest */
    double expected;           /* hits, had each outlet the share it has in all periods together */
    double within_p, within_q; /* Cochran's test of hits against that */
} gisa_trend_point;

typedef struct gisa_trend_line {
    gisa_str query;      /* as asked */
    gisa_str *spellings; /* every spelling a known name was expanded to */
    size_t n_spellings;
    gisa_trend_point *points; /* one a period, the same periods in every line */
    uint64_t n, total;        /* sums of what is counted; of outlets, those of all the time */
    uint64_t matches, articles, undated;
    gisa_slope slope;        /* of the share, over the periods that have articles */
    gisa_slope within_slope; /* of the share of articles within outlets */
    gisa_burst *bursts;
    size_t n_bursts;
    size_t peak;                 /* the greatest share among periods that have enough articles,
                                    or among all if none has; n_points: nothing matched */
    int64_t first_day, last_day; /* of dated articles that match, within the bounds */
    gisa_str first_id, first_title, first_outlet; /* the article it was first seen in */
} gisa_trend_line;

/* An outlet whose volume changed for good. */
typedef struct gisa_source_change {
    gisa_str outlet;      /* its name */
    size_t at;            /* the first period with the new volume */
    double before, after; /* median articles a period, near-duplicates too */
} gisa_source_change;

typedef struct gisa_trend {
    gisa_arena arena;
    gisa_period period;
    gisa_trend_of of;
    bool within; /* shares are those within outlets */
    size_t n_points;
    int64_t *days; /* first day of each period */
    size_t n_few;  /* periods with fewer than GISA_TREND_FEW articles, empty ones among them */
    size_t n_gaps; /* periods without any article */
    gisa_trend_line *lines;
    size_t n_lines;
    gisa_source_change *changes; /* in order of time */
    size_t n_changes;
} gisa_trend;

typedef struct gisa_trend_opts {
    gisa_period period;
    gisa_days days;
    bool exact; /* no other spellings of known names */
    bool keep_copies;
    gisa_trend_of of;
    bool within; /* shares within outlets: as if each period had the same outlets (articles only) */
    gisa_str outlet; /* only its articles, as outlet: of a query; GISA_NONE: of all */
} gisa_trend_opts;

#define GISA_TREND_PERIODS 20000

/* Counts each query over time.
 *
 * queries: gisa-query(7); at most GISA_CHART_LINES.
 * opts:    NULL: by day, everything.
 * Returns: GISA_OK, also when nothing matches.
 * Errors:  GISA_EINVAL (too many queries, within and no articles, no tokenizer), GISA_ELIMIT (over
 * GISA_TREND_PERIODS periods), GISA_EIO, GISA_ENOMEM. */
GISA_API gisa_status gisa_trend_run(gisa_store *s, const gisa_str *queries, size_t n,
                                    const gisa_trend_opts *opts, gisa_trend *out, gisa_error *err);
GISA_API void gisa_trend_clear(gisa_trend *t);

/* The share of a point, NAN for a period without articles. */
GISA_API double gisa_trend_share(const gisa_trend_point *p);

/* --- Themes: names and words that are more frequent than before --- */

#define GISA_TOPIC_LABELS    4
#define GISA_TOPIC_HEADLINES 3

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
    gisa_str *ids; /* of all its articles, in the same order */
} gisa_topic;

/* How much of the period's themes an article's headline has. */
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
    gisa_days days;
    int64_t base_days;          /* days before days.from to compare with; 0: all that are there */
    size_t limit;               /* themes; 0: 10 */
    bool exact;                 /* no other spellings in the query */
    const gisa_stopwords *stop; /* names and words that label no theme; NULL: none */
} gisa_topics_opts;

/* Finds the themes. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL, and the tokenizer's. */
GISA_API gisa_status gisa_topics_run(gisa_store *s, const gisa_topics_opts *opts, gisa_topics *out,
                                     gisa_error *err);
GISA_API void gisa_topics_clear(gisa_topics *t);

#define GISA_RISING_PERIODS 16 /* at most, the period itself included */

typedef struct gisa_mover {
    gisa_str text; /* the usual spelling */
    gisa_entity_type type;
    uint64_t counts[GISA_RISING_PERIODS]; /* articles, oldest period first, this one last */
    uint64_t n, base;                     /* in the period; in the periods of comparison */
    double p, q, g2;                      /* against them; g2 is signed */
    bool is_new;                          /* in no dated article before the period */
} gisa_mover;

typedef struct gisa_rising {
    gisa_arena arena;
    int64_t days[GISA_RISING_PERIODS]; /* first day of each period */
    uint64_t totals[GISA_RISING_PERIODS];
    size_t n_periods;
    uint64_t total, base_total, before; /* articles: in the period, of comparison, ever before */
    gisa_mover *up, *down;              /* strongest evidence first */
    size_t n_up, n_down;
    uint64_t others_up, others_down; /* significant ones that the limit left out */
    size_t tested;
} gisa_rising;

/* --- The digest of a week or a month --- */

#define GISA_DIGEST_CARRIERS 6

typedef struct gisa_story {
    gisa_headline lead; /* the earliest article */
    gisa_time published;
    bool first_known; /* the others are dated to the minute too, so the lead is known to be the
                         first */
    gisa_str snippet; /* the lead's first sentence, at most 120 characters */
    uint64_t articles, outlets;
    gisa_str carriers[GISA_DIGEST_CARRIERS]; /* other outlets, in order of time */
    size_t n_carriers;
    double score;
} gisa_story;

typedef struct gisa_speaker {
    gisa_str name;
    uint64_t articles, quotes;
    gisa_str quote; /* one of them, at most 90 characters */
    gisa_headline from;
    gisa_str medium;  /* that carried the quote; GISA_NONE: none is named */
    gisa_str last_id; /* of the article that was counted last */
} gisa_speaker;

typedef struct gisa_number { /* a figure worth a look */
    gisa_str text, context;  /* as written; the words around it, at most 90 characters */
    uint64_t stories;        /* that state the same value */
    int kind;                /* 0 money, 1 shares and multiples, 2 counts of things */
    gisa_bound bound;        /* of the first article; a range is in the text */
    gisa_headline from;
} gisa_number;

typedef struct gisa_digest_outlet {
    gisa_str name;
    uint64_t articles, copies; /* copies: reprints of others' stories among them */
    uint64_t broke;            /* stories of several outlets that it had first */
} gisa_digest_outlet;

typedef struct gisa_digest {
    gisa_arena arena;
    gisa_period period;
    bool own_days; /* those that were asked for, no week or month */
    int64_t from_day, to_day;
    uint64_t articles, copies; /* in the period; near-duplicates among them */
    gisa_story *stories;
    size_t n_stories;
    uint64_t all_stories;
    gisa_speaker *speakers;
    size_t n_speakers;
    uint64_t all_speakers, all_quotes, unnamed_quotes;
    gisa_number *numbers;
    size_t n_numbers;
    uint64_t all_numbers;
    gisa_digest_outlet *outlets; /* by articles */
    size_t n_outlets;
    gisa_topics topics;
    gisa_rising rising;
    uint64_t undated; /* articles of the store without a date */
} gisa_digest;

typedef struct gisa_digest_opts {
    gisa_period period; /* week or month (day and year work too) */
    int64_t day;        /* any day of the period */
    gisa_days days;     /* both bounds: these days instead, compared with as many before */
    gisa_tokenizer tokenizer;
    gisa_str query;             /* only of what matches; GISA_NONE: everything */
    bool exact;                 /* no other spellings in the query */
    const gisa_stopwords *stop; /* left out of themes and of names that rise; NULL: none */
} gisa_digest_opts;

/* Gathers a digest. Returns: GISA_OK, or GISA_END when the period has no article.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL, and the tokenizer's. */
GISA_API gisa_status gisa_digest_run(gisa_store *s, const gisa_digest_opts *opts, gisa_digest *out,
                                     gisa_error *err);
GISA_API void gisa_digest_clear(gisa_digest *d);

typedef enum gisa_digest_format { GISA_DIGEST_HTML, GISA_DIGEST_MARKDOWN } gisa_digest_format;

/* Appends the digest as one self-contained page (no script, nothing from outside) or as CommonMark.
 *
 * version: of gisa, for the last line. Errors: GISA_ENOMEM, GISA_ELIMIT. */
GISA_API gisa_status gisa_digest_write(const gisa_digest *d, gisa_digest_format format,
                                       gisa_lang lang, const char *version, gisa_buf *out,
                                       gisa_error *err);

/* --- The corpus for researchers: tables with a datasheet and a manifest, rights respected --- */

typedef enum gisa_export_format {
    GISA_EXPORT_JSONL,
    GISA_EXPORT_CSV,
    GISA_EXPORT_EXCEL, /* CSV with a byte order mark and without formulas */
} gisa_export_format;

typedef struct gisa_export_opts {
    const char *dir;
    gisa_str query; /* gisa-query(7): what matches all its words; GISA_NONE: everything */
    gisa_days days; /* besides from: and to: of the query */
    bool exact;
    gisa_export_format format;
    bool full_text;           /* bodies, decks, captions, quotes' words, e-mail addresses */
    bool include_unstated;    /* with full_text: articles that do not state their rights too */
    bool include_restricted;  /* with full_text: also those that prohibit redistribution, and those
                                 that do not state their rights */
    bool force;               /* replace an export that is there */
    gisa_tokenizer tokenizer; /* {0}: no token counts, no keywords */
    const gisa_stopwords *stop; /* words that are no keywords; NULL: none */
    gisa_str own_files;         /* the user's own, for the datasheet; GISA_NONE: there are none */
    unsigned threads;           /* 0: 1 */
    const char *version;        /* of gisa, for the datasheet */
    void (*progress)(void *ctx, uint64_t done, uint64_t total); /* may be NULL */
    void *progress_ctx;
} gisa_export_opts;

enum { GISA_RIGHT_UNKNOWN, GISA_RIGHT_ALLOWED, GISA_RIGHT_PROHIBITED, GISA_RIGHT_COUNT };

typedef struct gisa_export_result {
    uint64_t articles; /* written */
    uint64_t withheld; /* left out for their rights: redistribution is prohibited, or not stated */
    uint64_t withheld_unstated;                          /* of these, not stated */
    uint64_t rights[GISA_RIGHT_COUNT][GISA_RIGHT_COUNT]; /* redistribution, AI training; written */
    uint64_t entities, quotes, dates, figures, copies, undated, outlets;
    gisa_days days;           /* of the query and the options together */
    char first[32], last[32]; /* publication of the first and the last dated article, or "" */
    char digest[65];          /* SHA-256 of "id TAB version digest LF", sorted */
} gisa_export_result;

/* Writes the export.
 *
 * Returns: GISA_OK, GISA_END when nothing matches or all of it is withheld (nothing is then
 *          written).
 * Errors:  GISA_EINVAL (the folder is there and not ours to replace), GISA_EIO, GISA_ENOMEM. */
GISA_API gisa_status gisa_export_run(gisa_store *s, const gisa_export_opts *opts,
                                     gisa_export_result *out, gisa_error *err);

#ifdef __cplusplus
}
#endif

#endif
