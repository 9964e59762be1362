/* What we register with FTS5 on one connection: the tokenizer "gisa" and the function gisa_collect.
 *
 * FTS5 asks the tokenizer for the terms of a text. When analysis threads have already made the
 * terms, the writer sets them as ready and the tokenizer replays them; otherwise it calls the
 * gisa_tokenizer. A query text that begins with GISA_FTS_TERM is a phrase whose terms are already
 * made (index/postings/phrase.h): GISA_FTS_TERM comes before each term of a new position,
 * GISA_FTS_SAME before a colocated one.
 *
 * gisa_collect(article_fts) passes the current row of a full-text query to the collector. */
#ifndef GISA_INDEX_STORE_FTS_H
#define GISA_INDEX_STORE_FTS_H

#include <sqlite3.h>

#include "corpus/tokenizer.h"

#define GISA_FTS_TERM '\x01'
#define GISA_FTS_SAME '\x02'

/* The term between two sentences of a text, so that their words are not side by side. No word has
 * this form. */
#define GISA_FTS_BREAK "."

typedef struct gisa_fts_ready {
    gisa_str text; /* compared by its bytes */
    const gisa_terms *terms;
} gisa_fts_ready;

typedef struct gisa_fts_collector {
    void (*row)(void *ctx, const Fts5ExtensionApi *api, Fts5Context *fts);
    void *ctx;
} gisa_fts_collector;

typedef struct gisa_fts {
    gisa_tokenizer tokenizer; /* {0}: only ready terms */
    void *workspace;          /* of the tokenizer; made when it is first needed */
    gisa_terms scratch;
    gisa_fts_ready ready[2]; /* title and body of the article being written */
    gisa_fts_collector collector;
    gisa_error err; /* the tokenizer's error; SQLite passes on a number only */
} gisa_fts;

/* Registers both with a connection. fts must outlive the connection. Errors: GISA_EIO. */
gisa_status gisa_fts_register(gisa_fts *fts, sqlite3 *db, gisa_error *err);

/* The terms of a text into *out (emptied first).
 *
 * Errors: GISA_EINVAL (no tokenizer), GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_fts_terms(gisa_fts *fts, gisa_str text, gisa_tokenize_mode mode, gisa_terms *out,
                           gisa_error *err);

/* Those of a document of which only the eojeols that pass matter; filter: NULL for all. */
gisa_status gisa_fts_terms_of(gisa_fts *fts, gisa_str text, const gisa_word_filter *filter,
                              gisa_terms *out, gisa_error *err);

/* Whether a term of a text is the joined form of two words that are written apart. The index has
 * none: there are more of these than of all other terms, nearly every one in a single article, and
 * a query finds words written apart without them (index/query/plan.c). */
bool gisa_fts_is_across(const gisa_term *t, gisa_str text);

/* The other spellings of a name (corpus/tokenizer.h); nothing without a tokenizer. */
gisa_status gisa_fts_spellings(gisa_fts *fts, gisa_str name, gisa_spellings *out, gisa_error *err);

/* The words that make a name another of its family into *out (emptied first). */
gisa_status gisa_fts_variants(gisa_fts *fts, gisa_str name, gisa_terms *out, gisa_error *err);

void gisa_fts_clear(gisa_fts *fts); /* after the connection is closed */

#endif
