/* A database that is only read: the store, opened read-only with the analyser's tokenizer. */
#ifndef GISA_PIPELINE_READER_H
#define GISA_PIPELINE_READER_H

#include "index/store/store.h"
#include "nlp/annotate.h"
#include "pipeline/edition_check.h"

typedef struct gisa_reader { /* {0} is closed */
    gisa_analyzer *analyzer;
    gisa_tokenizer tokenizer;
    gisa_store *store;
    gisa_edition_relation edition; /* GISA_EDITION_OTHER: words may be missed */
} gisa_reader;

/* Opens the database at a path. gisa_reader_close afterwards, also when it fails.
 *
 * Errors: GISA_ENOTFOUND (no database there), GISA_EINVAL (a database of an older gisa, which only
 *         a writer brings up to date), and the store's others. */
gisa_status gisa_reader_open(const char *path, gisa_reader *r, gisa_error *err);
void gisa_reader_close(gisa_reader *r);

/* The same for a caller that also writes: a database of an older gisa is brought up to date. */
gisa_status gisa_reader_open_current(const char *path, gisa_reader *r, gisa_error *err);

/* Whether the database is open and without articles. */
bool gisa_reader_is_empty(const gisa_reader *r);

#endif
