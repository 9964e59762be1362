/* Analysis of text in decomposed letters (NFD): it is composed, which is what all else expects, and
 * what is found is moved back to the bytes of the text as it was. */
#ifndef GISA_NLP_DECOMPOSED_H
#define GISA_NLP_DECOMPOSED_H

#include "base/compose.h"
#include "corpus/annotation.h"

typedef struct gisa_decomposed {
    gisa_buf text; /* composed */
    size_t title_end;
    gisa_compose_map map;
} gisa_decomposed;

/* Composes a text whose title ends at byte title_end (0: it has none). Errors: GISA_ENOMEM. */
gisa_status gisa_decomposed_put(gisa_decomposed *d, gisa_str text, size_t title_end,
                                gisa_error *err);

/* Moves the annotation of the composed text to the text as it was; what is a view into the composed
 * text is copied. Errors: GISA_ENOMEM. */
gisa_status gisa_decomposed_move(const gisa_decomposed *d, gisa_annotation *a, gisa_error *err);

void gisa_decomposed_clear(gisa_decomposed *d);

#endif
