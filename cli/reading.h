/* How several readings of a sentence, and the reasons for one, are printed. */
#ifndef GISA_CLI_READING_H
#define GISA_CLI_READING_H

#include "cli/cli.h"
#include "cli/token.h"
#include "nlp/explain.h"

/* A text that was just annotated, and what is wanted of it. */
typedef struct reading_job {
    gisa_analysis *work;
    const gisa_annotation *a;
    gisa_str text;
    uint64_t line;    /* of the input, from 1 */
    uint32_t most;    /* readings a sentence */
    gisa_arena arena; /* emptied at each sentence */
    gisa_buf *out;
} reading_job;

/* The value of "analyses": [{"score", "tokens": […]}]. Errors: GISA_ENOMEM. */
gisa_status reading_put_json(reading_job *j, gisa_json *w, token_counter *k, const gisa_sentence *s,
                             gisa_error *err);

/* All sentences of the text; each reading is a sentence of its own (CoNLL-U) or a line (TSV: line,
 * sentence, rank, score, eojeols). Errors: GISA_ENOMEM. */
gisa_status reading_put_conllu(reading_job *j, gisa_error *err);
gisa_status reading_put_tsv(reading_job *j, gisa_error *err);

/* Explains, for people, the eojeols that hold a word, READING_PLACES of them at most.
 *
 * Returns: GISA_OK, GISA_END when none holds it. Errors: GISA_ENOMEM. */
#define READING_PLACES 20u
gisa_status reading_explain(reading_job *j, const cli *c, gisa_str word, gisa_error *err);

#endif
