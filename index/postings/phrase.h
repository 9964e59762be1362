/* A phrase: terms side by side, as a tokenizer makes them. */
#ifndef GISA_INDEX_POSTINGS_PHRASE_H
#define GISA_INDEX_POSTINGS_PHRASE_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct gisa_phrase_term {
    gisa_str form;
    bool colocated; /* an alternative at the position of the term before */
} gisa_phrase_term;

typedef struct gisa_phrase {
    gisa_phrase_term *terms;
    size_t n, cap;
} gisa_phrase;

/* Appends a term whose form is borrowed; the first is never colocated. An empty form adds nothing.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_phrase_put(gisa_phrase *p, gisa_str form, bool colocated, gisa_error *err);
void gisa_phrase_clear(gisa_phrase *p);

/* A copy that lives in an arena and is not cleared. Errors: GISA_ENOMEM. */
gisa_status gisa_phrase_copy(gisa_arena *arena, const gisa_phrase *p, gisa_phrase *out,
                             gisa_error *err);

bool gisa_phrase_eq(const gisa_phrase *a, const gisa_phrase *b);

/* Whether any of its terms has this form. */
bool gisa_phrase_has(const gisa_phrase *p, gisa_str form);

/* The form of a phrase that is one term; GISA_NONE: it has several. */
gisa_str gisa_phrase_one_term(const gisa_phrase *p);

/* Appends the phrase as an FTS5 string whose terms our tokenizer (index/store/fts.h) passes on
 * as they are. */
void gisa_phrase_write_fts5(gisa_buf *out, const gisa_phrase *p);

#endif
