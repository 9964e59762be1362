/* A database that is only read: the store, opened read-only with the analyser's tokenizer. */
#ifndef GISA_PIPELINE_READER_H
#define GISA_PIPELINE_READER_H

#include "gisa/pipeline.h"
#include "index/store/store.h"
#include "nlp/annotate.h"
#include "pipeline/edition_check.h"

/* The same for a caller that also writes: a database of an older gisa is brought up to date. */
gisa_status gisa_reader_open_current(const char *path, const char *lexicon, gisa_reader *r,
                                     gisa_error *err);

/* Whether the database is open and without articles. */
bool gisa_reader_is_empty(const gisa_reader *r);

#endif
