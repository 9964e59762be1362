/* The data that ships inside the program: gazetteer, lexica, models, site profiles.
 *
 * Files under corpus/lexicon/ and corpus/sources/ are linked into the binary (build/data.S). */
#ifndef GISA_CORPUS_DATA_H
#define GISA_CORPUS_DATA_H

#include "base/str.h"

typedef struct gisa_data {
    const char *name; /* "lexicon/gazetteer.tsv" */
    gisa_str bytes;   /* lives as long as the program; aligned to 64 bytes */
} gisa_data;

/* The bytes of a shipped file, or GISA_NONE. */
gisa_str gisa_data_find(const char *name);

/* The i-th shipped file in order of name, or NULL after the last. */
const gisa_data *gisa_data_at(size_t i);

#endif
