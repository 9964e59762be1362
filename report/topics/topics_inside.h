/* What the two halves of theme finding share: topics.c chooses and clusters the keys, topics_put.c
 * makes themes of the clusters. */
#ifndef GISA_REPORT_TOPICS_TOPICS_INSIDE_H
#define GISA_REPORT_TOPICS_TOPICS_INSIDE_H

#include "report/report_tuning.h"
#include "report/topics/topics.h"

typedef struct gisa_topic_doc { /* an article of the period */
    uint32_t *keys;
    uint8_t *in_title; /* beside keys */
    size_t n;
    gisa_headline headline;
} gisa_topic_doc;

typedef struct gisa_topic_key {
    const gisa_key *key;
    double weight;
    uint32_t *docs; /* rising */
    size_t n;
    bool dropped;
} gisa_topic_key;

typedef struct gisa_topic_work {
    gisa_arena arena;
    gisa_keys keys;
    const gisa_stopwords *stop;
    gisa_topic_doc *docs;
    size_t n_docs, docs_cap;
    size_t n_slices;
    uint64_t unsampled;
    gisa_topic_key chosen[2 * GISA_TOPICS_KEYS]; /* heaviest first */
    size_t n_chosen;
    uint32_t group[GISA_TOPICS_KEYS]; /* each chosen key's cluster: its first member */
} gisa_topic_work;

/* Makes the themes of the clusters. Errors: GISA_ENOMEM. */
gisa_status gisa_topics_put(const gisa_topic_work *w, size_t limit, gisa_topics *out,
                            gisa_error *err);

#endif
