/* Morphemes as an analyser finds them, in code points of a gisa_text; gisa_annotate turns them
 * into spans of bytes. {0} is an empty list. */
#ifndef GISA_NLP_TAGGER_MORPH_LIST_H
#define GISA_NLP_TAGGER_MORPH_LIST_H

#include "base/status.h"
#include "nlp/segment.h"

typedef struct gisa_morph_item {
    gisa_range at;         /* the code points of the text that hold it */
    uint32_t form, n_form; /* its dictionary form, in the list's forms */
    gisa_tag tag;
} gisa_morph_item;

typedef struct gisa_morph_list {
    gisa_morph_item *items;
    uint32_t n;
    size_t cap;
    uint32_t *forms; /* code points */
    uint32_t n_forms;
    size_t cap_forms;
} gisa_morph_list;

/* Appends a morpheme; its form is copied. Errors: GISA_ENOMEM. */
gisa_status gisa_morph_list_put(gisa_morph_list *p, gisa_tag tag, gisa_range at,
                                const uint32_t *form, uint32_t n_form, gisa_error *err);

/* Empties the list and keeps its memory. */
void gisa_morph_list_reset(gisa_morph_list *p);
void gisa_morph_list_clear(gisa_morph_list *p);

#endif
