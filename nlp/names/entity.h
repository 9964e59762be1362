/* Named entities: the gazetteer's names, then people, organisations and places that the recogniser
 * or, without it, rules find by the words around them, then the dates, times and quantities. */
#ifndef GISA_NLP_NAMES_ENTITY_H
#define GISA_NLP_NAMES_ENTITY_H

#include "nlp/facts/figure_scan.h"
#include "nlp/names/gazetteer.h"
#include "nlp/names/recogniser.h"

typedef struct gisa_entity_opts {
    const gisa_quantities *quantities; /* of the text */
    gisa_recogniser *recogniser;       /* NULL: rules alone; so too without morphemes */
    bool klue; /* the recogniser's names as they are, by KLUE-NER's conventions, before what the
                  gazetteer knows */
} gisa_entity_opts;

/* Fills a->entities: ordered, without overlaps; where two claim a place, the gazetteer wins, then
 * the longer one. Uses a->dates and a->figures, which come first, and morphemes when there are any.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_entities_find(const gisa_gazetteer *g, gisa_str text, const gisa_entity_opts *opts,
                               gisa_annotation *a, gisa_error *err);

#endif
