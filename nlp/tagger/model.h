/* The tagger's model: one file, read in place (little-endian, sections aligned to 64 bytes).
 *
 *     header   gisa_model_header
 *     labels   gisa_label[n]: what the tagger may say of a syllable
 *     cands    uint32_t from[GISA_MODEL_KEYS + 1], uint16_t labels[]: what each character may take
 *     words    uint32_t[2^k]: nlp/word/wordset.h
 *     filter   uint64_t[2^k]: one bit for each feature; most that fire have no weight at all
 *     slots    uint32_t[2^k]: the features with weights, see gisa_model_slot
 *     rows     the weights of features that have several; the longest first, for speed alone
 *     frozen   eojeols whose analysis does not depend on their neighbours
 *     notes    the sources and licences of the training data, UTF-8
 */
#ifndef GISA_NLP_TAGGER_MODEL_H
#define GISA_NLP_TAGGER_MODEL_H

#include "base/hangul.h"
#include "base/status.h"
#include "nlp/tagger/feature.h"

#define GISA_MODEL_VERSION 2u
#define GISA_MODEL_CLASSES 16u
#define GISA_MODEL_KEYS    (11172u + GISA_MODEL_CLASSES)

typedef enum gisa_model_section {
    GISA_MODEL_LABELS,
    GISA_MODEL_CANDS,
    GISA_MODEL_WORDS,
    GISA_MODEL_FILTER,
    GISA_MODEL_SLOTS,
    GISA_MODEL_ROWS,
    GISA_MODEL_FROZEN,
    GISA_MODEL_NOTES,
    GISA_MODEL_SECTIONS
} gisa_model_section;

typedef struct gisa_model_header {
    char magic[8]; /* "gisa-mdl" */
    uint32_t version;
    uint32_t n_labels;
    uint64_t size;     /* of the file */
    uint64_t checksum; /* gisa_hash64 of everything after the header, seed GISA_MODEL_VERSION */
    uint64_t at[GISA_MODEL_SECTIONS], n[GISA_MODEL_SECTIONS]; /* bytes */
} gisa_model_header;

typedef struct gisa_model {
    const gisa_label *labels;
    uint32_t n_labels;
    const uint32_t *cand_from;
    const uint16_t *cands;
    gisa_wordset words;
    const uint64_t *filter;
    unsigned filter_shift; /* hash >> shift is the bit */
    const uint32_t *slots;
    uint32_t slot_mask;
    const uint8_t *rows;
    size_t rows_bytes;
    const uint64_t *frozen; /* see nlp/tagger/frozen_eojeol.h */
    size_t frozen_bytes;
    gisa_str notes;
} gisa_model;

/* Reads a model's bytes (aligned to 64, they must outlive it) after checking size, version and the
 * bounds of every section. The checksum is left to gisa_model_check: the model is part of the
 * program, and reading all of it would be a third of the time that opening takes.
 *
 * Errors: GISA_ECORRUPT. */
gisa_status gisa_model_view(gisa_str bytes, gisa_model *out, gisa_error *err);

/* Checks what gisa_model_view checks, and the checksum. Errors: GISA_ECORRUPT. */
gisa_status gisa_model_check(gisa_str bytes, gisa_error *err);

/* The key of a character among the candidates. */
static inline uint32_t gisa_model_key(uint32_t cp)
{
    return gisa_is_hangul(cp) ? gisa_hangul_index(cp)
                              : GISA_HANGUL_SYLLABLES + (uint32_t)gisa_char_class_of(cp);
}

/* Whether a feature may have weights: false is certain, true is wrong for some in a hundred. */
static inline bool gisa_model_may(const gisa_model *m, uint64_t feature)
{
    uint64_t bit = feature >> m->filter_shift;
    return m->filter[bit >> 6] >> (bit & 63) & 1;
}

/* A slot has 11 bits that tell features apart (never 0; a slot of 0 is free), a bit that says
 * "several", and 20 bits: an outcome (12) with its weight (8), or where its row begins, in units of
 * four bytes.
 *
 * A row: a byte for how many outcomes below 256 it has, a byte for how many others; pairs of
 * outcome and weight; then 16 bits of outcome, weight and a zero. A weight over 127 is in
 * several parts. */
static inline uint32_t gisa_model_home(uint64_t feature, uint32_t mask)
{
    return (uint32_t)(feature >> 4) & mask;
}

static inline uint32_t gisa_model_print(uint64_t feature)
{
    uint32_t print = (uint32_t)(feature >> 40) & 0x7FFu;
    return print ? print : 1;
}

#define GISA_SLOT_SEVERAL 0x100000u

/* The slot of a feature, 0 when it has none. */
static inline uint32_t gisa_model_slot(const gisa_model *m, uint64_t feature)
{
    uint32_t print = gisa_model_print(feature), value;
    for (uint32_t i = gisa_model_home(feature, m->slot_mask); (value = m->slots[i]) != 0;
         i = (i + 1) & m->slot_mask)
        if (value >> 21 == print) return value;
    return 0;
}

#endif
