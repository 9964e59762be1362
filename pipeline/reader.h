/* What commands that only read share: the store, opened read-only with the analyser's tokenizer. */
#ifndef GISA_PIPELINE_READER_H
#define GISA_PIPELINE_READER_H

#include "cli/cli.h"
#include "index/store/store.h"
#include "nlp/annotate.h"

typedef struct reader { /* {0} is closed */
    gisa_analyzer *analyzer;
    gisa_tokenizer tokenizer;
    gisa_store *store;
} reader;

/* Opens the database that --db, GISA_DB or the XDG folder names. reader_close afterwards, also when
 * it fails. Errors: GISA_ENOTFOUND (the message says how to fill one), and the store's. */
gisa_status reader_open(cli *c, reader *r, gisa_error *err);
void reader_close(reader *r);

/* The same for a command that also writes: a database of an older gisa is brought up to date. */
gisa_status reader_open_current(cli *c, reader *r, gisa_error *err);

/* Whether the database is open and without articles. */
bool reader_is_empty(const reader *r);

/* Says on stderr that nothing was found; of an empty database, that it is and how to fill it. */
void reader_say_nothing(const cli *c, const reader *r);

/* Opens the same database for a small change of what gisa itself keeps there (saved searches);
 * without a tokenizer. A reader has found it before, so that none is made. gisa_store_close.
 * Errors: the store's. */
gisa_status reader_open_to_write(cli *c, gisa_store **out, gisa_error *err);

#endif
