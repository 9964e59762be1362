/* Which section of a newspaper a headline belongs to: a linear classifier over hashed character
 * runs. One weight vector a section, learnt one against the others (nlp/train/section_learn.h);
 * the probabilities are the softmax of the margins over one temperature (Guo and others, On
 * Calibration of Modern Neural Networks, ICML 2017).
 *
 * The model is one file, read in place (little-endian): gisa_section_header, then the weights as
 * int8_t[GISA_SECTION_BUCKETS][GISA_SECTION_ROW], then the notes, UTF-8. */
#ifndef GISA_NLP_SECTION_SECTION_MODEL_H
#define GISA_NLP_SECTION_SECTION_MODEL_H

#include "base/status.h"
#include "nlp/section/section_feature.h"

#define GISA_SECTION_VERSION 1u
#define GISA_SECTIONS        7u /* the seven of YNAT */
#define GISA_SECTION_ROW     8u /* weights of a bucket; the last one is not used */
#define GISA_SECTION_NAME    16u

typedef struct gisa_section_header {
    char magic[8]; /* "gisa-sec" */
    uint32_t version;
    uint32_t n_notes;  /* bytes */
    uint64_t checksum; /* gisa_hash64 of everything after the header, seed GISA_SECTION_VERSION */
    float temperature;
    float unused;
    float scale[GISA_SECTION_ROW]; /* a weight's unit */
    float bias[GISA_SECTION_ROW];
    char name[GISA_SECTION_ROW][GISA_SECTION_NAME]; /* UTF-8, ends with NUL */
} gisa_section_header;

typedef struct gisa_section_model {
    const gisa_section_header *header;
    const int8_t *weights;
    gisa_str notes;
} gisa_section_model;

typedef struct gisa_section_guess {
    gisa_str name;      /* in the model; empty: a headline without a letter */
    double probability; /* 0 to 1 */
} gisa_section_guess;

/* Looks at a model in memory, which must outlive *out.
 * Errors: GISA_ECORRUPT (no such model, cut off, another version). */
gisa_status gisa_section_model_view(gisa_str bytes, gisa_section_model *out, gisa_error *err);

/* As gisa_section_model_view, and compares the checksum. */
gisa_status gisa_section_model_check(gisa_str bytes, gisa_error *err);

/* How far the headline lies on each section's side. Returns: false if it has no letter. */
bool gisa_section_margins(const gisa_section_model *m, gisa_str title, float out[GISA_SECTION_ROW]);

/* As gisa_section_of, by the model that ships. */
gisa_section_guess gisa_section_guess_of(gisa_str title);

/* The likeliest section. title: UTF-8; of a long one the first GISA_SECTION_CHARS characters. */
gisa_section_guess gisa_section_of(const gisa_section_model *m, gisa_str title);

#endif
