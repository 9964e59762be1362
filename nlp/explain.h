/* Why an eojeol is read as it is, for an editor: its readings, what was known of it beforehand, the
 * words of the word list in it, and what speaks for the reading chosen against the next one. */
#ifndef GISA_NLP_EXPLAIN_H
#define GISA_NLP_EXPLAIN_H

#include "nlp/tagger/reading.h"

typedef enum gisa_reason_kind {
    GISA_REASON_USER,       /* a word of user.tsv or of the user's own file */
    GISA_REASON_GAZETTEER,  /* a name of the gazetteer */
    GISA_REASON_PATTERN,    /* an address, a number, letters mixed with digits */
    GISA_REASON_CONSISTENT, /* read as in the rest of the text */
    GISA_REASON_REMEMBERED, /* the whole eojeol is remembered; its neighbours are not looked at */
    GISA_REASON_WORD,       /* the model's word list has it */
    GISA_REASON_FEATURE,    /* speaks for the chosen reading by `weight` (below 0: against it) */
} gisa_reason_kind;

typedef struct gisa_reason {
    gisa_reason_kind kind;
    gisa_span span; /* what it is about */
    gisa_str text;  /* in English */
    int32_t weight;
} gisa_reason;

typedef struct gisa_explanation {
    gisa_readings readings; /* of the eojeol alone, the rest of its sentence read as before */
    gisa_reason *reasons;   /* by kind; features by the size of their weight */
    size_t n_reasons;
    bool decided;   /* there were two readings, one of them chosen */
    int32_t margin; /* score of the chosen reading less that of the best other one */
} gisa_explanation;

/* Explains one eojeol.
 *
 * work:   has just run gisa_annotate on a text without a title.
 * eojeol: a token's span of that annotation.
 * out:    lives in the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_explain(gisa_analysis *work, gisa_span eojeol, uint32_t max, gisa_arena *arena,
                         gisa_explanation *out, gisa_error *err);

#endif
