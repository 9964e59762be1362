/* Everything that is found over sentences and morphemes, in the order that the parts need. */
#ifndef GISA_NLP_FACTS_FACT_H
#define GISA_NLP_FACTS_FACT_H

#include "base/time.h"
#include "nlp/names/gazetteer.h"
#include "nlp/names/recogniser.h"

typedef struct gisa_fact_opts {
    gisa_time reference;         /* when the text was published; zero: not known */
    size_t body;                 /* byte offset where the body begins (after the title's newline) */
    gisa_recogniser *recogniser; /* NULL: names by gazetteer and rules alone */
    bool klue_names;             /* names by KLUE-NER's conventions: gisa/analyze.h */
} gisa_fact_opts;

/* Fills dates, figures, entities and quotes of an annotation of `text`. Sentences, tokens and
 * morphemes are used when they are there.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_facts_find(const gisa_gazetteer *g, gisa_str text, const gisa_fact_opts *opts,
                            gisa_annotation *a, gisa_error *err);

#endif
