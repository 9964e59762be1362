/* The readings of a sentence or of an eojeol in it: the analysis that gisa_annotate gave, then the
 * others, best first, each different in a form, a tag or a span. */
#ifndef GISA_NLP_TAGGER_READING_H
#define GISA_NLP_TAGGER_READING_H

#include "nlp/annotate.h"

#define GISA_READINGS_MAX 100u

typedef struct gisa_reading {
    int32_t score; /* sum of the model's weights; to compare readings of one sentence only */
    bool chosen;   /* the one that gisa_annotate gave: the first */
    gisa_morph *morphs;
    uint32_t n_morphs;
    const uint16_t *labels; /* of the whole sentence's syllables, for gisa_explain; may be NULL */
} gisa_reading;

typedef struct gisa_readings {
    gisa_reading *items; /* in the arena given */
    uint32_t n;
} gisa_readings;

/* Finds the `most` best readings of a span (at most GISA_READINGS_MAX) while everything outside it
 * is read as before. What must stay whole (nlp/word/protected_span.h) does in each. The first
 * reading is the one that was chosen; as this search is wider than the tagger's, the second may
 * score above it. It is the only one for a sentence of more than GISA_TAGGER_LINE_MAX syllables, or
 * without a model.
 *
 * work: has just run gisa_annotate on a text without a title.
 * span: a sentence of that annotation, or eojeols of one sentence.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_readings_find(gisa_analysis *work, gisa_span span, uint32_t most,
                               gisa_arena *arena, gisa_readings *out, gisa_error *err);

#endif
