/* The recogniser's model: one file, read in place (little-endian, sections aligned to 64 bytes).
 *
 *     header       gisa_name_header
 *     buckets      2 bits each, the lowest first: how many features are in it, at most two
 *     prints       uint16_t for each of those that weigh something, by bucket: gisa_name_print
 *     entries      uint32_t for each of them, see below
 *     rows         the weights of features that have several
 *     lists        gisa_name_block[]: names and nouns of dictionaries
 *     marks        uint16_t for each of them: a check and the lists that have it
 *     clusters     gisa_name_block[]: morphemes
 *     cluster_of   uint16_t for each of them: a check and its cluster
 *     syllables    int8_t[3][GISA_HANGUL_SYLLABLES]: log odds of a syllable in a person's name
 *     transitions  int32_t[GISA_NAME_LABELS + 1][GISA_NAME_LABELS]: from a label (the last: from
 *                  the beginning) to the next
 *     notes        the sources and licences of the training data, UTF-8 */
#ifndef GISA_NLP_NAMES_NAME_MODEL_H
#define GISA_NLP_NAMES_NAME_MODEL_H

#include "base/status.h"
#include "gisa/annotation.h"
#include "nlp/names/name_table.h"

#define GISA_NAME_MODEL_VERSION  2u
#define GISA_NAME_TYPES          6u /* PS LC OG DT TI QT, as gisa_entity_type numbers them */
#define GISA_NAME_TRANSITION_MAX (1 << 20)
#define GISA_NAME_LABELS         (1u + 2u * GISA_NAME_TYPES)

/* Labels: 0 is no name; each type has one for its first character and one for the others. */
static inline unsigned gisa_name_label(gisa_entity_type type, bool inside)
{
    return 1u + 2u * (unsigned)type + inside;
}

typedef enum gisa_name_section {
    GISA_NAME_BUCKETS,
    GISA_NAME_PRINTS,
    GISA_NAME_ENTRIES,
    GISA_NAME_ROWS,
    GISA_NAME_LISTED,
    GISA_NAME_MARKS,
    GISA_NAME_CLUSTERED,
    GISA_NAME_CLUSTERS,
    GISA_NAME_SYLLABLES,
    GISA_NAME_TRANSITIONS,
    GISA_NAME_NOTES,
    GISA_NAME_SECTIONS
} gisa_name_section;

typedef struct gisa_name_header {
    char magic[8]; /* "gisa-nam" */
    uint32_t version;
    uint32_t unused;
    uint64_t size; /* of the file */
    uint64_t
        checksum; /* gisa_hash64 of everything after the header, seed GISA_NAME_MODEL_VERSION */
    uint64_t at[GISA_NAME_SECTIONS], n[GISA_NAME_SECTIONS]; /* bytes */
} gisa_name_header;

/* What is known of words beforehand. */
typedef struct gisa_name_lexicon {
    gisa_name_table lists, clusters;
    const uint16_t *marks, *cluster_of;
    uint32_t n_marks, n_clusters;
    const int8_t *syllables; /* [place in the name][syllable] */
} gisa_name_lexicon;

/* The weights of a feature side by side, to be added at once. */
typedef struct gisa_name_row {
    _Alignas(16) int8_t weights[14]; /* by label */
    uint16_t print;                  /* gisa_name_print of the feature */
} gisa_name_row;

/* Where a feature has its row, if it has one; the others are zero. */
typedef struct gisa_name_bucket {
    _Alignas(32) gisa_name_row rows[2];
} gisa_name_bucket;

#define GISA_NAME_BUCKETS_MAX (1u << 20)

typedef struct gisa_name_model {
    gisa_name_lexicon lexicon;
    gisa_name_bucket *buckets; /* NULL: gisa_name_model_spread was not called */
    void *memory;              /* in which they are */
    const uint8_t *counts;
    uint32_t n_buckets;
    const uint16_t *prints;
    const uint32_t *entries;
    uint32_t n_entries;
    const uint8_t *rows;
    uint32_t rows_bytes;
    const int32_t *transitions;
    gisa_str notes;
} gisa_name_model;

/* Reads a model's bytes (aligned to 64, they must outlive it) after checking size, version and the
 * bounds of every section. Errors: GISA_ECORRUPT. */
gisa_status gisa_name_model_view(gisa_str bytes, gisa_name_model *out, gisa_error *err);

/* Checks what gisa_name_model_view checks, and the checksum. Errors: GISA_ECORRUPT. */
gisa_status gisa_name_model_check(gisa_str bytes, gisa_error *err);

/* The lists that have a string, a bit each; 0: none. hash: of its characters, gisa_word_roll. */
static inline unsigned gisa_name_lists_find(const gisa_name_lexicon *x, uint64_t hash)
{
    uint32_t i = gisa_name_table_find(&x->lists, hash);
    if (i >= x->n_marks) return 0;
    return x->marks[i] >> 4 == (hash >> 24 & 0xFFFu) ? x->marks[i] & 15u : 0;
}

/* The cluster of a morpheme plus one; 0: none. */
static inline unsigned gisa_name_cluster_find(const gisa_name_lexicon *x, uint64_t hash)
{
    uint32_t i = gisa_name_table_find(&x->clusters, hash);
    if (i >= x->n_clusters) return 0;
    return x->cluster_of[i] >> 10 == (hash >> 24 & 63u) ? (x->cluster_of[i] & 1023u) + 1 : 0;
}

/* An entry has a bit that says "several", and 20 bits: a label with its weight (8), or where its
 * row begins, in units of two bytes.
 *
 * A row: 16 bits, one for each label that has a weight; then those weights, and a zero where the
 * number of bytes is odd. */
#define GISA_NAME_SEVERAL 0x100000u

/* What tells the features of a bucket apart. */
static inline uint16_t gisa_name_print(uint64_t feature)
{
    return (uint16_t)feature;
}

static inline uint32_t gisa_name_bucket_of(uint32_t n_buckets, uint64_t feature)
{
    return (uint32_t)((feature >> 32) * n_buckets >> 32);
}

/* The row of a feature, or NULL. What has no weights is also found for the print 0. */
static inline const gisa_name_row *gisa_name_row_find(const gisa_name_model *m, uint64_t feature)
{
    const gisa_name_row *rows = m->buckets[gisa_name_bucket_of(m->n_buckets, feature)].rows;
    for (unsigned k = 0; k < 2; k++)
        if (rows[k].print == gisa_name_print(feature)) return &rows[k];
    return NULL;
}

/* Lays the rows of all entries out in memory: four times as large as in the file, but found and
 * added in one step. Freed by gisa_name_model_clear. Errors: GISA_ENOMEM. */
gisa_status gisa_name_model_spread(gisa_name_model *m, gisa_error *err);
void gisa_name_model_clear(gisa_name_model *m);

#endif
