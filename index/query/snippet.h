/* The sentences of an article that best show why it matches. */
#ifndef GISA_INDEX_QUERY_SNIPPET_H
#define GISA_INDEX_QUERY_SNIPPET_H

#include "index/query/plan.h"

typedef struct gisa_snippets gisa_snippets; /* for one plan; one thread */

/* Borrows the store and the plan. Errors: GISA_ENOMEM. */
gisa_status gisa_snippets_open(gisa_store *s, const gisa_plan *p, gisa_snippets **out,
                               gisa_error *err);
void gisa_snippets_close(gisa_snippets *w);

/* Every place of a text that matches, in order, not overlapping; an array in *arena.
 *
 * title: units of title: count too.
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_snippets_marks(gisa_snippets *w, gisa_str text, bool title, gisa_arena *arena,
                                gisa_span **marks, size_t *n, gisa_error *err);

/* A place of a text where a unit of the plan matches. */
typedef struct gisa_unit_place {
    size_t unit; /* index into the plan's */
    uint32_t start;
} gisa_unit_place;

/* The places of every unit, in order of the text; an array in *arena. A term of several units is a
 * place of each.
 *
 * title: units of title: count too.
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_snippets_units(gisa_snippets *w, gisa_str text, bool title, gisa_arena *arena,
                                gisa_unit_place **places, size_t *n, gisa_error *err);

/* The best sentence of a body and, when there is room, the one after it: about `chars` characters,
 * never a cut character, "…" where something was left out, with the places that match. Copied into
 * *arena. GISA_NONE for an empty body.
 *
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_snippets_make(gisa_snippets *w, gisa_str body, size_t chars, gisa_arena *arena,
                               gisa_str *out, gisa_span **marks, size_t *n, gisa_error *err);

/* The end of the sentence that begins at byte `at` (after its last mark and quotation marks). A
 * quick rule: a line end, or . ? ! … and then white space. */
size_t gisa_sentence_end(gisa_str text, size_t at);

#endif
