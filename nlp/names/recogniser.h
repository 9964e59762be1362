/* The learned recogniser of names: a linear-chain conditional random field over characters
 * (Lafferty, McCallum and Pereira 2001), with weights of one byte and sums of whole numbers, so
 * that every machine decides alike. It knows KLUE-NER's six types and conventions. */
#ifndef GISA_NLP_NAMES_RECOGNISER_H
#define GISA_NLP_NAMES_RECOGNISER_H

#include "corpus/annotation.h"
#include "nlp/names/name_line.h"
#include "nlp/names/name_model.h"

typedef struct gisa_recogniser gisa_recogniser; /* the workspace of one thread */

/* The model's rows must be laid out (gisa_name_model_spread), and it must outlive the recogniser.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_recogniser_open(const gisa_name_model *model, gisa_recogniser **out,
                                 gisa_error *err);
void gisa_recogniser_close(gisa_recogniser *r);

/* The labels of a line's characters, whose words have been looked up. Dead after the next call. */
const uint8_t *gisa_recogniser_label(gisa_recogniser *r, const gisa_name_line *l);

/* The lists that have a word, a bit each; 0: none. */
#define GISA_NAME_LIST_PEOPLE 1u
#define GISA_NAME_LIST_PLACES 2u
#define GISA_NAME_LIST_OTHERS 4u
#define GISA_NAME_LIST_NOUNS  8u
unsigned gisa_recogniser_lists(const gisa_recogniser *r, gisa_str word);

typedef struct gisa_recognised {
    gisa_entity *items; /* in the arena of the annotation; ordered, without overlaps, ids */
    size_t n, cap;
} gisa_recognised;

/* Finds names, dates, times and quantities in the sentences of an annotation that has morphemes,
 * with its entities as what the rules claim. Errors: GISA_ENOMEM. */
gisa_status gisa_recogniser_run(gisa_recogniser *r, gisa_str text, gisa_annotation *a,
                                gisa_recognised *out, gisa_error *err);

#endif
