/* What a line of the sources file sets; part of ingest/site/source.h, and nothing else needs it. */
#ifndef GISA_INGEST_SITE_SOURCE_SETTING_H
#define GISA_INGEST_SITE_SOURCE_SETTING_H

#include "ingest/site/source.h"

typedef struct gisa_source_line { /* the one at hand */
    gisa_sources *out;
    gisa_source *source; /* whose block it is in; NULL before the first */
    size_t number;
    uint64_t offset;
    gisa_error *err;
} gisa_source_line;

/* GISA_EINVAL: "line 3: what: where". */
gisa_status gisa_source_fail(const gisa_source_line *l, const char *what, gisa_str where);

/* Takes "key = value". Errors: GISA_EINVAL, GISA_ENOMEM. */
gisa_status gisa_source_set(gisa_source_line *l, gisa_str key, gisa_str value);

/* Takes the end of a block, by when all its lines are known. Errors: as above. */
gisa_status gisa_source_end(gisa_source_line *l);

#endif
